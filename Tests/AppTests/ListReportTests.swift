import App
import Drawing
import Files
import Reports
import Terminal
import Testing
import Texts

struct ListReportTests {
  private let library = shippedThemes

  @Test(arguments: [ColorDepth.trueColor, .colors256, .colors16, .colors8])
  func `themes are shown in the colours that there are`(depth: ColorDepth) throws {
    let report = ListReport(strings: Strings("en"), themes: library, colors: depth)
    let text = try report.text(.themes, as: .table)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + library.themes.count)
    #expect(lines[0].hasSuffix("cars and ground"))
    for (line, theme) in zip(lines.dropFirst(), library.themes) {
      // What stands there without its colours: the swatches begin under their heading.
      let plain = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(plain.hasPrefix(theme.name))
      let head = try #require(lines[0].firstIndex(of: "c"))
      #expect(plain.firstIndex(of: "●") == plain.index(head, offsetBy: 1))
      // Every band of the ground, from low to high, over 24 columns.
      let papers = line.matches(of: /\u{1B}\[(4[0-9;]+|10[0-7])m \u{1B}\[0m/).map { String($0.1) }
      let ground = papers.suffix(24)
      let bands = ground.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
      #expect(ground.count == 24)
      #expect(bands == expected(theme.ground(in: depth), depth))
    }
  }

  private func expected(_ ground: Colormap, _ depth: ColorDepth) -> [String] {
    var palette = Palette(depth)
    let colors =
      depth == .trueColor
      ? (0..<24).map { ground.color(at: (Double($0) + 0.5) / 24) } : ground.colors
    return colors.map { color in
      guard let index = palette?.nearest(to: color) else {
        return "48;2;\(color.red);\(color.green);\(color.blue)"
      }
      if depth == .colors256 { return "48;5;\(index)" }
      return index < 8 ? "\(40 + index)" : "\(92 + index)"
    }
  }

  @Test func `a car whose colour is its paper's is written in black or white`() throws {
    var theme = Theme.night
    theme.paper = Color(0xffff00)
    theme.cars = Array(repeating: Color(0xfffe00), count: CarSpec.limit)
    var text = ColoredText(.colors16)
    text.add("x", ink: theme.cars[0], paper: theme.paper)
    #expect(text.text == "\u{1B}[30;103mx\u{1B}[0m")
  }

  @Test func `without colours and as json there are no control sequences`() throws {
    for (colors, format) in [
      (ColorDepth.mono, ListReport.Format.table), (.trueColor, .json), (.mono, .json),
    ] {
      let report = ListReport(strings: Strings("en"), themes: library, colors: colors)
      #expect(try !report.text(.themes, as: format).contains("\u{1B}"))
    }
  }

  @Test(arguments: ListReport.What.allCases.filter { $0 != .texts })
  func `only texts are a TOML file`(what: ListReport.What) throws {
    let report = ListReport(strings: Strings("en"), themes: library)
    #expect(throws: Fault.self) { try report.text(what, as: .toml) }
  }

  @Test func `keys are listed as they are bound`() throws {
    let config = Config(text: "[keys]\nplay = [\"p\", \"f5\"]\nmouse = \"disabled\"", file: "c")
    let report = ListReport(strings: Strings("en"), themes: library, keymap: config.keymap)
    let lines = try report.text(.keys, as: .json).split(separator: "\n").map(String.init)
    #expect(lines.count == Keymap.standard.all.count)
    #expect(lines[0] == #"{"about":"play or pause","keys":["p","f5"],"name":"play"}"#)
    #expect(lines.contains { $0.contains(#""keys":[],"name":"mouse""#) })
  }
}
