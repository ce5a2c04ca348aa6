/// A competitor before the race: a rule with its settings and what it sees of the slope.
package struct Car: Sendable {
  /// Distinct within a race: "adam", "adam-2".
  package var name: String
  package var rule: any Optimizer
  package var sampling: Sampling
  package var schedule = Schedule()
  /// Which of the race's streams of noise and batches it draws from; its own place in the race
  /// unless it was forked from another car, whose luck it shares.
  package var stream: Int?
  /// Where it begins, if not where the race does; the loss is finite there.
  package var start: Point<Double>?

  package init(name: String, rule: any Optimizer, sampling: Sampling = Sampling()) {
    self.name = name
    self.rule = rule
    self.sampling = sampling
  }

  /// Its rule in the step from `tick` to the next.
  package func rule(at tick: Int) -> any Optimizer {
    rule.scheduled(by: drivenSchedule.pace(at: tick))
  }

  /// Whether its schedule moves its momentum or β₁ as well as its rate.
  package var cyclesMomentum: Bool {
    canCycleMomentum && (schedule.cyclesMomentum ?? (rule.dialect == .torch))
  }

  /// Whether there is anything to move.
  package var canCycleMomentum: Bool {
    schedule.form == .oneCycle && rule.cycledMomentum != nil
  }

  /// Its schedule, and what it leaves to the dialect decided.
  var drivenSchedule: Schedule {
    var schedule = schedule
    schedule.cyclesMomentum = cyclesMomentum
    return schedule
  }

  /// The size of a mini-batch for rules that sample when nobody has said how much.
  package static let defaultBatch = 8

  /// The samples it sees a step on this surface; `nil` for all of them, or where there are none.
  package func batch(on surface: any Surface) -> Int? {
    guard surface.sampleCount > 0 else { return nil }
    let size = sampling.batch ?? (rule.about.samplesByDefault ? Self.defaultBatch : nil)
    return size.map { min($0, surface.sampleCount) }
  }

  /// Its gradient is exact here: no batch smaller than the data, no noise.
  package func seesExactSlope(on surface: any Surface) -> Bool {
    sampling.noise == 0 && (batch(on: surface) ?? surface.sampleCount) == surface.sampleCount
  }

  /// The mini-batch of the step from `tick` to the next, as car number `index`; `nil` where it
  /// sees every sample, or where there are none.
  func drawnBatch(
    on surface: any Surface, seed: UInt64, tick: Int, index: Int
  ) -> Batch? {
    guard !seesExactSlope(on: surface) else { return nil }
    return batch(on: surface).map {
      Batch(
        size: $0, of: surface.sampleCount, seed: seed, tick: tick, car: stream ?? index)
    }
  }

  /// What it sees of the surface in the step from `tick` to the next, as car number `index`.
  package func objective(
    on surface: any Surface, seed: UInt64, tick: Int, index: Int
  ) -> Objective<Double> {
    let luck = Objective<Double>.Luck(seed: seed, stream: stream ?? index)
    guard !seesExactSlope(on: surface) else { return Objective(surface, luck: luck) }
    let batch = drawnBatch(on: surface, seed: seed, tick: tick, index: index)
    let noise = sampling.noise
    let error =
      noise > 0
      ? noise * Noise(seed: seed, tick: tick, car: stream ?? index).normalPair() : nil
    return Objective(surface, batch: batch, error: error, luck: luck)
  }
}

extension Optimizer {
  fileprivate func scheduled(by pace: Pace) -> any Optimizer { at(pace) }
}
