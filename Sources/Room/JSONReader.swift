/// Why a text is no JSON.
package struct JSONFault: Error, Hashable, Sendable {
  /// How many bytes were read before it.
  package let offset: Int
}

/// Reads one value of JSON (RFC 8259), and nothing that only resembles it.
///
/// A text comes from strangers: depth is limited, and no text takes more than time and memory in
/// proportion to its length.
package struct JSONReader {
  /// Arrays and objects within one another.
  package static let deepest = 8

  private let bytes: [UInt8]
  private var place = 0

  /// - Throws: if the bytes are no JSON or no UTF-8, or are nested too deeply.
  package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSON {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.fault }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var fault: JSONFault { JSONFault(offset: place) }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || 0x9...0xA ~= byte || byte == 0xD { place += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
    guard take(character) else { throw fault }
  }

  private mutating func take(word: StaticString) throws(JSONFault) {
    for index in 0..<word.utf8CodeUnitCount {
      try expect(Unicode.Scalar(word.utf8Start[index]))
    }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try take(word: "true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try take(word: "false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try take(word: "null")
      return .null
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSON {
    try expect("{")
    guard depth <= Self.deepest else { throw fault }
    var members: [JSON.Member] = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      let name = try string()
      skipSpace()
      try expect(":")
      members.append(.init(name, try value(depth: depth)))
      skipSpace()
    } while take(",")
    try expect("}")
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSON {
    try expect("[")
    guard depth <= Self.deepest else { throw fault }
    var values: [JSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      values.append(try value(depth: depth))
      skipSpace()
    } while take(",")
    try expect("]")
    return .array(values)
  }

  private mutating func digits() throws(JSONFault) {
    let start = place
    while let byte = next, 0x30...0x39 ~= byte { place += 1 }
    guard place > start else { throw fault }
  }

  private mutating func number() throws(JSONFault) -> Double {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    // A number that no Double is near to is none that a phone has to say.
    guard let number = Double(text), number.isFinite else { throw fault }
    return number
  }

  private mutating func string() throws(JSONFault) -> String {
    try expect("\"")
    var unescaped: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault }
      place += 1
      if byte == UInt8(ascii: "\\") {
        unescaped += try escape()
      } else {
        unescaped.append(byte)
      }
    }
    try expect("\"")
    guard let text = String(validating: unescaped, as: UTF8.self) else { throw fault }
    return text
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard let byte = next else { throw fault }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x8]
    case UInt8(ascii: "f"): return [0xC]
    case UInt8(ascii: "n"): return [0xA]
    case UInt8(ascii: "r"): return [0xD]
    case UInt8(ascii: "t"): return [0x9]
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if UTF16.isLeadSurrogate(units[0]) {
        try take(word: "\\u")
        units.append(try unit())
      }
      guard let text = String(validating: units, as: UTF16.self) else { throw fault }
      return Array(text.utf8)
    default: throw fault
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw fault }
      unit = unit << 4 | UInt16(digit)
      place += 1
    }
    return unit
  }
}
