/// The path of one car: where it was and how high, at every `stride`-th tick from 0.
///
/// Memory is bounded: when `capacity` points are full, every other one is dropped and the stride
/// doubles. Only finite points are kept, so the path of a crashed car ends at its last one.
package struct Trajectory: Sendable {
  package static let capacity = 8192

  package private(set) var stride = 1
  package private(set) var x: [Double] = []
  package private(set) var y: [Double] = []
  package private(set) var loss: [Double] = []

  /// How many of the points lie at or before a tick.
  package func count(through tick: Int) -> Int { min(x.count, tick / stride + 1) }

  /// Ticks must come in order, without gaps, from 0.
  mutating func append(_ point: Point<Double>, loss height: Double, tick: Int) {
    guard tick % stride == 0, point.isFinite, height.isFinite else { return }
    if x.count == Self.capacity {
      halve(&x)
      halve(&y)
      halve(&loss)
      stride *= 2
      guard tick % stride == 0 else { return }
    }
    x.append(point.x)
    y.append(point.y)
    loss.append(height)
  }

  /// Drops the points after a tick.
  mutating func forget(after tick: Int) {
    let kept = count(through: tick)
    x.removeLast(x.count - kept)
    y.removeLast(y.count - kept)
    loss.removeLast(loss.count - kept)
  }

  private func halve(_ values: inout [Double]) {
    for index in 0..<values.count / 2 { values[index] = values[2 * index] }
    values.removeLast(values.count / 2)
  }
}
