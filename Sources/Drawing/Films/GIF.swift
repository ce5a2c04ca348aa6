/// Writes films in GIF (CompuServe, "Graphics Interchange Format", version 89a, 1990), which begin
/// again for ever (Netscape's extension, 1995).
package struct GIF: FilmWriter {
  private var frames: FilmFrames
  private var hasBegun = false

  /// - Parameter samples: pictures like those of the film, whose colours it has: the first one and
  ///   the last one, say. At most 65,535 pixels wide and high.
  package init(samples: [PixelImage]) { frames = FilmFrames(samples) }

  package mutating func add(_ image: PixelImage, hundredths: Int) -> [UInt8] {
    let head = hasBegun ? [] : header
    hasBegun = true
    return head + (frames.add(image, hundredths: hundredths).map(bytes) ?? [])
  }

  package mutating func end() -> [UInt8] {
    (frames.end().map(bytes) ?? []) + [UInt8(ascii: ";")]
  }

  package var correction: (offset: Int, bytes: [UInt8])? { nil }

  /// The size, 256 colours, and how often it is shown.
  private var header: [UInt8] {
    var bytes = Array("GIF89a".utf8) + word(frames.width) + word(frames.height) + [0xF7, 0, 0]
    for color in frames.palette.colors { bytes += [color.red, color.green, color.blue] }
    bytes += [UInt8](repeating: 0, count: 3 * (256 - frames.palette.colors.count))
    return bytes + [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
  }

  private func bytes(of change: FilmFrames.Change) -> [UInt8] {
    // What was there stays; one colour lets it be seen.
    var bytes: [UInt8] = [0x21, 0xF9, 4, 0b0000_0101]
    bytes += word(min(change.hundredths, 0xFFFF)) + [FilmPalette.transparent, 0]
    bytes += [0x2C] + word(change.x) + word(change.y) + word(change.width) + word(change.height)
    bytes += [0, 8]
    let packed = LZW.packed(change.places)
    for start in stride(from: 0, to: packed.count, by: 255) {
      let block = packed[start..<min(start + 255, packed.count)]
      bytes.append(UInt8(block.count))
      bytes += block
    }
    return bytes + [0]
  }

  private func word(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }
}

/// Packs bytes as GIF has them (Welch, "A technique for high-performance data compression", 1984).
enum LZW {
  private static let clear = 256
  private static let end = 257
  private static let codes = 4096

  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var bits = Bits()
    // Strings by the code of their beginning and their last byte.
    var table = Table()
    var (next, width) = (end + 1, 9)
    bits.add(clear, width)
    guard var code = bytes.first.map(Int.init) else {
      bits.add(end, width)
      return bits.finished()
    }
    for byte in bytes.dropFirst() {
      if let longer = table[code, byte] {
        code = longer
        continue
      }
      bits.add(code, width)
      if next < codes {
        table.insert(code, byte, as: next)
        if next == 1 << width { width += 1 }
        next += 1
      } else {
        bits.add(clear, width)
        table.clear()
        (next, width) = (end + 1, 9)
      }
      code = Int(byte)
    }
    bits.add(code, width)
    if next == 1 << width, width < 12 { width += 1 }
    bits.add(end, width)
    return bits.finished()
  }

  /// Codes of strings, by open addressing; what is older than the last `clear` is not there.
  private struct Table {
    private static let bits = 14
    private var keys = [UInt64](repeating: 0, count: 1 << bits)
    private var values = [UInt16](repeating: 0, count: 1 << bits)
    private var age: UInt64 = 1

    mutating func clear() { age += 1 }

    private func slot(_ code: Int, _ byte: UInt8) -> (place: Int, key: UInt64) {
      let key = UInt64(code) << 8 | UInt64(byte)
      var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
      let mine = age << 20 | key
      while keys[place] >> 20 == age, keys[place] != mine {
        place = (place + 1) & (1 << Self.bits - 1)
      }
      return (place, mine)
    }

    subscript(code: Int, byte: UInt8) -> Int? {
      let (place, key) = slot(code, byte)
      return keys[place] == key ? Int(values[place]) : nil
    }

    mutating func insert(_ code: Int, _ byte: UInt8, as value: Int) {
      let (place, key) = slot(code, byte)
      (keys[place], values[place]) = (key, UInt16(value))
    }
  }

  /// Codes side by side, the lowest bits first.
  private struct Bits {
    private var bytes: [UInt8] = []
    private var open: UInt32 = 0
    private var count = 0

    mutating func add(_ code: Int, _ width: Int) {
      open |= UInt32(code) << UInt32(count)
      count += width
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: open))
        open >>= 8
        count -= 8
      }
    }

    func finished() -> [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: open)] : bytes }
  }
}
