import Descent
import Testing

@Suite struct ChangeTests {
  private let surface = Catalog.surfaces[0]

  private func timeline() -> Timeline {
    var cars = Lineup.standard(on: surface)
    cars[0].sampling.noise = 2
    return Timeline(Race(surface: surface, cars: cars, start: surface.about.start, seed: 3))
  }

  private func positions(_ timeline: Timeline) -> [Point<Double>] {
    timeline.race.drivers.map(\.position)
  }

  @Test(arguments: [0, 40, 64, 100, 128])
  func `a changed rate is in force from its step on, and going back shows the old one`(
    tick: Int
  ) throws {
    var timeline = timeline()
    timeline.seek(to: 300)
    let untouched = timeline
    timeline.seek(to: tick)
    let faster = timeline.race.cars[5].rule.withRate(0.7)
    timeline.change(car: 5, to: faster, Sampling())
    #expect(timeline.end == tick)
    timeline.seek(to: 300)

    // The same, driven straight.
    var race = untouched
    race.seek(to: tick)
    let before = positions(race)
    var straight = self.timeline()
    straight.seek(to: tick)
    straight.change(car: 5, to: faster, Sampling())
    for target in tick + 1...300 { straight.seek(to: target) }
    #expect(positions(timeline) == positions(straight))
    #expect(timeline.race.drivers[5].position != untouched.race.drivers[5].position)
    #expect(timeline.race.drivers[0].position == untouched.race.drivers[0].position)

    let late = positions(timeline)
    for target in [tick, 299, 0, tick + 1, 200, 300] where target <= 300 {
      timeline.seek(to: target)
      #expect(timeline.race.cars[5].rule.rate == (target >= tick ? 0.7 : 0.15))
      if target == tick { #expect(positions(timeline) == before) }
    }
    #expect(positions(timeline) == late)
    #expect(timeline.trajectories[5].x.count == 301)
  }

  @Test func `a change forgets what had been driven and changed beyond it`() {
    var timeline = timeline()
    timeline.seek(to: 200)
    timeline.change(car: 1, to: timeline.race.cars[1].rule.withRate(0.0001), Sampling())
    timeline.seek(to: 250)
    timeline.seek(to: 100)
    timeline.change(car: 1, to: timeline.race.cars[1].rule.withRate(0.0005), Sampling())
    timeline.seek(to: 250)
    #expect(timeline.changes.map(\.tick) == [100])
    #expect(timeline.race.cars[1].rule.rate == 0.0005)
  }

  @Test func `the last of several changes at one step counts`() {
    var timeline = timeline()
    timeline.seek(to: 10)
    for rate in [0.1, 0.2, 0.3] {
      timeline.change(car: 3, to: timeline.race.cars[3].rule.withRate(rate), Sampling())
    }
    timeline.seek(to: 5)
    timeline.seek(to: 20)
    #expect(timeline.changes.count == 1 && timeline.race.cars[3].rule.rate == 0.3)
  }

  @Test func `a change before the first step starts the car anew, its memory's beginning too`() {
    var timeline = timeline()
    timeline.seek(to: 20)
    timeline.seek(to: 0)
    var careful = timeline.race.cars[3].rule
    #expect(throws: Never.self) { try careful.set("initial-accumulator", to: "1e6") }
    timeline.change(car: 3, to: careful, Sampling())
    timeline.seek(to: 20)
    var cars = self.timeline().race.cars
    cars[3].rule = careful
    var alone = Race(surface: surface, cars: cars, start: surface.about.start, seed: 3)
    for _ in 0..<20 { alone.step() }
    #expect(positions(timeline) == alone.drivers.map(\.position))
  }

  @Test func `a fork has the past of its car, and its luck, until a setting is changed`() {
    var timeline = timeline()
    timeline.seek(to: 150)
    timeline.fork(car: 0, named: "gd-2")
    #expect(timeline.race.cars.map(\.name).last == "gd-2")
    for tick in [150, 10, 400] {
      timeline.seek(to: tick)
      let drivers = timeline.race.drivers
      #expect(drivers[6].position == drivers[0].position)
    }
    timeline.seek(to: 200)
    timeline.change(
      car: 6, to: timeline.race.cars[6].rule.withRate(0.002), timeline.race.cars[6].sampling)
    timeline.seek(to: 230)
    #expect(timeline.race.drivers[6].position != timeline.race.drivers[0].position)
    timeline.seek(to: 200)
    #expect(timeline.race.drivers[6].position == timeline.race.drivers[0].position)
    #expect(timeline.trajectories[6].x.prefix(201) == timeline.trajectories[0].x.prefix(201))
  }

  @Test func `a fork of a changed car has its changes too`() {
    var timeline = timeline()
    timeline.seek(to: 50)
    timeline.change(car: 2, to: timeline.race.cars[2].rule.withRate(0.0003), Sampling())
    timeline.seek(to: 90)
    timeline.fork(car: 2, named: "nesterov-2")
    for tick in [20, 60, 300] {
      timeline.seek(to: tick)
      #expect(timeline.race.drivers[6].position == timeline.race.drivers[2].position)
      #expect(timeline.race.cars[6].rule.rate == timeline.race.cars[2].rule.rate)
    }
  }
}
