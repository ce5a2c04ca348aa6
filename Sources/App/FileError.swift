/// What is wrong with a file that a person wrote, and where. Everything that is read from such files
/// is told in this shape: settings, themes, languages, lessons, races.
package struct FileError: Error, Hashable, Sendable {
  package var file: String
  /// From 1; `nil` where the fault has no line of its own.
  package var line: Int?
  /// The setting, such as `map.ground` or `cars.colors[3]`; `nil` where it is the file's own fault.
  package var key: String?
  package var problem: Problem

  package init(file: String, line: Int? = nil, key: String? = nil, _ problem: Problem) {
    self.file = file
    self.line = line
    self.key = key
    self.problem = problem
  }

  package init(_ fault: TOMLFault, file: String) {
    self.init(
      file: file, line: fault.place.line, .notTOML(fault.reason, column: fault.place.column))
  }

  package enum Problem: Hashable, Sendable {
    /// There is no such file, or it is no text.
    case unreadable(Expected)
    /// - Parameter column: in characters, from 1.
    case notTOML(TOMLFault.Reason, column: Int)
    /// The setting is not there.
    case missing(Expected)
    /// What stands there, as it stands there.
    case wrong(found: String, Expected)
    /// There is no setting of this name.
    case unknown(Expected)
    /// What the command line would refuse too.
    indirect case input(InputError)
  }

  /// What should have stood there.
  package struct Expected: Hashable, Sendable {
    package var text: Text
    package var blanks: [String: String]
    /// Names that may have been meant.
    package var names: [String]

    package init(_ text: Text, _ blanks: [String: String] = [:], names: [String] = []) {
      self.text = text
      self.blanks = blanks
      self.names = names
    }

    package static func oneOf(_ names: [String]) -> Expected {
      Expected(.expectedOneOf, ["names": names.joined(separator: ", ")], names: names)
    }
  }

  /// The same without the file's folders, for a line on the screen.
  package var brief: FileError {
    var error = self
    error.file = file.split(separator: "/").last.map(String.init) ?? file
    return error
  }
}

extension Strings {
  /// `x.toml:12: map.contour: found "reddish"; expected a colour such as "#5ab4ee"`
  package func describe(_ error: FileError) -> String {
    let place = [error.file, error.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    let problem =
      switch error.problem {
      case .unreadable(let expected): self(.fileUnreadable, ["expected": describe(expected)])
      case .notTOML(let reason, let column):
        self(.fileNotTOML, ["column": "\(column)", "reason": describe(reason)])
      case .missing(let expected): self(.fileMissing, ["expected": describe(expected)])
      case .wrong(let found, let expected):
        self(.fileWrong, ["found": found, "expected": describe(expected)])
          + suggestion(found.filter { $0 != "\"" }, expected.names)
      case .unknown(let expected):
        self(.fileUnknown, ["expected": describe(expected)])
          + suggestion(error.key ?? "", expected.names)
      case .input(let error): describe(error)
      }
    return [place, error.key, problem].compactMap { $0 }.joined(separator: ": ")
  }

  private func describe(_ expected: FileError.Expected) -> String {
    self(expected.text, expected.blanks)
  }

  /// One line for the footer: the first error, and how many more there are.
  package func notice(of errors: [FileError]) -> String? {
    guard let first = errors.first.map({ describe($0.brief) }) else { return nil }
    return errors.count == 1
      ? first : self(.noticeMore, ["first": first, "count": "\(errors.count - 1)"])
  }
}
