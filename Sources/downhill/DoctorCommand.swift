import App
import ArgumentParser
import Drawing
import Files
import FoundationEssentials
import Reports
import Terminal
import Texts

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: Words.command("doctor"))

  @Option(help: help("color", "DEPTH"), completion: .depths) var color: String?
  @Option(
    help: help("glyphs", "SET"), completion: .list(["auto"] + GlyphSet.allCases.map(\.rawValue)))
  var glyphs: String?
  @Option(help: help("ambiguous", "WIDTH"), completion: .words(AmbiguousWidth.self)) var ambiguous:
    String?
  @Option(help: help("pixels", "WAY"), completion: .words(PixelWish.self)) var pixels: String?
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  func run() throws {
    try Words.checkLanguage()
    let library = ThemeLibrary(Shelf("themes"))
    var config = Words.config
    let theme = config.theme(from: library)
    let wishes = try TerminalWishes(
      color: color, glyphs: glyphs, ambiguous: ambiguous, pixels: pixels,
      asksForTheme: theme != nil)
    let report = DoctorReport(
      strings: Words.strings, diagnosis: TerminalDiagnosis(wishes), machine: .current(),
      theme: theme,
      choice: library.themes, themes: Shelf("themes"), languages: Shelf("languages"),
      config: configFile)
    Words.warnOfConfig()
    Words.print(report.text())
  }

  private var configFile: (path: String, exists: Bool)? {
    guard let folder = Shelf.ownFolder(Words.environment) else { return nil }
    let path = folder + "/config.toml"
    return (path, FileManager.default.fileExists(atPath: path))
  }
}
