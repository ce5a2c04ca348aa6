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
    var (value, gradient, hessian) = (Lanes.zero, Point<Lanes>.zero, Hessian<Lanes>.zero)
    for lane in 0..<8 {
      let one = spline.jet(at: Point(point.x[lane], point.y[lane]))
      value[lane] = one.value
      (gradient.x[lane], gradient.y[lane]) = (one.gradient.x, one.gradient.y)
      hessian.xx[lane] = one.hessian.xx
      hessian.xy[lane] = one.hessian.xy
      hessian.yy[lane] = one.hessian.yy
    }
    return Jet(value, gradient, hessian)
  }
}
