/// Moves over the bytes of a text, line by line, and never beyond its end.
struct TOMLScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next byte is.
  var position: Int
  private var line = 1
  /// A byte of this line, and its column: where counting goes on.
  private var mark: Int
  private var column = 1

  /// - Parameter position: where the first line begins.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
    mark = position
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The next byte; 0 at the end, as no part of TOML is.
  var peek: UInt8 { self[position] }

  /// The byte at a place; 0 beyond the end.
  subscript(place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// Whether three of a quotation mark stand at a place.
  func hasThree(_ quote: UInt8, at place: Int) -> Bool {
    self[place] == quote && self[place + 1] == quote && self[place + 2] == quote
  }

  /// How many bytes the line break at the position has; 0 if there is none.
  var lineBreak: Int {
    switch peek {
    case .lineFeed: 1
    case .carriageReturn: self[position + 1] == .lineFeed ? 2 : 0
    default: 0
    }
  }

  /// Goes past a line break of so many bytes.
  mutating func beginLine(after length: Int) {
    position += length
    line += 1
    mark = position
    column = 1
  }

  mutating func skipBlanks() { while peek.isBlank { position += 1 } }

  /// Where the position is, or where a byte after those asked for before is.
  mutating func place(at byte: Int? = nil) -> TOMLPlace {
    let byte = byte ?? position
    if byte > mark {
      column += bytes[mark..<byte].characterCount
      mark = byte
    }
    return TOMLPlace(line: line, column: column)
  }

  mutating func fault(at byte: Int? = nil, _ reason: TOMLFault.Reason) -> TOMLFault {
    TOMLFault(place: place(at: byte), reason: reason)
  }

  /// Goes past blanks, a comment and the line end; the end of the text is one too.
  mutating func endLine() throws(TOMLFault) {
    skipBlanks()
    if peek == .hash { try skipComment() }
    let length = lineBreak
    if length > 0 { beginLine(after: length) } else if !isAtEnd { throw unexpected(.lineEnd) }
  }

  /// Goes to the end of the line.
  mutating func skipComment() throws(TOMLFault) {
    let start = position
    skipText(to: .lineFeed, .lineFeed)
    if let place = invalidUTF8(in: start..<position) { throw notUTF8(at: place) }
    if !isAtEnd, lineBreak == 0 { throw control() }
  }

  /// Goes to the next control character or one of two marks, which are ASCII, or to the end.
  mutating func skipText(to first: UInt8, _ second: UInt8) {
    // Eight bytes at once: the top bit of each tells whether it was 0 before a subtraction of 1, or
    // below a space.
    while position + 8 <= bytes.count {
      let word = eightBytes(at: position)
      let isFirst = word ^ Self.ones &* UInt64(first)
      let isSecond = word ^ Self.ones &* UInt64(second)
      let isDelete = word ^ Self.ones &* 0x7F
      let isMark =
        (isFirst &- Self.ones) & ~isFirst | (isSecond &- Self.ones) & ~isSecond
      let isControl =
        (isDelete &- Self.ones) & ~isDelete | (word &- Self.ones &* 0x20) & ~word
      if (isMark | isControl) & Self.tops != 0 { break }
      position += 8
    }
    while peek != first, peek != second, !peek.isControl { position += 1 }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// - Parameter place: at least eight bytes before the end.
  private func eightBytes(at place: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes)
        .loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The bytes as text.
  mutating func text(_ range: Range<Int>) throws(TOMLFault) -> String {
    if let place = invalidUTF8(in: range) { throw notUTF8(at: place) }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The first byte that is not part of a character (Unicode 16.0, table 3-7); `nil` if there is
  /// none.
  private func invalidUTF8(in range: Range<Int>) -> Int? {
    var place = range.lowerBound
    while place < range.upperBound {
      if place + 8 <= range.upperBound {
        let word = eightBytes(at: place)
        if word & Self.tops == 0 {
          place += 8
          continue
        }
        // Three bytes that are a character, as most beyond ASCII are: not more than it needs, and
        // no surrogate.
        let form = word & 0xC0_C0F0
        if form == 0x80_80E0, word & 0x200F != 0, word & 0x200F != 0x200D {
          place += 3
          continue
        }
      }
      let length = characterLength(at: place)
      guard length > 0, place + length <= range.upperBound else { return place }
      place += length
    }
    return nil
  }

  /// How many bytes the character at a place has; 0 if it is not UTF-8.
  private func characterLength(at place: Int) -> Int {
    let (first, second) = (self[place], self[place + 1])
    if first.isASCII { return 1 }
    guard second.isContinuation else { return 0 }
    if first < 0xE0 { return first < 0xC2 ? 0 : 2 }
    guard self[place + 2].isContinuation else { return 0 }
    // No longer than it must be, no surrogates, nothing beyond U+10FFFF.
    if first < 0xF0 {
      return first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F ? 0 : 3
    }
    let isInRange = first == 0xF0 ? second > 0x8F : first == 0xF4 ? second < 0x90 : first < 0xF4
    return isInRange && self[place + 3].isContinuation ? 4 : 0
  }
}

// What is wrong.
extension TOMLScanner {
  /// What stands at the position is not what could.
  mutating func unexpected(_ expected: TOMLFault.Expected) -> TOMLFault {
    if isAtEnd || lineBreak > 0 { return fault(.unexpected(found: nil, expected)) }
    if peek.isControl { return control() }
    // The word, or the sign.
    var end = position + 1
    if peek == .hash || isInWord(peek) {
      while end < bytes.count, end - position < Self.longestWord, isInWord(bytes[end]) { end += 1 }
    }
    while self[end].isContinuation { end += 1 }
    do throws(TOMLFault) {
      return fault(.unexpected(found: try text(position..<end), expected))
    } catch { return error }
  }

  private static let longestWord = 40

  private func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case .comma, .equals, .hash, .openBracket, .closeBracket, .openBrace, .closeBrace: false
    default: !byte.isBlank && !byte.isControl && !byte.isQuote
    }
  }

  /// A control character stands at the position.
  mutating func control() -> TOMLFault {
    if peek == .carriageReturn { return fault(.carriageReturn) }
    return fault(.control("U+00" + peek.hex))
  }

  private mutating func notUTF8(at place: Int) -> TOMLFault {
    fault(at: place, .notUTF8("0x" + self[place].hex.lowercased()))
  }
}

extension UInt8 {
  /// Two digits.
  fileprivate var hex: String {
    (self < 0x10 ? "0" : "") + String(self, radix: 16, uppercase: true)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// How many characters these bytes are.
  fileprivate var characterCount: Int {
    allSatisfy(\.isASCII) ? count : String(decoding: self, as: UTF8.self).count
  }
}
