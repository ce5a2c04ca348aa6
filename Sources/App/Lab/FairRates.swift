import Descent
package import Files

extension RaceSetup {
  /// Gives every car a fair rate: that of the first, or its own best one from the start of the race.
  /// A car that arrives at no rate keeps its own.
  package mutating func makeFair(_ fairness: Fairness) {
    self.fairness = fairness
    switch fairness {
    case .same: cars = cars.map { [rate = cars[0].rule.rate] in $0.driven(at: rate) }
    case .best:
      cars = cars.map { [self] car in
        let trials = Parallel.map(RateStrip.rates.count) { index in
          RateStrip.trial(
            of: car, at: RateStrip.rates[index], on: surface, from: start, steps: Trial.standardSteps,
            seed: seed)
        }
        return RateStrip(trials).best.map { car.driven(at: $0) } ?? car
      }
    }
  }
}
