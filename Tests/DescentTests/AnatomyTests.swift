import Descent
import Testing

@Suite struct AnatomyTests {
  /// Every rule at its defaults and with each of its named forms.
  static let rules: [any Optimizer] = Catalog.optimizers.flatMap { rule in
    let forms = [
      ("eps-placement", "outside-sqrt"), ("bias-correction", "off"), ("bias-correction", "on"),
      ("form", "dozat"), ("dialect", "torch"), ("dialect", "optax"),
    ]
    return [rule]
      + forms.compactMap { name, word in
        var other = rule
        return (try? other.set(name, to: word)) == nil ? nil : other
      }
  }

  private func race(_ rule: any Optimizer, noise: Double = 0) throws -> Race {
    let surface = try #require(Catalog.surface(named: "himmelblau"))
    let rule = Lineup.suited(rule, to: surface)
    let car = Car(name: rule.about.name, rule: rule, sampling: Sampling(noise: noise))
    return Race(surface: surface, cars: [car], start: surface.about.start, seed: 5)
  }

  private func value(_ symbol: String, in anatomy: [Substep]) -> Point<Double>? {
    anatomy.flatMap(\.readings).first { $0.symbol == symbol }?.value
  }

  @Test(arguments: rules)
  func `the anatomy ends in the very move that the step makes`(rule: any Optimizer) throws {
    for noise in [0, 2.5] {
      var race = try race(rule, noise: noise)
      for _ in 0..<60 {
        let anatomy = race.anatomy(ofCar: 0)
        let last = try #require(anatomy.last)
        #expect(last.part == .move)
        race.step()
        #expect(value("θₜ₊₁", in: anatomy) == race.drivers[0].position)
      }
    }
  }

  @Test(arguments: rules)
  func `what a step leaves in memory is what the next one carries over`(rule: any Optimizer) throws
  {
    var race = try race(rule)
    for _ in 0..<20 {
      let before = race.anatomy(ofCar: 0)
      race.step()
      let after = race.anatomy(ofCar: 0)
      for reading in after.flatMap(\.readings) where reading.symbol.hasSuffix("ₜ₋₁") {
        guard !reading.symbol.contains(" ") else { continue }
        let kept = try #require(value(reading.symbol.replacing("ₜ₋₁", with: "ₜ"), in: before))
        #expect(kept == reading.value, "\(reading.symbol)")
      }
    }
  }

  @Test(arguments: rules)
  func `every symbol but the move's stands in the rule's formula`(rule: any Optimizer) throws {
    var race = try race(rule)
    race.step()
    let formula = rule.formula.joined(separator: "\n")
    for reading in race.anatomy(ofCar: 0).flatMap(\.readings)
    where reading.symbol != "Δθₜ" && !reading.symbol.hasPrefix("η / ") {
      #expect(formula.contains(reading.symbol), "\(reading.symbol) in \(formula)")
    }
  }

  @Test func `the ways of NAG join: speed carried over, then the slope met there`() throws {
    var race = try race(try #require(Catalog.optimizer(named: "nesterov")))
    for _ in 0..<7 { race.step() }
    let anatomy = race.anatomy(ofCar: 0)
    let carried = try #require(value("γ vₜ₋₁", in: anatomy))
    let ahead = try #require(value("θₜ − γ vₜ₋₁", in: anatomy))
    let position = race.drivers[0].position
    #expect(ahead == Point(position.x - carried.x, position.y - carried.y))
    #expect(value("∇J(θₜ − γ vₜ₋₁)", in: anatomy) == race.surface.gradient(at: ahead))
  }

  @Test func `Momentum from NAG's very state carries the same speed and feels the slope here`()
    throws
  {
    var race = try race(try #require(Catalog.optimizer(named: "nesterov")))
    for _ in 0..<9 { race.step() }
    var momentum = try #require(Catalog.optimizer(named: "momentum"))
    try momentum.set("lr", to: "\(race.cars[0].rule.rate)")
    let ghost = race.anatomy(of: momentum, insteadOfCar: 0)
    let own = race.anatomy(ofCar: 0)
    #expect(race.drivers[0].sharesMemory(with: momentum))
    #expect(value("vₜ₋₁", in: ghost) == value("vₜ₋₁", in: own))
    #expect(value("∇J(θₜ)", in: ghost) == race.surface.gradient(at: race.drivers[0].position))
    let adam = try #require(Catalog.optimizer(named: "adam"))
    #expect(!race.drivers[0].sharesMemory(with: adam))
    #expect(value("mₜ₋₁", in: race.anatomy(of: adam, insteadOfCar: 0)) == Point(0, 0))
  }

  @Test func `Adam's first step is the rate with bias correction, and 3.16 rates without`() throws {
    let surface = try #require(Catalog.surface(named: "himmelblau"))
    for (word, rates) in [("on", 1.0), ("off", 0.1 / 0.001.squareRoot())] {
      var rule = try #require(Catalog.optimizer(named: "adam"))
      try rule.set("lr", to: "0.01")
      try rule.set("bias-correction", to: word)
      let race = Race(
        surface: surface, cars: [Car(name: "adam", rule: rule)], start: surface.about.start,
        seed: 1)
      let move = try #require(value("Δθₜ", in: race.anatomy(ofCar: 0)))
      #expect(abs(abs(move.x) / (0.01 * rates) - 1) < 1e-5)
      #expect(abs(abs(move.y) / (0.01 * rates) - 1) < 1e-5)
    }
  }

  @Test func `a crashed car takes no step`() throws {
    var rule = try #require(Catalog.optimizer(named: "gd"))
    try rule.set("lr", to: "1")
    let surface = try #require(Catalog.surface(named: "rosenbrock"))
    var race = Race(
      surface: surface, cars: [Car(name: "gd", rule: rule)], start: Point(-1.2, 1), seed: 1)
    while !race.isOver { race.step() }
    #expect(race.anatomy(ofCar: 0).isEmpty)
  }
}
