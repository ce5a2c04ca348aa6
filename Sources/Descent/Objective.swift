/// The surface as a rule sees it during one step: the slope under the wheels, no map.
///
/// On data with a batch, the gradient is that of this step's mini-batch; with noise, normal
/// errors are added to it. Within one step every gradient sees the same batch and noise.
package struct Objective<L: Lane>: Sendable {
  private let surface: any Surface
  private let batch: Batch?
  private let error: Point<L>?

  /// How often a rule has asked for a gradient.
  package private(set) var gradientEvaluations = 0

  package init(_ surface: any Surface, batch: Batch? = nil, error: Point<L>? = nil) {
    self.surface = surface
    self.batch = batch
    self.error = error
  }

  /// ∇f at a point, as far as this step's batch and noise let one see it.
  @inline(__always)
  mutating func gradient(at point: Point<L>) -> Point<L> {
    gradientEvaluations += 1
    let slope =
      if let batch { L.gradient(of: surface, at: point, over: batch) } else {
        L.gradient(of: surface, at: point)
      }
    return if let error { slope + error } else { slope }
  }
}

/// How a car's view of the slope differs from the exact gradient.
package struct Sampling: Hashable, Sendable {
  /// Samples a step on a data surface; `nil` leaves it to the rule.
  package var batch: Int?
  /// Standard deviation of the normal error added to each gradient component; 0 for none.
  package var noise: Double

  package init(batch: Int? = nil, noise: Double = 0) {
    self.batch = batch
    self.noise = noise
  }
}
