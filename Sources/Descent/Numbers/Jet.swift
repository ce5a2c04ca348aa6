/// A slope with the second derivatives: what curvature needs.
///
/// What a caller does not read (the Hessian, say) the compiler leaves out once the formula is
/// inlined.
/// Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 13.
package struct Jet<L: Lane>: Field {
  private let slope: Slope<L>
  package var hessian: Hessian<L>

  package var value: L {
    @inline(__always) get { slope.value }
  }

  /// ∂/∂x and ∂/∂y.
  package var gradient: Point<L> {
    @inline(__always) get { slope.gradient }
  }

  @inline(__always)
  private init(_ slope: Slope<L>, _ hessian: Hessian<L>) {
    (self.slope, self.hessian) = (slope, hessian)
  }

  @inline(__always)
  init(_ value: L, _ gradient: Point<L>, _ hessian: Hessian<L>) {
    self.init(Slope(value, gradient), hessian)
  }

  /// The coordinates x and y themselves at a point, as the variables of a formula.
  @inline(__always)
  static func variables(at point: Point<L>) -> (x: Jet, y: Jet) {
    let (x, y) = Slope.variables(at: point)
    return (Jet(x, .zero), Jet(y, .zero))
  }

  /// φ(self), given φ, φ′ and φ″ at `value`.
  @inline(__always)
  private func mapped(_ f: L, _ first: L, _ second: L) -> Jet {
    let g = gradient
    return Jet(
      slope.mapped(f, first),
      Hessian(
        xx: first * hessian.xx + second * (g.x * g.x),
        xy: first * hessian.xy + second * (g.x * g.y),
        yy: first * hessian.yy + second * (g.y * g.y)))
  }

  @inline(__always)
  package static prefix func - (a: Jet) -> Jet { Jet(-a.slope, -1 * a.hessian) }

  @inline(__always)
  package static func + (a: Jet, b: Jet) -> Jet { Jet(a.slope + b.slope, a.hessian + b.hessian) }

  @inline(__always)
  package static func - (a: Jet, b: Jet) -> Jet {
    Jet(a.slope - b.slope, a.hessian + -1 * b.hessian)
  }

  @inline(__always)
  package static func * (a: Jet, b: Jet) -> Jet {
    let (f, g, df, dg) = (a.value, b.value, a.gradient, b.gradient)
    let cross = df.x * dg.y + df.y * dg.x
    return Jet(
      a.slope * b.slope,
      Hessian(
        xx: a.hessian.xx * g + 2 * (df.x * dg.x) + f * b.hessian.xx,
        xy: a.hessian.xy * g + cross + f * b.hessian.xy,
        yy: a.hessian.yy * g + 2 * (df.y * dg.y) + f * b.hessian.yy))
  }

  @inline(__always)
  package static func / (a: Jet, b: Jet) -> Jet {
    let inverse = L(repeating: 1) / b.value
    let slope = -(inverse * inverse)
    let product = a * b.mapped(inverse, slope, -2 * (slope * inverse))
    return Jet(a.slope / b.slope, product.hessian)
  }

  @inline(__always)
  package static func + (a: Jet, b: Double) -> Jet { Jet(a.slope + b, a.hessian) }
  @inline(__always)
  package static func + (a: Double, b: Jet) -> Jet { Jet(a + b.slope, b.hessian) }
  @inline(__always)
  package static func - (a: Jet, b: Double) -> Jet { Jet(a.slope - b, a.hessian) }
  @inline(__always)
  package static func - (a: Double, b: Jet) -> Jet { Jet(a - b.slope, -1 * b.hessian) }
  @inline(__always)
  package static func * (a: Double, b: Jet) -> Jet { Jet(a * b.slope, a * b.hessian) }
  @inline(__always)
  package static func / (a: Jet, b: Double) -> Jet { Jet(a.slope / b, a.hessian / b) }

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
    Jet(.constant(number, like: other.slope), .zero)
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
        Hessian(xx: chosen(h.xx, k.xx), xy: chosen(h.xy, k.xy), yy: chosen(h.yy, k.yy)))
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
    func second(_ p: L, _ q: L, _ r: L, _ s: L, _ first: L, _ other: L) -> L {
      let own = bend.xx * (p * q) + bend.yy * (r * s)
      let cross = bend.xy * (p * s + q * r)
      return own + cross + (slope.x * first + slope.y * other)
    }
    return Jet(
      .joined(f, slope, a.slope, b.slope),
      Hessian(
        xx: second(u.x, u.x, v.x, v.x, h.xx, k.xx), xy: second(u.x, u.y, v.x, v.y, h.xy, k.xy),
        yy: second(u.y, u.y, v.y, v.y, h.yy, k.yy)))
  }

  package static func height(on spline: BicubicSpline, _ x: Jet, _ y: Jet) -> Jet {
    let f = L.jet(on: spline, at: Point(x.value, y.value))
    return joined(f.value, f.gradient, f.hessian, x, y)
  }
}
