import ArgumentParser
import FoundationEssentials

/// What the parser knows of a command, as its `--experimental-dump-help` tells it in JSON.
struct CommandInfo: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var defaultSubcommand: String?
  var shouldDisplay: Bool
  var subcommands: [CommandInfo]?
  var arguments: [Argument]?

  struct Argument: Decodable, Hashable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable, Hashable {
      /// `long` or `short`.
      var kind: String
      var name: String
    }

    var kind: Kind
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var sectionTitle: String?
    var isOptional: Bool
    var isRepeating: Bool
  }

  /// The program with all its commands.
  static func program() -> CommandInfo? {
    struct Dump: Decodable { var command: CommandInfo }
    return try? JSONDecoder().decode(Dump.self, from: Data(Downhill._dumpHelp().utf8)).command
  }

  /// The commands that are listed in the help, those of a command after it: `lesson`,
  /// `lesson check`. Whatever its default command takes, a command takes, too.
  var listed: [(name: String, info: CommandInfo)] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }.flatMap { command in
      let others = command.subcommands ?? []
      var whole = command
      if let standard = others.first(where: { $0.commandName == command.defaultSubcommand }) {
        whole.arguments = standard.arguments
      }
      return [(command.commandName, whole)]
        + others.filter { !["help", command.defaultSubcommand].contains($0.commandName) }
        .map { ("\(command.commandName) \($0.commandName)", $0) }
    }
  }
}
