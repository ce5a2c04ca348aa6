/// A date, a time of day, or both.
package struct TOMLDate: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case dateTime, localDateTime, localDate, localTime }

  package let kind: Kind
  /// As it stands in the file.
  package let text: String

  /// - Parameter bytes: all of it and no more; `nil` if it has not the form, or does not exist.
  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var reader = DateReader(rest: bytes)
    guard let kind = reader.kind() else { return nil }
    self.kind = kind
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// Reads a date from its beginning to its end (RFC 3339, 2002, with a space for `T` allowed).
private struct DateReader {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  mutating func kind() -> TOMLDate.Kind? {
    if rest.count > 2, rest[rest.startIndex + 2] == UInt8(ascii: ":") {
      return time() && rest.isEmpty ? .localTime : nil
    }
    guard date() else { return nil }
    if rest.isEmpty { return .localDate }
    guard skip("T") || skip("t") || skip(" "), time() else { return nil }
    if rest.isEmpty { return .localDateTime }
    return offset() && rest.isEmpty ? .dateTime : nil
  }

  private mutating func date() -> Bool {
    guard let year = number(4, 0...9999), skip("-"), let month = number(2, 1...12), skip("-")
    else { return false }
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return number(2, 1...days[month - 1]) != nil
  }

  private mutating func time() -> Bool {
    // A minute with a leap second has 61.
    guard number(2, 0...23) != nil, skip(":"), number(2, 0...59) != nil, skip(":"),
      number(2, 0...60) != nil
    else { return false }
    guard skip(".") else { return true }
    let digits = rest.prefix(while: \.isDigit)
    rest = rest[digits.endIndex...]
    return !digits.isEmpty
  }

  private mutating func offset() -> Bool {
    if skip("Z") || skip("z") { return true }
    return (skip("+") || skip("-")) && number(2, 0...23) != nil && skip(":")
      && number(2, 0...59) != nil
  }

  /// A number of exactly so many digits.
  private mutating func number(_ count: Int, _ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(number) ? number : nil
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
