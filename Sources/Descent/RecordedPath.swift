/// A path over a landscape that somebody has recorded: places, and the steps at which it was there.
package struct RecordedPath: Hashable, Sendable {
  /// What it is called, which is its file's name.
  package let name: String
  /// In the order of the steps, 1 at least, finite all; on the landscape without turn and scale.
  package let points: [Point<Double>]
  /// The step of each point, rising, the first 0 or more.
  package let steps: [Int]
  /// The loss that was recorded at each point; `nil` if none was.
  package let losses: [Double]?

  /// - Parameters:
  ///   - steps: as many as points, rising; `nil` for 0, 1, 2 …
  ///   - losses: as many as points, finite all.
  package init(
    _ name: String, points: [Point<Double>], steps: [Int]? = nil, losses: [Double]? = nil
  ) {
    (self.name, self.points, self.losses) = (name, points, losses)
    self.steps = steps ?? Array(points.indices)
  }

  package var first: Point<Double> { points[0] }

  package var lastStep: Int { steps[steps.count - 1] }

  /// The place of the point that it is at after a step: the last recorded till then, before the
  /// first one that.
  func index(at step: Int) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

extension RecordedPath {
  /// How far the losses that were recorded lie from a landscape's heights, over all points that
  /// have a height.
  package struct Difference: Hashable, Sendable {
    /// The largest difference without its sign, and the step of it, the first of several.
    package var largest: Double
    package var step: Int
    /// The mean of the differences without their signs.
    package var mean: Double
  }

  /// Turn and scale of the surface make no difference; `nil` if no losses were recorded.
  package func difference(from surface: any Surface) -> Difference? {
    let landscape = surface.unturned
    var (found, sum, count): (Difference?, Double, Int) = (nil, 0, 0)
    for (index, loss) in (losses ?? []).enumerated() {
      let height = landscape.value(at: points[index])
      guard height.isFinite else { continue }
      let distance = abs(loss - height)
      (sum, count) = (sum + distance, count + 1)
      if distance > found?.largest ?? -1 {
        found = Difference(largest: distance, step: steps[index], mean: 0)
      }
    }
    found?.mean = sum / Double(max(1, count))
    return found
  }

  /// The step of the first point at which a surface has no height, and how many such points there
  /// are; `nil` if there are none.
  package func losesGround(of surface: any Surface) -> (step: Int, count: Int)? {
    let landscape = surface.unturned
    let lost = points.indices.filter { !landscape.value(at: points[$0]).isFinite }
    return lost.first.map { (steps[$0], lost.count) }
  }
}
