import Descent
import Drawing
import Files
import Texts

/// What happens to a drive without the map.
package enum DriveMessage: Hashable, Sendable {
  /// Begins one on the surface of the race, or leaves it.
  case toggle
  /// Makes the step.
  case go
  /// Turns by so many degrees to the right.
  case turn(by: Int)
  case straight
  /// Longer or shorter steps, by so many factors of √2.
  case size(Int)
  case changeMeasure
  /// A size of this measure, more than 0.
  case set(BlindDrive.Measure, Double)
  case type(Character), erase, take, drop
  /// One step back, which there is not.
  case back
  /// Lifts the fog before the budget is spent.
  case enough
  case again
  case nextLevel
}

extension Message {
  /// Whether it may happen during a drive without the map: nothing that drives the race, changes
  /// it or shows its map. The tour ends it.
  var isForDrivers: Bool {
    switch self {
    case .drive, .toggleTour, .lesson, .classroom, .lab(.found), .resize, .learn, .redraw, .suspend,
      .quit,
      .leave, .saved, .paste, .nextTheme, .togglePresentation, .toggleHelp, .toggleMouse,
      .scrollSheet, .close, .toggleContourLabels, .toggleShading, .pan, .zoomIn, .zoomOut, .fit,
      .zoom, .hold, .slide, .letGo:
      true
    default: false
    }
  }
}

// What the keys of a drive do to the model.
extension Model {
  /// The place of the player's car.
  package var player: Int { race.cars.count - 1 }

  mutating func answer(_ message: DriveMessage) {
    guard blindDrive != nil else {
      if message == .toggle { beginDrive() }
      return
    }
    switch message {
    case .toggle: leaveDrive()
    case .go: makeStep()
    case .turn(let degrees): turnWheel(by: degrees)
    case .straight: blindDrive?.turn = 0
    case .size(let notches): blindDrive?.changeSize { $0.change(by: notches) }
    case .changeMeasure: blindDrive?.changeMeasure()
    case .set(let measure, let size): set(measure, to: size)
    case .type(let character): type(character)
    case .erase: _ = blindDrive?.typed.popLast()
    case .take: takeTyped()
    case .drop: blindDrive?.typed = ""
    case .back: notice = strings(.noticeNoWayBack, ["again": keymap.label(of: "drive-again")])
    case .enough: liftFog()
    case .again: driveAgain()
    case .nextLevel: goToNextLevel()
    }
  }

  /// Begins a drive on the surface of the race, from its start.
  package mutating func beginDrive(level: Int? = nil, budget: Int = BlindDrive.standardBudget) {
    let shown = raceView == .fog ? .overlay : raceView
    let before = RaceBefore(
      timeline: timeline, view: shown, hidden: hidden, focus: focus, window: window)
    let rivals = BlindDrive.rivals(on: surface)
    begin(
      BlindDrive(on: surface, against: rivals, budget: budget, level: level, before: before),
      on: surface, from: race.start, against: rivals)
  }

  /// Begins the drive that a page of a lesson is: against the cars that it shows.
  mutating func beginDrive(ofPage page: Lesson.Page) {
    let rivals = page.setup.cars.indices.filter { !page.hidden.contains($0) }
      .map { page.setup.cars[$0] }
    let budget = page.budget ?? BlindDrive.standardBudget
    begin(
      BlindDrive(on: surface, against: rivals, budget: budget, level: nil, before: nil),
      on: surface, from: race.start, against: rivals)
  }

  private mutating func begin(
    _ drive: BlindDrive, on surface: any Surface, from start: Point<Double>, against rivals: [Car]
  ) {
    (editor, crosshair) = (nil, nil)
    begin(
      Timeline(
        Race(
          surface: surface, cars: rivals + [BlindDrive.car(drive.rule)], start: start, seed: seed)))
    (tour, view, substep, ghost, isPlaying) = (nil, .fog, nil, nil, false)
    (hidden, focus) = (Set(rivals.indices), rivals.count)
    window = PlaneRect(surface.about.window)
    blindDrive = drive
  }

