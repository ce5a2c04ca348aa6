// A spline over one number and over eight. Eight lie in eight different cells, so each asks for its
// own: the same operations as one alone.

extension Double {
  @inline(__always)
  package static func height(on spline: BicubicSpline, _ x: Double, _ y: Double) -> Double {
    spline.height(at: Point(x, y))
  }

  @inline(__always)
  package static func jet(on spline: BicubicSpline, at point: Point<Double>) -> Jet<Double> {
    spline.jet(at: point)
  }
}

extension Lanes {
  package static func height(on spline: BicubicSpline, _ x: Lanes, _ y: Lanes) -> Lanes {
    var heights = Lanes.zero
    for lane in 0..<8 { heights[lane] = spline.height(at: Point(x[lane], y[lane])) }
    return heights
  }

  package static func jet(on spline: BicubicSpline, at point: Point<Lanes>) -> Jet<Lanes> {
    var jet = Jet<Lanes>(.zero, .zero, .zero)
    for lane in 0..<8 {
      let one = spline.jet(at: Point(point.x[lane], point.y[lane]))
      jet.value[lane] = one.value
      (jet.gradient.x[lane], jet.gradient.y[lane]) = (one.gradient.x, one.gradient.y)
      jet.hessian.xx[lane] = one.hessian.xx
      jet.hessian.xy[lane] = one.hessian.xy
      jet.hessian.yy[lane] = one.hessian.yy
    }
    return jet
  }
}
