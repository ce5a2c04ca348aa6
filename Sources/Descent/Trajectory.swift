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
  /// The step that led to each point, θₜ − θₜ₋₁; zero at the start.
  package private(set) var moveX: [Double] = []
  package private(set) var moveY: [Double] = []
  /// Questions asked of the surface until then, and samples read.
  package private(set) var asked: [Double] = []
  package private(set) var samples: [Double] = []

  /// How many of the points lie at or before a tick.
  package func count(through tick: Int) -> Int { min(x.count, tick / stride + 1) }

  /// Ticks must come in order, without gaps, from 0.
  mutating func append(
    _ point: Point<Double>, loss height: Double, tick: Int, cost: Evaluations,
    move: Point<Double> = Point(0, 0)
  ) {
    guard tick % stride == 0, point.isFinite, height.isFinite else { return }
    if x.count == Self.capacity {
      halve(&x)
      halve(&y)
      halve(&loss)
      halve(&moveX)
      halve(&moveY)
      halve(&asked)
      halve(&samples)
      stride *= 2
      guard tick % stride == 0 else { return }
    }
    x.append(point.x)
    y.append(point.y)
    loss.append(height)
    moveX.append(move.x)
    moveY.append(move.y)
    asked.append(Double(cost.total))
    samples.append(Double(cost.samples))
  }

  /// What each point had cost, in order, by one yardstick; for steps, from 0 by `stride`.
  package func costs(by yardstick: Yardstick) -> [Double] {
    switch yardstick {
    case .steps: x.indices.map { Double($0 * stride) }
    case .gradients: asked
    case .data: samples
    }
  }

  /// Drops the points after a tick.
  mutating func forget(after tick: Int) {
    let kept = count(through: tick)
    x.removeLast(x.count - kept)
    y.removeLast(y.count - kept)
    loss.removeLast(loss.count - kept)
    moveX.removeLast(moveX.count - kept)
    moveY.removeLast(moveY.count - kept)
    asked.removeLast(asked.count - kept)
    samples.removeLast(samples.count - kept)
  }

  private func halve(_ values: inout [Double]) {
    for index in 0..<values.count / 2 { values[index] = values[2 * index] }
    values.removeLast(values.count / 2)
  }
}

/// What a race is measured by: what the chart's curves are drawn against, and the cars ordered at.
package enum Yardstick: String, CaseIterable, Sendable {
  case steps
  /// Questions asked of the surface: gradients, and values and Hessians, which count as one each.
  case gradients
  /// Samples of data read.
  case data
}
