import App
import ArgumentParser
import Descent
import Files
import Terminal
import Texts

/// The command line's root. Its help comes from the language tables, like every other text.
@main
struct Downhill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "downhill",
    abstract: Words.command("about"),
    usage: "downhill [<options>]\ndownhill <subcommand> [<options>]",
    discussion: Words.command("about_more"),
    version: version,
    subcommands: [
      RaceCommand.self, DriveCommand.self, TourCommand.self, LessonCommand.self, ClassCommand.self,
      RunCommand.self, SweepCommand.self, BasinsCommand.self, PictureCommand.self,
      RecordCommand.self,
      LinkCommand.self,
      ListCommand.self, VerifyCommand.self, DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: RaceCommand.self)

  /// Errors end with one line on standard error and status 2.
  static func main() {
    Limits.prepare()
    do {
      // Where nothing is said there is nothing to parse, which would take as long as to draw.
      if CommandLine.arguments.count == 1 {
        try RaceCommand.open()
      } else {
        try checkCommand()
        var command = try parseAsRoot(arguments)
        try command.run()
      }
      try Words.flush()
    } catch let error as Fault {
      Words.fail(error)
    } catch {
      guard exitCode(for: error) == .validationFailure else {
        if isHelp(message(for: error)) { exit(withError: CleanExit.message(help())) }
        exit(withError: error)
      }
      // What is wrong in one line; the usage that would follow it is a --help away.
      let said = message(for: error)
      let known = Fault(parserMessage: said, on: command)
      Words.fail(known.map { Words.strings.describe($0) } ?? said)
    }
  }

  /// What has been typed, without a language that stands before the command: it is known already.
  static let words: [String] = {
    let words = Array(CommandLine.arguments.dropFirst())
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    var rest = words[...]
    while let word = rest.first {
      if word == "--language" {
        rest = rest.dropFirst(2)
      } else if word.hasPrefix("--language=") {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return rest.first.map(commands.contains) == true ? Array(rest) : words
  }()

  /// What has been typed, with `--lr 1e-4:1:64:log` of a sweep as the axis that it means: what
  /// rules can be set by, no option can list.
  private static var arguments: [String] {
    var words = Self.words
    guard words.first == "sweep" else { return words }
    let settings = Set(Catalog.optimizers.flatMap(\.settingNames))
    for index in words.indices.dropFirst().reversed() where words[index].hasPrefix("--") {
      let parts = words[index].dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard settings.contains(kebabCase(String(parts[0]))) else { continue }
      if parts.count == 2 {
        words.replaceSubrange(index...index, with: ["--axis", "\(parts[0])=\(parts[1])"])
      } else if index + 1 < words.count {
        words.replaceSubrange(
          index...index + 1, with: ["--axis", "\(parts[0])=\(words[index + 1])"])
      }
    }
    return words
  }

  /// The command that the first word names.
  private static var command: any ParsableCommand.Type {
    let word = words.first
    return configuration.subcommands.first { $0.configuration.commandName == word }
      ?? RaceCommand.self
  }

  /// Refuses a first word that is no command: no command takes words without a command's name.
  private static func checkCommand() throws(Fault) {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = words.first, !word.hasPrefix("-"),
      !known.contains(word), word != "help"
    else { return }
    let told = configuration.subcommands.filter { $0.configuration.shouldDisplay }
      .compactMap { $0.configuration.commandName }
    throw Fault(.standard, .unknown(.errorUnknownCommand, found: word, names: told))
  }
}
