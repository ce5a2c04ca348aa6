/// Reads numbers such as `-1_000`, `0xff`, `6.6e-34` and `inf`.
enum TOMLNumber {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// - Parameter bytes: all of it and no more.
  static func value(_ bytes: Bytes) throws(TOMLFault.Reason) -> TOMLNode.Value {
    func wrong() -> TOMLFault.Reason { .number(String(decoding: bytes, as: UTF8.self)) }
    if let value = special(bytes) { return .double(value) }
    let radix = radix(of: bytes)
    guard let plain = withoutUnderscores(bytes, radix ?? 10) else { throw wrong() }
    if let radix {
      let digits = plain.dropFirst(2)
      guard !digits.isEmpty, digits.allSatisfy({ $0.isDigit(radix) }) else { throw wrong() }
      return .int(try integer(digits, radix, bytes))
    }
    var rest = plain[...]
    if let sign = rest.first, sign.isSign { rest = rest.dropFirst() }
    let whole = rest.prefix(while: \.isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      throw wrong()
    }
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty { return .int(try integer(plain[...], 10, bytes)) }
    guard isFraction(rest), let number = Double(String(decoding: plain, as: UTF8.self)) else {
      throw wrong()
    }
    return .double(number)
  }

  private static func special(_ bytes: Bytes) -> Double? {
    let name = bytes.first?.isSign == true ? bytes.dropFirst() : bytes
    if name.elementsEqual("nan".utf8) { return .nan }
    guard name.elementsEqual("inf".utf8) else { return nil }
    return bytes.first == UInt8(ascii: "-") ? -.infinity : .infinity
  }

  /// That of `0x`, `0o` and `0b`.
  private static func radix(of bytes: Bytes) -> Int? {
    guard bytes.first == UInt8(ascii: "0") else { return nil }
    switch bytes.dropFirst().first {
    case UInt8(ascii: "x"): return 16
    case UInt8(ascii: "o"): return 8
    case UInt8(ascii: "b"): return 2
    default: return nil
    }
  }

  /// `nil` if an underscore does not stand between two digits.
  private static func withoutUnderscores(_ bytes: Bytes, _ radix: Int) -> [UInt8]? {
    var plain: [UInt8] = []
    var isAfterDigit = false
    var isAfterUnderscore = false
    for byte in bytes {
      let isDigit = byte.isDigit(radix)
      if isAfterUnderscore, !isDigit { return nil }
      isAfterUnderscore = byte == UInt8(ascii: "_")
      if isAfterUnderscore, !isAfterDigit { return nil }
      isAfterDigit = isDigit
      if !isAfterUnderscore { plain.append(byte) }
    }
    return isAfterUnderscore ? nil : plain
  }

  private static func integer(
    _ digits: ArraySlice<UInt8>, _ radix: Int, _ bytes: Bytes
  ) throws(TOMLFault.Reason) -> Int {
    guard let number = Int(String(decoding: digits, as: UTF8.self), radix: radix) else {
      throw .integerRange(String(decoding: bytes, as: UTF8.self))
    }
    return number
  }

  /// Whether this may follow the whole part: `.` and digits, an exponent, or both.
  private static func isFraction(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func skipDigits() -> Bool {
      let digits = rest.prefix(while: \.isDigit)
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard skipDigits() else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign.isSign { rest = rest.dropFirst() }
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }
}
