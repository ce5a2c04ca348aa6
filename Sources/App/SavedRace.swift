import Descent
import Drawing
package import Files
import Texts

// A race between its file and the model.
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

// Writing.
extension RaceFile {
  /// The race as it stands, for the same program to open again.
  package static func text(of model: Model) -> String {
    var start = model.timeline
    start.seek(to: 0)
    let race = start.race
    var lines = ["# \(model.strings[.raceFileAbout])"]
    lines += surfaceLines(of: model)
    lines += carLines(of: race) + pathLines(of: model)
    lines.append("start = [\(number(race.start.x)), \(number(race.start.y))]")
    lines += ["seed = \(race.seed)", "steps = \(model.timeline.tick)"]
    lines += [
      "view = \(quoted(model.raceView.rawValue))", "by = \(quoted(model.yardstick.rawValue))",
    ]
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

  /// The cars with rules, those that were forked from another with its stream.
  private static func carLines(of race: Race) -> [String] {
    let cars = race.cars.enumerated().filter { $0.element.path == nil }
    guard !cars.isEmpty else { return [] }
    let lines = cars.enumerated().map { place, entry in
      let (index, car) = (entry.offset, entry.element)
      let settings = car.settingsText(on: race.surface)
      let stream = car.stream ?? index
      let twin = stream == place ? "" : ",stream=\(stream + 1)"
      return "  \(quoted("\(car.rule.about.name):\(settings)\(twin)")),"
    }
    return ["cars = ["] + lines + ["]"]
  }

  private static func pathLines(of model: Model) -> [String] {
    // A race of the family tree may have had no room for all of them.
    let count = model.race.cars.count { $0.path != nil }
    guard count > 0 else { return [] }
    let files = model.paths.prefix(count).map { quoted($0.file.value) }.joined(separator: ", ")
    let columns = model.paths.first?.columns?.value
    return ["paths = [\(files)]"]
      + (columns.map { ["path-columns = \(quoted($0.text))"] } ?? [])
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
}
