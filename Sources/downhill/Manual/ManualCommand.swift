import ArgumentParser
import Files
import Texts

/// Prints the manual page; hidden, since it is there for who installs the program.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: Words.command("manual"), shouldDisplay: false)

  @Option(help: help("language", "NAME|FILE")) var language: String?

  func run() throws {
    try Words.checkLanguage()
    guard let program = CommandInfo.program() else { throw Fault.outputFailed }
    Words.printAsIs(ManualPage(of: program).text())
  }
}