  /// Back to the race before; from the page of a lesson that has been left to a race on its ground.
  mutating func leaveDrive() {
    guard let drive = blindDrive, lecture == nil || drive.before != nil else { return }
    blindDrive = nil
    if let before = drive.before {
      begin(before.timeline)
      (view, hidden, focus) = (before.view, before.hidden, before.focus)
      window = before.window
    } else {
      let cars = (try? CarSpec.cars(of: carSpecs, on: surface)) ?? Lineup.standard(on: surface)
      begin(Timeline(Race(surface: surface, cars: cars, start: race.start, seed: seed)))
      (view, hidden, focus) = (.overlay, [], 0)
    }
  }

  private mutating func turnWheel(by degrees: Int) {
    guard let turn = blindDrive?.turn else { return }
    let sum = (turn + degrees) % 360
    blindDrive?.turn = sum > 180 ? sum - 360 : sum <= -180 ? sum + 360 : sum
  }

  private mutating func set(_ measure: BlindDrive.Measure, to size: Double) {
    guard size > 0, size.isFinite else { return }
    blindDrive?.measure = measure
    blindDrive?.changeSize { $0 = BlindDrive.Size(size) }
  }

  private mutating func type(_ character: Character) {
    guard let drive = blindDrive, !drive.isLifted, drive.typed.count < BlindDrive.typedLimit else {
      return
    }
    blindDrive?.typed.append(character)
  }

  private mutating func takeTyped() {
    guard let drive = blindDrive, !drive.typed.isEmpty else { return }
    blindDrive?.typed = ""
    if let size = DecimalNumber.value(of: drive.typed), size > 0, size.isFinite {
      set(drive.measure, to: size)
    } else {
      warn(strings(.noticeNoSize, ["found": drive.typed]))
    }
  }

  private mutating func makeStep() {
    guard let drive = blindDrive else { return }
    if lecture != nil, self.size.lessonColumns == nil, lecture?.showsMap == false {
      lecture?.showsMap = true
      return
    }
    guard !drive.isLifted else {
      notice = strings(
        .noticeFogLifted,
        [
          "again": keymap.label(of: "drive-again"), "next": keymap.label(of: "next-level"),
        ])
      return
    }
    steer(by: drive.rule)
    timeline.seek(to: timeline.tick + 1)
    let driver = race.drivers[player]
    if let crash = driver.crash {
      liftFog()
      warn(strings.describe(crash))
    } else if timeline.tick >= drive.budget {
      liftFog()
    } else if !surface.about.window.contains(driver.position) {
      notice = strings[.noticeOffTheMap]
    }
  }

  /// The rule of the player's next steps.
  private mutating func steer(by rule: Steered) {
    guard race.cars[player].rule as? Steered != rule else { return }
    timeline.change(car: player, to: BlindDrive.car(rule))
  }

  /// The others drive on until their budget is spent; the player stays where she is.
  private mutating func liftFog() {
    guard let drive = blindDrive, !drive.isLifted else { return }
    blindDrive?.used = timeline.tick
    if timeline.tick < drive.budget {
      if race.drivers[player].crash == nil { steer(by: Steered(length: 0, turn: 0)) }
      timeline.seek(to: drive.budget)
    }
    (hidden, focus) = ([], player)
    blindDrive?.isLifted = true
    blindDrive?.typed = ""
  }

  private mutating func driveAgain() {
    guard let drive = blindDrive else { return }
    let rivals = Array(race.cars.dropLast())
    begin(
      BlindDrive(
        on: surface, against: rivals, budget: drive.budget, level: drive.level,
        before: drive.before), on: surface, from: race.start, against: rivals)
  }

  /// The next ground of the list, after the last one the first; a page of a lesson has none.
  private mutating func goToNextLevel() {
    guard let drive = blindDrive, let before = drive.before else { return }
    let next = drive.level.map { ($0 + 1) % BlindDrive.levels.count } ?? 0
    guard let surface = Catalog.surface(named: BlindDrive.levels[next]) else { return }
    let rivals = BlindDrive.rivals(on: surface)
    begin(
      BlindDrive(
        on: surface, against: rivals, budget: drive.budget, level: next, before: before),
      on: surface, from: surface.about.start, against: rivals)
  }
}
