package import Descent
import Drawing
package import TOML
package import Texts

/// What is wrong with something that a user gave: where it came from, what was found, what was
/// expected. Every door of the program throws or notes these, and words its own.
package struct Fault: Error, Hashable, Sendable {
  package var origin: Origin
  package var problem: Problem
  /// The car that it is about, as the user named it.
  package var car: String?
  /// Where the file that it is about was named, if that was in another file.
  package var namedIn: Origin?

  package init(_ origin: Origin, _ problem: Problem, car: String? = nil) {
    self.origin = origin
    self.problem = problem
    self.car = car
  }

  /// A sentence of a door's own.
  package init(
    _ origin: Origin, _ text: Text, _ blanks: [String: String] = [:], car: String? = nil
  ) {
    self.init(origin, .said(text, blanks), car: car)
  }

  /// What is no TOML in a file.
  package init(_ fault: TOMLFault, file: String) {
    self.init(
      .file(file, line: fault.place.line), .notTOML(fault.reason, column: fault.place.column))
  }

  package enum Problem: Hashable, Sendable {
    /// There is no such file, or it is no text.
    case unreadable(Expected)
    /// - Parameter column: in characters, from 1.
    case notTOML(TOMLFault.Reason, column: Int)
    /// Nothing is there.
    case missing(Expected)
    /// What stands there, as it stands there.
    case wrong(found: String, Expected)
    /// The setting of a car, by its name.
    case setting(String, found: String, Expected)
    /// There is no setting of the name that the origin has.
    case unknownSetting(Expected)
    /// A name that there is not, in a sentence about what there is none of.
    case unknown(Text, [String: String] = [:], found: String, names: [String])
    case said(Text, [String: String])
    /// A file that is not there, in a sentence that names the samples there are instead.
    case missingFile(Text, samples: [String])
    case formula(String, FormulaError)
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

  /// The file that it is about; `nil` for a fault of the command line.
  package var file: String? { if case .file(let name, _, _) = origin { name } else { nil } }
  package var line: Int? { if case .file(_, let line, _) = origin { line } else { nil } }
  package var key: String? { if case .file(_, _, let key) = origin { key } else { nil } }

  /// The same without the file's folders, for a line on the screen.
  package var brief: Fault {
    guard case .file(let file, let line, let key) = origin else { return self }
    var fault = self
    fault.origin = .file(
      file.split(separator: "/").last.map(String.init) ?? file, line: line, key: key)
    return fault
  }
}

extension Strings {
  /// One clear line for a person: `x.toml:12: map.contour: found "reddish"; expected a colour such
  /// as "#5ab4ee"`.
  package func describe(_ fault: Fault) -> String {
    let places = [fault.namedIn, fault.origin].compactMap { $0.flatMap(place) }
    return (places + [sentence(of: fault)]).joined(separator: ": ")
  }

  private func place(of origin: Origin) -> String? {
    guard case .file(let file, let line, let key) = origin else { return nil }
    let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return [place, key].compactMap { $0 }.joined(separator: ": ")
  }

  private func sentence(of fault: Fault) -> String {
    (fault.car.map { self(.errorInCar, ["car": $0]) } ?? "") + problem(of: fault)
  }

  private func problem(of fault: Fault) -> String {
    switch fault.problem {
    case .unreadable(let expected):
      self(.fileUnreadable, ["expected": describe(expected)])
        + suggestion(fault.file ?? "", expected.names)
    case .notTOML(let reason, let column):
      self(.fileNotTOML, ["column": "\(column)", "reason": describe(reason)])
    case .missing(let expected): self(.fileMissing, ["expected": describe(expected)])
    case .wrong(let found, let expected): wrong(found, expected, fault.origin)
    case .setting(let name, let found, let expected): isWrong(name, found, expected)
    case .unknownSetting(let expected):
      self(.fileUnknown, ["expected": describe(expected)])
        + suggestion(fault.key ?? "", expected.names)
    case .unknown(let text, let blanks, let found, let names):
      self(text, blanks.merging(["found": found]) { own, _ in own }) + choice(found, names)
    case .said(let text, let blanks): self(text, blanks)
    case .missingFile(let text, let samples):
      self(text, ["samples": samples.joined(separator: ", ")])
        + suggestion(fault.file ?? "", samples)
    case .formula(_, let error): problem(of: error, fault.origin)
    }
  }

  /// A flag names itself; in a file the place has been named.
  private func wrong(_ found: String, _ expected: Fault.Expected, _ origin: Origin) -> String {
    let sentence =
      if case .flag(let flag) = origin {
        isWrong(flag, found, expected)
      } else {
        self(.fileWrong, ["found": found, "expected": describe(expected)])
      }
    return sentence + suggestion(found.filter { $0 != "\"" }, expected.names)
  }

  /// `--speed is "fast"; expected a whole number`
  private func isWrong(_ name: String, _ found: String, _ expected: Fault.Expected) -> String {
    self(.errorBadNumber, ["flag": name, "found": found, "expected": describe(expected)])
  }

  private func describe(_ expected: Fault.Expected) -> String {
    self(expected.text, expected.blanks)
  }

  /// One line for the footer: the first fault, and how many more there are.
  package func notice(of faults: [Fault]) -> String? {
    guard let first = faults.first.map({ describe($0.brief) }) else { return nil }
    return faults.count == 1
      ? first : self(.noticeMore, ["first": first, "count": "\(faults.count - 1)"])
  }

  /// "; did you mean b? Expected: one of a, b, c": what was meant is worth more than all that there
  /// is. Of more than twelve names the nearest five are told, and how many there are.
  func choice(_ found: String, _ expected: [String]) -> String {
    let meant = suggestion(found, expected)
    guard expected.count > [String].listLimit else {
      let blanks = ["expected": expected.listed]
      return meant.isEmpty
        ? self(.errorExpectedOneOf, blanks) : meant + " " + self(.errorNames, blanks)
    }
    let near = nearestNames(to: found, among: expected, atMost: 5).listed
    let blanks = ["count": "\(expected.count)", "expected": near]
    return meant.isEmpty
      ? self(.errorExpectedLike, blanks) : meant + " " + self(.errorNamesLike, blanks)
  }

  /// "; did you mean b?", or nothing.
  func suggestion(_ found: String, _ expected: [String]) -> String {
    nearestName(to: found, among: expected)
      .map { self(.errorDidYouMean, ["nearest": $0.excerpt]) } ?? ""
  }
}

extension String {
  /// Its beginning, for a sentence: what a user brings may be as long as a file.
  var excerpt: String { cut(to: 60) }
}

extension [String] {
  /// More names than this are not told one by one.
  static let listLimit = 12

  /// Names between commas for a sentence; of many the first, and how many there are.
  var listed: String {
    let names = prefix(Self.listLimit).map(\.excerpt).joined(separator: ", ")
    return count > Self.listLimit ? names + ", … (\(count))" : names
  }
}
