package import Descent
import Drawing
import Files
package import Texts

/// What the player of a drive without the map feels and what she is about to do; once the fog has
/// lifted, who is where.
struct DrivePanel {
  /// How many rows it takes under a map, at most.
  static let rowsBelow = 6

  private let model: Model
  private let drive: BlindDrive
  private let width: Int
  /// In a column of its own there is a row for each thing.
  private let isColumn: Bool
  private var rows: [StyledLine] = []

  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let drive = model.blindDrive else { return }
    var panel = DrivePanel(
      model: model, drive: drive, width: rect.width - 1, isColumn: rect.height > rowsBelow)
    if drive.isLifted { panel.addScore() } else { panel.addFelt(height: rect.height) }
    frame.write(panel.rows, in: rect.inset(right: 1))
  }

  private var theme: Theme { model.theme }
  private var strings: Strings { model.strings }

  private mutating func addFelt(height: Int) {
    let here = model.race.drivers[model.player]
    let slope = model.surface.gradient(at: here.position)
    let facts = [
      ("J", NumberText.brief(here.loss, digits: 4)),
      ("‖∇J‖", NumberText.brief(slope.safeLength, digits: 4)),
      (strings[.driveLeft], "\(drive.budget - model.timeline.tick)"),
    ]
    let controls = [(strings[.driveHeading], heading), (measure, size)]
    if isColumn {
      rows.append(StyledLine(strings[.driveTitle], theme.dim, .bold))
      for fact in facts { addFact(fact) }
      if slope.safeLength == 0 {
        rows += StyledLine.wrapped(
          strings.sentence(.level(isAhead: false)), to: width, theme.warning)
      }
      rows.append(StyledLine())
      for control in controls { addFact(control) }
      if drive.measure == .rate {
        addFact((strings[.driveLength], length(of: drive.rule.move(against: slope))))
      }
      rows.append(StyledLine())
      addHeights(rows: height - rows.count)
    } else {
      addSentence(facts)
      addSentence(controls)
    }
    addHint(height: height)
    if !isColumn { addRecentHeights() }
  }

  private var heading: String { strings.heading(drive.turn) }

  private var measure: String { strings[drive.measure == .length ? .driveLength : .driveRate] }

  private var size: String {
    drive.typed.isEmpty ? NumberText.brief(drive.size.value, digits: 4) : drive.typed + "_"
  }

  private func length(of move: Point<Double>) -> String {
    NumberText.brief(move.safeLength, digits: 4)
  }

  private mutating func addFact(_ fact: (name: String, value: String)) {
    var row = StyledLine(fact.name, theme.dim)
    row.pad(to: max(fact.name.cellWidth + 1, min(12, width / 2)), theme.dim)
    row.add(fact.value, theme.ink, .bold)
    rows.append(row)
  }

  private mutating func addSentence(_ facts: [(name: String, value: String)]) {
    var row = StyledLine()
    for fact in facts {
      if row.width > 0 { row.add("   ", theme.dim) }
      row.add(fact.name + " ", theme.dim)
      row.add(fact.value, theme.ink, .bold)
    }
    rows.append(row)
  }

  private var losses: [Double] {
    let path = model.timeline.trajectories[model.player]
    return Array(path.loss.prefix(path.count(through: model.timeline.tick)))
  }

  /// The heights so far, the last one at the bottom, as many as leave room for the keys.
  private mutating func addHeights(rows count: Int) {
    let room = count - 1 - (model.timeline.tick < Self.stepsWithHint ? hint.count + 1 : 0)
    let losses = losses
    guard room > 1 else { return }
    rows.append(StyledLine(strings[.driveHeights], theme.dim, .bold))
    for (step, loss) in losses.enumerated().suffix(min(room, 12)) {
      let isHigher = step > 0 && loss > losses[step - 1]
      var row = StyledLine("\(step)".padded(to: 4, .right) + "  ", theme.dim)
      row.add(NumberText.brief(loss, digits: 4), isHigher ? theme.warning : theme.ink)
      rows.append(row)
    }
  }

  private mutating func addRecentHeights() {
    var texts = losses.suffix(8).map { NumberText.brief($0) }
    while texts.count > 1, texts.joined(separator: " → ").cellWidth > width { texts.removeFirst() }
    rows.append(StyledLine(texts.joined(separator: " → "), theme.dim))
  }

  /// The keys are told until they have been used for some steps.
  private static let stepsWithHint = 3

  private var hint: [StyledLine] {
    func key(_ action: String) -> String { model.keymap.label(of: action) }
    let blanks = [
      "left": key("wheel-left"), "right": key("wheel-right"), "longer": key("longer-step"),
      "shorter": key("shorter-step"), "go": key("go"), "rate": key("length-or-rate"),
      "enough": key("lift-fog"),
    ]
    return StyledLine.wrapped(strings(.driveHint, blanks), to: width, theme.ink)
  }

  private mutating func addHint(height: Int) {
    guard model.timeline.tick < Self.stepsWithHint else { return }
    let hint = hint
    guard rows.count + hint.count + 1 <= height else { return }
    if isColumn { rows.append(StyledLine()) }
    rows += hint
  }

  // Once the map is seen.

  private mutating func addScore() {
    if isColumn { rows.append(StyledLine(strings[.driveLifted], theme.dim, .bold)) }
    let race = model.race
    for (place, car) in race.standings(of: Array(race.cars.indices)).enumerated() {
      let (wear, driver) = (model.livery[car], race.drivers[car])
      var row = StyledLine("\(place + 1) ", theme.ink, .bold)
      row.add("\(wear.glyph) \(strings.driver(car, of: race))", wear.color, .bold)
      row.add(
        driver.crash == nil ? NumberText.brief(driver.loss, digits: 4) : strings[.plainCrash],
        driver.crash == nil ? theme.ink : theme.warning, .bold, atRight: true)
      rows.append(row)
    }
    if isColumn { rows.append(StyledLine()) }
    for (place, sentence) in model.driveVerdict.enumerated() {
      rows += StyledLine.wrapped(sentence, to: width, theme.ink, place == 0 ? .bold : [])
    }
    if isColumn { rows.append(StyledLine()) }
    let keys = [
      "again": model.keymap.label(of: "drive-again"),
      "next": model.keymap.label(of: "next-level"), "close": model.keymap.label(of: "close"),
    ]
    let hint = strings(drive.before == nil ? .driveKeysInLesson : .driveKeys, keys)
    rows += StyledLine.wrapped(hint, to: width, theme.dim)
  }
}

