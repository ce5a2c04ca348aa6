/// Puts the bytes of UTF-8 together, one at a time, as a terminal sends them.
///
/// A slow line may tear a character apart; the bytes so far are kept until the rest has come.
package struct ByteAssembler: Sendable {
  private var bytes: [UInt8] = []

  package init() {}

  /// The scalar that this byte completes; `nil` if more must come or the bytes are no UTF-8, which
  /// are dropped up to the next byte that can begin a character.
  package mutating func scalar(adding byte: UInt8) -> Unicode.Scalar? {
    let isContinuation = byte & 0xC0 == 0x80
    if !isContinuation { bytes.removeAll(keepingCapacity: true) }
    guard !isContinuation || !bytes.isEmpty else { return nil }
    bytes.append(byte)
    let length =
      switch bytes[0] {
      case ..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard bytes.count >= length else { return nil }
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }
}
