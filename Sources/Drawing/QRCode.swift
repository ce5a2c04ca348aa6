/// A text as a QR code (ISO/IEC 18004:2015): rows of modules that a phone's camera reads.
///
/// The text's bytes stand in it as they are. Versions 1 to 5 are made, up to 37 modules square, as
/// far as all their data is one block: an address needs no more.
package struct QRCode: Hashable, Sendable {
  /// Which modules are dark, row by row from the top; as many rows as columns.
  package let rows: [[Bool]]

  package var size: Int { rows.count }

  /// Modules of paper that must stand around the code.
  package static let quietZone = 4
  /// Bytes that the largest code holds.
  package static let longest = 106

  /// The smallest code that the text fits in, as safe against damage as it can be in that size.
  ///
  /// - Returns: `nil` if the text is empty or longer than `longest` bytes.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, let form = QRForm.smallest(for: bytes.count) else { return nil }
    let codewords = form.codewords(for: bytes)
    let blank = QRGrid(form, codewords: codewords)
    // The mask whose picture is easiest to read.
    let masked = (0..<8).map { blank.masked(by: $0) }
    guard let best = masked.min(by: { $0.penalty < $1.penalty }) else { return nil }
    rows = best.rows
  }
}

extension QRCode {
  /// The cells that the code takes with its quiet zone.
  ///
  /// - Parameter scale: columns a module, and half rows: cells are about half as wide as high.
  package func size(scale: Int = 1) -> Size {
    let modules = size + 2 * Self.quietZone
    return Size(modules * scale, (modules * scale + 1) / 2)
  }

  /// Draws the code, its top left corner at (x, y): black on white in every theme, since not every
  /// phone reads a code that is lighter than its paper.
  package func draw(x left: Int, y top: Int, scale: Int = 1, on frame: inout Frame) {
    let cells = size(scale: scale)
    func isDark(_ column: Int, _ halfRow: Int) -> Bool {
      let row = halfRow / scale - Self.quietZone
      let column = column / scale - Self.quietZone
      return rows.indices.contains(row) && rows.indices.contains(column) && rows[row][column]
    }
    for y in 0..<cells.height {
      for x in 0..<cells.width {
        let (upper, lower) = (isDark(x, 2 * y), isDark(x, 2 * y + 1))
        frame.draw(
          upper == lower ? " " : HalfBlocks.lowerHalf, ink: lower ? Self.dark : Self.light,
          paper: upper ? Self.dark : Self.light, style: [], x: left + x, y: top + y)
      }
    }
  }

  private static let dark = Color(0x000000)
  private static let light = Color(0xffffff)
}