extension Strings {
  /// `straight down`, `15° to the right`.
  package func heading(_ turn: Int) -> String {
    turn == 0
      ? self[.driveStraight]
      : self(turn > 0 ? .driveRight : .driveLeftOf, ["angle": "\(abs(turn))"])
  }

  /// A rule's name, or the player's.
  package func driver(_ car: Int, of race: Race) -> String {
    race.cars[car].rule is Steered ? self[.driveYou] : race.cars[car].title
  }
}

extension Model {
  /// What came of a drive without the map, a sentence a text.
  package var driveVerdict: [String] {
    guard let drive = blindDrive, drive.isLifted else { return [] }
    let (own, places) = (race.drivers[player], race.standings(of: Array(race.cars.indices)))
    if let crash = own.crash { return [strings.describe(crash)] }
    var sentences: [String] = []
    let twin = race.cars.indices.dropLast().first {
      race.drivers[$0].crash == nil && race.drivers[$0].position == own.position
    }
    let place = (places.firstIndex(of: player) ?? 0) + 1
    if let twin {
      sentences.append(strings(.driveTwin, ["name": race.cars[twin].title]))
    } else if place == 1 {
      sentences.append(strings[.driveWon])
    } else {
      sentences.append(
        strings(
          .drivePlace,
          [
            "place": "\(place)", "count": "\(places.count)",
            "name": race.cars[places[0]].title,
          ]))
    }
    let goals = surface.about.criticalPoints.filter { $0.kind == .globalMinimum }
    if let distance = goals.map({ own.position.offset(from: $0.position).safeLength }).min() {
      sentences.append(strings(.driveDistance, ["distance": NumberText.brief(distance)]))
    }
    if let used = drive.used, used < drive.budget {
      sentences.append(
        strings(.driveUsed, ["used": "\(used)", "budget": "\(drive.budget)"]))
    }
    return sentences
  }
}
