/// A competitor before the race: a rule with its settings and what it sees of the slope.
package struct Car: Sendable {
  /// Distinct within a race: "adam", "adam-2".
  package var name: String
  package var rule: any Optimizer
  package var sampling: Sampling

  package init(name: String, rule: any Optimizer, sampling: Sampling = Sampling()) {
    self.name = name
    self.rule = rule
    self.sampling = sampling
  }

  /// The samples it sees a step on this surface; `nil` for the whole truth.
  package func batch(on surface: any Surface) -> Int? {
    surface.sampleCount > 0 ? sampling.batch.map { min($0, surface.sampleCount) } : nil
  }

  /// Its gradient is exact here: no batch smaller than the data, no noise.
  package func seesExactSlope(on surface: any Surface) -> Bool {
    sampling.noise == 0 && (batch(on: surface) ?? surface.sampleCount) == surface.sampleCount
  }
}
