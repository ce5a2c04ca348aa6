package import App
import Descent
import Drawing
import Files
import Texts

/// A drive without the map, told line by line: height and slope in numbers, directions in words.
package struct PlainDrive {
  private var model: Model
  private(set) var talk: PlainTalk

  private var strings: Strings { model.strings }

  /// - Parameter model: with a drive.
  package init(_ model: Model, _ talk: PlainTalk) {
    self.model = model
    self.talk = talk
  }

  /// Drives until the budget is spent, the player has had enough, or nobody answers.
  package mutating func run() {
    describe()
    while model.blindDrive?.isLifted == false {
      tellState()
      guard let line = talk.line() else {
        take(.enough)
        break
      }
      if !answer(line) { return }
    }
    tellScore()
  }

  private func describe() {
    let (race, about) = (model.race, model.surface.about)
    if let level = model.blindDrive?.level {
      talk.say(
        strings(
          .headerLevel, ["number": "\(level + 1)", "count": "\(BlindDrive.levels.count)"]))
    }
    talk.say(
      strings(
        .driveGround,
        [
          "name": strings.title(of: about), "x": NumberText.said(race.start.x),
          "y": NumberText.said(race.start.y), "budget": "\(model.blindDrive?.budget ?? 0)",
        ]))
    let rivals = race.cars.indices.dropLast().map { car in
      "\(race.cars[car].title) (\(race.cars[car].settingsText(on: race.surface)))"
    }
    talk.say(strings(.driveRivals, ["names": rivals.joined(separator: ", ")]))
    let words = Word.allCases.map { word in
      (word.texts(strings).first ?? "") + (word.takesNumber ? " N" : "")
    }
    talk.say(strings(.driveWords, ["words": words.joined(separator: ", ")]))
  }

  private func tellState() {
    guard let drive = model.blindDrive else { return }
    let driver = model.race.drivers[model.player]
    let slope = model.surface.gradient(at: driver.position)
    let isLevel = slope.safeLength == 0
    let felt =
      isLevel
      ? strings(.driveLevel, ["height": number(driver.loss)])
      : strings(
        .driveState,
        [
          "height": number(driver.loss), "slope": number(slope.safeLength),
          "wind": wind(Point(-slope.x, -slope.y)),
          "bearing": "\(Int((Point(-slope.x, -slope.y).bearing ?? 0).rounded()) % 360)",
        ])
    let step = strings(
      .driveStep,
      [
        "heading": strings.heading(drive.turn),
        "measure": strings[drive.measure == .length ? .driveLength : .driveRate],
        "size": number(drive.size.value), "left": "\(drive.budget - model.timeline.tick)",
      ])
    talk.say("\(felt) \(step)")
  }

  private func number(_ value: Double) -> String { NumberText.brief(value, digits: 4) }

  /// One of eight directions in words.
  private func wind(_ way: Point<Double>) -> String {
    let winds = strings[.driveWinds].split(separator: ",").map { String($0).trimmed }
    guard let bearing = way.bearing, winds.count == 8 else { return "–" }
    return winds[Int((bearing / 45).rounded()) % 8]
  }

  private func tellScore() {
    let race = model.race
    for (place, car) in race.standings(of: Array(race.cars.indices)).enumerated() {
      let driver = race.drivers[car]
      let loss = driver.crash == nil ? number(driver.loss) : strings[.plainCrash]
      talk.say(
        strings(
          .plainPlace,
          ["place": "\(place + 1)", "name": strings.driver(car, of: race), "loss": loss]))
    }
    for sentence in model.driveVerdict { talk.say(sentence) }
  }

  private mutating func take(_ message: DriveMessage) {
    _ = update(&model, .drive(message))
    if let notice = model.notice { talk.say(notice) }
  }
}

// What can be typed.
extension PlainDrive {
  private enum Word: CaseIterable {
    case go, left, right, longer, shorter, straight, length, rate, enough, quit

    private var text: Text {
      switch self {
      case .go: .driveGo
      case .left: .driveTurnLeft
      case .right: .driveTurnRight
      case .longer: .driveLonger
      case .shorter: .driveShorter
      case .straight: .driveSetStraight
      case .length: .driveSetLength
      case .rate: .driveSetRate
      case .enough: .driveEnough
      case .quit: .driveQuit
      }
    }

    var takesNumber: Bool { self == .length || self == .rate }

    /// The words that mean it, the first one of which is told.
    func texts(_ strings: Strings) -> [String] {
      strings[text].split(separator: ",").map { String($0).trimmed }
    }
  }

  /// Does what a line says; an empty one makes the step. `false` for the end of the conversation.
  private mutating func answer(_ line: String) -> Bool {
    let words = line.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else {
      take(.go)
      return true
    }
    // English words are always understood: they can be typed on every keyboard.
    let languages = [strings, Strings("en")]
    guard
      let word = Word.allCases.first(where: { word in
        languages.contains { word.texts($0).contains(first) }
      })
    else {
      talk.say(strings(.driveUnknownWord, ["found": first]))
      return true
    }
    let number = words.dropFirst().first.flatMap { DecimalNumber.value(of: $0) }
    switch word {
    case .go: go(times: number)
    case .left: take(.turn(by: -15))
    case .right: take(.turn(by: 15))
    case .longer: take(.size(1))
    case .shorter: take(.size(-1))
    case .straight: take(.straight)
    case .length: set(.length, to: number, isSaid: words.count > 1)
    case .rate: set(.rate, to: number, isSaid: words.count > 1)
    case .enough: take(.enough)
    case .quit: return false
    }
    return true
  }

  /// - Parameter number: 1 where nobody says.
  private mutating func go(times number: Double?) {
    let most = Double(BlindDrive.budgets.upperBound)
    for _ in 0..<Int(min(max(1, number ?? 1), most)) where model.blindDrive?.isLifted == false {
      take(.go)
    }
  }

  /// The measure alone changes where no number is said.
  private mutating func set(_ measure: BlindDrive.Measure, to number: Double?, isSaid: Bool) {
    if let number, number > 0, number.isFinite {
      take(.set(measure, number))
    } else if isSaid {
      talk.say(strings[.driveNoNumber])
    } else if model.blindDrive?.measure != measure {
      take(.changeMeasure)
    }
  }
}
