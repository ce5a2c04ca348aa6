import App
import ArgumentParser
import Files

extension InputError {
  /// What the parser of arguments found wrong, so that it is said as everything else is.
  ///
  /// The parser keeps its errors to itself, but not its messages: each kind is known by its words.
  /// `nil` for what has no kind of its own here, and is passed on as the parser says it.
  init?(parserMessage message: String, on command: any ParsableCommand.Type) {
    if let words = message.wholeMatch(of: /Unknown option '(.*?)'(\. Did you mean '.*'\?)?/) {
      self = .unknownName(
        kind: .option, found: String(words.1), expected: options(of: command))
    } else if let words = message.wholeMatch(of: /Missing value for '(\S+) <(.*)>'/) {
      self = .missingValue(option: String(words.1), expected: String(words.2))
    } else if let words = message.wholeMatch(of: /Missing expected argument '<(.*)>'/) {
      self = .missingWord(expected: words.1.split(separator: "|").map(String.init))
    } else if let words = message.wholeMatch(of: /Unexpected argument '(.*)'/) {
      self = .extraWord(found: String(words.1))
    } else if let words = message.wholeMatch(of: /\d+ unexpected arguments: '(.*?)', '.*'/) {
      self = .extraWord(found: String(words.1))
    } else if let words = message.wholeMatch(
      of: /The option '(.*?)' does not take any value, but '(.*)' was specified\./)
    {
      self = .valueNotTaken(option: String(words.1), found: String(words.2))
    } else {
      return nil
    }
  }
}

/// The long names of a command's options, as its help has them.
private func options(of command: any ParsableCommand.Type) -> [String] {
  Downhill.helpMessage(for: command).split(separator: "\n").flatMap { line in
    line.hasPrefix("  -") ? line.matches(of: /--[a-z-]+/).map { String($0.output) } : []
  }
}
