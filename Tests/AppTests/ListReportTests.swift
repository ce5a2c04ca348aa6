import App
import Drawing
import Testing

struct ListReportTests {
  private let library = ThemeLibrary(folders: [repositoryFolder + "/themes"])

  @Test func `themes are shown in their colours where there are colours`() throws {
    let report = ListReport(strings: Strings("en"), themes: library, hasColors: true)
    let text = try report.text(.themes, as: .table)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + library.themes.count)
    #expect(lines[0].hasSuffix("cars and ground"))
    for (line, theme) in zip(lines.dropFirst(), library.themes) {
      // What stands there without its colours: the swatches begin under their heading.
      let plain = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(plain.hasPrefix(theme.name))
      #expect(plain.firstIndex(of: "●") == plain.index(lines[0].firstIndex(of: "c")!, offsetBy: 1))
      for color in [theme.cars[8], theme.ground[0], theme.ground[theme.ground.count - 1]] {
        #expect(line.contains("2;\(color.red);\(color.green);\(color.blue)"))
      }
    }
  }

  @Test func `without colours and as json there are no control sequences`() throws {
    for (hasColors, format) in [(false, ListReport.Format.table), (true, .json), (false, .json)] {
      let report = ListReport(strings: Strings("en"), themes: library, hasColors: hasColors)
      #expect(try !report.text(.themes, as: format).contains("\u{1B}"))
    }
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
