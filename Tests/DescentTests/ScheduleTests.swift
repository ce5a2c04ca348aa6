import Descent
import Testing

@Suite struct ScheduleTests {
  private func schedule(_ form: Schedule.Form, _ steps: Int, _ factor: Double? = nil) -> Schedule {
    var schedule = Schedule()
    schedule.change(to: form)
    schedule.steps = steps
    if let factor { schedule.factor = factor }
    return schedule
  }

  private func factors(_ schedule: Schedule, _ ticks: [Int]) -> [Double] {
    ticks.map { schedule.factor(at: $0) }
  }

  private func expect(_ found: [Double], _ expected: [Double]) {
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(found) \(expected)")
  }

  @Test func `each form is what its formula says`() {
    expect(factors(Schedule(), [0, 1000]), [1, 1])
    expect(factors(schedule(.step, 10), [0, 9, 10, 29, 30]), [1, 1, 0.1, 0.01, 0.001])
    expect(factors(schedule(.cosine, 100), [0, 50, 100, 150]), [1, 0.5, 0, 0])
    expect(factors(schedule(.cosine, 100, 0.2), [0, 50, 100]), [1, 0.6, 0.2])
    expect(factors(schedule(.warmUp, 4), [0, 1, 2, 4, 9]), [0, 0.25, 0.5, 1, 1])
    expect(factors(schedule(.inverse, 10), [0, 10, 90]), [1, 0.5, 0.1])
  }

  /// OneCycleLR(max_lr=1, total_steps=10) of PyTorch 2.13: 0.3 · 10 − 1 = 2 steps up, 7 down.
  @Test func `one cycle rises to the rate and falls far below it`() {
    let cycle = schedule(.oneCycle, 10)
    expect(factors(cycle, [0, 1, 2, 9, 40]), [0.04, 0.52, 1, 4e-6, 4e-6])
    #expect((2..<9).allSatisfy { cycle.factor(at: $0) > cycle.factor(at: $0 + 1) })
    for steps in 1...4 {
      let short = schedule(.oneCycle, steps)
      #expect((0..<6).allSatisfy { 0...1 ~= short.factor(at: $0) })
    }
  }

  @Test func `the rate of a step is the rule's times the factor, and the anatomy has it`() throws {
    let surface = try #require(Catalog.surface(named: "bowl"))
    var car = Car(name: "gd", rule: try #require(Catalog.optimizer(named: "gd")).withRate(0.1))
    car.schedule = schedule(.step, 3)
    var race = Race(surface: surface, cars: [car], start: Point(1, 0), seed: 1)
    var x = 1.0
    for tick in 0..<8 {
      let rate = 0.1 * car.schedule.factor(at: tick)
      x -= rate * (2 * x)
      #expect(race.rule(ofCar: 0).rate == rate)
      let move = try #require(race.anatomy(ofCar: 0).last?.readings.last?.value)
      race.step()
      #expect(race.drivers[0].position == Point(x, 0) && move == Point(x, 0))
    }
  }

  @Test func `a schedule given on the way is in force from there, and not before`() throws {
    let surface = try #require(Catalog.surface(named: "bowl"))
    let car = Car(name: "gd", rule: try #require(Catalog.optimizer(named: "gd")).withRate(0.01))
    var timeline = Timeline(Race(surface: surface, cars: [car], start: Point(1, 1), seed: 1))
    timeline.seek(to: 80)
    var changed = timeline.race.cars[0]
    changed.schedule = schedule(.inverse, 20)
    timeline.change(car: 0, to: changed)
    timeline.seek(to: 200)
    let late = timeline.race.drivers[0].position
    #expect(timeline.race.rule(ofCar: 0).rate == 0.01 / 11)
    timeline.seek(to: 40)
    #expect(timeline.race.rule(ofCar: 0).rate == 0.01)
    timeline.seek(to: 200)
    #expect(timeline.race.drivers[0].position == late)
  }
}
