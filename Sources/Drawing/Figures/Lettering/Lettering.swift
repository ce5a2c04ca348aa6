/// Letters as lines: one stroke lettering for every picture, as plotters had, drawn by a round pen.
///
/// A glyph stands in the box of its cell. Capitals reach from 0.55 to the base line at 1.55, small
/// letters from 0.85, tails down to 1.85; a Hangul syllable takes 0.25 to 1.75 of two cells.
package enum Lettering {
  /// How wide the pen is, in widths of a cell.
  package static func pen(isBold: Bool) -> Double { isBold ? 0.19 : 0.13 }

  /// The lines of a glyph in its cell's box, each of two places or more: x from 0 to 1 over one
  /// cell (to 2 for a glyph two cells wide), y from 0 at the top to 2 at the bottom. None for a
  /// space, and `nil` for a glyph that has none here.
  ///
  /// A combining mark stands as it does over a small letter.
  package static func lines(of glyph: Unicode.Scalar) -> [[Place]]? {
    switch glyph.value {
    case 0x2500...0x257F: BoxStrokes.lines(of: glyph)
    case 0x3131...0x3163, 0xAC00...0xD7A3: HangulStrokes.lines(of: glyph)
    case 0xFF01...0xFF5E:  // Full-width ASCII: in the middle of two cells.
      Unicode.Scalar(glyph.value - 0xFEE0).flatMap { known[$0] }?.map { line in
        line.map { Place($0.x + 0.5, $0.y) }
      }
    default: known[glyph]
    }
  }

  /// Every glyph that is not made of parts when it is asked for.
  private static let known: [Unicode.Scalar: [[Place]]] = {
    var lines: [Unicode.Scalar: [[Place]]] = [:]
    let plain = LatinStrokes.all.merging(GreekStrokes.all) { latin, _ in latin }
      .merging(SignStrokes.all) { letter, _ in letter }
    for (glyph, notation) in plain { lines[glyph] = Strokes(notation).lines }
    for (glyph, (base, place)) in SmallStrokes.all {
      guard let notation = plain[base] else { continue }
      lines[glyph] = Strokes(SmallStrokes.form(of: base) ?? notation).placed(place).lines
    }
    for (glyph, (base, mark)) in AccentStrokes.all {
      guard let letter = plain[base], let accent = plain[mark] else { continue }
      lines[glyph] =
        Strokes(AccentStrokes.form(of: base) ?? letter).lines
        + Strokes(accent).placed(AccentStrokes.place(over: base)).lines
    }
    for glyph in SignStrokes.spaces { lines[glyph] = [] }
    return lines
  }()
}
