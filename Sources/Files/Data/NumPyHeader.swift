import Drawing
import Texts

/// The head of a NumPy file: what its samples are and where they begin.
///
/// It is a Python dictionary in writing, read as tolerantly as Python does: any order, either
/// quotation mark, any blanks. What it says must be true: two dimensions of samples that fill the
/// rest of the file.
/// Source: numpy.lib.format, versions 1.0 to 3.0,
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
struct NumPyHeader {
  private(set) var rows = 0
  private(set) var columns = 0
  private(set) var type = NumPyType.double
  /// Column by column instead of row by row.
  private(set) var isFortran = false
  /// The place of the first sample, in bytes.
  private(set) var offset = 0

  /// The file's name, for what is wrong with it.
  private let file: String

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Whether a file says that it is NumPy's.
  static func isAhead(of bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  init(_ bytes: [UInt8], file: String) throws(Fault) {
    self.file = file
    // The magic word, two bytes of version, two or four of length.
    guard bytes.count >= 10 else { throw cut(bytes.count, 10) }
    let (major, minor) = (bytes[6], bytes[7])
    guard 1...3 ~= major, minor == 0 else {
      throw Fault(.file(file), .gridVersion, ["found": "\(major).\(minor)"])
    }
    let start = major == 1 ? 10 : 12
    guard bytes.count >= start else { throw cut(bytes.count, start) }
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    offset = start + length
    guard bytes.count >= offset else { throw cut(bytes.count, offset) }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard var entries = Self.entries(of: Array(text.utf8)) else { throw wrong(.gridHeader, text) }
    guard let descr = entries.removeValue(forKey: "descr"),
      let order = entries.removeValue(forKey: "fortran_order"),
      let shape = entries.removeValue(forKey: "shape"), entries.isEmpty
    else { throw wrong(.gridHeader, text) }
    try readType(descr)
    switch order {
    case "True": isFortran = true
    case "False": isFortran = false
    default: throw wrong(.gridHeader, text)
    }
    try readShape(shape)
    let (samples, isMany) = rows.multipliedReportingOverflow(by: columns)
    let (size, isHuge) = samples.multipliedReportingOverflow(by: type.size)
    let found = bytes.count - offset
    guard !isMany, !isHuge, size == found else {
      throw Fault(
        .file(file), .gridSize,
        [
          "found": "\(found)", "rows": "\(rows)", "columns": "\(columns)",
          "type": type.name,
          "expected": isMany || isHuge
            ? NumberText.brief(Double(rows) * Double(columns) * Double(type.size)) : "\(size)",
        ])
    }
  }

  private func cut(_ found: Int, _ expected: Int) -> Fault {
    Fault(.file(file), .gridHeaderCut, ["found": "\(found)", "expected": "\(expected)"])
  }

  /// A part of the header that cannot be; what was found may be a whole file, so its beginning.
  private func wrong(_ text: Text, _ found: String) -> Fault {
    Fault(.file(file), text, ["found": found.trimmed.excerpt])
  }

  private mutating func readType(_ written: String) throws(Fault) {
    let found = Self.unquoted(written) ?? written
    guard let type = NumPyType(found) else {
      throw Fault(
        .file(file), .gridType,
        ["found": found.excerpt, "expected": NumPyType.names.joined(separator: ", ")])
    }
    self.type = type
  }

  private mutating func readShape(_ written: String) throws(Fault) {
    guard written.first == "(", written.last == ")" else { throw wrong(.gridShape, written) }
    var parts = written.dropFirst().dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    // (81, 81,)
    if parts.last == "" { parts.removeLast() }
    // Python 2 wrote 81L.
    let sides = parts.map { $0.hasSuffix("L") ? String($0.dropLast()) : $0 }
    guard sides.count == 2, sides.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }),
      let rows = Int(sides[0]), let columns = Int(sides[1])
    else { throw wrong(.gridShape, written) }
    (self.rows, self.columns) = (rows, columns)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func unquoted(_ written: String) -> String? {
    guard let mark = written.first, mark == "'" || mark == "\"", written.count >= 2,
      written.last == mark
    else { return nil }
    let inner = written.dropFirst().dropLast()
    return inner.contains(mark) || inner.contains("\\") ? nil : String(inner)
  }

  /// The values of a dictionary as they are written, by their keys; `nil` if it is none, or has a
  /// key twice.
  private static func entries(of text: [UInt8]) -> [String: String]? {
    guard let open = text.firstIndex(where: { !isBlank($0) }), text[open] == UInt8(ascii: "{")
    else { return nil }
    var entries: [String: String] = [:]
    var place = open + 1
    while true {
      place = text[place...].firstIndex { !isBlank($0) } ?? text.endIndex
      if place < text.endIndex, text[place] == UInt8(ascii: "}") {
        return text[(place + 1)...].allSatisfy(isBlank) ? entries : nil
      }
      guard let colon = end(of: text, from: place, at: [UInt8(ascii: ":")]),
        let close = end(of: text, from: colon + 1, at: [UInt8(ascii: ","), UInt8(ascii: "}")]),
        let key = unquoted(written(text[place..<colon])), entries[key] == nil
      else { return nil }
      entries[key] = written(text[(colon + 1)..<close])
      place = text[close] == UInt8(ascii: ",") ? close + 1 : close
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte
  }

  private static func written(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).trimmed
  }

  /// Where a value ends: the first of some marks outside of quotation marks and brackets.
  private static func end(of text: [UInt8], from start: Int, at marks: [UInt8]) -> Int? {
    var depth = 0
    var quote: UInt8?
    for place in start..<max(start, text.endIndex) {
      let byte = text[place]
      if let mark = quote {
        if byte == mark { quote = nil }
        continue
      }
      if depth == 0, marks.contains(byte) { return place }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth < 0 { return nil }
    }
    return nil
  }
}
