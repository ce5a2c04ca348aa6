import App
import Drawing
import Files
import TOML
import Terminal
import Testing
import Texts

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

  @Test func `a good file gives its theme`() {
    var expected = Theme.night
    expected.ground = [Color(0), Color(0xffffff)]
    expected.contourStrength = 0.25
    expected.haloStrength = 1
    expected.ground256 = []
    #expect(Self.theme(Self.good) == expected)
  }

  @Test func `line ends of any system, dotted keys and more colours than cars are good too`() {
    let theme = Self.theme(Self.good)
    #expect(Self.theme(Self.good.replacing("\n", with: "\r\n")) == theme)
    let dotted = Self.good.replacing("[screen]\npaper =", with: "screen.paper =")
      .replacing("\nink =", with: "\nscreen.ink =").replacing("\ndim =", with: "\nscreen.dim =")
      .replacing("\naccent", with: "\nscreen.accent")
      .replacing("\nwarning =", with: "\nscreen.warning =")
    #expect(Self.theme(dotted) == theme)
    let more = Self.good.replacing("\"#a8f0ff\",", with: "\"#a8f0ff\", \"#123\"")
    #expect(Self.theme(more)?.cars[9] == Color(0x112233))
  }

  @Test func `the ground of 256 colours is given by their numbers`() {
    func bands(_ list: String) -> Theme? {
      Self.theme(Self.good.replacing("[cars]", with: "ground256 = [\(list)]\n[cars]"))
    }
    #expect(Self.theme(Self.good)?.ground256 == [])
    #expect(bands("16, 54, 161, 231")?.ground256.map(\.hex) == [0, 0x5f0087, 0xd7005f, 0xffffff])
    #expect(bands("255, 232")?.ground256.map(\.hex) == [0xeeeeee, 0x080808])
    let theme = bands("16, 54, 161, 231")
    #expect(theme?.ground(in: .colors256).colors == theme?.ground256)
    #expect(theme?.ground(in: .trueColor).levels == 64)
    #expect(
      theme?.ground(in: .colors16).colors == Self.theme(Self.good)?.ground(in: .colors16).colors)
  }

  struct Fault: Sendable {
    /// What stands in the file instead of what, and what is reported.
    var good, bad: String
    var message: String

    init(_ good: String, _ bad: String, _ message: String) {
      (self.good, self.bad, self.message) = (good, bad, message)
    }
  }

  private static let color = "expected a colour such as \"#5ab4ee\""
  private static let glyph = "expected one character, one cell wide"
  private static let glyphs = "expected a list of nine different characters, each one cell wide"
  private static let ground = "expected a list of at least two colours, from low to high"
  private static let bands =
    "expected a list of 2 to 64 numbers of colours, each lighter than the one before, or each darker"
  private static let top = "expected one of name, inherits, appearance, map, screen, cars, anatomy"

  static let faults: [Fault] = [
    // The line is that of the table that lacks it.
    Fault("ink = \"#d5d9e4\"\n", "", "5: screen.ink: found nothing; \(color)"),
    Fault(
      "accent_ink = \"#05070d\"", "accent_ink = \"#05070d\"\nacent_ink = \"#fff\"",
      "11: screen.acent_ink: there is no such setting; expected one of paper, ink, dim, accent, "
        + "accent_ink, warning; did you mean \"screen.accent_ink\"?"),
    Fault(
      "[map]", "[map]\nocean = 1",
      "14: map.ocean: there is no such setting; expected one of ground, ground256, contour, "
        + "contour_strength, halo, halo_strength, shading, landmark"),
    Fault("[map]", "[sounds]\n[map]", "13: sounds: there is no such setting; \(top)"),
    Fault("[map]", "[[sounds]]\n[map]", "13: sounds: there is no such setting; \(top)"),
    Fault("name =", "version = 2\nname =", "2: version: there is no such setting; \(top)"),
    Fault(
      "name =", "ink = \"#000\"\nname =",
      "2: ink: there is no such setting; \(top); did you mean \"screen.ink\"?"),
    Fault("\"night\"", "7", "2: name: found 7; expected text in quotes"),
    Fault(
      "\"dark\"", "\"dim\"", "3: appearance: found \"dim\"; expected \"dark\" or \"light\""),
    Fault(
      "name = \"night\"", "name = \"night\"\ninherits = \"nigth\"",
      "3: inherits: found \"nigth\"; expected one of night; did you mean \"night\"?"),
    Fault("\"#e6f0e0\"", "\"reddish\"", "15: map.contour: found \"reddish\"; \(color)"),
    Fault("\"#e6f0e0\"", "true", "15: map.contour: found true; \(color)"),
    Fault("= 1\n", "= 1.5\n", "18: map.halo_strength: found 1.5; expected a number from 0 to 1"),
    Fault("0.25", "-1", "16: map.contour_strength: found -1; expected a number from 0 to 1"),
    Fault("0.25", "nan", "16: map.contour_strength: found nan; expected a number from 0 to 1"),
    Fault("[\"#000\", \"#fff\"]", "[\"#000\"]", "14: map.ground: found [\"#000\"]; \(ground)"),
    Fault("[\"#000\", \"#fff\"]", "\"#000\"", "14: map.ground: found \"#000\"; \(ground)"),
    Fault("\"#fff\"", "\"#ffg\"", "14: map.ground[2]: found \"#ffg\"; \(color)"),
    Fault(
      "[map]", "[map]\nground256 = [16, 15]",
      "14: map.ground256[2]: found 15; expected the number of a colour, from 16 to 255"),
    Fault(
      "[map]", "[map]\nground256 = [16, 256]",
      "14: map.ground256[2]: found 256; expected the number of a colour, from 16 to 255"),
    Fault("[map]", "[map]\nground256 = [16]", "14: map.ground256: found [16]; \(bands)"),
    Fault(
      "[map]", "[map]\nground256 = [16, 54, 53]", "14: map.ground256: found [16, 54, 53]; \(bands)"),
    Fault(
      "[map]", "[map]\nground256 = [16, 59, 59]", "14: map.ground256: found [16, 59, 59]; \(bands)"),
    Fault("\"▲\"", "\"●\"", "26: cars.glyphs[2]: found \"●\"; \(glyphs)"),
    Fault("\"▲\"", "\"차\"", "26: cars.glyphs[2]: found \"차\"; \(glyph)"),
    Fault("\"▲\"", "\"ab\"", "26: cars.glyphs[2]: found \"ab\"; \(glyph)"),
    Fault("\"▲\"", "\" \"", "26: cars.glyphs[2]: found \" \"; \(glyph)"),
    Fault("\"▲\"", "3", "26: cars.glyphs[2]: found 3; \(glyph)"),
    Fault(
      "\"●\", \"▲\", \"■\", \"◆\", \"▼\", \"✚\", \"◉\", ", "",
      "26: cars.glyphs: found [\"✖\", \"◐\"]; \(glyphs)"),
    Fault(
      "\"#ff6464\", \"#d79bff\", \"#ff9ed2\", \"#a8f0ff\",", "",
      "22: cars.colors: found [\"#f4f4f0\", \"#f0a30a\", \"#62c0ff\", \"#17e39b\", \"#ffe94a\"]; "
        + "expected a list of nine colours such as \"#5ab4ee\""),
  ]

  @Test(arguments: faults, ["\n", "\r\n"])
  func `a mistake is told with its line, what was found and what was expected; the rest counts`(
    fault: Fault, newline: String
  ) {
    #expect(Self.good.contains(fault.good))
    let text = Self.good.replacing(fault.good, with: fault.bad).replacing("\n", with: newline)
    let file = ThemeFile(text, file: "x.toml")
    #expect(file.errors.map(Strings("en").describe) == ["x.toml:" + fault.message])
    // What is wrong is as in the default; in this file two entries differ from it.
    var expected = Theme.night
    if fault.message.contains(": name:") { expected.name = "x" }
    if !fault.message.contains("contour_strength: ") { expected.contourStrength = 0.25 }
    if !fault.message.contains("map.ground: "), !fault.message.contains("map.ground[") {
      expected.ground = [Color(0), Color(0xffffff)]
      expected.ground256 = []
    }
    if !fault.message.contains("halo_strength: ") { expected.haloStrength = 1 }
    #expect(file.theme == expected)
  }

  @Test func `all mistakes are told at once, in the order of the file`() {
    let file = ThemeFile(
      """
      name = "own"
      apearance = "light"
      [screen
      paper = "#111"
      ink = "blue"
      paper = "#222"
      dim = "#777
      [map]
      ground = [
        "#000", "#fff"
      halo_strength = 0.5
      [cars]
      colors = ["#fff", "#ggg"]
      """, file: "x.toml")
    let told = file.errors.map {
      Strings("en").describe($0).split(separator: ";")[0]
        .replacing(/not TOML: .*/, with: "not TOML")
    }
    #expect(
      told == [
        "x.toml:2: apearance: there is no such setting",
        "x.toml:3: not TOML", "x.toml:3: screen.accent: found nothing",
        "x.toml:3: screen.accent_ink: found nothing", "x.toml:3: screen.warning: found nothing",
        "x.toml:5: screen.ink: found \"blue\"", "x.toml:6: not TOML", "x.toml:7: not TOML",
        "x.toml:8: map.contour: found nothing", "x.toml:8: map.contour_strength: found nothing",
        "x.toml:8: map.halo: found nothing", "x.toml:8: map.landmark: found nothing",
        "x.toml:9: not TOML", "x.toml:12: cars.glyphs: found nothing",
        "x.toml:13: cars.colors[2]: found \"#ggg\"", "x.toml: appearance: found nothing",
      ])
    var theme = Theme.night
    theme.name = "own"
    theme.paper = Color(0x111111)
    theme.haloStrength = 0.5
    #expect(file.theme == theme)
  }

  @Test(arguments: [
    ("name = \"night\"", "name = night", [2]), ("[cars]", "[cars", [21]), ("0.25", "", [16]),
    ("[map]", "[map]\nground = [\"#123\", \"#456\"]", [15]), ("#fff\"]", "#fff]", [14]),
    ("[screen]", "[screen]\n???\n= 3\n[", [6, 7, 8]), ("[cars]", "[map]", [21]),
  ])
  func `what is not TOML says on which line and why, in one line`(
    good: String, bad: String, lines: [Int]
  ) {
    let file = ThemeFile(Self.good.replacing(good, with: bad), file: "x.toml")
    var told: [Int?] = []
    for error in file.errors {
      guard case .notTOML(let reason, let column) = error.problem else { continue }
      told.append(error.line)
      let strings = Strings("en")
      #expect(
        strings.describe(error)
          == "x.toml:\(error.line ?? 0): not TOML: column \(column): \(strings.describe(reason))")
    }
    #expect(told == lines)
    #expect(file.theme.paper == Theme.night.paper && file.theme.glyphs == Theme.night.glyphs)
  }

  @Test func `a theme that inherits says only what is its own`() {
    let file = ThemeFile(
      "name = \"own\"\ninherits = \"night\"\nscreen.ink = \"#fff\"", file: "x.toml")
    var theme = Theme.night
    theme.name = "own"
    theme.ink = Color(0xffffff)
    #expect(file.theme == theme && file.errors.isEmpty)
  }

  @Test func `an empty file is the default theme under the file's name`() {
    let file = ThemeFile("", file: "themes/dusk.toml")
    var theme = Theme.night
    theme.name = "dusk"
    #expect(file.theme == theme)
    #expect(file.errors.count == 16 && file.errors.allSatisfy { $0.line == nil })
  }

  @Test func `errors are told in Korean too`() {
    let error = Files.Fault(
      .file("x.toml", line: 3, key: "map.halo"), .wrong(found: "1", .init(.expectedColor)))
    #expect(
      Strings("ko").describe(error)
        == "x.toml:3: map.halo: 찾은 값 1; 있어야 할 값: \"#5ab4ee\" 같은 색")
  }

  /// The theme of a file without mistakes.
  private static func theme(_ text: String) -> Theme? {
    let file = ThemeFile(text, file: "x.toml")
    return file.errors.isEmpty ? file.theme : nil
  }
}
