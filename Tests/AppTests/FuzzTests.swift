import App
import Drawing
import Files
import FoundationEssentials
import Testing
import Texts

/// Files that somebody's editor, disk or cat has been at: 6000 of each kind, none of which may
/// bring the program down. `DOWNHILL_SEED` repeats a run that failed.
struct FuzzTests {
  private static let count = 6000
  private static let english = Strings("en")

  private func forMutations(of text: String, _ body: (String, Comment) throws -> Void) rethrows {
    let asked = ProcessInfo.processInfo.environment["DOWNHILL_SEED"].flatMap { UInt64($0) }
    let seed = asked ?? UInt64.random(in: 1...UInt64.max)
    var chance = Chance(state: seed)
    for round in 0..<Self.count {
      try body(mutated(text, &chance), "round \(round) of seed \(seed)")
    }
  }

  @Test func `any theme file is a theme that can be drawn with, and mistakes have their place`() {
    forMutations(of: ThemeFileTests.good) { text, round in
      let file = ThemeFile(text, file: "x.toml")
      #expect(file.theme.cars.count >= CarSpec.limit, round)
      #expect(file.theme.glyphs.count >= CarSpec.limit, round)
      #expect(file.theme.ground.count >= 2, round)
      check(file.errors, of: text, round)
    }
  }

  @Test func `any settings file leaves the keys in order, and mistakes have their place`() {
    let good = """
      theme = "day"
      language = "ko"
      color = 256
      speed = 60 # steps
      [keys]
      play = ["p", "space"]
      quit = "x"
      mouse = "disabled"

      """
    forMutations(of: good) { text, round in
      let config = Config(text: text, file: "x.toml")
      check(config.errors, of: text, round)
      #expect(config.speed.map { Speed.range ~= $0 } ?? true, round)
      for context in [config.keymap.race, config.keymap.crosshair, config.keymap.sheet] {
        let keys = context.flatMap(\.keys)
        #expect(Set(keys).count == keys.count, round)
      }
    }
  }

  @Test func `any language file has every text`() {
    let good = "[header]\nstart = \"départ ({x}, {y})\"\n[footer]\nquit = \"quitter\"\n"
    forMutations(of: good) { text, round in
      let file = LanguageFile(text, file: "x.toml")
      let strings = Strings("fr", texts: file.texts)
      check(file.errors, of: text, round)
      #expect(Text.allCases.allSatisfy { strings[$0] != $0.rawValue }, round)
    }
  }

  private func check(_ errors: [Fault], of text: String, _ round: Comment) {
    let lines = text.utf8.count { $0 == 0x0A } + 1
    for error in errors {
      #expect(error.line.map { 1...lines ~= $0 } ?? true, round)
      #expect(!Self.english.describe(error).isEmpty, round)
    }
  }

  /// A few cuts, copies, swaps and strokes of a cat.
  private func mutated(_ text: String, _ chance: inout Chance) -> String {
    let strokes = [
      "\"", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r\n", "\r", "\0", "\u{1B}",
      "\"\"\"", "'''", "'", "\\", "\\u", "inf", "nan", "-1", "0x", "1e999", "99999999999999999999",
      "1979-05-27", "true", "차", "\u{301}", "\u{FEFF}", "name", "keys", "screen", " ", "\t",
    ]
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      let place = Int.random(in: 0...scalars.count, using: &chance)
      let end = min(scalars.count, place + Int.random(in: 0...12, using: &chance))
      switch Int.random(in: 0..<6, using: &chance) {
      case 0: scalars.removeSubrange(place..<end)
      case 1: scalars.insert(contentsOf: scalars[place..<end], at: place)
      case 2: scalars.swapAt(place % scalars.count, end % scalars.count)
      case 3: scalars.removeSubrange(place...)
      default:
        let stroke = strokes.randomElement(using: &chance) ?? ""
        scalars.insert(contentsOf: stroke.unicodeScalars, at: place)
      }
      if scalars.isEmpty { break }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
