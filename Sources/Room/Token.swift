/// What a phone shows to be let to its seat again: 128 random bits that nobody else knows.
package struct Token: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// - Parameters: two numbers of a generator that cannot be guessed.
  package init(_ high: UInt64, _ low: UInt64) { (self.high, self.low) = (high, low) }

  /// The token that `description` has written; `nil` for any other text.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 32 else { return nil }
    var halves: [UInt64] = [0, 0]
    for (place, byte) in bytes.enumerated() {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      halves[place / 16] = halves[place / 16] << 4 | UInt64(digit)
    }
    self.init(halves[0], halves[1])
  }

  /// 32 hexadecimal digits in lower case.
  package var description: String { Self.digits(of: high) + Self.digits(of: low) }

  private static func digits(of half: UInt64) -> String {
    let text = String(half, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
