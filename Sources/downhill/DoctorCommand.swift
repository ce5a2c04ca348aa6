import App
import ArgumentParser
import FoundationEssentials
import Terminal

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: Words.strings[.commandDoctor])

  @Option(help: help(.commandColor, "DEPTH")) var color: String?
  @Option(help: help(.commandGlyphs, "SET")) var glyphs: String?
  @Option(help: help(.commandAmbiguous, "WIDTH")) var ambiguous: String?
  @Option(help: help(.commandLanguage, "CODE")) var language: String?

  func run() throws {
    try Words.checkLanguage()
    let wishes = try TerminalWishes(color: color, glyphs: glyphs, ambiguous: ambiguous)
    let report = DoctorReport(
      strings: Words.strings, diagnosis: TerminalDiagnosis(wishes),
      themeFolders: ThemeLibrary.folders(forProgramAt: programPath()), config: configFile)
    Words.print(report.text())
  }

  /// Where the XDG base directory specification puts the user's settings.
  private var configFile: (path: String, exists: Bool)? {
    let environment = ProcessInfo.processInfo.environment
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    guard let base = folder ?? environment["HOME"].map({ $0 + "/.config" }) else { return nil }
    let path = base + "/downhill/config.toml"
    return (path, FileManager.default.fileExists(atPath: path))
  }
}
