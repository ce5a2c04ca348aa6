// The bytes that TOML is made of.
extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let hash = UInt8(ascii: "#")
  static let equals = UInt8(ascii: "=")
  static let dot = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let backslash = UInt8(ascii: "\\")
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")

  var isBlank: Bool { self == UInt8(ascii: " ") || self == .tab }
  var isQuote: Bool { self == .doubleQuote || self == .singleQuote }
  var isSign: Bool { self == UInt8(ascii: "+") || self == UInt8(ascii: "-") }
  /// Control characters but the tab, which may stand anywhere.
  var isControl: Bool { self < UInt8(ascii: " ") && self != .tab || self == 0x7F }
  var isASCII: Bool { self < 0x80 }
  /// Within a UTF-8 character, after its first byte.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Of a name without quotation marks.
  var isBare: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// - Parameter radix: from 2 to 16.
  func isDigit(_ radix: Int) -> Bool {
    Character(Unicode.Scalar(self)).hexDigitValue.map { isASCII && $0 < radix } ?? false
  }
}
