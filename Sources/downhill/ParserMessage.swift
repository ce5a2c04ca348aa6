import App
import ArgumentParser
import Files
import Texts

extension Fault {
  /// What the parser of arguments found wrong, so that it is said as everything else is.
  ///
  /// The parser keeps its errors to itself, but not its messages: each kind is known by its words.
  /// `nil` for what has no kind of its own here, and is passed on as the parser says it.
  init?(parserMessage message: String, on command: any ParsableCommand.Type) {
    if let words = message.wholeMatch(of: /Unknown option '(.*?)'(\. Did you mean '.*'\?)?/) {
      self.init(
        .standard,
        .unknown(.errorUnknownOption, found: String(words.1), names: options(of: command)))
    } else if let words = message.wholeMatch(of: /Missing value for '(\S+) <(.*)>'/) {
      self.init(
        .standard, .errorMissingValue,
        ["option": String(words.1), "expected": String(words.2)])
    } else if let words = message.wholeMatch(of: /Missing expected argument '<(.*)>'/) {
      let expected = words.1.split(separator: "|").joined(separator: ", ")
      self.init(.standard, .errorMissingWord, ["expected": expected])
    } else if let words = message.wholeMatch(of: /Unexpected argument '(.*)'/) {
      self = .extraWord(String(words.1))
    } else if let words = message.wholeMatch(of: /\d+ unexpected arguments: '(.*?)', '.*'/) {
      self = .extraWord(String(words.1))
    } else if let words = message.wholeMatch(
      of: /The option '(.*?)' does not take any value, but '(.*)' was specified\./)
    {
      self.init(
        .standard, .errorValueNotTaken,
        ["option": String(words.1), "found": String(words.2)])
    } else {
      return nil
    }
  }
}

extension Fault {
  static func extraWord(_ found: String) -> Fault {
    Fault(.standard, .errorExtraWord, ["found": found])
  }
}

/// The long names of a command's options, as its help has them.
private func options(of command: any ParsableCommand.Type) -> [String] {
  Downhill.helpMessage(for: command).split(separator: "\n").flatMap { line in
    line.hasPrefix("  -") ? line.matches(of: /--[a-z-]+/).map { String($0.output) } : []
  }
}
