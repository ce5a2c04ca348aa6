/// Another surface, turned about the middle of its window, and with all its heights multiplied by
/// one number. Turning takes away what a rule that works axis by axis gains from valleys along an
/// axis; scaling changes every slope and no direction.
///
/// The suggested rates stay those of the surface itself, so that the difference shows.
package struct TurnedSurface: Surface {
  package let base: any Surface
  package let about: SurfaceAbout
  private let middle: Point<Double>
  private let cosine: Double
  private let sine: Double
  private let scale: Double

  /// Where a place of the surface itself has come to lie.
  fileprivate func place(of point: Point<Double>) -> Point<Double> {
    let d = point - middle
    return middle + Point(cosine * d.x - sine * d.y, sine * d.x + cosine * d.y)
  }

  /// - Parameters:
  ///   - degrees: counter-clockwise, 0 … 90.
  ///   - scale: of the heights, above 0.
  package init(_ base: any Surface, degrees: Double = 0, scale: Double = 1) {
    self.base = base
    self.scale = scale
    // Right angles are exact.
    (cosine, sine) =
      degrees == 0
      ? (1, 0)
      : degrees == 90
        ? (0, 1) : (Double.cos(degrees * .pi2 / 360), Double.sin(degrees * .pi2 / 360))
    var about = base.about
    let (x, y) = (about.window.x, about.window.y)
    middle = Point((x.lowerBound + x.upperBound) / 2, (y.lowerBound + y.upperBound) / 2)
    let half = Point((x.upperBound - x.lowerBound) / 2, (y.upperBound - y.lowerBound) / 2)
    let turn = { [middle, cosine, sine] (point: Point<Double>) in
      let d = point - middle
      return middle + Point(cosine * d.x - sine * d.y, sine * d.x + cosine * d.y)
    }
    about.start = turn(about.start)
    // The box around the ellipse that fills the window, so that a square stays as it is; wider
    // where the start would be outside.
    let c2 = cosine * cosine
    let s2 = sine * sine
    let box = Point(
      (c2 * half.x * half.x + s2 * half.y * half.y).squareRoot(),
      (s2 * half.x * half.x + c2 * half.y * half.y).squareRoot())
    let start = about.start - middle
    let need = max(1, 1.05 * abs(start.x) / box.x, 1.05 * abs(start.y) / box.y)
    about.window = Window(
      x: middle.x - need * box.x...middle.x + need * box.x,
      y: middle.y - need * box.y...middle.y + need * box.y)
    for index in about.criticalPoints.indices {
      about.criticalPoints[index].position = turn(about.criticalPoints[index].position)
      about.criticalPoints[index].value *= scale
    }
    about.turnedBy = degrees
    about.scaledBy = scale
    self.about = about
  }

  /// The place of the surface itself that has come to lie at a point.
  @inline(__always)
  private func source<F: Field>(_ x: F, _ y: F) -> (x: F, y: F) {
    let (dx, dy) = (x - middle.x, y - middle.y)
    return (
      cosine * dx + sine * dy + middle.x, cosine * dy - sine * dx + middle.y
    )
  }

  /// A slope of the surface itself, as it lies here.
  @inline(__always)
  private func turned<L: Lane>(_ g: Point<L>) -> Point<L> {
    scale * Point(cosine * g.x - sine * g.y, sine * g.x + cosine * g.y)
  }

  @inline(__always)
  private func turned(_ jet: Jet<Double>) -> Jet<Double> {
    let (h, c, s) = (jet.hessian, cosine, sine)
    let cross = c * s * (h.xx - h.yy) + (c * c - s * s) * h.xy
    return Jet(
      scale * jet.value, turned(jet.gradient),
      scale
        * Hessian(
          xx: c * c * h.xx - 2 * c * s * h.xy + s * s * h.yy, xy: cross,
          yy: s * s * h.xx + 2 * c * s * h.xy + c * c * h.yy))
  }

  @inline(__always)
  fileprivate func origin<L: Lane>(of point: Point<L>) -> Point<L> {
    let (x, y) = source(point.x, point.y)
    return Point(x, y)
  }

  package func formula<F: Field>(_ x: F, _ y: F) -> F {
    let (x, y) = source(x, y)
    return scale * base.formula(x, y)
  }

  package func value(at point: Point<Double>) -> Double {
    scale * base.value(at: origin(of: point))
  }
  package func value(at point: Point<Lanes>) -> Lanes { scale * base.value(at: origin(of: point)) }

  package func gradient(at point: Point<Double>) -> Point<Double> {
    turned(base.gradient(at: origin(of: point)))
  }
  package func gradient(at point: Point<Lanes>) -> Point<Lanes> {
    turned(base.gradient(at: origin(of: point)))
  }

  package func slopes(
    at places: Span<Point<Double>>, into slopes: inout MutableSpan<Point<Double>>
  ) {
    for index in places.indices { slopes[index] = gradient(at: places[index]) }
  }
  package func slopes(
    at places: Span<Point<Lanes>>, into slopes: inout MutableSpan<Point<Lanes>>
  ) {
    for index in places.indices { slopes[index] = gradient(at: places[index]) }
  }

  package func jet(at point: Point<Double>) -> Jet<Double> {
    turned(base.jet(at: origin(of: point)))
  }

  package var sampleCount: Int { base.sampleCount }

  package func gradient(at point: Point<Double>, over batch: Batch) -> Point<Double> {
    turned(base.gradient(at: origin(of: point), over: batch))
  }
  package func gradient(at point: Point<Lanes>, over batch: Batch) -> Point<Lanes> {
    turned(base.gradient(at: origin(of: point), over: batch))
  }
  package func value(at point: Point<Double>, over batch: Batch) -> Double {
    scale * base.value(at: origin(of: point), over: batch)
  }
  package func jet(at point: Point<Double>, over batch: Batch) -> Jet<Double> {
    turned(base.jet(at: origin(of: point), over: batch))
  }
}

extension Surface {
  /// The place of the surface as it was made that lies at a point, and back.
  package func source(of point: Point<Double>) -> Point<Double> {
    (self as? TurnedSurface)?.origin(of: point) ?? point
  }
  package func image(of point: Point<Double>) -> Point<Double> {
    (self as? TurnedSurface)?.place(of: point) ?? point
  }

  /// The surface as it was made, without turn and scale.
  package var unturned: any Surface { (self as? TurnedSurface)?.base ?? self }

  /// The surface at another angle and scale, 0 … 90 degrees.
  package func turned(by degrees: Double, scaledBy scale: Double) -> any Surface {
    degrees == 0 && scale == 1
      ? unturned : TurnedSurface(unturned, degrees: degrees, scale: scale)
  }
}
