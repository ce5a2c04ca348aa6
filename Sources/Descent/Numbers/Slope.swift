/// A value with its first derivatives by two variables: forward differentiation.
///
/// Exact up to rounding; no step width is involved. A derivative that is 0 by the shape of the
/// formula (x² by y) is known beforehand and takes no arithmetic: where the compiler sees the
/// formula it leaves all of that out.
/// Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 3.
struct Slope<L: Lane>: Field {
  var value: L
  /// ∂/∂x and ∂/∂y; 0 by what the value does not depend on.
  let gradient: Point<L>
  let variables: Variables

  /// What a value depends on.
  struct Variables {
    var x, y: Bool

    @inline(__always)
    static func | (a: Self, b: Self) -> Self { Self(x: a.x || b.x, y: a.y || b.y) }
  }

  @inline(__always)
  init(_ value: L, _ gradient: Point<L>, _ variables: Variables) {
    (self.value, self.gradient, self.variables) = (value, gradient, variables)
  }

  @inline(__always)
  init(_ value: L, _ gradient: Point<L>) {
    self.init(value, gradient, Variables(x: true, y: true))
  }

  /// The coordinates x and y themselves at a point, as the variables of a formula.
  @inline(__always)
  static func variables(at point: Point<L>) -> (x: Slope, y: Slope) {
    let (one, none) = (L(repeating: 1), L(repeating: 0))
    return (
      Slope(point.x, Point(one, none), Variables(x: true, y: false)),
      Slope(point.y, Point(none, one), Variables(x: false, y: true))
    )
  }

  // MARK: - Chain rules

  /// A function of one part, by what it makes of a derivative.
  @inline(__always)
  private func mapped(to f: L, _ derivative: (L) -> L) -> Slope {
    let none = L(repeating: 0)
    return Slope(
      f,
      Point(
        variables.x ? derivative(gradient.x) : none, variables.y ? derivative(gradient.y) : none),
      variables)
  }

  /// φ(self), given φ and φ′ at `value`.
  @inline(__always)
  func mapped(_ f: L, _ first: L) -> Slope { mapped(to: f) { first * $0 } }

  /// A function of two parts, by what it makes of their derivatives where both have one, and where
  /// only one of them has.
  @inline(__always)
  private static func joined(
    _ f: L, _ a: Slope, _ b: Slope, both: (L, L) -> L, first: (L) -> L, second: (L) -> L
  ) -> Slope {
    @inline(__always)
    func derivative(_ isOfA: Bool, _ u: L, _ isOfB: Bool, _ v: L) -> L {
      if isOfA { return isOfB ? both(u, v) : first(u) }
      return isOfB ? second(v) : L(repeating: 0)
    }
    let (p, q) = (a.variables, b.variables)
    return Slope(
      f,
      Point(
        derivative(p.x, a.gradient.x, q.x, b.gradient.x),
        derivative(p.y, a.gradient.y, q.y, b.gradient.y)),
      p | q)
  }

  /// φ(a, b), given φ and its derivatives there.
  @inline(__always)
  static func joined(_ f: L, _ slope: Point<L>, _ a: Slope, _ b: Slope) -> Slope {
    joined(
      f, a, b, both: { slope.x * $0 + slope.y * $1 }, first: { slope.x * $0 },
      second: { slope.y * $0 })
  }

  // MARK: - Arithmetic

