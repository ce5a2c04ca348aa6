import Descent
import Drawing
import Files
import Terminal
import Texts

/// The last row: the keys that work now.
enum FooterPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let theme = model.theme
    var x = rect.x + 1
    for hint in hints(for: model, within: rect.width - 2) {
      x += frame.write(hint.keys, x: x, y: rect.y, ink: theme.ink, style: .bold) + 1
      x += frame.write(hint.word, x: x, y: rect.y, ink: theme.dim) + 2
    }
  }

  /// What a lesson's footer has room for.
  private static let inLessons: Set<String> =
    Set(
      (Keymap.standard.lesson + Keymap.standard.question + Keymap.standard.pocket
        + Keymap.standard.desk).map(\.action)
    )
    .union(FamilyTreeView().keys[0].actions).union(FogView.footerActions)
    .union(["play", "step-on", "step-back", "lessons", "class", "help", "quit"])

  private typealias Hint = (keys: String, word: String)

  /// The hints that fit; help and quit always do.
  private static func hints(for model: Model, within width: Int) -> [Hint] {
    var lines = HelpLine.lines(of: model.keymap.bindings(for: model))
    if let wall = model.classroom, wall.isShown { return hints(on: wall, of: model, within: width) }
    let isShort = model.lecture != nil || model.isPresentation
    if isShort, model.topLayer == nil {
      lines.removeAll { !inLessons.isSuperset(of: $0.bindings.map(\.action)) }
      // What a lesson can do without comes last.
      let isSpare = { (line: HelpLine) in line.bindings[0].action == "step-on" }
      let tail = lines.suffix(2)
      lines.removeLast(2)
      lines = lines.filter { !isSpare($0) } + lines.filter(isSpare) + tail
    }
    if let actions = model.shownView.footerActions, model.lecture == nil, model.topLayer == nil,
      model.desk == nil
    {
      lines.removeAll { !actions.contains($0.bindings[0].action) }
    }
    var hints: [Hint] = lines.compactMap { line in
      guard line.isInFooter, let keys = line.shortLabel else { return nil }
      guard line.words == "play" else { return (keys, model.strings.footer(line.words)) }
      return model.wordOfPlay.map { (keys, $0) }
    }
    while hints.count > 2, total(hints) > width { hints.remove(at: hints.count - 3) }
    return hints
  }

  private static func total(_ hints: [Hint]) -> Int {
    hints.map { $0.keys.cellWidth + $0.word.cellWidth + 3 }.reduce(-2, +)
  }

  /// All that the teacher can do. Where they have no room, those that the page tells itself go.
  private static func hints(on wall: ClassWall, of model: Model, within width: Int) -> [Hint] {
    var lines = HelpLine.lines(of: model.keymap.bindings(for: model)).filter { line in
      let action = line.bindings[0].action
      return line.isInFooter && action != "class" && action != "next-theme"
        && !(action == "seats" && wall.page == .list)
        && !(action == "class-lobby" && wall.page == .lobby)
        && !(action == "class-podium" && wall.page == .podium)
    }
    // Of two that have a key, the nearest is meant.
    var keys: Set<Key> = []
    lines.removeAll { line in
      line.bindings[0].keys.first.map { !keys.insert($0).inserted } ?? false
    }
    func hints() -> [Hint] {
      lines.compactMap { line in
        line.shortLabel.map { ($0, model.strings.footer(line.words)) }
      }
    }
    func drop(_ isSpare: (String) -> Bool) {
      while total(hints()) > width,
        let spare = lines.lastIndex(where: { isSpare($0.bindings[0].action) })
      {
        lines.remove(at: spare)
      }
    }
    if wall.page == .choosing { drop { $0.hasPrefix("round-") } }
    // These two stand in the list of seats too, and what does not concern seats does not.
    let ofSeats = ["lock-room", "hide-names"]
    drop(wall.page == .list ? { ["save-class", "end-class"].contains($0) } : ofSeats.contains)
    drop { $0.hasPrefix("round-") }
    while lines.count > 2, total(hints()) > width { lines.remove(at: lines.count - 3) }
    return hints()
  }
}

extension Model {
  /// What the key that plays would do now; `nil` where every car has crashed and nothing is left to
  /// drive.
  var wordOfPlay: String? {
    let words = (strings.footer("play"), strings[.footerPause], strings[.footerGoOn])
    // Those that take turns are as long as one another: the other keys stay where they are.
    let width = max(words.0.cellWidth, words.1.cellWidth, words.2.cellWidth)
    if isPlaying { return words.1.padded(to: width) }
    if race.isOver { return nil }
    if timeline.tick == lecture?.current.from ?? 0 { return words.0.padded(to: width) }
    if lecture == nil, timeline.hasEnded(for: shown) { return strings[.footerDriveOn] }
    return words.2.padded(to: width)
  }
}
