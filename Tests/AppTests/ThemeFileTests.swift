import App
import Drawing
import Testing

struct ThemeFileTests {
  /// The theme in code, as a file.
  static let good = """
    # A theme.
    name = "night"
    appearance = "dark" # the room

    [screen]
    paper = "#05070d"
    ink = "#d5d9e4"
    dim = "#8189a0"
    accent = "#5ab4ee"
    accent_ink = "#05070d"
    warning = "#ff7a6b"

    [map]
    ground = ["#000", "#fff"]
    contour = "#e6f0e0"
    contour_strength = 0.25
    halo = "#04060c"
    halo_strength = 1
    landmark = "#FFFFFF"

    [cars]
    colors = [
      "#f4f4f0", "#f0a30a", "#62c0ff", "#17e39b", "#ffe94a",
      "#ff6464", "#d79bff", "#ff9ed2", "#a8f0ff",
    ]
    glyphs = ["●", "▲", "■", "◆", "▼", "✚", "◉", "✖", "◐"]

    """

  @Test func `a good file gives its theme`() throws {
    var expected = Theme.night
    expected.ground = [Color(0), Color(0xffffff)]
    expected.contourStrength = 0.25
    expected.haloStrength = 1
    #expect(try ThemeFile.theme(from: Self.good, file: "x.toml") == expected)
  }

  @Test func `line ends of any system, dotted keys and more colours than cars are good too`()
    throws
  {
    let theme = try ThemeFile.theme(from: Self.good, file: "x.toml")
    let crlf = Self.good.replacing("\n", with: "\r\n")
    #expect(try ThemeFile.theme(from: crlf, file: "x.toml") == theme)
    let dotted = Self.good.replacing("[screen]\npaper =", with: "screen.paper =")
      .replacing("\nink =", with: "\nscreen.ink =").replacing("\ndim =", with: "\nscreen.dim =")
      .replacing("\naccent", with: "\nscreen.accent")
      .replacing("\nwarning =", with: "\nscreen.warning =")
    #expect(try ThemeFile.theme(from: dotted, file: "x.toml") == theme)
    let more = Self.good.replacing("\"#a8f0ff\",", with: "\"#a8f0ff\", \"#123\"")
    #expect(try ThemeFile.theme(from: more, file: "x.toml").cars.count == 10)
  }

  struct Fault: Sendable {
    /// What stands in the file instead of what, and the line and problem that are reported.
    var good, bad: String
    var line: Int?
    var problem: ThemeError.Problem
    var message: String

    init(
      _ good: String, _ bad: String, line: Int?, _ problem: ThemeError.Problem, _ message: String
    ) {
      (self.good, self.bad, self.line) = (good, bad, line)
      (self.problem, self.message) = (problem, message)
    }

    static func wrong(
      _ key: String, _ good: String, _ bad: String, line: Int, found: String, _ expected: Text,
      _ words: String
    ) -> Fault {
      Fault(
        good, bad, line: line, .wrong(key: key, found: found, expected: expected),
        "x.toml:\(line): \(key) is \(found); expected \(words)")
    }
  }

  private static let glyphs = "a list of nine different characters, each one cell wide"

