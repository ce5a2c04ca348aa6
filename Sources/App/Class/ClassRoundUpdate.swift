import Descent
import Drawing
import Files
import Room
import Texts

// Rounds of a class: what is offered, the race, its end.
extension Model {
  /// The surface of the next round.
  var classSurface: (any Surface)? {
    guard let wall = classroom, surfaces.indices.contains(wall.surfaceIndex) else { return nil }
    return surfaces[wall.surfaceIndex].turned(by: turn, scaledBy: heightScale)
  }

  /// Lets everybody choose.
  mutating func openRound() -> [Effect] {
    guard let wall = classroom, !wall.isDriving, let surface = classSurface else { return [] }
    classroom?.list = nil
    classroom?.race = nil
    classroom?.asked = nil
    classroom?.maps += 1
    let window = surface.about.window
    let ground = Ground(
      strings.title(of: surface.about), x: window.x, y: window.y, map: wall.maps + 1)
    let start = ClassPlace(surface.about.start.x, surface.about.start.y)
    let kind: RoundKind
    if wall.isFog {
      let side = min(PlaneRect(window).width, PlaneRect(window).height)
      kind = .fog(
        FogOffer(budget: Self.fogBudget, lengths: side / 200...side / 2, start: start))
    } else {
      let looks = (themes.standard(onLight: false), themes.standard(onLight: true))
      let rules = wall.rules.map { rule in
        RuleOffer(rule, on: surface, allowsSettings: wall.allowsSettings, looks)
      }
      kind = .race(RaceOffer(rules: rules, start: wall.isFromOneStart ? start : nil))
    }
    begin(Timeline(Race(surface: surface, cars: [], start: surface.about.start, seed: seed)))
    (hidden, focus) = ([], 0)
    self.window = PlaneRect(window)
    return [.tellClass(.map)] + tellClass(.openRound(Round(kind, on: ground)))
  }

  /// Steps that everybody has in a drive without the map.
  private static let fogBudget = 15

  /// What the teacher changes about a round that is open: everybody chooses again.
  mutating func changeRound(_ message: ClassMessage) -> [Effect] {
    guard let wall = classroom, !wall.isDriving else { return [] }
    switch message {
    case .otherSurface(let steps):
      classroom?.surfaceIndex = (wall.surfaceIndex + steps + surfaces.count) % surfaces.count
    case .toggleStarts: classroom?.isFromOneStart.toggle()
    case .toggleSettings: classroom?.allowsSettings.toggle()
    default: classroom?.isFog.toggle()
    }
    return openRound()
  }

  mutating func startRound() -> [Effect] {
    guard let wall = classroom, case .choosing(let round) = wall.room.phase else { return [] }
    guard round.isFog || !round.choices.isEmpty else {
      warn(strings[.wallNobodyChose])
      return []
    }
    classroom?.fogWays = [:]
    let effects = tellClass(.startRound)
    if round.isFog { return effects + answerFog() }
    enterRace(of: round)
    return effects + tellStandings()
  }

  private mutating func enterRace(of round: Round) {
    guard let wall = classroom, let surface = classSurface else { return }
    let choices = round.choices.sorted { $0.key < $1.key }
    let cars = choices.compactMap { seat, choice in
      wall.rules.first { $0.about.name == choice.rule }.map { rule in
        Self.car(of: seat, rule, choice, on: surface)
      }
    }
    let race = Race(surface: surface, cars: cars, start: surface.about.start, seed: seed)
    begin(Timeline(race))
    var own = ClassRace(seats: choices.map(\.key))
    own.note(race)
    classroom?.race = own
    (hidden, focus, view) = ([], 0, .overlay)
    (speed, isPlaying) = (ClassRace.speed, true)
  }

  /// A start without height, where nobody can drive from, is the surface's own.
  private static func car(
    of seat: Seat.ID, _ rule: any Optimizer, _ choice: Choice, on surface: any Surface
  ) -> Car {
    var car = Car(name: "\(rule.about.name)-\(seat)", rule: rule)
    for (name, value) in choice.settings { try? car.rule.set(name, to: "\(value)") }
    if let start = choice.start {
      let place = Point(start.x, start.y)
      if surface.value(at: place).isFinite { car.start = place }
    }
    return car
  }

  /// Drives the class's race on, and tells everybody; at its end, what came of it.
  mutating func driveClass(_ steps: Int) -> [Effect] {
    guard classroom?.isDriving == true, var own = classroom?.race else { return [] }
    for _ in 0..<steps where !own.isOver(race) {
      timeline.seek(to: timeline.tick + 1)
      own.note(race)
    }
    noteCrashes(of: &own)
    classroom?.race = own
    pass(seconds: Double(steps) / Double(speed.stepsPerSecond))
    let effects = tellStandings()
    return own.isOver(race) ? effects + endRound() : effects
  }

  private func noteCrashes(of own: inout ClassRace) {
    for (car, driver) in race.drivers.enumerated() {
      guard let crash = driver.crash, own.crashes[car] == nil else { continue }
      own.crashes[car] = wording { $0.describe(crash) }
    }
  }

  /// A sentence in the wall's language and the others that phones may show.
  func wording(_ say: (Strings) -> String) -> Wording {
    let others = Strings.languages.filter { $0 != strings.language }.map { Strings($0) }
    return Wording(
      ([strings] + others).map { Wording.Version(language: $0.language, text: say($0)) })
  }

  private mutating func tellStandings() -> [Effect] {
    guard let race = classroom?.race else { return [] }
    return tellClass(.standings(race.standings(of: timeline), step: timeline.tick))
  }

  /// Ends the round as it stands; of a drive without the map, the fog lifts.
  mutating func endRound() -> [Effect] {
    guard let wall = classroom, case .driving(let round) = wall.room.phase else { return [] }
    isPlaying = false
    guard round.isFog else { return tellClass(.endRound) }
    let standings = round.fogStandings
    showWays(standings.map(\.seat))
    return tellClass(.standings(standings, step: 0)) + tellClass(.endRound)
  }
}
