package import Drawing

/// Every colour and glyph of the screen. A theme is one TOML file; this one is also in code, so
/// that the program draws when no file is found.
package struct Theme: Hashable, Sendable {
  package var name: String
  /// Whether it is meant for a dark or a light room.
  package var isDark: Bool

  /// Behind everything that is not a map.
  package var paper: Color
  package var ink: Color
  /// Labels and what may be overlooked.
  package var dim: Color
  /// The program's badge and what is chosen.
  package var accent: Color
  /// Text on the accent or on a car's colour.
  package var accentInk: Color
  package var warning: Color

  /// The ground's colours, from the lowest height to the highest.
  package var ground: [Color]
  /// The same in a palette of 256 colours, band for band; empty to take those nearest to it.
  package var ground256: [Color] = []
  /// What contour lines lean towards, and how far at least (0…1); see `ContourInk`.
  package var contour: Color
  package var contourStrength: Double
  /// What the ground under trails leans towards, and how far.
  package var halo: Color
  package var haloStrength: Double
  /// How much slopes are shaded (0…1); 0 for not at all.
  package var shading: Double
  /// Minima, saddles, the start.
  package var landmark: Color

  /// One colour and one glyph a rule, in the order of `Catalog.optimizersByRank`: a theme file says
  /// the first nine, `dressing` makes the others. What a car of a race wears says `Livery`.
  package var cars: [Color]
  package var glyphs: [Unicode.Scalar]

  /// The parts of a step.
  package var anatomy = Anatomy.night

  /// The colours of a step's parts, on the map, in the formula and in the bars.
  package struct Anatomy: Hashable, Sendable {
    package var slope: Color
    package var memory: Color
    package var lookAhead: Color
    package var scale: Color
    package var correction: Color
    package var move: Color

    package enum Tone: CaseIterable, Sendable {
      case slope, memory, lookAhead, scale, correction, move
    }

    package subscript(tone: Tone) -> Color {
      switch tone {
      case .slope: slope
      case .memory: memory
      case .lookAhead: lookAhead
      case .scale: scale
      case .correction: correction
      case .move: move
      }
    }

    static let night = Anatomy(
      slope: Color(0xfe6533), memory: Color(0x9cd4fb), lookAhead: Color(0xc297fe),
      scale: Color(0x44c692), correction: Color(0xeac02d), move: Color(0xffffff))

    /// The colours for a light paper.
    static let day = Anatomy(
      slope: Color(0xa82358), memory: Color(0x0057c5), lookAhead: Color(0x712084),
      scale: Color(0x275215), correction: Color(0x9a6408), move: Color(0x101219))
  }

  package static let night = Theme(
    name: "night", isDark: true,
    paper: Color(0x05070d), ink: Color(0xd5d9e4), dim: Color(0x8189a0),
    accent: Color(0x5ab4ee), accentInk: Color(0x05070d), warning: Color(0xff7a6b),
    ground: [
      Color(0x0c122e), Color(0x0d2d4f), Color(0x104756), Color(0x1e5b55), Color(0x3b6753),
      Color(0x5c6f51), Color(0x757451),
    ],
    ground256: [
      Color(0x121212), Color(0x00005f), Color(0x000087), Color(0x005f5f), Color(0x5f875f),
      Color(0x87875f), Color(0xaf875f),
    ],
    contour: Color(0xe6f0e0), contourStrength: 0.22,
    halo: Color(0x04060c), haloStrength: 0.4, shading: 0.3,
    landmark: Color(0xffffff),
    cars: [
      Color(0xf4f4f0), Color(0xf0a30a), Color(0x62c0ff), Color(0x17e39b), Color(0xffe94a),
      Color(0xff6464), Color(0xd79bff), Color(0xff9ed2), Color(0xa8f0ff),
    ],
    glyphs: ["●", "▲", "■", "◆", "▼", "✚", "◉", "✖", "◐"]
  ).dressing(RuleMarks.known.count)
}

extension [Theme] {
  /// The theme for those who ask for none: the first, and on a light background `day`.
  package func standard(onLight isLight: Bool) -> Theme {
    isLight ? first { $0.name == "day" } ?? first { !$0.isDark } ?? self[0] : self[0]
  }
}
