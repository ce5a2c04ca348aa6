/// The texts of a language table in the program. These files are TOML as plain as can be: headings,
/// comments and texts. Read as that and no more, they cost a start a twentieth of what TOML in
/// general would; a test holds that both readings agree.
enum TextTable {
  /// What every start needs, by key, such as `header.start`.
  static func texts(of table: [UInt8]) -> [String: String] { texts(of: table, isProse: false) }

  /// The prose of the lessons, which stands at the end and which a start leaves alone.
  static func prose(of table: [UInt8]) -> [String: String] { texts(of: table, isProse: true) }

  private static func texts(of table: [UInt8], isProse: Bool) -> [String: String] {
    table.withUnsafeBufferPointer { bytes in
      var reader = TextReader(bytes: bytes)
      if isProse { reader.skipToProse() }
      var texts: [String: String] = [:]
      texts.reserveCapacity(600)
      while let (key, text) = reader.next(isProse: isProse) { texts[key] = text }
      return texts
    }
  }
}

/// Walks through a table. What is not plain is a mistake in the program.
private struct TextReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// The heading with a point after it.
  private var section = ""

  private static let proseHeading = Array("[lesson.".utf8)

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func skipToProse() {
    while place < bytes.count, !starts(with: Self.proseHeading) { skipLine() }
  }

  /// The next text with its key; `nil` at the end, which is the prose where that is not wanted.
  mutating func next(isProse: Bool) -> (key: String, text: String)? {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\n"): place += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "["):
        if !isProse, starts(with: Self.proseHeading) { return nil }
        place += 1
        section = take(to: UInt8(ascii: "]")) + "."
      default:
        let key = take(to: UInt8(ascii: " "))
        place += "= ".utf8.count
        return (section + key, text())
      }
    }
    return nil
  }

  private mutating func text() -> String {
    let mark = bytes[place]
    let count = starts(with: [mark, mark, mark]) ? 3 : 1
    place += count
    // A line break after three quotation marks is not part of the text.
    if count == 3, bytes[place] == UInt8(ascii: "\n") { place += 1 }
    return take(to: mark, count, unescaping: mark == UInt8(ascii: "\""))
  }

  /// The bytes before a mark, and goes past that.
  private mutating func take(
    to mark: UInt8, _ count: Int = 1, unescaping: Bool = false
  ) -> String {
    let start = place
    var isPlain = true
    while bytes[place] != mark || count == 3 && !starts(with: [mark, mark, mark]) {
      let isEscape = unescaping && bytes[place] == UInt8(ascii: "\\")
      isPlain = isPlain && !isEscape
      place += isEscape ? 2 : 1
      precondition(place < bytes.count, "a heading, a key or a text without an end")
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    place += count
    return isPlain ? text : Self.unescaped(text)
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n": result += "\n"
      case "\"": result += "\""
      case "\\": result += "\\"
      default: preconditionFailure("an escape that is not plain")
      }
    }
    return result
  }

  private mutating func skipLine() {
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    place = min(place + 1, bytes.count)
  }

  private func starts(with mark: [UInt8]) -> Bool { bytes[place...].starts(with: mark) }
}
