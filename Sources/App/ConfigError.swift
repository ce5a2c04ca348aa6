import Terminal

/// What is wrong with a line of the user's `config.toml`.
package struct ConfigError: Error, Hashable, Sendable {
  package var file: String
  /// From 1; `nil` where the fault has no line of its own.
  package var line: Int?
  package var problem: Problem

  package init(file: String, line: Int?, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    case unreadable
    case notTOML(reason: String)
    case unknownSetting(found: String)
    /// A value of the wrong type or size.
    case wrong(setting: String, found: String, expected: Text)
    /// A word that is none of those there are.
    case unknownWord(setting: String, found: String, expected: [String])
    case unknownAction(found: String)
    case unknownKey(setting: String, found: String)
    /// A key that another action has in the same file.
    case boundTwice(setting: String, found: String, other: String)
  }

  /// The same without the file's folders, for a line on the screen.
  package var brief: ConfigError {
    ConfigError(
      file: file.split(separator: "/").last.map(String.init) ?? file, line: line,
      problem: problem)
  }
}

extension Strings {
  /// `config.toml:7: there is no action "plya"; …; did you mean "play"?`
  package func describe(_ error: ConfigError) -> String {
    let place = error.line.map { "\(error.file):\($0)" } ?? error.file
    let problem =
      switch error.problem {
      case .unreadable: self[.errorConfigUnreadable]
      case .notTOML(let reason): self(.themeNotTOML, ["reason": reason])
      case .unknownSetting(let found):
        self(.themeUnknown, ["key": found]) + choice(found, Config.settings)
      case .wrong(let setting, let found, let expected):
        self(.themeWrong, ["key": setting, "found": found, "expected": self[expected]])
      case .unknownWord(let setting, let found, let expected):
        self(.errorSettingUnknownWord, ["setting": setting, "found": found])
          + choice(found, expected)
      case .unknownAction(let found):
        self(.errorUnknownAction, ["found": found])
          + suggestion(found, Keymap.standard.all.map(\.action))
      case .unknownKey(let setting, let found):
        self(.errorUnknownKey, ["setting": setting, "found": found])
          + suggestion(found, Key.names + ["disabled"])
      case .boundTwice(let setting, let found, let other):
        self(.errorBoundTwice, ["setting": setting, "found": found, "other": other])
      }
    return "\(place): \(problem)"
  }

  /// One line for the footer: the first error, and how many more there are.
  package func notice(of errors: [ConfigError]) -> String? {
    guard let first = errors.first.map({ describe($0.brief) }) else { return nil }
    return errors.count == 1
      ? first : self(.noticeMore, ["first": first, "count": "\(errors.count - 1)"])
  }
}
