import App
import ArgumentParser

/// The command line's root. Its help comes from the language tables, like every other text.
@main
struct Downhill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "downhill",
    abstract: Words.strings[.commandAbout],
    discussion: Words.strings[.commandAboutMore],
    subcommands: [RaceCommand.self, RunCommand.self, ListCommand.self],
    defaultSubcommand: RaceCommand.self)

  /// Errors end with one line on standard error and status 2.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as InputError {
      Words.fail(Words.strings.describe(error))
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      // The first line says what is wrong; the usage that follows it is a --help away.
      Words.fail(message(for: error))
    }
  }
}
