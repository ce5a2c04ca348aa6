import Drawing

/// The prose of a lesson: paragraphs, with words set off.
package struct LessonText: Hashable, Sendable {
  /// A character, and whether it is set off.
  private struct Letter: Hashable, Sendable {
    var character: Character
    var isStrong: Bool
  }

  /// A piece of a line, all of it set off or none of it.
  package struct Run: Hashable, Sendable {
    package var text: String
    package var isStrong: Bool
  }

  private let letters: [Letter]

  private init(_ letters: [Letter]) { self.letters = letters }

  /// - Parameter source: an empty line ends a paragraph; a line that begins with `- `, `• ` or
  ///   `1. ` is an item of a list and begins on a line of its own; other line breaks are spaces;
  ///   `*words*` are set off.
  package init(_ source: String) {
    var paragraphs: [String] = [""]
    for line in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = String(line).trimmed
      let last = paragraphs.count - 1
      if line.isEmpty {
        if !paragraphs[last].isEmpty { paragraphs.append("") }
      } else {
        let isItem = line.contains(#/^(-|•|\d{1,2}\.) /#)
        paragraphs[last] += paragraphs[last].isEmpty ? line : isItem ? "\n\(line)" : " \(line)"
      }
    }
    if paragraphs.last == "" { paragraphs.removeLast() }
    letters = Self.letters(of: Array(paragraphs.joined(separator: "\n\n")))
  }

  /// The text with the blanks `{name}` filled that have a value.
  package func filled(_ blanks: [String: String]) -> LessonText {
    var filled: [Letter] = []
    var rest = letters[...]
    while let letter = rest.popFirst() {
      guard letter.character == "{", let end = rest.firstIndex(where: { $0.character == "}" }),
        let value = blanks[String(rest[..<end].map(\.character))]
      else {
        filled.append(letter)
        continue
      }
      filled += value.map { Letter(character: $0, isStrong: letter.isStrong) }
      rest = rest[(end + 1)...]
    }
    return LessonText(filled)
  }

  package var isEmpty: Bool { letters.isEmpty }

  /// The text without its marks.
  package var plain: String { String(letters.map(\.character)) }

  /// Lines of at most so many cells, an empty one between paragraphs.
  package func lines(width: Int) -> [[Run]] {
    var rest = letters[...]
    return plain.wrapped(to: width).map { line in
      var runs: [Run] = []
      for character in line {
        // What a break has swallowed.
        while let first = rest.first, first.character != character { rest = rest.dropFirst() }
        let isStrong = rest.popFirst()?.isStrong ?? false
        if runs.last?.isStrong == isStrong {
          runs[runs.count - 1].text.append(character)
        } else {
          runs.append(Run(text: String(character), isStrong: isStrong))
        }
      }
      return runs
    }
  }

  /// A star opens where a word follows it and another star closes one before the paragraph ends;
  /// any other star is a star.
  private static func letters(of source: [Character]) -> [Letter] {
    var letters: [Letter] = []
    var end: Int?
    for (place, character) in source.enumerated() {
      if character == "*" {
        if place == end {
          end = nil
          continue
        }
        if end == nil, let close = closing(after: place, source) {
          end = close
          continue
        }
      }
      letters.append(Letter(character: character, isStrong: end != nil))
    }
    return letters
  }

  private static func closing(after open: Int, _ source: [Character]) -> Int? {
    guard open + 1 < source.count, !source[open + 1].isWhitespace, source[open + 1] != "*" else {
      return nil
    }
    for place in (open + 2)..<max(open + 2, source.count) {
      if source[place].isNewline { return nil }
      if source[place] == "*", !source[place - 1].isWhitespace { return place }
    }
    return nil
  }
}
