import Descent
import Testing

@Suite struct TrialTests {
  private func car(
    _ name: String, _ rate: Double, noise: Double = 0, schedule: Schedule.Form = .constant
  ) throws -> Car {
    var car = Car(
      name: name, rule: try #require(Catalog.optimizer(named: name)).withRate(rate),
      sampling: Sampling(noise: noise))
    car.schedule.change(to: schedule)
    return car
  }

  private func surface(_ name: String) throws -> any Surface {
    try #require(Catalog.surface(named: name))
  }

  @Test(arguments: Catalog.optimizers.map(\.about.name))
  func `what becomes of a start does not depend on those beside it`(name: String) throws {
    let surface = try surface("himmelblau")
    let rule = Lineup.suited(try #require(Catalog.optimizer(named: name)), to: surface)
    let trial = Trial(of: Car(name: name, rule: rule), on: surface, steps: 60, seed: 7)
    let starts = surface.about.window.lattice(columns: 7, rows: 3)
    let together = trial.outcomes(from: starts)
    #expect(together.count == 21)
    for (start, outcome) in zip(starts, together) {
      #expect("\(trial.outcomes(from: [start])[0])" == "\(outcome)", "from \(start)")
    }
    let backwards = trial.outcomes(from: starts.reversed())
    #expect(backwards.map { "\($0)" } == together.reversed().map { "\($0)" })
  }

  @Test func `drives too long to remember tell the same as short ones`() throws {
    // At rest after 2,048 steps, but for the last bit.
    let surface = try surface("himmelblau")
    let car = try car("momentum", 0.003)
    let starts = surface.about.window.lattice(columns: 5, rows: 3)
    func outcomes(_ steps: Int) -> [Trial.Outcome] {
      Trial(of: car, on: surface, steps: steps, seed: 7).outcomes(from: starts)
    }
    let (short, long) = (outcomes(2048), outcomes(2500))
    #expect(short.contains { $0.end != .elsewhere && $0.steps < 2048 })
    for (short, long) in zip(short, long) {
      #expect(short.end == long.end)
      #expect(short.position.offset(from: long.position).length < 1e-12)
      #expect(short.steps == long.steps)
    }
  }

  @Test(arguments: Catalog.optimizers)
  func `cars beside each other come to what each comes to alone`(rule: any Optimizer) throws {
    let surface = try surface("himmelblau")
    let rule = Lineup.suited(rule, to: surface)
    let trials = stride(from: 0.2, to: 2.4, by: 0.2).map { factor in
      Trial(
        of: Car(name: "car", rule: rule.withRate(factor * rule.rate)), on: surface, steps: 60,
        seed: 7)
    }
    let start = surface.about.start
    for starts in [[start], surface.about.window.lattice(columns: 3, rows: 3)] {
      let together = Trial.outcomes(of: trials, from: starts)
      #expect(together.count == trials.count)
      for (trial, outcomes) in zip(trials, together) {
        #expect("\(starts.flatMap { trial.outcomes(from: [$0]) })" == "\(outcomes)")
      }
    }
  }

  @Test(arguments: [0, 0.5])
  func `a trial is the race of its car alone`(noise: Double) throws {
    let surface = try surface("himmelblau")
    for schedule in Schedule.Form.allCases {
      let car = try car("momentum", 0.003, noise: noise, schedule: schedule)
      let trial = Trial(of: car, on: surface, steps: 150, seed: 11)
      for start in surface.about.window.lattice(columns: 3, rows: 2) {
        var timeline = Timeline(Race(surface: surface, cars: [car], start: start, seed: 11))
        timeline.seek(to: 150)
        let outcome = trial.outcomes(from: [start])[0]
        #expect(outcome.position == timeline.race.drivers[0].position, "\(schedule)")
        #expect(outcome.loss == timeline.race.drivers[0].loss)
      }
    }
  }

  @Test func `a rate crawls, arrives, swings or leaves the road`() throws {
    let bowl = try surface("bowl")
    let start = Point(1.5, 1.0)
    func verdict(_ rate: Double) throws -> Trial.Outcome.Verdict {
      let trial = Trial(of: try car("gd", rate), on: bowl, steps: 300, seed: 7)
      return trial.verdict(on: trial.outcomes(from: [start])[0])
    }
    let jet = bowl.jet(at: start)
    let limit = 2 / jet.hessian.eigenvalues.greatest
    #expect(try verdict(1e-6 * limit) == .crawls)
    #expect(try verdict(0.4 * limit) == .arrives)
    #expect(try verdict(limit) == .swings)
    #expect(try verdict(1.05 * limit) == .leaves)
    #expect(try verdict(1e200) == .leaves)
  }

  @Test func `no steps at all end where they start`() throws {
    let surface = try surface("himmelblau")
    let trial = Trial(of: try car("adam", 0.1), on: surface, steps: 0, seed: 7)
    let outcomes = trial.outcomes(from: [Point(3, 2), Point(0, 0)])
    #expect(outcomes[0].end == .minimum(0) && outcomes[0].steps == 0)
    #expect(outcomes[1].end == .elsewhere && outcomes[1].position == Point(0, 0))
    #expect(trial.outcomes(from: []).isEmpty)
  }

  @Test func `a picture becomes known from coarse to fine, every cell once`() {
    for (columns, rows) in [(1, 1), (8, 8), (9, 17), (30, 5)] {
      let order = CoarseToFine(columns: columns, rows: rows).order
      #expect(order.sorted() == Array(0..<columns * rows))
      var cells = [Int?](repeating: nil, count: columns * rows)
      let coarse = ((columns + 7) / 8) * ((rows + 7) / 8)
      for index in order.prefix(coarse) { cells[index] = index }
      // A coarse picture is whole already.
      for row in 0..<rows {
        for column in 0..<columns {
          let found = CoarseToFine(columns: columns, rows: rows)
            .nearest(column: column, row: row, in: cells)
          #expect(found == row / 8 * 8 * columns + column / 8 * 8)
        }
      }
    }
  }
}