  @inline(__always)
  static prefix func - (a: Slope) -> Slope { a.mapped(to: -a.value, -) }
  @inline(__always)
  static func + (a: Slope, b: Slope) -> Slope {
    joined(a.value + b.value, a, b, both: +, first: { $0 }, second: { $0 })
  }
  @inline(__always)
  static func - (a: Slope, b: Slope) -> Slope {
    joined(a.value - b.value, a, b, both: -, first: { $0 }, second: -)
  }
  @inline(__always)
  static func * (a: Slope, b: Slope) -> Slope {
    let (f, g) = (a.value, b.value)
    return joined(
      f * g, a, b, both: { $0 * g + f * $1 }, first: { $0 * g }, second: { f * $0 })
  }
  @inline(__always)
  static func / (a: Slope, b: Slope) -> Slope {
    let inverse = L(repeating: 1) / b.value
    var quotient = a * b.mapped(inverse, -(inverse * inverse))
    // Rounded once, as the formula over plain numbers is.
    quotient.value = a.value / b.value
    return quotient
  }
  @inline(__always)
  static func + (a: Slope, b: Double) -> Slope { a.mapped(to: a.value + b) { $0 } }
  @inline(__always)
  static func + (a: Double, b: Slope) -> Slope { b.mapped(to: a + b.value) { $0 } }
  @inline(__always)
  static func - (a: Slope, b: Double) -> Slope { a.mapped(to: a.value - b) { $0 } }
  @inline(__always)
  static func - (a: Double, b: Slope) -> Slope { b.mapped(to: a - b.value, -) }
  @inline(__always)
  static func * (a: Double, b: Slope) -> Slope { b.mapped(to: a * b.value) { a * $0 } }
  @inline(__always)
  static func / (a: Slope, b: Double) -> Slope { a.mapped(to: a.value / b) { $0 / b } }

  @inline(__always)
  static func constant(_ number: Double, like other: Slope) -> Slope {
    Slope(L(repeating: number), .zero, Variables(x: false, y: false))
  }

  // MARK: - Functions

  @inline(__always)
  static func sqrt(_ a: Slope) -> Slope {
    let root = L.sqrt(a.value)
    return a.mapped(root, L(repeating: 0.5) / root)
  }
  @inline(__always)
  static func exp(_ a: Slope) -> Slope {
    let power = L.exp(a.value)
    return a.mapped(power, power)
  }
  @inline(__always)
  static func sin(_ a: Slope) -> Slope {
    let (sine, cosine) = L.sineAndCosine(a.value)
    return a.mapped(sine, cosine)
  }
  @inline(__always)
  static func cos(_ a: Slope) -> Slope {
    let (sine, cosine) = L.sineAndCosine(a.value)
    return a.mapped(cosine, -sine)
  }
  @inline(__always)
  static func abs(_ a: Slope) -> Slope { a.mapped(L.abs(a.value), L.sign(a.value)) }

  static func norm(_ a: Slope, _ b: Slope) -> Slope {
    let square = a * a + b * b
    let (root, none) = (L.sqrt(square.value), L(repeating: 0))
    return square.mapped(root, L.whereZero(root, none, else: L(repeating: 0.5) / root))
  }

  static func height(on spline: BicubicSpline, _ x: Slope, _ y: Slope) -> Slope {
    let f = L.jet(on: spline, at: Point(x.value, y.value))
    return joined(f.value, f.gradient, x, y)
  }

  @inline(__always)
  static func apply(_ function: Function, to a: Slope) -> Slope {
    let f = L.apply(function, to: a.value)
    return a.mapped(f, function.derivatives(at: a.value, value: f).first)
  }

  static func apply(_ function: BinaryFunction, _ a: Slope, _ b: Slope) -> Slope {
    let f = L.apply(function, a.value, b.value)
    if let chosen = function.choice(a.value, b.value) {
      let none = L(repeating: 0)
      return joined(
        f, a, b, both: chosen, first: { chosen($0, none) }, second: { chosen(none, $0) })
    }
    let (slope, _) = function.derivatives(a.value, b.value, value: f)
    return joined(f, slope, a, b)
  }
}

extension BinaryFunction {
  /// For min and max: takes what belongs to the number that they choose.
  func choice<L: Lane>(_ a: L, _ b: L) -> ((L, L) -> L)? {
    switch self {
    case .min: { first, second in L.whereNegative(b - a, second, else: first) }
    case .max: { first, second in L.whereNegative(a - b, second, else: first) }
    case .atan2, .hypot, .power: nil
    }
  }
}
