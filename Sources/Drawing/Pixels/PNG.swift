internal import CZlib

/// Pictures as files (W3C, "Portable Network Graphics (PNG) Specification", third edition, 2025).
package enum PNG {
  /// The bytes of a file: eight bits a channel, no transparency, no colour profile.
  package static func encoded(_ image: PixelImage) -> [UInt8] {
    var bytes = signature
    append("IHDR", number(image.width) + number(image.height) + [8, 2, 0, 0, 0], to: &bytes)
    append("IDAT", Deflate.packed(filtered(image), .thorough), to: &bytes)
    append("IEND", [], to: &bytes)
    return bytes
  }

  /// How a file begins.
  static let signature: [UInt8] = [0x89] + "PNG\r\n\u{1A}\n".utf8

  /// The rows, each as its differences from the pixel before or above, whichever are smaller.
  private static func filtered(_ image: PixelImage) -> [UInt8] {
    let length = 3 * image.width
    var above = [UInt8](repeating: 0, count: length)
    var rows: [UInt8] = []
    rows.reserveCapacity((length + 1) * image.height)
    let channels = image.channels
    for y in 0..<image.height {
      let row = Array(channels[y * length..<(y + 1) * length])
      let choices: [[UInt8]] = [
        row, row.indices.map { $0 < 3 ? row[$0] : row[$0] &- row[$0 - 3] },
        row.indices.map { row[$0] &- above[$0] },
      ]
      func cost(_ filter: Int) -> Int {
        choices[filter].reduce(0) { $0 + Int(Int8(bitPattern: $1).magnitude) }
      }
      let filter = choices.indices.min { cost($0) < cost($1) } ?? 0
      rows.append(UInt8(filter))
      rows += choices[filter]
      above = row
    }
    return rows
  }

  /// A chunk: its length, its name, what is in it, and a sum to check it by.
  static func append(_ name: String, _ content: [UInt8], to bytes: inout [UInt8]) {
    let body = name.utf8 + content
    let sum = body.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
    bytes += number(content.count) + body + number(Int(sum))
  }

  /// Four bytes, the highest first.
  static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Two bytes, the higher first.
  static func word(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 255), UInt8(value & 255)] }
}
