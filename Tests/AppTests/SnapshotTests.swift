import App
import Descent
import Drawing
import Files
import FoundationEssentials
import Terminal
import Testing
import Texts

/// Whole screens, compared with the files in `Snapshots/`. With `DOWNHILL_RECORD=1` in the
/// environment the files are written instead.
struct SnapshotTests {
  @Test(arguments: [
    (MapView.sideBySide, Size(140, 42)), (.sideBySide, Size(80, 24)), (.sideBySide, Size(60, 20)),
    (.sideBySide, Size(40, 12)), (.overlay, Size(140, 42)), (.overlay, Size(80, 24)),
  ])
  func `the default race`(view: MapView, size: Size) throws {
    try compare(
      try race(size).after(.show(view)), "\(view.rawValue)-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(140, 42), Size(80, 24)], Strings.languages)
  func `a step of NAG, with Momentum beside it`(size: Size, language: String) throws {
    let model = try focus("nesterov", beside: "momentum", size, language)
    try compare(
      model.after(.nextSubstep, .nextSubstep, .nextSubstep),
      "focus-nag-\(language)-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(140, 42), Size(80, 24)], Strings.languages)
  func `a step of Adam`(size: Size, language: String) throws {
    try compare(
      try focus("adam", beside: nil, size, language),
      "focus-adam-\(language)-\(size.width)x\(size.height)")
  }

  @Test func `a step in the smallest window`() throws {
    let model = try focus("nesterov", beside: nil, Size(40, 12), "en")
    try compare(model.after(.nextSubstep, .nextSubstep), "focus-nag-40x12")
  }

  private func focus(
    _ rule: String, beside ghost: String?, _ size: Size, _ language: String
  ) throws -> Model {
    var model = try model(
      surface: "himmelblau", cars: [rule, "momentum"], start: "-3.5,-0.5", size: size,
      language: language
    ).after(.show(.focus), .step(by: 7))
    model.ghost = ghost.map(Model.Ghost.named)
    return model
  }

  @Test(arguments: [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)], Strings.languages)
  func `the basins and the strip of rates`(size: Size, language: String) throws {
    try compare(
      try race(size, language: language).after(.show(.basins)).measured(),
      "basins-\(language)-\(size.width)x\(size.height)")
  }

  @Test func `the basins without colours`() throws {
    var model = try race(Size(80, 24)).after(.show(.basins)).measured()
    model.rendition = Rendition(glyphs: .ascii, colors: .mono)
    try compare(model, "basins-mono-80x24")
  }

  @Test func `the map of two settings`() throws {
    let model = try race(Size(80, 24)).after(.focusNext, .show(.map)).measured()
    try compare(model, "settings-80x24")
    try compare(model.after(.lab(.toggleLoss)), "settings-loss-80x24")
  }

  @Test(arguments: [Size(140, 42), Size(60, 20)])
  func `the terrain, turned`(size: Size) throws {
    try compare(
      try race(size).after(.show(.terrain), .turnTerrain(azimuth: 20, elevation: -5)),
      "terrain-\(size.width)x\(size.height)")
  }

  @Test func `a fair race`() throws {
    try compare(
      try race(Size(140, 42)).after(.lab(.race(.best))).measured(), "fair-140x42")
  }

  @Test func `the help`() throws {
    try compare(try race(Size(80, 24)).after(.toggleHelp), "help-80x24")
  }

  @Test func `the card of a car`() throws {
    try compare(try race(Size(80, 24)).after(.focusNext, .toggleCards), "card-80x24")
  }

  @Test(arguments: [Size(140, 42), Size(80, 24)], Strings.languages)
  func `the editor of a fork`(size: Size, language: String) throws {
    try compare(
      try race(size, language: language).after(.focusNext, .fork, .edit(.choose(1))),
      "editor-\(language)-\(size.width)x\(size.height)")
  }

  @Test func `the editor beside the overlay, a value being typed`() throws {
    try compare(
      try race(Size(80, 24)).after(
        .show(.overlay), .focusPrevious, .edit(.toggle), .edit(.type("0")), .edit(.type("."))),
      "editor-overlay-80x24")
  }

  @Test func `a window that is too small`() throws {
    try compare(try race(Size(30, 8)), "too-small-30x8")
  }

  @Test func `the race in Korean`() throws {
    try compare(try race(Size(80, 24), language: "ko"), "korean-80x24")
  }

  @Test(arguments: ["night", "batlow", "day", "magma", "mono", "paper", "safe", "viridis"])
  func `the themes`(name: String) throws {
    let theme = try shippedThemes.theme(name).theme
    try compare(try race(Size(80, 24), theme: theme), "theme-\(name)-80x24")
  }

  @Test(arguments: [Size(140, 42), Size(80, 24), Size(60, 20)], Strings.languages)
  func `the chart, with its cursor`(size: Size, language: String) throws {
    let model = try race(size, language: language).after(.show(.chart), .chart(.place(40)))
    try compare(model, "chart-\(language)-\(size.width)x\(size.height)")
    try compare(
      model.after(.chart(.nextQuantity), .chart(.nextQuantity), .chart(.nextQuantity)),
      "chart-rate-\(language)-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(140, 42), Size(80, 24)], Strings.languages)
  func `the end of a race, and news`(size: Size, language: String) throws {
    var model = try model(
      surface: "bowl", cars: ["gd:lr=0.1", "adam:lr=0.1", "gd:lr=3"], size: size,
      language: language
    ).after(.togglePlay)
    while model.isPlaying { model.take(.advance(steps: 1)) }
    try compare(model.after(.nextTheme), "end-\(language)-\(size.width)x\(size.height)")
    try compare(
      model.after(.togglePresentation),
      "end-presentation-\(language)-\(size.width)x\(size.height)")
  }

  @Test(arguments: Strings.languages)
  func `the family tree`(language: String) throws {
    try compare(
      try race(Size(80, 24), language: language).after(.tree(.toggle), .tree(.walk(.right))),
      "tree-\(language)-80x24")
  }

  @Test(arguments: Strings.languages)
  func `the race in presentation size`(language: String) throws {
    try compare(
      try race(Size(80, 24), language: language).after(.togglePresentation),
      "presentation-\(language)-80x24")
  }

  /// The race that opens when nothing is asked for, paused in its fifth second.
  private func race(
    _ size: Size, language: String = "en", theme: Theme = .night
  ) throws -> Model {
    var model = Model(
      try RaceSetup(), strings: Strings(language), themes: [theme], theme: theme)
    model.size = size
    model.cellAspect = 2
    return model.after(.step(by: 90))
  }

  @Test(
    arguments: [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)], Strings.languages)
  func `a drive without the map, and what it was once the fog has lifted`(
    size: Size, language: String
  ) throws {
    var model = try model(surface: "himmelblau", size: size, language: language)
    model.beginDrive(level: 4)
    model = try model.pressing("    ").pressing([.right, .right, .up]).pressing("    ")
    let name = "\(language)-\(size.width)x\(size.height)"
    try compare(model, "fog-\(name)")
    try compare(try model.pressing("e"), "fog-lifted-\(name)")
  }

  @Test func `a drive without the map in letters alone`() throws {
    var model = try model(surface: "himmelblau")
    model.beginDrive()
    model = try model.pressing("    ").pressing([.right, .right]).pressing("    ")
    model.rendition = Rendition(glyphs: .ascii, colors: .mono)
    try compare(model, "fog-mono-80x24")
    try compare(try model.pressing("e"), "fog-lifted-mono-80x24")
  }

  func compare(_ model: Model, _ name: String) throws {
    let found = Snapshot(view(of: model, scenery: Scenery())).description
    let file = repositoryFolder + "/Tests/AppTests/Snapshots/\(name).txt"
    if ProcessInfo.processInfo.environment["DOWNHILL_RECORD"] == "1" {
      try Data(found.utf8).write(to: URL(filePath: file))
      return
    }
    let bytes = try #require(
      FileManager.default.contents(atPath: file),
      "there is no snapshot \(name); DOWNHILL_RECORD=1 records it")
    let expected = String(decoding: bytes, as: UTF8.self)
    // Not `#expect`, which would print both screens whole.
    if found != expected { Issue.record("\(name) differs\n\(difference(expected, found))") }
  }

  /// The first rows that differ, one under the other.
  private func difference(_ expected: String, _ found: String) -> String {
    func rows(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let (old, new) = (rows(expected), rows(found))
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) where lines.count < 24 {
      let (before, after) = (
        index < old.count ? old[index] : "(no row)", index < new.count ? new[index] : "(no row)"
      )
      if before != after { lines += ["line \(index + 1)", "- \(before)", "+ \(after)"] }
    }
    return lines.joined(separator: "\n")
  }
}

/// The checkout that these tests were compiled from.
let repositoryFolder =
  #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
