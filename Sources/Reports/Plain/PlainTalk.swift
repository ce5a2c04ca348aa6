import Drawing
package import Texts

/// A conversation in lines of text: for screen readers, and for pipes at either end.
package struct PlainTalk {
  let strings: Strings
  private let write: (String) -> Void
  private let read: () -> String?
  private let hasEnded: () -> Bool
  /// Nobody answers any more: from here on nothing is asked.
  private var wasLeft = false

  /// - Parameters:
  ///   - write: puts out text, line ends included.
  ///   - read: the next line that was typed, without its end; `nil` when there is none and never
  ///     will be.
  ///   - hasEnded: whether that is known before anything is asked.
  package init(
    strings: Strings, write: @escaping (String) -> Void, read: @escaping () -> String?,
    hasEnded: @escaping () -> Bool = { false }
  ) {
    self.strings = strings
    self.write = write
    self.read = read
    self.hasEnded = hasEnded
  }

  /// Whether nobody is there to answer.
  var isAlone: Bool {
    mutating get {
      if !wasLeft { wasLeft = hasEnded() }
      return wasLeft
    }
  }

  /// One line, without anything that is drawn and not read.
  func say(_ text: String) { write(PlainText.spoken(text, strings) + "\n") }

  func sayNothing() { write("\n") }

  /// The next line that was typed; `nil` when nobody answers.
  mutating func line() -> String? {
    guard !wasLeft, let line = read() else {
      wasLeft = true
      return nil
    }
    return line
  }

  /// One of a few things to do, each with its number; 0 is the last of them. `nil` for an empty
  /// line, and when nobody answers.
  mutating func choose(among choices: [String]) -> Int? {
    guard !isAlone else { return nil }
    for (place, choice) in choices.enumerated() {
      say(
        strings(
          .plainChoice, ["number": "\(Self.number(place, of: choices.count))", "text": choice]))
    }
    let numbers = (0..<choices.count).map { Self.number($0, of: choices.count) }
    guard let number = numbered(numbers, asksForMany: false).first else { return nil }
    return numbers.firstIndex(of: number)
  }

  /// The numbers typed in one line, each one of those there are; none for an empty line, and when
  /// nobody answers.
  mutating func numbers(from least: Int, to most: Int) -> [Int] {
    numbered(Array(least...most), asksForMany: true)
  }

  private mutating func numbered(_ numbers: [Int], asksForMany: Bool) -> [Int] {
    while !isAlone {
      guard let line = read() else {
        wasLeft = true
        break
      }
      let words = line.split { $0.isWhitespace || $0 == "," }
      let found = words.compactMap { Int($0) }
      if found.count == words.count, found.allSatisfy(numbers.contains),
        asksForMany || found.count < 2
      {
        return found
      }
      say(
        strings(
          .plainWrongNumber,
          ["found": line.trimmed, "numbers": numbers.map(String.init).joined(separator: ", ")]))
    }
    return []
  }

  private static func number(_ place: Int, of count: Int) -> Int {
    place == count - 1 ? 0 : place + 1
  }
}
