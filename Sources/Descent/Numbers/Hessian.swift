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
  /// Both eigenvalues, the smaller first: how strongly the surface bends along its own axes.
  package var eigenvalues: (least: Double, greatest: Double) {
    let mean = (xx + yy) / 2
    let half = (xx - yy) / 2
    let radius = (half * half + xy * xy).squareRoot()
    return (mean - radius, mean + radius)
  }
}
