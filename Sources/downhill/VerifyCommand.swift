import App
import ArgumentParser
import Descent
import Files
import Reports
import Texts

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Words.command("verify"))

  @Argument(help: help("verify_surfaces", "SURFACE"), completion: .surfaces) var surfaces:
    [String] = []
  @Option(help: help("verify_format", "FORMAT"), completion: .words(VerifyReport.Format.self))
  var format: String = "table"
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  /// Ends with status 1 if a label is wrong.
  func run() throws {
    try Words.checkLanguage()
    let format: VerifyReport.Format = try word(format, .errorUnknownFormat)
    let chosen = try surfaces.map { name throws(Fault) in
      try SurfaceRequest.surface(named: Asked(name))
    }
    Words.warnOfConfig()
    let report = VerifyReport(chosen.isEmpty ? Catalog.surfaces : chosen, strings: Words.strings)
    Words.print(try report.text(as: format))
    guard report.isGood else {
      try Words.flush()
      throw ExitCode(1)
    }
  }
}
