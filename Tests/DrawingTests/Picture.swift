import Drawing

/// The glyphs of a frame, row by row, without spaces at the ends of rows.
func picture(_ frame: Frame) -> String {
  (0..<frame.size.height).map { y in
    var row = ""
    for x in 0..<frame.size.width where frame[x, y].glyph != Cell.continuation {
      row.unicodeScalars.append(frame[x, y].glyph)
    }
    while row.last == " " { row.removeLast() }
    return row
  }.joined(separator: "\n")
}

/// The plane from −2 to 2 in both directions, in 12 × 6 cells.
let square = Viewport(
  window: PlaneRect(minX: -2, maxX: 2, minY: -2, maxY: 2), in: Size(12, 6))

let (black, white, red) = (Color(0x000000), Color(0xFFFFFF), Color(0xFF0000))

func isClose(_ a: Double, _ b: Double, within tolerance: Double = 1e-9) -> Bool {
  (a - b).magnitude <= tolerance
}

/// Random numbers that are the same every time (xorshift64*).
struct Dice: RandomNumberGenerator {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
