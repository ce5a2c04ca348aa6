import Class
import Room
import Synchronization

/// A wall for tests: one valley, driven by gradient descent with or without momentum, and what is
/// asked and opened by a script.
final class Wall: Sendable {
  private struct Car {
    var place: Place
    var speed = Place(0, 0)
    var crash: Wording?
  }

  private struct State {
    var cars: [Seat.ID: Car] = [:]
    var step = 0
    var steps = 0
  }

  private let state = Mutex(State())
  let classroom: Classroom

  static let x = -6.0...6.0
  static let y = -4.0...4.0
  private static let start = Place(-5, 3)
  private static let tooFast = Wording([
    "en": "The learning rate is above 2/λmax here.", "ko": "학습률이 이곳의 2/λmax보다 커요.",
  ])
  private static let lost = Wording([
    "en": "You have left the map.", "ko": "지도 밖으로 나갔어요.",
  ])
  /// What every step of a race is said to take: about 30 a second.
  static let frame = Duration.milliseconds(33)

  init(_ classroom: Classroom) {
    self.classroom = classroom
    classroom.show(ClassMap(dark: Self.map(isDark: true), light: Self.map(isDark: false)))
  }

  static func height(_ place: Place) -> Double { place.x * place.x / 20 + place.y * place.y }

  static func slope(_ place: Place) -> Place { Place(place.x / 10, 2 * place.y) }

  private static func map(isDark: Bool) -> String {
    let paints =
      isDark
      ? ["#757451", "#5c6f51", "#3b6753", "#1e5b55", "#104756", "#0d2d4f", "#0c122e"]
      : ["#82aacd", "#8fb7d8", "#a0c5df", "#b5d3e6", "#cce1ed", "#e3eef3", "#f7fafb"]
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -4 12 8" preserveAspectRatio="none">
      <rect x="-6" y="-4" width="12" height="8" fill="\(paints[0])"/>
      """
    for (index, paint) in paints.enumerated().dropFirst() {
      let height = [16.0, 8, 4, 2, 1, 0.4, 0.1][index]
      svg += """
        <ellipse rx="\((20 * height).squareRoot())" ry="\(height.squareRoot())" fill="\(paint)"
        stroke="\(isDark ? "#e6f0e0" : "#24486a")" stroke-opacity=".4" stroke-width=".03"/>
        """
    }
    return svg + "</svg>\n"
  }

  // What the script opens.

  private var ground: Ground { Ground("Ravine", x: Self.x, y: Self.y, map: 1) }

  func race(isFree: Bool) -> Round {
    func rate(_ value: Double) -> SettingOffer {
      SettingOffer("lr", "η", in: 0.001...10, at: value, isLogarithmic: true)
    }
    let rules = [
      RuleOffer(
        "gd", title: "GD", glyph: "●", onDark: "#f4f4f0", onLight: "#1a1c22", settings: [rate(0.1)]),
      RuleOffer(
        "momentum", title: "Momentum", glyph: "▲", onDark: "#f0a30a", onLight: "#8f4700",
        settings: [rate(0.1), SettingOffer("momentum", "γ", in: 0...0.99, at: 0.9)]),
    ]
    return Round(.race(RaceOffer(rules: rules, start: isFree ? nil : Self.start)), on: ground)
  }

  func fog() -> Round {
    Round(.fog(FogOffer(budget: 8, lengths: 0.05...5, start: Self.start)), on: ground)
  }

  /// Sets the cars at their starts.
  func begin(steps: Int) {
    classroom.take(.startRound)
    guard case .driving(let round) = classroom.room.phase else { return }
    state.withLock { state in
      state = State(steps: steps)
      for (seat, choice) in round.choices {
        state.cars[seat] = Car(place: choice.start ?? Self.start)
      }
    }
    tick()
  }

  /// One frame of the wall.
  func tick() {
    guard case .driving(let round) = classroom.room.phase else { return }
    if round.isFog { answer(round) } else { drive(round) }
  }

  private func drive(_ round: Round) {
    let news: ([Standing], Int)? = state.withLock { state in
      guard state.step < state.steps else { return nil }
      if state.step > 0 {
        for (seat, choice) in round.choices { Self.move(&state.cars[seat], choice) }
      }
      state.step += 1
      return (Self.standings(state.cars.mapValues { ($0.place, $0.crash) }), state.step)
    }
    if let (standings, step) = news { classroom.take(.standings(standings, step: step)) }
  }

  private static func move(_ car: inout Car?, _ choice: Choice) {
    guard var moved = car, moved.crash == nil else { return }
    let (slope, rate) = (slope(moved.place), choice.settings["lr"] ?? 0)
    let kept = choice.settings["momentum"] ?? 0
    moved.speed = Place(
      kept * moved.speed.x - rate * slope.x, kept * moved.speed.y - rate * slope.y)
    moved.place = Place(moved.place.x + moved.speed.x, moved.place.y + moved.speed.y)
    if !(height(moved.place) < 1e12) { moved.crash = Self.tooFast }
    car = moved
  }

  private static func standings(_ cars: [Seat.ID: (Place, Wording?)]) -> [Standing] {
    let sorted = cars.sorted {
      (height($0.value.0), $0.key) < (height($1.value.0), $1.key)
    }
    return sorted.enumerated().map { index, car in
      Standing(
        seat: car.key, place: index + 1, loss: height(car.value.0), position: car.value.0,
        crash: car.value.1)
    }
  }

  private func answer(_ round: Round) {
    for (seat, drive) in round.drives where drive.waits {
      let here = drive.feeling?.place ?? Self.start
      var place = here
      if let move = drive.pending {
        let way = Self.way(move.heading)
        place = Place(here.x + move.length * way.x, here.y + move.length * way.y)
      }
      if Self.x.contains(place.x), Self.y.contains(place.y) {
        classroom.take(
          .felt(
            seat, Feeling(at: place, height: Self.height(place), slope: Self.slope(place))))
      } else {
        classroom.take(.crashed(seat, reason: Self.lost))
      }
    }
  }

  /// Eight headings are enough for a test.
  private static func way(_ heading: Int) -> Place {
    let half = 0.5.squareRoot()
    let ways = [(0, 1), (half, half), (1, 0), (half, -half), (0, -1), (-half, -half), (-1, 0)]
    let (x, y) = heading / 45 < ways.count ? ways[heading / 45] : (-half, half)
    return Place(x, y)
  }

  /// Tells who is where, and ends the round.
  func end() {
    if case .driving(let round) = classroom.room.phase, round.isFog {
      let places = round.drives.compactMapValues { drive in
        drive.feeling.map { ($0.place, drive.crash) }
      }
      classroom.take(.standings(Self.standings(places), step: 0))
    }
    classroom.take(.endRound)
  }
}
