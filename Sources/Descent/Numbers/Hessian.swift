/// The symmetric 2×2 matrix of second derivatives.
package struct Hessian<L: Lane>: Sendable {
  package var xx: L
  package var xy: L
  package var yy: L

  @inline(__always)
  init(xx: L, xy: L, yy: L) {
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  @inline(__always)
  static var zero: Hessian {
    Hessian(xx: L(repeating: 0), xy: L(repeating: 0), yy: L(repeating: 0))
  }

  @inline(__always)
  static func + (a: Hessian, b: Hessian) -> Hessian {
    Hessian(xx: a.xx + b.xx, xy: a.xy + b.xy, yy: a.yy + b.yy)
  }
  @inline(__always)
  static func * (a: Double, b: Hessian) -> Hessian {
    Hessian(xx: a * b.xx, xy: a * b.xy, yy: a * b.yy)
  }
  @inline(__always)
  static func / (a: Hessian, b: Double) -> Hessian {
    Hessian(xx: a.xx / b, xy: a.xy / b, yy: a.yy / b)
  }
}

extension Hessian where L == Double {
  /// v vᵀ.
  static func outer(_ v: Point<Double>) -> Hessian {
    Hessian(xx: v.x * v.x, xy: v.x * v.y, yy: v.y * v.y)
  }

  static func * (a: Hessian, v: Point<Double>) -> Point<Double> {
    Point(a.xx * v.x + a.xy * v.y, a.xy * v.x + a.yy * v.y)
  }

  /// xx yy − xy², right to the last places even where the two products all but cancel.
  var determinant: Double {
    let exact = (DoubleDouble.product(xx, yy) - DoubleDouble.product(xy, xy)).rounded
    // Parts of the exact products overflow earlier than the products themselves.
    return exact.isFinite ? exact : xx * yy - xy * xy
  }

  /// Whether an eigenvalue vanishes: the determinant is no more than what rounding the entries may
  /// have made of 0. How the axes are scaled makes no difference.
  var isSingular: Bool {
    !(abs(determinant) > 8 * Double.ulpOfOne * (abs(xx * yy) + xy * xy))
  }

  /// Not finite where there is none.
  var inverse: Hessian {
    let determinant = determinant
    return Hessian(xx: yy / determinant, xy: -xy / determinant, yy: xx / determinant)
  }

  /// The matrix with the same axes and φ of its eigenvalues.
  func mapped(_ function: (Double) -> Double) -> Hessian {
    let (least, greatest) = eigenvalues
    let (low, high) = (function(least), function(greatest))
    let gap = greatest - least
    // Round, as far as numbers tell: φ of one eigenvalue is φ of both.
    guard gap > 1e-14 * max(abs(least), abs(greatest)) else {
      return Hessian(xx: low, xy: 0, yy: low)
    }
    // Along the greatest axis, P = (A − λmin) / (λmax − λmin), whose trace is 1. The entry that
    // would cancel follows from the others.
    let along = (max(xx, yy) - least) / gap
    let across = xy * xy / (gap * (max(xx, yy) - least))
    let (px, py) = xx >= yy ? (along, across) : (across, along)
    return Hessian(
      xx: high * px + low * py, xy: (high - low) * (xy / gap), yy: high * py + low * px)
  }

  /// Both eigenvalues, the smaller first: how strongly the surface bends along its own axes.
  package var eigenvalues: (least: Double, greatest: Double) {
    let mean = (xx + yy) / 2
    let half = (xx - yy) / 2
    let radius = (half * half + xy * xy).squareRoot()
    let (low, high) = (mean - radius, mean + radius)
    guard radius > 0, radius.isFinite else { return (low, high) }
    // The one nearer to 0 would cancel; the product of both is the determinant.
    if mean > 0 { return (min(determinant / high, high), high) }
    if mean < 0 { return (low, max(determinant / low, low)) }
    return (low, high)
  }
}
