import Descent
package import Files

extension RaceSetup {
  /// Gives every car a fair rate: that of the first, or its own best one from the start of the
  /// race. A car that arrives at no rate keeps its own.
  /// - Parameter tell: hears how many rates of all cars are done.
  package mutating func makeFair(
    _ fairness: Fairness, tell: @Sendable (Int) -> Void = { _ in }
  ) {
    self.fairness = fairness
    switch fairness {
    case .same: cars = cars.map { [rate = cars[0].rule.rate] in $0.driven(at: rate) }
    case .best:
      cars = cars.enumerated().map { [surface, start, seed] place, car in
        guard car.path == nil else { return car }
        let trials = RateStrip.trials(
          at: RateStrip.rates[...], of: car, on: surface, from: start, seed: seed,
          tell: { tell(place * RateStrip.rates.count + $0) })
        return RateStrip(trials).best.map { car.driven(at: $0) } ?? car
      }
    }
  }
}

extension Fairness {
  /// How many drives it takes to make so many cars fair, at most.
  package static func rates(_ cars: Int) -> Int { cars * RateStrip.rates.count }
}

extension RateStrip {
  /// What becomes of a car at each of some rates, on all processors.
  static func trials(
    at rates: ArraySlice<Double>, of car: Car, on surface: any Surface,
    from start: Point<Double>, seed: UInt64, tell: @Sendable (Int) -> Void = { _ in }
  ) -> [AtRate] {
    Parallel.map(rates.count, inRunsOf: 4, tell: tell) { run in
      trials(
        of: car, at: run.map { rates[rates.startIndex + $0] }, on: surface, from: start,
        steps: Trial.standardSteps, seed: seed)
    }
  }
}
