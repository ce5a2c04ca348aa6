/// What a car does at each of many rates: from one start, and from a lattice of starts all over the
/// window.
package struct RateStrip: Hashable, Sendable {
  /// One for each of `rates`.
  package let trials: [AtRate]

  package struct AtRate: Hashable, Sendable {
    /// From the start of the race.
    package let verdict: Trial.Outcome.Verdict
    /// The minimum that it came to from there.
    package let minimum: Int?
    /// How many of the lattice's starts came to a minimum, and to one of the lowest.
    package let arrived: Int
    package let arrivedLowest: Int
    /// Their steps on the way to it in all, those of a start that did not arrive counted as all
    /// there were.
    package let steps: Int

    /// - Parameter outcomes: from the start of the race, then from those of the lattice.
    fileprivate init(_ trial: Trial, _ outcomes: [Trial.Outcome]) {
      let lowest = trial.minima.first?.value
      var (arrived, arrivedLowest, steps) = (0, 0, 0)
      for outcome in outcomes.dropFirst() {
        steps += outcome.steps
        guard case .minimum(let index) = outcome.end else { continue }
        arrived += 1
        // Minima of equal height have been computed, each with its own rounding.
        if trial.minima[index].value - lowest! <= 1e-9 * max(1, lowest!.magnitude) {
          arrivedLowest += 1
        }
      }
      let own = outcomes[0]
      verdict = trial.verdict(on: own)
      minimum = if case .minimum(let index) = own.end { index } else { nil }
      (self.arrived, self.arrivedLowest, self.steps) = (arrived, arrivedLowest, steps)
    }
  }

  /// Starts along each side of the lattice, and in all.
  private static let side = 8
  package static let starts = side * side

  /// From 10^−5 to 10, twenty a decade at equal ratios, in three digits.
  package static let rates =
    Sweep.Axis("lr", from: 1e-5, to: 10, count: 121, isLogarithmic: true).values
    .map { said($0, digits: 3) }

  package init(_ trials: [AtRate]) { self.trials = trials }

  /// What a car does at each of some rates.
  package static func trials(
    of car: Car, at rates: some Collection<Double>, on surface: any Surface,
    from start: Point<Double>, steps: Int, seed: UInt64
  ) -> [AtRate] {
    let trials = rates.map { rate in
      var car = car
      car.rule = car.rule.withRate(rate)
      return Trial(of: car, on: surface, steps: steps, seed: seed)
    }
    let starts = [start] + surface.about.window.lattice(columns: side, rows: side)
    return zip(trials, Trial.outcomes(of: trials, from: starts)).map(AtRate.init)
  }

  /// The best rate: at which most of the lattice's starts come to a lowest minimum; among those at
  /// which most come to any; among those the one with the fewest steps. `nil` where none arrives.
  package var best: Double? {
    let order = trials.indices.sorted { a, b in
      let (one, other) = (trials[a], trials[b])
      if one.arrivedLowest != other.arrivedLowest { return one.arrivedLowest > other.arrivedLowest }
      if one.arrived != other.arrived { return one.arrived > other.arrived }
      return one.steps == other.steps ? a < b : one.steps < other.steps
    }
    return order.first.flatMap { trials[$0].arrived > 0 ? Self.rates[$0] : nil }
  }

  /// Which of the rates is nearest to another, by ratio.
  package static func index(of rate: Double) -> Int {
    let index = rates.firstIndex { $0 >= rate } ?? rates.count - 1
    guard index > 0 else { return 0 }
    return rates[index] / rate < rate / rates[index - 1] ? index : index - 1
  }
}
