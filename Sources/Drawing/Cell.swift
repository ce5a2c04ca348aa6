/// One character cell of a frame: a glyph, its colour (ink) and the colour behind it (paper).
///
/// `nil` as ink or paper means the terminal's own default colour.
package struct Cell: Hashable, Sendable {
  package var glyph: Unicode.Scalar
  /// A combining mark over the glyph: the hat of m̂.
  package var mark: Unicode.Scalar?
  package var ink: Color?
  package var paper: Color?
  package var style: Style

  package init(
    _ glyph: Unicode.Scalar = " ", ink: Color? = nil, paper: Color? = nil, style: Style = []
  ) {
    self.glyph = glyph
    self.ink = ink
    self.paper = paper
    self.style = style
  }

  /// What stands in the right half of a glyph that is two cells wide; it is never drawn.
  package static let continuation: Unicode.Scalar = "\u{0}"

  /// Text attributes that work without colours too.
  package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Style(rawValue: 1)
    package static let underline = Style(rawValue: 2)
    package static let reverse = Style(rawValue: 4)
    /// The paper only stands for what is under the glyph: over a picture it may be left out.
    package static let bare = Style(rawValue: 8)
  }
}
