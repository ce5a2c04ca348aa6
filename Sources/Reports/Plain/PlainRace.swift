package import App
import Descent
import Drawing
import Files
import Texts

/// A race told line by line.
package struct PlainRace {
  private(set) var model: Model
  var talk: PlainTalk
  /// A line for every so many steps.
  private let every: Int

  /// What distinguishes the race that was described last.
  private var described: [String] = []
  /// The end of the race that was told last: a listener who drives on hears of it once.
  private var told: [Finish.Manner]?

  private var strings: Strings { model.strings }

  package init(_ model: Model, _ talk: PlainTalk, every: Int) {
    self.model = model
    self.talk = talk
    self.every = every
  }

  /// How far a race goes at a time, and when nobody asks for more.
  private static let leg = 100
  private static let length = 200

  /// Tells the race until its listener has enough; when nobody answers, to the end.
  package mutating func run() {
    describe()
    tellStep()
    while true {
      if talk.isAlone {
        guard model.timeline.tick < Self.length, !hasEnded else { break }
        drive(Self.length - model.timeline.tick)
        continue
      }
      let choices = [
        strings(.plainDrive, ["steps": "\(Self.leg)"]), strings[.plainOneStep],
        strings[.plainWhere], strings[.plainRandomStart], strings[.plainNextSurface],
        strings[.plainEnd],
      ]
      switch talk.choose(among: choices) {
      case 1: drive(1)
      case 2: tellPlaces()
      case 3: change(.randomStart)
      case 4: change(.nextSurface)
      case 5: return tellStandings()
      default: if !talk.isAlone { drive(Self.leg) }
      }
    }
    if !hasEnded { tellStandings() }
  }

  private var hasEnded: Bool { model.timeline.hasEnded(for: model.shown) }

  mutating func answer(_ message: LessonMessage) { _ = update(&model, .lesson(message)) }

  private mutating func change(_ message: Message) {
    _ = update(&model, message)
    describe()
    tellStep()
  }

  /// Surface, start and cars, unless that is what was said last.
  mutating func describe() {
    let (race, about) = (model.race, model.surface.about)
    let cars = race.cars.map { $0.name + $0.settingsText(on: race.surface) }
    let all = [about.name, "\(race.start)", "\(race.seed)"] + cars
    guard all != described else { return }
    described = all
    talk.say("\(about.title.spelt): \(about.formula). \(strings.surface(about.name))")
    talk.say(
      strings(
        .headerStart,
        ["x": NumberText.said(race.start.x), "y": NumberText.said(race.start.y)]))
    for (place, car) in race.cars.enumerated() {
      talk.say(
        strings(
          .plainCar,
          [
            "number": "\(place + 1)", "name": car.title,
            "settings": strings.settings(of: car, on: race.surface),
          ]))
      for remark in strings.remarks(onPathOf: car, in: race) { talk.say(remark) }
    }
  }

  /// Drives on, with a line for every n-th step and for every crash. A race that is not a lesson's
  /// stops at an end that has not been told yet.
  mutating func drive(_ steps: Int, every: Int? = nil) {
    let (goal, every) = (model.timeline.tick + steps, every ?? self.every)
    while model.timeline.tick < goal {
      let before = model.race.drivers.map { $0.crash != nil }
      model.drive(to: model.timeline.tick + 1)
      for (car, driver) in model.race.drivers.enumerated() where !before[car] {
        guard let crash = driver.crash else { continue }
        talk.say("\(model.race.cars[car].title): \(strings.describe(crash))")
      }
      if model.timeline.tick % every == 0 || model.timeline.tick == goal { tellStep() }
      if model.race.isOver || model.lecture == nil && endsAnew() { break }
    }
  }

  /// Whether the race has come to an end that is not told yet; tells it.
  private mutating func endsAnew() -> Bool {
    guard let manners = model.timeline.manners(of: model.shown), manners != told else {
      return false
    }
    told = manners
    if model.timeline.tick % every != 0 { tellStep() }
    talk.say(strings(.plainRaceOver, ["step": "\(model.race.tick)"]))
    let finishes = model.timeline.finishes(of: model.shown, by: model.yardstick) ?? []
    for (place, finish) in finishes.enumerated() {
      talk.say(
        strings(
          .plainFinish,
          [
            "place": "\(place + 1)", "name": model.race.cars[finish.car].title,
            "manner": strings.manner(of: finish), "steps": "\(finish.step)",
            "asked": "\(finish.asked)",
          ]))
    }
    return true
  }

  /// `step 20: GD 1.23, Momentum 0.4; lowest: Momentum`.
  func tellStep() {
    let race = model.race
    let cars = model.shown.map { car in
      let driver = race.drivers[car]
      return driver.crash == nil
        ? "\(race.cars[car].title) \(NumberText.brief(driver.loss))"
        : "\(race.cars[car].title) \(strings[.plainCrash])"
    }
    var line = strings(
      .plainStep, ["step": "\(race.tick)", "losses": cars.joined(separator: ", ")])
    if let leader = model.leader, model.shown.count > 1 {
      line += "; " + strings(.plainLeader, ["name": race.cars[leader].title])
    }
    talk.say(line)
  }

  private func tellPlaces() {
    for car in model.shown {
      let driver = model.race.drivers[car]
      talk.say(
        ([model.race.cars[car].title] + CarFacts.spokenPosition(of: driver, model))
          .joined(separator: "; "))
      for remark in CarFacts.remarks(on: model.race.cars[car], driver, model) { talk.say(remark) }
      tellNavigator(ofCar: car)
    }
  }

  /// What a car's navigator says of the step to come, in one line.
  func tellNavigator(ofCar car: Int) {
    let remarks = Navigator.remarks(on: model.race, car: car)
    let felt = remarks.filter { !$0.needsMap }.map(strings.sentence)
    let seen = remarks.filter(\.needsMap).map {
      strings(.navigatorOnMap, ["remark": strings.sentence($0)])
    }
    let name = model.race.cars[car].title
    talk.say("\(name): " + (felt + seen).joined(separator: " "))
  }

  /// The step that the car in focus is about to take, part by part.
  func tellAnatomy() {
    for (place, substep) in model.race.anatomy(ofCar: model.focus).enumerated() {
      let readings = substep.readings.map { reading in
        strings(
          .plainReading,
          [
            "symbol": PlainText.spoken(formula: reading.symbol),
            "x": NumberText.brief(reading.value.x), "y": NumberText.brief(reading.value.y),
          ])
      }
      talk.say(
        strings(
          .plainSubstep,
          [
            "number": "\(place + 1)", "title": strings.title(of: substep),
            "readings": readings.joined(separator: ", "),
          ]))
    }
  }

  private func tellStandings() {
    talk.say(strings(.plainAfter, ["step": "\(model.race.tick)"]))
    for (place, car) in model.standings.enumerated() {
      let driver = model.race.drivers[car]
      let loss = driver.crash == nil ? NumberText.brief(driver.loss) : strings[.plainCrash]
      talk.say(
        strings(
          .plainPlace,
          ["place": "\(place + 1)", "name": model.race.cars[car].title, "loss": loss]))
    }
  }
}
