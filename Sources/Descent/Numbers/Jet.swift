/// A slope with the second derivatives: what curvature needs.
///
/// What a caller does not read (the Hessian, say) the compiler leaves out once the formula is
/// inlined. As in `Slope`, a derivative that is 0 by the shape of the formula takes no arithmetic:
/// it stays 0 beside another that is infinite.
/// Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 13.
package struct Jet<L: Lane>: Field {
  private let slope: Slope<L>
  package var hessian: Hessian<L>
  /// Whether it may have second derivatives: x, y and sums of their multiples have none.
  private let bends: Bool

  package var value: L {
    @inline(__always) get { slope.value }
  }

  /// ∂/∂x and ∂/∂y.
  package var gradient: Point<L> {
    @inline(__always) get { slope.gradient }
  }

  @inline(__always)
  private init(_ slope: Slope<L>, _ hessian: Hessian<L>, bends: Bool) {
    (self.slope, self.hessian, self.bends) = (slope, hessian, bends)
  }

  @inline(__always)
  init(_ value: L, _ gradient: Point<L>, _ hessian: Hessian<L>) {
    self.init(Slope(value, gradient), hessian, bends: true)
  }

  /// The coordinates x and y themselves at a point, as the variables of a formula.
  @inline(__always)
  static func variables(at point: Point<L>) -> (x: Jet, y: Jet) {
    let (x, y) = Slope.variables(at: point)
    return (Jet(x, .zero, bends: false), Jet(y, .zero, bends: false))
  }

  /// What the value depends on.
  private var variables: Slope<L>.Variables {
    @inline(__always) get { slope.variables }
  }

  /// φ(self), given φ, φ′ and φ″ at `value`.
  @inline(__always)
  private func mapped(_ f: L, _ first: L, _ second: L) -> Jet {
    let (g, on) = (gradient, variables)
    @inline(__always)
    func derivative(_ isOn: Bool, _ own: L, _ product: L) -> L {
      guard isOn else { return L(repeating: 0) }
      return bends ? first * own + second * product : second * product
    }
    return Jet(
      slope.mapped(f, first),
      Hessian(
        xx: derivative(on.x, hessian.xx, g.x * g.x),
        xy: derivative(on.x && on.y, hessian.xy, g.x * g.y),
        yy: derivative(on.y, hessian.yy, g.y * g.y)),
      bends: true)
  }

  @inline(__always)
  package static prefix func - (a: Jet) -> Jet { Jet(-a.slope, -1 * a.hessian, bends: a.bends) }

  @inline(__always)
  package static func + (a: Jet, b: Jet) -> Jet {
    Jet(a.slope + b.slope, a.hessian + b.hessian, bends: a.bends || b.bends)
  }

  @inline(__always)
  package static func - (a: Jet, b: Jet) -> Jet {
    Jet(a.slope - b.slope, a.hessian + -1 * b.hessian, bends: a.bends || b.bends)
  }

  @inline(__always)
  package static func * (a: Jet, b: Jet) -> Jet {
    let (p, q, df, dg) = (a.variables, b.variables, a.gradient, b.gradient)
    /// By two variables: what each part has by both, and the products of one by one, if there are.
    @inline(__always)
    func derivative(_ isOfA: Bool, _ h: L, _ cross: L?, _ isOfB: Bool, _ k: L) -> L {
      var sum: L?
      if a.bends && isOfA { sum = h * b.value }
      if let cross { sum = sum.map { $0 + cross } ?? cross }
      if b.bends && isOfB { sum = sum.map { $0 + a.value * k } ?? a.value * k }
      return sum ?? L(repeating: 0)
    }
    let (xy, yx) = (p.x && q.y, p.y && q.x)
    let cross = xy && yx ? df.x * dg.y + df.y * dg.x : xy ? df.x * dg.y : df.y * dg.x
    return Jet(
      a.slope * b.slope,
      Hessian(
        xx: derivative(p.x, a.hessian.xx, p.x && q.x ? 2 * (df.x * dg.x) : nil, q.x, b.hessian.xx),
        xy: derivative(
          p.x && p.y, a.hessian.xy, xy || yx ? cross : nil, q.x && q.y, b.hessian.xy),
        yy: derivative(p.y, a.hessian.yy, p.y && q.y ? 2 * (df.y * dg.y) : nil, q.y, b.hessian.yy)),
      bends: true)
  }

  @inline(__always)
  package static func / (a: Jet, b: Jet) -> Jet {
    let inverse = L(repeating: 1) / b.value
    let slope = -(inverse * inverse)
    let product = a * b.mapped(inverse, slope, -2 * (slope * inverse))
    return Jet(a.slope / b.slope, product.hessian, bends: true)
  }

  @inline(__always)
  package static func + (a: Jet, b: Double) -> Jet { Jet(a.slope + b, a.hessian, bends: a.bends) }
  @inline(__always)
  package static func + (a: Double, b: Jet) -> Jet { Jet(a + b.slope, b.hessian, bends: b.bends) }
  @inline(__always)
  package static func - (a: Jet, b: Double) -> Jet { Jet(a.slope - b, a.hessian, bends: a.bends) }
  @inline(__always)
  package static func - (a: Double, b: Jet) -> Jet {
    Jet(a - b.slope, -1 * b.hessian, bends: b.bends)
  }
  @inline(__always)
  package static func * (a: Double, b: Jet) -> Jet {
    Jet(a * b.slope, a * b.hessian, bends: b.bends)
  }
  @inline(__always)
  package static func / (a: Jet, b: Double) -> Jet {
    Jet(a.slope / b, a.hessian / b, bends: a.bends)
  }

  @inline(__always)
  package static func sqrt(_ a: Jet) -> Jet {
    let root = L.sqrt(a.value)
    let slope = L(repeating: 0.5) / root
    return a.mapped(root, slope, -0.5 * (slope / a.value))
  }

  @inline(__always)
  package static func abs(_ a: Jet) -> Jet {
    a.mapped(L.abs(a.value), L.sign(a.value), L(repeating: 0))
  }

  @inline(__always)
  package static func norm(_ a: Jet, _ b: Jet) -> Jet {
    let square = a * a + b * b
    let (root, none) = (L.sqrt(square.value), L(repeating: 0))
    let slope = L.whereZero(root, none, else: L(repeating: 0.5) / root)
    let bend = L.whereZero(root, none, else: -0.5 * (slope / square.value))
    return square.mapped(root, slope, bend)
  }

  @inline(__always)
  package static func exp(_ a: Jet) -> Jet {
    let power = L.exp(a.value)
    return a.mapped(power, power, power)
  }

  @inline(__always)
  package static func sin(_ a: Jet) -> Jet {
    let (sine, cosine) = L.sineAndCosine(a.value)
    return a.mapped(sine, cosine, -sine)
  }

  @inline(__always)
  package static func cos(_ a: Jet) -> Jet {
    let (sine, cosine) = L.sineAndCosine(a.value)
    return a.mapped(cosine, -sine, -cosine)
  }

  @inline(__always)
  package static func constant(_ number: Double, like other: Jet) -> Jet {
    Jet(.constant(number, like: other.slope), .zero, bends: false)
  }

  package static func apply(_ function: Function, to a: Jet) -> Jet {
    let f = L.apply(function, to: a.value)
    let (first, second) = function.derivatives(at: a.value, value: f)
    return a.mapped(f, first, second)
  }

  package static func apply(_ function: BinaryFunction, _ a: Jet, _ b: Jet) -> Jet {
    if let chosen = function.choice(a.value, b.value) {
      let (h, k) = (a.hessian, b.hessian)
      return Jet(
        .apply(function, a.slope, b.slope),
        Hessian(xx: chosen(h.xx, k.xx), xy: chosen(h.xy, k.xy), yy: chosen(h.yy, k.yy)),
        bends: a.bends || b.bends)
    }
    let f = L.apply(function, a.value, b.value)
    let (slope, bend) = function.derivatives(a.value, b.value, value: f)
    return joined(f, slope, bend, a, b)
  }

  /// φ(a, b), given φ and its derivatives there: the chain rule of two variables.
  private static func joined(
    _ f: L, _ slope: Point<L>, _ bend: Hessian<L>, _ a: Jet, _ b: Jet
  ) -> Jet {
    let (u, v, h, k) = (a.gradient, b.gradient, a.hessian, b.hessian)
    let (p, q, none) = (a.variables, b.variables, L(repeating: 0))
    /// By two variables: the parts' slopes by the first and by the second, their own bends.
    func second(_ ua: L?, _ ub: L?, _ va: L?, _ vb: L?, _ own: L, _ other: L) -> L {
      var sum = none
      if let ua, let ub {
        sum = bend.xx * (ua * ub)
        if a.bends { sum = sum + slope.x * own }
      }
      if let va, let vb {
        sum = sum + bend.yy * (va * vb)
        if b.bends { sum = sum + slope.y * other }
      }
      if let ua, let vb { sum = sum + bend.xy * (ua * vb) }
      if let ub, let va { sum = sum + bend.xy * (ub * va) }
      return sum
    }
    let (ux, uy) = (p.x ? u.x : nil, p.y ? u.y : nil)
    let (vx, vy) = (q.x ? v.x : nil, q.y ? v.y : nil)
    return Jet(
      .joined(f, slope, a.slope, b.slope),
      Hessian(
        xx: second(ux, ux, vx, vx, h.xx, k.xx), xy: second(ux, uy, vx, vy, h.xy, k.xy),
        yy: second(uy, uy, vy, vy, h.yy, k.yy)),
      bends: true)
  }

  package static func height(on spline: BicubicSpline, _ x: Jet, _ y: Jet) -> Jet {
    let f = L.jet(on: spline, at: Point(x.value, y.value))
    return joined(f.value, f.gradient, f.hessian, x, y)
  }
}
