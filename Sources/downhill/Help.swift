import ArgumentParser
import Texts

extension Downhill {
  /// Whether the parser's message is a help that was asked for without a command's name.
  static func isHelp(_ message: String) -> Bool {
    let word = CommandLine.arguments.dropFirst().first ?? ""
    return message == helpMessage()
      || message == helpMessage(for: RaceCommand.self) && word.hasPrefix("-")
  }

  /// The help of the program itself: five examples, the commands, and the options of the race,
  /// which needs no command.
  ///
  /// The parser's help of a command has none of its default command's options, so that both are put
  /// together here.
  static func help() -> String {
    let root = helpMessage()
    let race = helpMessage(for: RaceCommand.self)
    let title = Words.command("surface_group").uppercased() + ":\n"
    guard let head = root.firstRange(of: "OPTIONS:\n"),
      let commands = root.firstRange(of: "SUBCOMMANDS:\n"), let options = race.firstRange(of: title)
    else { return root }
    let examples = Words.command("examples")
    return root[..<head.lowerBound] + "\(examples)\n\n" + race[options.lowerBound...]
      + "\n" + root[commands.lowerBound...]
  }
}
