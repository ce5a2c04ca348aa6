/// Where text goes in a wider field.
package enum Alignment: Hashable, Sendable { case left, right, center }

extension String {
  /// Columns of the terminal that the text takes, line breaks counting nothing and what must not be
  /// shown counting as it is spelt (see `Spelling`).
  package var cellWidth: Int {
    if isPlain { return utf8.count }
    var width = 0
    for scalar in CellScalars(self) { width += scalar.cellWidth }
    return width
  }

  /// Whether it is nothing but printable ASCII, as most of what is drawn.
  var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// The text, cut to a width; what was cut ends in `ellipsis`, if that fits itself.
  package func cut(to width: Int, ellipsis: String = "…") -> String {
    guard cellWidth > width else { return self }
    let mark = ellipsis.cellWidth <= width ? ellipsis : ""
    // What is spelt can be cut like any other text.
    return String(speltLines().prefix(cells: width - mark.cellWidth)) + mark
  }

  /// The text in a field of exactly `width` cells: cut if it is longer, filled with spaces if it is
  /// shorter.
  package func padded(to width: Int, _ alignment: Alignment = .left) -> String {
    let text = cut(to: width)
    let gap = max(0, width - text.cellWidth)
    let left =
      switch alignment {
      case .left: 0
      case .right: gap
      case .center: gap / 2
      }
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: gap - left)
  }

  /// The text in lines of at most `width` cells, broken at spaces and where it has line breaks.
  ///
  /// A formula (`x = y − 1`) and a place (`(3, 2)`) stay on one line if they fit on one. A word
  /// that is wider than a line is broken between characters. Spaces at a break are dropped, those
  /// that indent a paragraph stay. An empty text is one empty line; a width under 1 gives the
  /// paragraphs as they are.
  package func wrapped(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      width < 1 ? [String(paragraph)] : String(paragraph).wrappedParagraph(to: width)
    }
  }

  private func wrappedParagraph(to width: Int) -> [String] {
    let space = UInt8(ascii: " ")
    // No glyph is wider than it has bytes, unless it is spelt.
    if utf8.count <= width, utf8.last != space, isPlain || cellWidth <= width { return [self] }
    var lines: [String] = []
    var (line, lineWidth) = ("", 0)
    var (gap, gapWidth) = ("", 0)
    var rest = speltLines().utf8[...]
    while !rest.isEmpty {
      let spaces = rest.prefix { $0 == space }
      (gap, gapWidth) = (String(Substring(spaces)), spaces.count)
      rest = rest[spaces.endIndex...]
      let letters = rest.prefix { $0 != space }
      rest = rest[letters.endIndex...]
      var word = String(Substring(letters))
      var wordWidth = word.cellWidth
      guard wordWidth > 0 else { break }
      if let end = Self.endOfWhole(from: letters, rest) {
        let whole = String(Substring(self.utf8[letters.startIndex..<end]))
        if whole.cellWidth <= width {
          (word, wordWidth) = (whole, whole.cellWidth)
          rest = rest[end...]
        }
      }
      if lineWidth + gapWidth + wordWidth <= width {
        line += gap + word
        lineWidth += gapWidth + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while wordWidth > width {
        // A glyph wider than the line still has to go somewhere.
        let head = word.prefix(cells: width).isEmpty ? word.prefix(1) : word.prefix(cells: width)
        lines.append(String(head))
        word = String(word.dropFirst(head.count))
        wordWidth = word.cellWidth
      }
      (line, lineWidth) = (word, wordWidth)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Where the formula or the place ends that begins with a word; `nil` for a word of its own.
  private static func endOfWhole(
    from word: Substring.UTF8View, _ rest: Substring.UTF8View
  ) -> String.Index? {
    let space = UInt8(ascii: " ")
    var (word, rest) = (word, rest)
    var end: String.Index?
    while rest.first == space {
      let next = rest.dropFirst().prefix { $0 != space }
      guard !next.isEmpty, isBound(word, next) else { break }
      (word, rest, end) = (next, rest[next.endIndex...], next.endIndex)
    }
    return end
  }

  /// Whether two words in a row are parts of one formula, or the numbers of one place.
  private static func isBound(_ word: Substring.UTF8View, _ next: Substring.UTF8View) -> Bool {
    if isSign(word) || isSign(next) { return true }
    return word.first == UInt8(ascii: "(") && word.last == UInt8(ascii: ",")
      && next.contains(UInt8(ascii: ")"))
  }

  private static func isSign(_ word: Substring.UTF8View) -> Bool {
    word.count <= 3 && signs.contains { word.elementsEqual($0) }
  }

  /// A hyphen is none: it begins the items of lists, too.
  private static let signs = ["=", "<", ">", "≤", "≥", "≈", "≠", "+", "−", "×", "/", "←", "±"]
    .map { Array($0.utf8) }

  /// The longest beginning that takes at most `width` cells.
  private func prefix(cells width: Int) -> Substring {
    var (used, end) = (0, startIndex)
    while end < endIndex {
      used += String(self[end]).cellWidth
      if used > width { break }
      end = index(after: end)
    }
    return self[..<end]
  }
}

extension Unicode.Scalar {
  /// It stands over or under the character before it, as the hat of m̂ does.
  var isCombiningMark: Bool {
    value >= 0x300 && cellWidth == 0 && properties.generalCategory == .nonspacingMark
  }
}

/// The scalars of a text that take cells, and the marks over them. Conjoining Hangul is put
/// together into syllables, as file names from some systems need; what must not be shown is spelt;
/// line breaks are left out.
struct CellScalars: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var waiting: Unicode.Scalar?
  /// What is left of a spelling.
  private var spelt = Substring.UnicodeScalarView()

  init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

  mutating func next() -> Unicode.Scalar? {
    if let scalar = spelt.popFirst() { return scalar }
    while let scalar = waiting ?? scalars.next() {
      waiting = nil
      if scalar.value >= 0x20, scalar.value < 0x7F { return scalar }
      if scalar.value >= 0x1100, scalar.value <= 0x1112 { return syllable(initial: scalar) }
      if scalar.isHidden {
        if scalar == "\n" { continue }
        spelt = Substring(Spelling.words.spell(scalar)).unicodeScalars
        return spelt.popFirst()
      }
      if scalar.cellWidth > 0 || scalar.isCombiningMark { return scalar }
    }
    return nil
  }

  /// Unicode 15, section 3.12: 19 initials × 21 vowels × 27 finals or none.
  private mutating func syllable(initial: Unicode.Scalar) -> Unicode.Scalar {
    waiting = scalars.next()
    guard let vowel = waiting?.value, vowel >= 0x1161, vowel <= 0x1175 else { return initial }
    var value = 0xAC00 + ((initial.value - 0x1100) * 21 + vowel - 0x1161) * 28
    waiting = scalars.next()
    if let final = waiting?.value, final >= 0x11A8, final <= 0x11C2 {
      value += final - 0x11A7
      waiting = nil
    }
    return Unicode.Scalar(value) ?? initial
  }
}

extension StringProtocol {
  /// Whether it is digits and nothing else: a whole number, too large for an `Int` perhaps.
  package var isWholeNumber: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension String {
  /// The text without white space at either end.
  package var trimmed: String {
    String(drop(while: \.isWhitespace)).withoutTrailingSpaces
  }

  /// The text without white space at its end, as a line of a table is printed.
  package var withoutTrailingSpaces: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
