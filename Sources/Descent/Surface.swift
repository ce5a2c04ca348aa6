/// A loss surface over two parameters.
///
/// A surface writes its formula once, over any `Field`; value, gradient and Hessian come from it.
/// The concrete requirements below are its doors: inside this module the compiler makes each of
/// them a specialised function for every surface, outside nobody calls a generic one.
package protocol Surface: Sendable {
  var about: SurfaceAbout { get }

  /// The part of the plane where it is known; `nil` for all of it. Elsewhere it is NaN.
  var extent: Window? { get }

  /// f(x, y).
  func formula<F: Field>(_ x: F, _ y: F) -> F

  func value(at point: Point<Double>) -> Double
  func value(at point: Point<Lanes>) -> Lanes

  func gradient(at point: Point<Double>) -> Point<Double>
  func gradient(at point: Point<Lanes>) -> Point<Lanes>

  /// The gradients at many places, as many as there is room for: one call for all.
  func slopes(at places: Span<Point<Double>>, into slopes: inout MutableSpan<Point<Double>>)
  func slopes(at places: Span<Point<Lanes>>, into slopes: inout MutableSpan<Point<Lanes>>)

  /// Value, gradient and Hessian.
  func jet(at point: Point<Double>) -> Jet<Double>

  /// How many samples of data the loss is a mean over; 0 for a surface that is a plain formula.
  var sampleCount: Int { get }

  /// The gradient of the mean loss over one mini-batch; the full gradient where there are no data.
  func gradient(at point: Point<Double>, over batch: Batch) -> Point<Double>
  func gradient(at point: Point<Lanes>, over batch: Batch) -> Point<Lanes>

  /// The mean loss over one mini-batch, and its derivatives; those of all where there are no data.
  func value(at point: Point<Double>, over batch: Batch) -> Double
  func jet(at point: Point<Double>, over batch: Batch) -> Jet<Double>
}

extension Surface {
  package func value<L: Lane>(at point: Point<L>) -> L { formula(point.x, point.y) }

  package func gradient<L: Lane>(at point: Point<L>) -> Point<L> {
    let (x, y) = Slope.variables(at: point)
    return formula(x, y).gradient
  }

  package func slopes<L: Lane>(
    at places: Span<Point<L>>, into slopes: inout MutableSpan<Point<L>>
  ) {
    for index in places.indices {
      let (x, y) = Slope.variables(at: places[index])
      slopes[index] = formula(x, y).gradient
    }
  }

  package func jet<L: Lane>(at point: Point<L>) -> Jet<L> {
    let (x, y) = Jet.variables(at: point)
    return formula(x, y)
  }

  package var extent: Window? { nil }

  package var sampleCount: Int { 0 }

  package func gradient<L: Lane>(at point: Point<L>, over batch: Batch) -> Point<L> {
    gradient(at: point)
  }

  package func value(at point: Point<Double>, over batch: Batch) -> Double { value(at: point) }

  package func jet(at point: Point<Double>, over batch: Batch) -> Jet<Double> { jet(at: point) }
}

/// A surface whose loss is the mean over samples of data, so that it has mini-batches.
package protocol DataSurface: Surface {
  /// The loss of sample `index` alone, 0 ≤ index < `sampleCount`.
  func loss<F: Field>(ofSample index: Int, _ x: F, _ y: F) -> F
}

extension DataSurface {
  package func formula<F: Field>(_ x: F, _ y: F) -> F {
    var sum = loss(ofSample: 0, x, y)
    for index in 1..<max(1, sampleCount) { sum = sum + loss(ofSample: index, x, y) }
    return sum / Double(sampleCount)
  }

  package func gradient<L: Lane>(at point: Point<L>, over batch: Batch) -> Point<L> {
    let (x, y) = Slope.variables(at: point)
    var sum = Point<L>.zero
    for position in batch.positions {
      sum = sum + loss(ofSample: batch.sample(at: position), x, y).gradient
    }
    return sum / Double(batch.positions.count)
  }

  package func value(at point: Point<Double>, over batch: Batch) -> Double {
    mean(over: batch, point.x, point.y)
  }

  package func jet(at point: Point<Double>, over batch: Batch) -> Jet<Double> {
    let (x, y) = Jet.variables(at: point)
    return mean(over: batch, x, y)
  }

  private func mean<F: Field>(over batch: Batch, _ x: F, _ y: F) -> F {
    let positions = batch.positions
    var sum = loss(ofSample: batch.sample(at: positions.lowerBound), x, y)
    for position in positions.dropFirst() {
      sum = sum + loss(ofSample: batch.sample(at: position), x, y)
    }
    return sum / Double(positions.count)
  }
}
