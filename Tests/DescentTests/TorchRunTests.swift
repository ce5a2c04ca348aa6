import Descent
import Foundation
import Testing

/// Runs of torch's optimizers with momentum, dampening, weight decay, centring, limits and a cycled
/// momentum, beside ours in torch's dialect.
@Suite struct TorchRunTests {
  /// A line of `Fixtures/torch_runs.jsonl`.
  struct Run: Decodable, Sendable, CustomTestStringConvertible {
    var rule: String
    var settings: [String: Value]
    /// The steps of a one-cycle.
    var schedule: Int?
    var surface: String
    var start: [Double]
    /// Step, x and y.
    var points: [[Double]]

    var testDescription: String { "\(rule) \(settings) on \(surface)" }

    enum Value: Decodable, Sendable, CustomStringConvertible {
      case number(Double)
      case word(String)

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        self =
          try (try? value.decode(Double.self)).map(Self.number) ?? .word(value.decode(String.self))
      }

      var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .word(let word): word
        }
      }
    }

    func car() throws -> Car {
      var rule = try #require(Catalog.optimizer(named: rule))
      try rule.set("dialect", to: "torch")
      for (name, value) in settings { try rule.set(name, to: "\(value)") }
      var car = Car(name: rule.about.name, rule: rule)
      if let schedule {
        car.schedule.change(to: .oneCycle)
        car.schedule.steps = schedule
      }
      return car
    }
  }

  static let runs: [Run] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/torch_runs.jsonl")
    return try! String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try! JSONDecoder().decode(Run.self, from: Data($0.utf8)) }
  }()

  @Test(arguments: runs) func `a car drives as torch does`(run: Run) throws {
    let surface = try #require(Catalog.surface(named: run.surface))
    let car = try run.car()
    #expect(car.cyclesMomentum == (run.schedule != nil))
    var race = Race(
      surface: surface, cars: [car], start: Point(run.start[0], run.start[1]), seed: 1)
    for point in run.points {
      while race.tick < Int(point[0]) { race.step() }
      let (found, expected) = (race.drivers[0].position, Point(point[1], point[2]))
      // Where a rule rattles rounding grows.
      let tolerance = point[0] <= 20 ? 1e-9 : 1e-6
      #expect(
        found.offset(from: expected).length <= tolerance * max(1, abs(point[1]), abs(point[2])),
        "step \(Int(point[0])): \(found), not \(expected)")
    }
  }

  @Test(arguments: runs) func `eight drive as one, and the anatomy ends in its move`(run: Run)
    throws
  {
    let surface = try #require(Catalog.surface(named: run.surface))
    let car = try run.car()
    let starts = (0..<8).map { Point(run.start[0] + 0.05 * Double($0), run.start[1]) }
    let outcomes = Trial(of: car, on: surface, steps: 30, seed: 1).outcomes(from: starts)
    for (start, outcome) in zip(starts, outcomes) {
      var race = Race(surface: surface, cars: [car], start: start, seed: 1)
      for _ in 0..<30 {
        let next = race.anatomy(ofCar: 0).last?.readings.last?.value
        race.step()
        #expect(next == race.drivers[0].position)
      }
      #expect(race.drivers[0].position == outcome.position)
    }
  }

  @Test(arguments: runs) func `every symbol but the move's stands in the formula`(run: Run) throws {
    let surface = try #require(Catalog.surface(named: run.surface))
    let car = try run.car()
    var race = Race(
      surface: surface, cars: [car], start: Point(run.start[0], run.start[1]), seed: 1)
    race.step()
    let formula = race.rule(ofCar: 0).formula.joined(separator: "\n")
    for reading in race.anatomy(ofCar: 0).flatMap(\.readings)
    where reading.symbol != "Δθₜ" && !reading.symbol.hasPrefix("η / ") {
      #expect(formula.contains(reading.symbol), "\(reading.symbol) in \(formula)")
    }
  }

  @Test func `only a one-cycle cycles, in torch's dialect unasked, elsewhere if told`() throws {
    var car = Car(name: "adam", rule: try #require(Catalog.optimizer(named: "adam")))
    car.schedule.cyclesMomentum = true
    #expect(!car.cyclesMomentum)
    car.schedule.change(to: .oneCycle)
    #expect(car.cyclesMomentum && car.rule(at: 0).number("beta1") == 0.95)
    car.schedule.cyclesMomentum = nil
    #expect(!car.cyclesMomentum && car.rule(at: 0).number("beta1") == 0.9)
    try car.rule.set("dialect", to: "torch")
    #expect(car.cyclesMomentum)
    // At the peak of the rate the momentum is lowest.
    car.schedule.steps = 10
    #expect(car.rule(at: 2).number("beta1") == 0.85 && car.rule(at: 9).number("beta1") == 0.95)
    var gd = car
    gd.rule = try #require(Catalog.optimizer(named: "adagrad"))
    gd.schedule.cyclesMomentum = true
    #expect(!gd.cyclesMomentum)
  }

  @Test func `dampening and decay move the speed limit`() throws {
    var rule = try #require(Catalog.optimizer(named: "sgd"))
    try rule.set("dialect", to: "torch")
    #expect(rule.stableRate(onParabola: 2) == 1)
    try rule.set("weight-decay", to: "2")
    #expect(rule.stableRate(onParabola: 2) == 0.5)
    try rule.set("momentum", to: "0.5")
    try rule.set("dampening", to: "0.5")
    #expect(rule.stableRate(onParabola: 2) == 1.5)
  }
}
