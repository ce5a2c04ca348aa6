/// A value with its first and second derivatives by two variables: forward differentiation.
///
/// Exact up to rounding; no step width is involved. What a caller does not read (the Hessian,
/// say) the compiler leaves out once the formula is inlined.
/// Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 13.
package struct Jet<L: Lane>: Field {
  package var value: L
  /// ∂/∂x and ∂/∂y.
  package var gradient: Point<L>
  package var hessian: Hessian<L>

  @inline(__always)
  init(_ value: L, _ gradient: Point<L>, _ hessian: Hessian<L>) {
    self.value = value
    self.gradient = gradient
    self.hessian = hessian
  }

  /// The coordinates x and y themselves at a point, as the variables of a formula.
  @inline(__always)
  static func variables(at point: Point<L>) -> (x: Jet, y: Jet) {
    let (one, none) = (L(repeating: 1), L(repeating: 0))
    return (
      Jet(point.x, Point(one, none), .zero),
      Jet(point.y, Point(none, one), .zero)
    )
  }

  /// φ(self), given φ, φ′ and φ″ at `value`.
  @inline(__always)
  private func mapped(_ f: L, _ first: L, _ second: L) -> Jet {
    let g = gradient
    return Jet(
      f, Point(first * g.x, first * g.y),
      Hessian(
        xx: first * hessian.xx + second * (g.x * g.x),
        xy: first * hessian.xy + second * (g.x * g.y),
        yy: first * hessian.yy + second * (g.y * g.y)))
  }

  @inline(__always)
  package static prefix func - (a: Jet) -> Jet { Jet(-a.value, -a.gradient, -1 * a.hessian) }

  @inline(__always)
  package static func + (a: Jet, b: Jet) -> Jet {
    Jet(a.value + b.value, a.gradient + b.gradient, a.hessian + b.hessian)
  }

  @inline(__always)
  package static func - (a: Jet, b: Jet) -> Jet {
    Jet(a.value - b.value, a.gradient - b.gradient, a.hessian + -1 * b.hessian)
  }

  @inline(__always)
  package static func * (a: Jet, b: Jet) -> Jet {
    let (f, g, df, dg) = (a.value, b.value, a.gradient, b.gradient)
    let cross = df.x * dg.y + df.y * dg.x
    return Jet(
      f * g, Point(df.x * g + f * dg.x, df.y * g + f * dg.y),
      Hessian(
        xx: a.hessian.xx * g + 2 * (df.x * dg.x) + f * b.hessian.xx,
        xy: a.hessian.xy * g + cross + f * b.hessian.xy,
        yy: a.hessian.yy * g + 2 * (df.y * dg.y) + f * b.hessian.yy))
  }

  @inline(__always)
  package static func / (a: Jet, b: Jet) -> Jet {
    let inverse = L(repeating: 1) / b.value
    let slope = -(inverse * inverse)
    var quotient = a * b.mapped(inverse, slope, -2 * (slope * inverse))
    // Rounded once, as the formula over plain numbers is.
    quotient.value = a.value / b.value
    return quotient
  }

  @inline(__always)
  package static func + (a: Jet, b: Double) -> Jet { Jet(a.value + b, a.gradient, a.hessian) }
  @inline(__always)
  package static func + (a: Double, b: Jet) -> Jet { Jet(a + b.value, b.gradient, b.hessian) }
  @inline(__always)
  package static func - (a: Jet, b: Double) -> Jet { Jet(a.value - b, a.gradient, a.hessian) }
  @inline(__always)
  package static func - (a: Double, b: Jet) -> Jet {
    Jet(a - b.value, -b.gradient, -1 * b.hessian)
  }
  @inline(__always)
  package static func * (a: Double, b: Jet) -> Jet {
    Jet(a * b.value, a * b.gradient, a * b.hessian)
  }
  @inline(__always)
  package static func / (a: Jet, b: Double) -> Jet {
    Jet(a.value / b, a.gradient / b, a.hessian / b)
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
    let (sine, cosine) = (L.sin(a.value), L.cos(a.value))
    return a.mapped(sine, cosine, -sine)
  }

  @inline(__always)
  package static func cos(_ a: Jet) -> Jet {
    let (sine, cosine) = (L.sin(a.value), L.cos(a.value))
    return a.mapped(cosine, -sine, -cosine)
  }

  @inline(__always)
  package static func height(on spline: BicubicSpline, _ x: Jet, _ y: Jet) -> Jet {
    let f = L.jet(on: spline, at: Point(x.value, y.value))
    let (u, v, bend) = (x.gradient, y.gradient, f.hessian)
    let slopes = Hessian(
      xx: f.gradient.x * x.hessian.xx + f.gradient.y * y.hessian.xx,
      xy: f.gradient.x * x.hessian.xy + f.gradient.y * y.hessian.xy,
      yy: f.gradient.x * x.hessian.yy + f.gradient.y * y.hessian.yy)
    let alongX = Hessian(
      xx: bend.xx * (u.x * u.x), xy: bend.xx * (u.x * u.y), yy: bend.xx * (u.y * u.y))
    let alongY = Hessian(
      xx: bend.yy * (v.x * v.x), xy: bend.yy * (v.x * v.y), yy: bend.yy * (v.y * v.y))
    let across = Hessian(
      xx: 2 * (bend.xy * (u.x * v.x)), xy: bend.xy * (u.x * v.y + u.y * v.x),
      yy: 2 * (bend.xy * (u.y * v.y)))
    return Jet(
      f.value,
      Point(
        f.gradient.x * u.x + f.gradient.y * v.x, f.gradient.x * u.y + f.gradient.y * v.y),
      slopes + alongX + (across + alongY))
  }
}
