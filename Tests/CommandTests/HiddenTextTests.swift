import Foundation
import Testing

/// What people name and write may hold characters that a terminal obeys, hides or reorders. Nothing
/// that the program prints does. `DOWNHILL_SEED` repeats a run that failed.
@Suite struct HiddenTextTests {
  private let seed =
    ProcessInfo.processInfo.environment["DOWNHILL_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 1...UInt64.max)

  private static let hidden: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{8}", "\u{9B}", "\u{90}", "\u{7F}", "\u{1}", "\u{202A}", "\u{202B}",
    "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{200B}",
    "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{FEFF}", "\u{AD}", "\u{2028}", "\u{2029}",
    "\u{E0001}", "\u{E0041}", "\u{FE0F}", "\u{E0100}", "\u{3164}", "\u{34F}", "\u{180E}", "\n",
  ]

  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    /// A word with two of the hidden characters in it.
    mutating func word() -> String {
      var word = ["q", "한", "gd", "x.csv"].randomElement(using: &self)!
      for _ in 0..<2 {
        let place = word.unicodeScalars.indices.randomElement(using: &self)!
        word.unicodeScalars.insert(hidden.randomElement(using: &self)!, at: place)
      }
      return word
    }

    /// A TOML file with such a word in one of its strings, spelt or raw.
    mutating func spoilt(_ file: String) -> String {
      let strings = file.ranges(of: /= "[^"\n]+"/)
      guard let range = strings.randomElement(using: &self) else { return file }
      var text = word()
      // Raw, control characters are no TOML.
      if Int.random(in: 0..<4, using: &self) > 0 {
        text = text.unicodeScalars.map { scalar in
          let code = String(scalar.value, radix: 16)
          return scalar.value < 0x80 && scalar.value > 0x1F && scalar.value != 0x7F
            ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - code.count) + code
        }.joined()
      }
      var file = file
      file.insert(contentsOf: text, at: file.index(before: range.upperBound))
      return file
    }
  }

  private func check(_ outcome: Downhill.Outcome, _ what: String) {
    for (name, text) in [("output", outcome.output), ("errors", outcome.errors)] {
      let found = text.unicodeScalars.filter { scalar in
        let properties = scalar.properties
        let categories: [Unicode.GeneralCategory] = [
          .control, .format, .lineSeparator, .paragraphSeparator,
        ]
        return scalar != "\n"
          && (categories.contains(properties.generalCategory)
            || properties.isDefaultIgnorableCodePoint)
      }
      #expect(found.isEmpty, "\(name) of \(what), seed \(seed): \(text.debugDescription)")
    }
    #expect([0, 1, 2].contains(outcome.status), "\(what), seed \(seed)")
  }

  private func run(
    _ arguments: String..., in folder: String, environment: [String: String] = [:]
  ) async throws {
    let outcome = try await Downhill.run(arguments, in: folder, environment: environment)
    check(outcome, "\(arguments)".debugDescription)
  }

  @Test func `words of the command line, and names of files`() async throws {
    var chance = Chance(state: seed)
    try await withFolder { folder in
      for _ in 0..<8 {
        let word = chance.word()
        for flag in [
          "--surface", "--formula", "--car", "--start", "--data", "--grid", "--seed", "--steps",
          "--format", "--noise", "--language",
        ] {
          try await run("run", flag, word, in: folder)
        }
        try await run(word, in: folder)
        try await run("run", word, in: folder)
        try await run("lesson", word, in: folder)
        try await run("--theme", word, "--plain", in: folder)
        try await run("run", "--car", "adam:lr=\(word)", in: folder)
        try await run("run", "--\(word)", in: folder)
        try await run("sweep", "--axis", "lr=\(word)", "--shard", word, in: folder)
        try await run("doctor", in: folder, environment: ["TERM": word, "LANG": word])
      }
    }
  }

  @Test func `data and grids, their names, headers and cells`() async throws {
    var chance = Chance(state: seed)
    for _ in 0..<8 {
      let (file, header, cell) = (chance.word(), chance.word(), chance.word())
      let quoted = header.replacing("\"", with: "")
      let good = "\"\(quoted)\",b\n1,2\n2,3\n3,5\n"
      let grid = (0..<4).map { "1,2,3,\($0)" }.joined(separator: "\n") + "\n"
      let files = [
        file: good, "bad.csv": good + "\"\(cell)\",4\n",
        "twins.csv": "\"\(quoted)\",\"\(quoted)\"\n1,2\n",
        "grid-\(file)": grid, "torn.csv": good + "\"\(cell)",
      ]
      try await withFolder(files) { folder in
        for name in [file, "bad.csv", "twins.csv", "torn.csv"] {
          try await run("run", "--data", name, in: folder)
          try await run("run", "--data", name, "--x", header, "--y", "b", in: folder)
          try await run("run", "--data", name, "--x", cell, "--y", "b", in: folder)
          try await run(
            "run", "--data", name, "--x", "b", "--y", header, "--model", "logistic", "--class",
            cell,
            in: folder)
        }
        for name in ["grid-\(file)", file] {
          try await run("run", "--grid", name, in: folder)
          try await run("--grid", name, "--plain", in: folder)
          try await run("basins", "--grid", name, "--width", "4", "--height", "2", in: folder)
        }
      }
    }
  }

  @Test func `races, lessons, themes, languages and settings`() async throws {
    var chance = Chance(state: seed)
    let race = """
      surface = "himmelblau"
      cars = ["gd:lr=0.01"]
      view = "overlay"
      focus = "gd"
      [[change]]
      step = 3
      car = "gd"
      settings = "lr=0.1"
      """
    let lesson = try await Downhill.run("lesson", "new").output
    let theme = try String(contentsOfFile: Downhill.checkout + "/themes/day.toml", encoding: .utf8)
    let language = try await Downhill.run("list", "texts", "--format", "toml").output
    let config = "theme = \"night\"\nlanguage = \"en\"\n[keys]\nplay = \"p\"\nquit = \"x\"\n"
    for _ in 0..<8 {
      var texts = language
      for _ in 0..<50 { texts = chance.spoilt(texts) }
      let files = [
        "race.toml": chance.spoilt(race), "lesson.toml": chance.spoilt(lesson),
        "downhill/themes/mine.toml": chance.spoilt(theme), "downhill/languages/xx.toml": texts,
        "downhill/lessons/mine.toml": chance.spoilt(lesson),
        "downhill/config.toml": chance.spoilt(config),
      ]
      try await withFolder(files) { folder in
        let environment = ["XDG_CONFIG_HOME": folder]
        for arguments in [
          ["run", "race.toml"], ["race.toml", "--plain"], ["lesson", "lesson.toml", "--plain"],
          ["lesson", "check", "lesson.toml"], ["lesson"], ["list", "themes"],
          ["list", "themes", "--format", "json"], ["list", "languages"], ["list", "keys"],
          ["list", "keys", "--format", "json"], ["list", "texts", "--language", "xx"],
          ["list", "texts", "--language", "xx", "--format", "json"],
          ["list", "texts", "--language", "xx", "--format", "toml"],
          ["--help", "--language", "xx"],
          ["run", "--help", "--language", "xx"], ["run", "--language", "xx"],
          ["--plain", "--language", "xx"], ["doctor", "--language", "xx"],
          ["verify", "bowl", "--language", "xx"], ["run", "--car", "x", "--language", "xx"],
        ] {
          let outcome = try await Downhill.run(arguments, in: folder, environment: environment)
          check(outcome, "\(arguments)")
          guard arguments.contains("json"), outcome.status == 0 else { continue }
          for line in outcome.lines {
            #expect(throws: Never.self, "\(line)") {
              try JSONSerialization.jsonObject(with: Data(line.utf8))
            }
          }
        }
      }
    }
  }
}
