package import Descent
import Drawing
import TOML
import Texts

/// A race as a file: everything that the command line can say of it, and what was changed on the
/// way.
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
  package let errors: [Fault]

  /// Reads a file, the example of that name, or a link; throws the first thing that is wrong with
  /// it.
  package init(path: String) throws(Fault) {
    let text = Shelf.text(ofFile: path) ?? Example.text(path, .race) ?? RaceLink.file(of: path)
    guard let text else {
      let names = Example.all(.race).map(\.name)
      let expected = Fault.Expected(
        .expectedRaceFile, ["names": names.joined(separator: ", ")], names: names)
      throw Fault(.file(path), .unreadable(expected))
    }
    self.init(text, file: path)
    if let error = errors.first { throw error }
  }

  /// What is wrong is noted in `errors`, and the rest counts.
  package init(_ text: String, file: String) {
    var reader = TableReader(text, file: file)
    request = reader.raceRequest("")
    if reader.has("starts") {
      let starts = reader.value("starts", .list(of: .place, atLeast: 1, .expectedStarts)) ?? []
      request.start = starts.first.map { Asked($0, from: reader.origin(of: "starts")) }
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
      let car = reader.asked("\(key).car", .text, isRequired: true)
      let settings = reader.asked("\(key).settings", .text, isRequired: true)
      if let step, let car, let settings {
        request.changes.append(.init(step: step, car: car, settings: settings))
      }
    }
    reader.refuseOthers()
    errors = reader.errors
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
  /// A TOML string, what must not be shown in it spelt.
  package static func quoted(_ text: String) -> String { text.quotedForTOML.speltLines(.toml) }
}
