/// Letters as they cover the pixels of their cells, each drawn once.
struct LetterMasks {
  private struct Key: Hashable {
    var glyph: Unicode.Scalar
    var mark: Unicode.Scalar?
    var columns: Int
    var cell: CellPixels
    var isBold, isRim: Bool
  }

  /// `nil` for a letter that covers nothing.
  private var masks: [Key: CoverageMask?] = [:]

  /// The mask of a letter in a cell whose corner is (0, 0).
  ///
  /// - Parameter isRim: what surrounds the letter, in place of itself.
  mutating func mask(
    of letter: PrintedText.Letter, _ cell: CellPixels, isBold: Bool, isRim: Bool
  ) -> CoverageMask? {
    let key = Key(
      glyph: letter.glyph, mark: letter.mark, columns: letter.columns, cell: cell, isBold: isBold,
      isRim: isRim)
    if let known = masks[key] { return known }
    let pen = max(1, Lettering.pen(isBold: isBold) * Double(cell.width))
    let lines = letter.lines(of: { glyph in
      Lettering.lines(of: glyph, width: cell.width, height: cell.height, pen: pen)
    })
    // Beyond its cells too: tails and hats reach out.
    let mask = CoverageMask(
      stroking: lines, width: pen + (isRim ? 3 * cell.unit : 0),
      in: (-2 * cell.width..<4 * cell.width, -cell.height..<2 * cell.height))
    masks[key] = mask
    return mask
  }
}

extension PrintedText.Letter {
  /// Its lines in pixels, its mark's among them; an empty box for a glyph that nobody has drawn.
  fileprivate func lines(of draw: (Unicode.Scalar) -> [[Place]]?) -> [[Place]] {
    (draw(glyph) ?? draw("□") ?? []) + (mark.flatMap(draw) ?? [])
  }

  /// Its lines in pixels of its cell, as they are at any size.
  func lines(in cell: CellPixels) -> [[Place]] {
    lines(of: { glyph in
      Lettering.lines(of: glyph)?.map { line in
        line.map { Place($0.x * Double(cell.width), $0.y / 2 * Double(cell.height)) }
      }
    })
  }
}