  static let faults: [Fault] = [
    Fault(
      "ink = \"#d5d9e4\"\n", "", line: nil, .missing(key: "screen.ink"),
      "x.toml: screen.ink is missing"),
    Fault(
      "[cars]", "[car]", line: 22, .unknown(key: "car.colors", nearest: "cars.colors"),
      "x.toml:22: there is no setting car.colors; did you mean \"cars.colors\"?"),
    Fault(
      "accent_ink", "acent_ink", line: 10,
      .unknown(key: "screen.acent_ink", nearest: "screen.accent_ink"),
      "x.toml:10: there is no setting screen.acent_ink; did you mean \"screen.accent_ink\"?"),
    Fault(
      "[map]", "[map]\nocean = 1", line: 14, .unknown(key: "map.ocean", nearest: nil),
      "x.toml:14: there is no setting map.ocean"),
    Fault(
      "[map]", "[sounds]\n[map]", line: nil, .unknown(key: "sounds", nearest: nil),
      "x.toml: there is no setting sounds"),
    Fault(
      "name =", "version = 2\nname =", line: 2, .unknown(key: "version", nearest: nil),
      "x.toml:2: there is no setting version"),
    .wrong(
      "name", "\"night\"", "7", line: 2, found: "7", .expectedString, "text in quotes"),
    .wrong(
      "appearance", "\"dark\"", "\"dim\"", line: 3, found: "\"dim\"", .expectedAppearance,
      "\"dark\" or \"light\""),
    .wrong(
      "map.contour", "\"#e6f0e0\"", "\"reddish\"", line: 15, found: "\"reddish\"", .expectedColor,
      "a colour such as \"#5ab4ee\""),
    .wrong(
      "map.contour", "\"#e6f0e0\"", "true", line: 15, found: "true", .expectedColor,
      "a colour such as \"#5ab4ee\""),
    .wrong(
      "map.halo_strength", "= 1\n", "= 1.5\n", line: 18, found: "1.5", .expectedFraction,
      "a number from 0 to 1"),
    .wrong(
      "map.contour_strength", "0.25", "-1", line: 16, found: "-1", .expectedFraction,
      "a number from 0 to 1"),
    .wrong(
      "map.contour_strength", "0.25", "nan", line: 16, found: "nan", .expectedFraction,
      "a number from 0 to 1"),
    .wrong(
      "map.ground", "[\"#000\", \"#fff\"]", "[\"#000\"]", line: 14, found: "[\"#000\"]",
      .expectedGround, "a list of at least two colours, from low to high"),
    .wrong(
      "map.ground", "[\"#000\", \"#fff\"]", "\"#000\"", line: 14, found: "\"#000\"",
      .expectedGround, "a list of at least two colours, from low to high"),
    .wrong(
      "map.ground", "\"#fff\"", "\"#ffg\"", line: 14, found: "\"#ffg\"", .expectedGround,
      "a list of at least two colours, from low to high"),
    .wrong(
      "cars.glyphs", "\"▲\"", "\"●\"", line: 26, found: "\"●\"", .expectedGlyphs, glyphs),
    .wrong(
      "cars.glyphs", "\"▲\"", "\"차\"", line: 26, found: "\"차\"", .expectedGlyphs, glyphs),
    .wrong(
      "cars.glyphs", "\"▲\"", "\"ab\"", line: 26, found: "\"ab\"", .expectedGlyphs, glyphs),
    .wrong("cars.glyphs", "\"▲\"", "\" \"", line: 26, found: "\" \"", .expectedGlyphs, glyphs),
    .wrong("cars.glyphs", "\"▲\"", "3", line: 26, found: "3", .expectedGlyphs, glyphs),
    .wrong(
      "cars.glyphs", "\"●\", \"▲\", \"■\", \"◆\", \"▼\", \"✚\", \"◉\", ", "", line: 26,
      found: "[\"✖\", \"◐\"]", .expectedGlyphs, glyphs),
  ]

  @Test(arguments: faults, ["\n", "\r\n"])
  func `a broken file says where, what was found and what was expected`(
    fault: Fault, newline: String
  ) {
    #expect(Self.good.contains(fault.good))
    let text = Self.good.replacing(fault.good, with: fault.bad).replacing("\n", with: newline)
    let expected = ThemeError(file: "x.toml", line: fault.line, problem: fault.problem)
    let error = #expect(throws: ThemeError.self) {
      try ThemeFile.theme(from: text, file: "x.toml")
    }
    #expect(error == expected)
    #expect(error.map(Strings("en").describe) == fault.message)
  }

  @Test func `too few car colours are shown as they stand`() throws {
    let text = Self.good.replacing("\"#ff6464\", \"#d79bff\", \"#ff9ed2\", \"#a8f0ff\",", with: "")
    let error = try #require(throws: ThemeError.self) {
      try ThemeFile.theme(from: text, file: "x.toml")
    }
    #expect(
      Strings("en").describe(error) == """
        x.toml:22: cars.colors is \
        ["#f4f4f0", "#f0a30a", "#62c0ff", "#17e39b", "#ffe94a"]; \
        expected a list of nine colours such as "#5ab4ee"
        """)
  }

  @Test(arguments: [
    ("name = \"night\"", "name = night", 2), ("[cars]", "[cars", 21), ("0.25", "", 16),
    ("[map]", "[map]\nground = []", 15),
  ])
  func `what is not TOML says on which line and why, in one line`(
    good: String, bad: String, line: Int
  ) throws {
    let error = try #require(throws: ThemeError.self) {
      try ThemeFile.theme(from: Self.good.replacing(good, with: bad), file: "x.toml")
    }
    #expect(error.line == line)
    guard case .notTOML(let reason) = error.problem else {
      Issue.record("\(error.problem)")
      return
    }
    #expect(!reason.isEmpty)
    let message = Strings("en").describe(error)
    #expect(message == "x.toml:\(line): not TOML: \(reason)")
    #expect(!message.contains { $0.isNewline })
  }

  @Test func `an empty file lacks its first setting`() throws {
    let error = #expect(throws: ThemeError.self) { try ThemeFile.theme(from: "", file: "x.toml") }
    #expect(error?.problem == .missing(key: "name"))
  }

  @Test func `errors are told in Korean too`() {
    let error = ThemeError(
      file: "x.toml", line: 3,
      problem: .wrong(key: "map.halo", found: "1", expected: .expectedColor))
    #expect(
      Strings("ko").describe(error)
        == "x.toml:3: map.halo 값이 1입니다; 있어야 할 값: \"#5ab4ee\" 같은 색")
  }
}
