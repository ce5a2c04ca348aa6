/// Writes pictures as sixel data (DEC STD 070, chapter 9): bands of six rows, in each band one pass
/// for every colour.
enum Sixel {
  /// Appends a picture.
  ///
  /// - Parameters:
  ///   - registers: the colour of each pixel, row by row, as its place among `colors`.
  ///   - colors: `0xRRGGBB`, at most 256; those that occur are named in the data.
  static func append(
    _ registers: [UInt8], width: Int, height: Int, _ colors: [UInt32], to bytes: inout [UInt8]
  ) {
    // Pixels that are not painted stay (1); a pixel is as high as it is wide (0, and "1;1).
    bytes.append("\u{1B}P0;1;0q\"1;1;\(width);\(height)")
    var occurs = [Bool](repeating: false, count: 256)
    for register in registers { occurs[Int(register)] = true }
    for (index, color) in colors.enumerated() where occurs[index] {
      func percent(_ shift: UInt32) -> UInt32 { ((color >> shift & 255) * 100 + 127) / 255 }
      bytes.append("#\(index);2;\(percent(16));\(percent(8));\(percent(0))")
    }
    // The bits of each colour in this band, for those that occur in it.
    var bits = [[UInt8]](repeating: [], count: 256)
    for top in stride(from: 0, to: height, by: 6) {
      var used: [Int] = []
      for row in 0..<min(6, height - top) {
        let start = (top + row) * width
        for x in 0..<width {
          let register = Int(registers[start + x])
          if bits[register].isEmpty {
            bits[register] = [UInt8](repeating: 0, count: width)
            used.append(register)
          }
          bits[register][x] |= 1 << UInt8(row)
        }
      }
      for (place, register) in used.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: "$")) }
        bytes.append("#\(register)")
        append(bits[register], to: &bytes)
        bits[register] = []
      }
      bytes.append(UInt8(ascii: "-"))
    }
    bytes.append("\u{1B}\\")
  }

  /// One pass over a band: repeated columns are counted, and those at the end that have no pixel
  /// are left out.
  private static func append(_ columns: [UInt8], to bytes: inout [UInt8]) {
    var x = 0
    let count = (columns.lastIndex { $0 != 0 } ?? -1) + 1
    while x < count {
      let start = x
      while x < count, columns[x] == columns[start] { x += 1 }
      let sixel = 0x3F + columns[start]
      if x - start > 3 {
        bytes.append("!\(x - start)")
        bytes.append(sixel)
      } else {
        for _ in start..<x { bytes.append(sixel) }
      }
    }
  }
}
