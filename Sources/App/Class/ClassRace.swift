package import Descent
import Files
package import Room

/// The race of a round: whose the cars are, and who has arrived.
package struct ClassRace: Sendable {
  /// The seats of the cars, in their order.
  package let seats: [Seat.ID]
  /// The step at which a car came to a minimum and has stayed since.
  private var arrivals: [Int: Arrival] = [:]
  /// Why cars cannot go on.
  var crashes: [Int: Wording] = [:]

  private struct Arrival: Hashable, Sendable {
    var step: Int
    var minimum: Point<Double>
    var isLowest: Bool
  }

  /// A round is over after so many steps.
  package static let mostSteps = 600
  /// As fast as pictures come.
  static let speed = Speed(stepsPerSecond: 30)

  init(seats: [Seat.ID]) { self.seats = seats }

  /// Takes down who is at a minimum at the race's tick.
  mutating func note(_ race: Race) {
    let ground = Arrivals(from: race.start, on: race.surface)
    for (car, driver) in race.drivers.enumerated() {
      guard driver.crash == nil, let minimum = ground.minimum(at: driver.position, driver.loss)
      else {
        arrivals[car] = nil
        continue
      }
      if arrivals[car]?.minimum == minimum.position { continue }
      arrivals[car] = Arrival(
        step: race.tick, minimum: minimum.position, isLowest: minimum.kind == .globalMinimum)
    }
  }

  /// The step at which a car came to a lowest minimum where it still is. Who starts at one has not
  /// come there.
  func arrival(of car: Int) -> Int? {
    arrivals[car].flatMap { $0.isLowest && $0.step > 0 ? $0.step : nil }
  }

  /// Nobody is left to drive: all have crashed, or have been at a minimum long enough.
  func isOver(_ race: Race) -> Bool {
    race.tick >= Self.mostSteps
      || race.drivers.indices.allSatisfy { car in
        race.drivers[car].crash != nil
          || arrivals[car].map { race.tick - $0.step >= Timeline.stepsToArrive } ?? false
      }
  }

  /// Cars with their places, the first one first: who has arrived at a lowest minimum, in the order
  /// of arrival; then the others, the lowest first; at last those that have crashed, the one that
  /// held out longest first. Equal ones share a place.
  package func ranking(of race: Race) -> [(car: Int, place: Int)] {
    let keys = race.drivers.indices.map { car -> (group: Int, value: Double) in
      let driver = race.drivers[car]
      if let crash = driver.crash { return (2, -Double(crash.step)) }
      if let step = arrival(of: car) { return (0, Double(step)) }
      return (1, driver.loss)
    }
    var ranking: [(car: Int, place: Int)] = []
    for car in keys.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) {
      let isTied = ranking.last.map { keys[$0.car] == keys[car] } ?? false
      ranking.append((car, isTied ? ranking[ranking.count - 1].place : ranking.count + 1))
    }
    return ranking
  }

  /// How the cars stand, for the room.
  func standings(of timeline: Timeline) -> [Standing] {
    let race = timeline.race
    return ranking(of: race).map { car, place in
      let driver = race.drivers[car]
      var position = driver.position
      if driver.crash != nil, let x = timeline.trajectories[car].x.last,
        let y = timeline.trajectories[car].y.last
      {
        position = Point(x, y)
      }
      return Standing(
        seat: seats[car], place: place, loss: driver.crash?.lastFiniteLoss ?? driver.loss,
        position: ClassPlace(position.x, position.y), crash: crashes[car])
    }
  }
}

private func < (
  a: ((group: Int, value: Double), Int), b: ((group: Int, value: Double), Int)
) -> Bool {
  (a.0.group, a.0.value, a.1) < (b.0.group, b.0.value, b.1)
}
