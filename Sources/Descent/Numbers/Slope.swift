/// A value with its first derivatives alone: what a gradient needs where a formula is interpreted,
/// and no compiler can leave the Hessian out of a `Jet`. The same operations in the same order, so
/// the same bits.
struct Slope<L: Lane>: Field {
  var value: L
  var gradient: Point<L>

  @inline(__always)
  init(_ value: L, _ gradient: Point<L>) {
    self.value = value
    self.gradient = gradient
  }

  @inline(__always)
  static func variables(at point: Point<L>) -> (x: Slope, y: Slope) {
    let (one, none) = (L(repeating: 1), L(repeating: 0))
    return (Slope(point.x, Point(one, none)), Slope(point.y, Point(none, one)))
  }

  @inline(__always)
  private func mapped(_ f: L, _ first: L) -> Slope {
    Slope(f, Point(first * gradient.x, first * gradient.y))
  }

  @inline(__always)
  static prefix func - (a: Slope) -> Slope { Slope(-a.value, -a.gradient) }
  @inline(__always)
  static func + (a: Slope, b: Slope) -> Slope {
    Slope(a.value + b.value, a.gradient + b.gradient)
  }
  @inline(__always)
  static func - (a: Slope, b: Slope) -> Slope {
    Slope(a.value - b.value, a.gradient - b.gradient)
  }
  @inline(__always)
  static func * (a: Slope, b: Slope) -> Slope {
    let (f, g, df, dg) = (a.value, b.value, a.gradient, b.gradient)
    return Slope(f * g, Point(df.x * g + f * dg.x, df.y * g + f * dg.y))
  }
  @inline(__always)
  static func / (a: Slope, b: Slope) -> Slope {
    let inverse = L(repeating: 1) / b.value
    var quotient = a * b.mapped(inverse, -(inverse * inverse))
    quotient.value = a.value / b.value
    return quotient
  }
  @inline(__always)
  static func + (a: Slope, b: Double) -> Slope { Slope(a.value + b, a.gradient) }
  @inline(__always)
  static func + (a: Double, b: Slope) -> Slope { Slope(a + b.value, b.gradient) }
  @inline(__always)
  static func - (a: Slope, b: Double) -> Slope { Slope(a.value - b, a.gradient) }
  @inline(__always)
  static func - (a: Double, b: Slope) -> Slope { Slope(a - b.value, -b.gradient) }
  @inline(__always)
  static func * (a: Double, b: Slope) -> Slope { Slope(a * b.value, a * b.gradient) }
  @inline(__always)
  static func / (a: Slope, b: Double) -> Slope { Slope(a.value / b, a.gradient / b) }

  @inline(__always)
  static func constant(_ number: Double, like other: Slope) -> Slope {
    Slope(L(repeating: number), .zero)
  }

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
    let (u, v, slope) = (x.gradient, y.gradient, f.gradient)
    return Slope(
      f.value, Point(slope.x * u.x + slope.y * v.x, slope.x * u.y + slope.y * v.y))
  }

  @inline(__always)
  static func apply(_ function: Function, to a: Slope) -> Slope {
    let f = L.apply(function, to: a.value)
    return a.mapped(f, function.derivatives(at: a.value, value: f).first)
  }

  static func apply(_ function: BinaryFunction, _ a: Slope, _ b: Slope) -> Slope {
    if let chosen = function.choice(a.value, b.value) {
      return Slope(
        L.apply(function, a.value, b.value),
        Point(chosen(a.gradient.x, b.gradient.x), chosen(a.gradient.y, b.gradient.y)))
    }
    let f = L.apply(function, a.value, b.value)
    let (slope, _) = function.derivatives(a.value, b.value, value: f)
    return Slope(
      f,
      Point(
        slope.x * a.gradient.x + slope.y * b.gradient.x,
        slope.x * a.gradient.y + slope.y * b.gradient.y))
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
