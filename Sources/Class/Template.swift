/// A text with `{{blanks}}`, read once and filled often.
struct Template: Sendable {
  private enum Piece: Sendable {
    case text([UInt8])
    case blank(String)
  }

  private var pieces: [Piece] = []

  init(_ source: [UInt8]) {
    var rest = source[...]
    while let open = Self.find(UInt8(ascii: "{"), in: rest),
      let close = Self.find(UInt8(ascii: "}"), in: rest[open...])
    {
      pieces.append(.text(Array(rest[..<open])))
      pieces.append(.blank(String(decoding: rest[(open + 2)..<close], as: UTF8.self)))
      rest = rest[(close + 2)...]
    }
    pieces.append(.text(Array(rest)))
  }

  /// Where two of a byte stand beside each other.
  private static func find(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.dropLast().first { bytes[$0] == byte && bytes[$0 + 1] == byte }
  }

  /// A blank that has no value becomes nothing.
  func filled(_ values: [String: [UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .blank(let name): bytes += values[name] ?? []
      }
    }
    return bytes
  }
}
