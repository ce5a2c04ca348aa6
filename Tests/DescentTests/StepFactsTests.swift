import Descent
import Testing

struct StepFactsTests {
  private func race(
    _ name: String, on surface: any Surface = Catalog.surfaces[0],
    _ sampling: Sampling = Sampling()
  ) throws -> Race {
    let rule = try #require(Catalog.optimizer(named: name))
    let car = Car(name: name, rule: Lineup.suited(rule, to: surface), sampling: sampling)
    return Race(surface: surface, cars: [car], start: surface.about.start, seed: 3)
  }

  @Test func `each rule says what it carries and what it divides by`() throws {
    for rule in Catalog.optimizers {
      let name = rule.about.name
      var race = try race(name)
      for _ in 0..<5 { race.step() }
      let facts = try #require(race.facts(ofCar: 0))
      #expect((facts.carried != nil) == ["momentum", "nesterov"].contains(name), "\(name)")
      // Those whose rate is a length divide the slope; but Lion takes its sign alone.
      let withoutDivisors = rule.about.rate != .length || name == "lion" ? [name] : []
      #expect((facts.divisors == nil) == withoutDivisors.contains(name), "\(name)")
      #expect(facts.felt.isAhead == (name == "nesterov"))
      #expect(facts.felt.isExact == (rule.about.order != .zeroth) && facts.felt.asked == nil)
      #expect(facts.felt.slope == race.surface.gradient(at: facts.felt.place))
      #expect(facts.felt.isAhead || facts.felt.place == facts.position)
    }
  }

  @Test func `a first step has nothing behind it`() throws {
    let facts = try #require(race("momentum").facts(ofCar: 0))
    #expect(facts.lastMove == Point(0, 0) && facts.carried == Point(0, 0))
    #expect(facts.slopeBefore == facts.slope)
  }

  @Test func `the last step began where the car was`() throws {
    var race = try race("adam")
    for _ in 0..<30 {
      let slope = race.surface.gradient(at: race.drivers[0].position)
      race.step()
      #expect(try #require(race.facts(ofCar: 0)).slopeBefore == slope)
    }
  }

  @Test func `noise and a batch part what is shown from what is`() throws {
    let inputs = (0..<20).map(Double.init)
    let data = try LeastSquares(
      Samples(inputs: inputs, targets: inputs.map { 2 * $0 + ($0 - 7) * 0.3 }))
    var race = try race("gd", on: data, Sampling(batch: 6, noise: 0.5))
    var asked: [Int?] = []
    for _ in 0..<4 {
      let felt = try #require(race.facts(ofCar: 0)).felt
      #expect(!felt.isExact && felt.whole == data.gradient(at: felt.place))
      #expect(felt.slope != felt.ofBatch && felt.ofBatch != felt.whole)
      asked.append(felt.asked)
      race.step()
    }
    // Twenty samples in batches of six: the last is smaller.
    #expect(asked == [6, 6, 6, 2])
  }

  @Test func `a crashed car takes no step`() throws {
    var race = try race("gd")
    race = Race(
      surface: race.surface, cars: [Car(name: "gd", rule: race.cars[0].rule.withRate(1e100))],
      start: race.start, seed: 1)
    while !race.isOver { race.step() }
    #expect(race.facts(ofCar: 0) == nil)
  }
}
