package import Descent
import Drawing
import FoundationEssentials

/// A race as a file: everything that the command line can say of it, and what was changed on the way.
package struct RaceFile: Sendable {
  package var request = RaceRequest()
  /// Further starts, after the first.
  package var starts: [Point<Double>] = []
  package var steps: Int?
  package var view: MapView?
  package var yardstick: Yardstick?
  package var speed: Int?
  package var isPaused: Bool?
  package var focus: String?
  package let errors: [FileError]

  /// Reads a file; throws the first thing that is wrong with it.
  package init(path: String) throws(InputError) {
    guard let text = Shelf.text(ofFile: path) else {
      throw .file(FileError(file: path, .unreadable(.init(.expectedRaceFile))))
    }
    self.init(text, file: path)
    if let error = errors.first { throw .file(error) }
  }

  /// What is wrong is noted in `errors`, and the rest counts.
  package init(_ text: String, file: String) {
    var reader = SettingsReader(text, file: file)
    request = reader.raceRequest("", beside: file)
    if reader.has("starts") {
      let starts = reader.value("starts", .list(of: .place, atLeast: 1, .expectedStarts)) ?? []
      request.start = starts.first.map { "\($0.x),\($0.y)" }
      self.starts = Array(starts.dropFirst())
    }
    steps = reader.value("steps", .whole(in: 0...Int.max, .expectedSteps))
    view = reader.value("view", .word(MapView.allCases.map(\.rawValue))).flatMap(MapView.init)
    yardstick = reader.value("by", .word(Yardstick.allCases.map(\.rawValue)))
      .flatMap(Yardstick.init)
    speed = reader.value("speed", .whole(in: Speed.range, .expectedSpeed))
    isPaused = reader.value("paused", .flag)
    focus = reader.value("focus", .text)
    for key in reader.elements("change", .expectedChanges) {
      let step = reader.value("\(key).step", .step(after: 0), isRequired: true)
      let car = reader.value("\(key).car", .text, isRequired: true)
      let settings = reader.value("\(key).settings", .text, isRequired: true)
      if let step, let car, let settings {
        request.changes.append(
          .init(step: step, car: car, settings: settings, line: reader.line(of: key)))
      }
    }
    reader.refuseOthers()
    errors = reader.errors
  }

  /// The race of the file, and where a fault of it stands.
  package static func setup(
    of request: RaceRequest, from file: String?
  ) throws(InputError) -> RaceSetup {
    do throws(InputError) { return try RaceSetup(request) } catch {
      guard let file, let text = Shelf.text(ofFile: file) else { throw error }
      let reader = SettingsReader(text, file: file)
      let key = request.faultyKey(error)
      throw .file(FileError(file: file, line: reader.line(of: key), key: key, .input(error)))
    }
  }
}

extension Model {
  /// Looks at the race as its file wants.
  package mutating func follow(_ file: RaceFile) {
    starts = file.starts
    view = file.view ?? view
    yardstick = file.yardstick ?? yardstick
    isPlaying = !(file.isPaused ?? false)
    if let speed = file.speed { self.speed = Speed(stepsPerSecond: speed) }
    if let car = race.cars.firstIndex(where: { $0.name == file.focus }) { focus = car }
  }
}

extension RaceSetup {
  /// The same race from its own start, and from each of the others.
  package func atEach(of starts: [Point<Double>]) -> [RaceSetup] {
    [self]
      + starts.map { start in
        var other = self
        other.start = start
        return other
      }
  }
}

// Writing.
extension RaceFile {
  /// The race as it stands, for the same program to open again.
  package static func text(of model: Model) -> String {
    var start = model.timeline
    start.seek(to: 0)
    let race = start.race
    var lines = ["# \(model.strings[.raceFileAbout])"]
    lines += surfaceLines(of: model)
    lines.append("cars = [")
    for (index, car) in race.cars.enumerated() {
      let settings = car.settingsText(on: race.surface)
      let stream = car.stream.flatMap { $0 == index ? nil : ",stream=\($0 + 1)" } ?? ""
      lines.append("  \(quoted("\(car.rule.about.name):\(settings)\(stream)")),")
    }
    lines.append("]")
    lines.append("start = [\(number(race.start.x)), \(number(race.start.y))]")
    lines += ["seed = \(race.seed)", "steps = \(model.timeline.tick)"]
    lines += ["view = \(quoted(model.view.rawValue))", "by = \(quoted(model.yardstick.rawValue))"]
    lines += [
      "speed = \(model.speed.stepsPerSecond)", "focus = \(quoted(race.cars[model.focus].name))",
    ]
    for change in model.timeline.changes.sorted(by: { $0.tick < $1.tick }) where change.tick > 0 {
      let settings = change.settings.settingsText(on: race.surface)
      lines += [
        "", "[[change]]", "step = \(change.tick)",
        "car = \(quoted(race.cars[change.car].name))", "settings = \(quoted(settings))",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func surfaceLines(of model: Model) -> [String] {
    let about = model.surface.about
    let own = Catalog.surface(named: about.name) == nil ? model.request : nil
    var lines = own.map(\.fileLines) ?? ["surface = \(quoted(about.name))"]
    if about.turnedBy != 0 { lines.append("rotate = \(number(about.turnedBy))") }
    if about.scaledBy != 1 { lines.append("scale = \(number(about.scaledBy))") }
    return lines
  }

  private static func number(_ x: Double) -> String { "\(x)" }

  /// A TOML string.
  static func quoted(_ text: String) -> String { text.quotedForTOML }

  /// Writes a race under the first free name of a folder; `nil` if it cannot be written there.
  package static func save(_ text: String, in folder: String = ".") -> String? {
    for number in 1...999 {
      let name = number == 1 ? "downhill-race.toml" : "downhill-race-\(number).toml"
      let path = folder == "." ? name : "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: path) { continue }
      return FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) ? name : nil
    }
    return nil
  }
}
