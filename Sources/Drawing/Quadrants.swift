/// Glyphs that fill quarters of a cell, for what must be read from afar: ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█.
package enum Quadrants {
  /// By quarters: 1 the upper left, 2 the upper right, 4 the lower left, 8 the lower right.
  private static let glyphs: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  /// All glyphs that fill something.
  static var all: ArraySlice<Unicode.Scalar> { glyphs.dropFirst() }

  /// The glyph that fills some quarters, a blank for none.
  package static func glyph(_ quarters: UInt8) -> Unicode.Scalar { glyphs[Int(quarters & 15)] }

  /// The quarters that a glyph fills; `nil` for any other glyph.
  package static func quarters(of glyph: Unicode.Scalar) -> UInt8? {
    guard (0x2580...0x259F).contains(glyph.value) else { return nil }
    return glyphs.firstIndex(of: glyph).map { UInt8($0) }
  }

  /// The braille glyph with the dots of the quarters that a glyph fills; `nil` for any other glyph.
  package static func dots(for glyph: Unicode.Scalar) -> Unicode.Scalar? {
    quarters(of: glyph).map { quarters in
      let rows: [UInt32] = [0b0000_0011, 0b0001_1000, 0b0100_0100, 0b1010_0000]
      let dots = rows.indices.filter { quarters & (1 << UInt8($0)) != 0 }.map { rows[$0] }
      return Unicode.Scalar(0x2800 | dots.reduce(0, |))!
    }
  }

  /// The quarters in which a braille pattern has dots.
  static func quarters(ofPattern pattern: UInt8) -> UInt8 {
    (pattern & 0b0000_0011 != 0 ? 1 : 0) | (pattern & 0b0001_1000 != 0 ? 2 : 0)
      | (pattern & 0b0100_0100 != 0 ? 4 : 0) | (pattern & 0b1010_0000 != 0 ? 8 : 0)
  }
}
