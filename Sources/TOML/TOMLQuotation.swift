/// Reads text in quotation marks.
struct TOMLQuotation {
  /// The mark that begins and ends the text.
  private let quote: UInt8
  /// Whether three of it do, with any number of lines between.
  private let hasLines: Bool
  private let place: TOMLPlace
  private var text = ""
  /// Where the part begins that is not in `text` yet.
  private var start: Int

  /// The text at the scanner's position, which goes past it.
  static func read(_ scanner: inout TOMLScanner) throws(TOMLFault) -> String {
    var quotation = Self(&scanner, mayHaveLines: true)
    return try quotation.read(&scanner)
  }

  /// The same of a name, which has no lines.
  static func readName(_ scanner: inout TOMLScanner) throws(TOMLFault) -> String {
    var quotation = Self(&scanner, mayHaveLines: false)
    return try quotation.read(&scanner)
  }

  private init(_ scanner: inout TOMLScanner, mayHaveLines: Bool) {
    quote = scanner.peek
    place = scanner.place()
    hasLines = mayHaveLines && scanner.hasThree(quote, at: scanner.position)
    scanner.position += hasLines ? 3 : 1
    // A line end after three marks is not part of the text.
    let length = hasLines ? scanner.lineBreak : 0
    if length > 0 { scanner.beginLine(after: length) }
    start = scanner.position
  }

  private mutating func read(_ scanner: inout TOMLScanner) throws(TOMLFault) -> String {
    while true {
      scanner.skipText(to: quote, quote == .doubleQuote ? .backslash : quote)
      switch scanner.peek {
      case quote: if try close(&scanner) { return text }
      case .backslash: try escape(&scanner)
      default: try endLine(&scanner)
      }
    }
  }

  /// Takes what stands before a place as it is.
  private mutating func keep(to end: Int, _ scanner: inout TOMLScanner) throws(TOMLFault) {
    if start < end { text += try scanner.text(start..<end) }
  }

  /// Goes past quotation marks, and says whether they end the text.
  private mutating func close(_ scanner: inout TOMLScanner) throws(TOMLFault) -> Bool {
    var count = 1
    if hasLines {
      // Before the three that end it may stand two of its own.
      while count < 5, scanner[scanner.position + count] == quote { count += 1 }
      if count >= 3 { try keep(to: scanner.position + count - 3, &scanner) }
    } else {
      try keep(to: scanner.position, &scanner)
    }
    scanner.position += count
    return !hasLines || count >= 3
  }

  /// Goes past a line end, if the text may have one.
  private mutating func endLine(_ scanner: inout TOMLScanner) throws(TOMLFault) {
    let length = scanner.lineBreak
    guard length > 0 || scanner.isAtEnd else { throw scanner.control() }
    let mark = String(Character(Unicode.Scalar(quote)))
    guard hasLines else { throw TOMLFault(place: place, reason: .unclosedInLine(mark)) }
    guard length > 0 else {
      throw TOMLFault(place: place, reason: .unclosed(mark + mark + mark))
    }
    if length > 1 {
      // Lines end as they do everywhere, whoever wrote the file.
      try keep(to: scanner.position, &scanner)
      text += "\n"
      start = scanner.position + length
    }
    scanner.beginLine(after: length)
  }

  /// Reads a backslash and what belongs to it.
  private mutating func escape(_ scanner: inout TOMLScanner) throws(TOMLFault) {
    try keep(to: scanner.position, &scanner)
    let scalar: Unicode.Scalar
    switch scanner[scanner.position + 1] {
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "r"): scalar = "\r"
    case .doubleQuote: scalar = "\""
    case .backslash: scalar = "\\"
    case UInt8(ascii: "u"): return try escape(digits: 4, &scanner)
    case UInt8(ascii: "U"): return try escape(digits: 8, &scanner)
    case let next where hasLines && (next.isBlank || next.isControl):
      return try skipSpace(&scanner)
    case let next where next.isControl:
      // The line ends, or worse.
      start = scanner.position
      return scanner.position += 1
    default: throw wrong(&scanner, length: 2)
    }
    text.unicodeScalars.append(scalar)
    scanner.position += 2
    start = scanner.position
  }

  /// The character of a number in hexadecimal digits.
  private mutating func escape(
    digits count: Int, _ scanner: inout TOMLScanner
  ) throws(TOMLFault) {
    let start = scanner.position + 2
    var end = start
    while end < start + count, scanner[end].isDigit(16) { end += 1 }
    let digits = String(decoding: scanner.bytes[start..<end], as: UTF8.self)
    guard end == start + count else { throw wrong(&scanner, length: 2 + digits.count) }
    guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
      let kind = count == 4 ? "u" : "U"
      throw scanner.fault(.notCharacter("\\\(kind)\(digits)"))
    }
    text.unicodeScalars.append(scalar)
    scanner.position = end
    self.start = end
  }

  /// A backslash at the end of a line takes away all blanks and line ends up to what follows.
  private mutating func skipSpace(_ scanner: inout TOMLScanner) throws(TOMLFault) {
    let backslash = scanner.position
    scanner.position += 1
    scanner.skipBlanks()
    guard scanner.lineBreak > 0 || scanner.peek.isControl else {
      scanner.position = backslash
      throw wrong(&scanner, length: 2)
    }
    while scanner.lineBreak > 0 {
      scanner.beginLine(after: scanner.lineBreak)
      scanner.skipBlanks()
    }
    start = scanner.position
  }

  private func wrong(_ scanner: inout TOMLScanner, length: Int) -> TOMLFault {
    var end = scanner.position + length
    while scanner[end].isContinuation { end += 1 }
    let found = String(decoding: scanner.bytes[scanner.position..<end], as: UTF8.self)
    return scanner.fault(.escape(found))
  }
}
