/// Reads comma-separated values from UTF-8 bytes, one record after another.
///
/// The format is RFC 4180 (Shafranovich, 2005) with any ASCII separator and with LF, CRLF or CR as
/// line end. A field in quotation marks may hold separators, line ends and doubled quotation marks.
/// What the RFC leaves open is read as Python's `csv` reads it in strict mode: blanks belong to
/// their field, a quotation mark inside a field that does not begin with one is a character like
/// any other, and a blank line is a record without fields.
package struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  /// The next byte to read, and the line that it stands on.
  private var offset = 0
  private var line = 1
  /// How many records have been read.
  private var row = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// - Parameter separator: an ASCII character that is neither a quotation mark nor a line end.
  package init(_ bytes: [UInt8], separator: UInt8) {
    (self.bytes, self.separator) = (bytes, separator)
  }

  /// Every record of a text.
  package static func records(
    of bytes: [UInt8], separator: UInt8
  ) throws(CSVFault) -> [CSVRecord] {
    var reader = CSVReader(bytes, separator: separator)
    var records: [CSVRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// The next record; `nil` after the last one. Nothing is to be read after a fault.
  package mutating func next() throws(CSVFault) -> CSVRecord? {
    guard offset < bytes.count else { return nil }
    row += 1
    var record = CSVRecord(row: row, line: line, fields: [])
    if skipLineEnd() { return record }
    while true {
      record.fields.append(try field(inColumn: record.fields.count + 1))
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    _ = skipLineEnd()
    return record
  }

  /// The field that begins here; afterwards the offset is at its separator or line end.
  private mutating func field(inColumn column: Int) throws(CSVFault) -> CSVRecord.Field {
    let begin = line
    let text =
      offset < bytes.count && bytes[offset] == Self.quote
      ? try quotedText(inColumn: column) : plainText()
    return CSVRecord.Field(text: text, line: begin)
  }

  private mutating func plainText() -> String {
    let start = offset
    while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func quotedText(inColumn column: Int) throws(CSVFault) -> String {
    let opening = line
    offset += 1
    var text: [UInt8] = []
    var start = offset
    while offset < bytes.count {
      guard bytes[offset] == Self.quote else {
        if !skipLineEnd() { offset += 1 }
        continue
      }
      text += bytes[start..<offset]
      // Of two quotation marks the second is text.
      start = offset + 1
      offset += 1
      guard offset < bytes.count, bytes[offset] == Self.quote else {
        let place = line
        let rest = plainText()
        guard rest.isEmpty else {
          throw CSVFault(
            problem: .textAfterQuote(found: rest), row: row, column: column, line: place)
        }
        return String(decoding: text, as: UTF8.self)
      }
      offset += 1
    }
    throw CSVFault(problem: .openQuote, row: row, column: column, line: opening)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// Goes past LF, CRLF or CR, if one of them is here.
  private mutating func skipLineEnd() -> Bool {
    guard offset < bytes.count else { return false }
    switch bytes[offset] {
    case Self.lineFeed: offset += 1
    case Self.carriageReturn:
      offset += 1
      if offset < bytes.count, bytes[offset] == Self.lineFeed { offset += 1 }
    default: return false
    }
    line += 1
    return true
  }
}
