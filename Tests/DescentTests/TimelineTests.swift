import Descent
import Testing

@Suite struct TimelineTests {
  private let surface = Catalog.surfaces[0]

  private func timeline() -> Timeline {
    var cars = Lineup.standard(on: surface)
    cars[0].sampling.noise = 2
    return Timeline(Race(surface: surface, cars: cars, start: surface.about.start, seed: 3))
  }

  @Test func `every tick reached by jumping equals the tick reached by driving`() {
    var straight = Race(
      surface: surface, cars: timeline().race.cars, start: surface.about.start, seed: 3)
    var states = [straight.drivers.map(\.position)]
    for _ in 0..<400 {
      straight.step()
      states.append(straight.drivers.map(\.position))
    }
    var timeline = timeline()
    for tick in [400, 3, 399, 256, 255, 257, 0, 1, 250, 249, 248, 400] {
      timeline.seek(to: tick)
      #expect(timeline.tick == tick && timeline.end == 400)
      #expect(timeline.race.drivers.map(\.position) == states[tick])
    }
  }

  @Test func `before the start there is nothing`() {
    var timeline = timeline()
    timeline.seek(to: 10)
    timeline.seek(to: -5)
    #expect(timeline.tick == 0)
    #expect(timeline.race.drivers.allSatisfy { $0.position == surface.about.start })
  }

  @Test func `the path holds every tick from the start`() {
    var timeline = timeline()
    timeline.seek(to: 50)
    let path = timeline.trajectories[2]
    #expect(path.x.count == 51 && path.stride == 1)
    #expect(path.count(through: 20) == 21)
    timeline.seek(to: 20)
    #expect(path.x[20] == timeline.race.drivers[2].position.x)
    #expect(path.loss[20] == timeline.race.drivers[2].loss)
  }

  @Test func `what is left of a beginning fades to nothing, never to subnormal numbers`() throws {
    let adam = Lineup.standard(on: surface)[5]
    var timeline = Timeline(
      Race(surface: surface, cars: [adam], start: surface.about.start, seed: 1))
    var powers: [Double] = []
    for tick in [1, 6000, 8000] {
      timeline.seek(to: tick - 1)
      let correction = timeline.race.anatomy(ofCar: 0).first { $0.part == .correction }
      powers.append(try #require(correction?.readings.first { $0.symbol == "β₁ᵗ" }).value.x)
    }
    #expect(powers[0] == 0.9 && powers[1].isNormal && powers[2] == 0)
  }

  @Test func `memory stays bounded however long the race, and jumping stays exact`() {
    var timeline = Timeline(
      Race(surface: surface, cars: [Lineup.standard(on: surface)[5]], start: Point(1, 1), seed: 1))
    timeline.seek(to: 600_000)
    let path = timeline.trajectories[0]
    #expect(path.x.count <= Trajectory.capacity && path.stride == 128)
    let late = timeline.race.drivers[0].position
    timeline.seek(to: 12_345)
    timeline.seek(to: 600_000)
    #expect(timeline.race.drivers[0].position == late)
    timeline.seek(to: 1280)
    #expect(path.x[10] == timeline.race.drivers[0].position.x)
  }
}
