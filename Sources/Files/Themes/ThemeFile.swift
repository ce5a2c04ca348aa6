import Drawing
import TOML
import Terminal
import Texts

/// A theme as a TOML file says it. What is wrong with an entry is noted, and the entry of the theme
/// that it builds on holds.
package struct ThemeFile: Sendable {
  package let theme: Theme
  package let errors: [Fault]

  /// A theme that can build on none but the default.
  package init(_ text: String, file: String) {
    self.init(TableReader(text, file: file), bases: [Theme.night.name]) { _ in .night }
  }

  /// - Parameters:
  ///   - bases: the names of the themes that it can build on.
  ///   - base: the one of that name; `nil` if there is none.
  init(_ reader: TableReader, bases: [String], base: (String) -> Theme?) {
    var reader = reader
    theme = Self.theme(&reader, bases, base)
    reader.refuseOthers()
    errors = reader.errors
  }

  private static func theme(
    _ reader: inout TableReader, _ bases: [String], _ base: (String) -> Theme?
  ) -> Theme {
    let name = reader.value("name", .text, isRequired: true) ?? reader.file.fileName
    let inherited = reader.value("inherits", .word(bases)).flatMap(base)
    // What a theme inherits it need not say.
    let isWhole = !reader.has("inherits")
    let isDark =
      reader.value("appearance", .appearance, isRequired: isWhole) ?? inherited?.isDark ?? true
    var known = inherited
    func fallback() -> Theme {
      // The ink of another light theme can be read on a light paper, the default's cannot.
      let theme = known ?? (isDark ? nil : base("day")) ?? .night
      known = theme
      return theme
    }
    func entry<T>(_ key: String, _ expectation: Expectation<T>, _ part: KeyPath<Theme, T>) -> T {
      reader.value(key, expectation, isRequired: isWhole) ?? fallback()[keyPath: part]
    }
    let ground = reader.value(
      "map.ground", .list(of: .color, atLeast: 2, .expectedGround), isRequired: isWhole)
    let bands = reader.value("map.ground256", .bands)
    let usual = inherited?.anatomy ?? (isDark ? Theme.Anatomy.night : .day)
    func part(_ name: String, _ path: KeyPath<Theme.Anatomy, Color>) -> Color {
      reader.value("anatomy.\(name)", .color) ?? usual[keyPath: path]
    }
    return Theme(
      name: name, isDark: isDark,
      paper: entry("screen.paper", .color, \.paper),
      ink: entry("screen.ink", .color, \.ink),
      dim: entry("screen.dim", .color, \.dim),
      accent: entry("screen.accent", .color, \.accent),
      accentInk: entry("screen.accent_ink", .color, \.accentInk),
      warning: entry("screen.warning", .color, \.warning),
      ground: ground ?? fallback().ground,
      // Another ground has other bands.
      ground256: bands ?? (ground == nil ? fallback().ground256 : []),
      contour: entry("map.contour", .color, \.contour),
      contourStrength: entry("map.contour_strength", .fraction, \.contourStrength),
      halo: entry("map.halo", .color, \.halo),
      haloStrength: entry("map.halo_strength", .fraction, \.haloStrength),
      // What a theme does not say of it is as its room has it.
      shading: reader.value("map.shading", .fraction) ?? inherited?.shading
        ?? (isDark ? Theme.night.shading : 0),
      landmark: entry("map.landmark", .color, \.landmark),
      cars: entry(
        "cars.colors", .list(of: .color, atLeast: Theme.mainRules, .expectedCarColors), \.cars),
      glyphs: entry("cars.glyphs", .glyphs, \.glyphs),
      anatomy: Theme.Anatomy(
        slope: part("slope", \.slope), memory: part("memory", \.memory),
        lookAhead: part("look_ahead", \.lookAhead), scale: part("scale", \.scale),
        correction: part("correction", \.correction), move: part("move", \.move))
    ).dressing(RuleMarks.known.count)
  }
}

extension Expectation<Bool> {
  fileprivate static var appearance: Expectation {
    Expectation(.expectedAppearance) { node in
      switch node.string {
      case "dark": true
      case "light": false
      default: nil
      }
    }
  }
}

extension Expectation<Color> {
  fileprivate static var color: Expectation {
    Expectation(.expectedColor) { $0.string.flatMap(Color.init(hex:)) }
  }
}

extension Expectation<[Color]> {
  /// Colours of the palette of 256 by their numbers, without the sixteen that users change.
  fileprivate static var bands: Expectation {
    let number = Expectation<Color>(.expectedBand) { node in
      node.int.flatMap {
        Palette.xterm.indices.dropFirst(16).contains($0) ? Palette.xterm[$0] : nil
      }
    }
    let list = list(of: number, atLeast: 2, .expectedBands)
    return Expectation(list.expected) { node throws(Misfit) in
      let bands = try list.read(node)
      let lightness = bands.map(\.lightness)
      let steps = zip(lightness, lightness.dropFirst())
      guard bands.count <= Colormap.maximumLevels,
        steps.allSatisfy({ $0 < $1 }) || steps.allSatisfy({ $0 > $1 })
      else { throw Misfit(found: node.shown) }
      return bands
    }
  }
}

extension Expectation<[Unicode.Scalar]> {
  /// Different characters, one for each rule, each a cell wide.
  fileprivate static var glyphs: Expectation {
    let glyph = Expectation<Unicode.Scalar>(.expectedGlyph) { node in
      guard let text = node.string, text.unicodeScalars.count == 1, text.cellWidth == 1,
        text != " "
      else { return nil }
      return text.unicodeScalars.first
    }
    let list = list(of: glyph, atLeast: Theme.mainRules, .expectedGlyphs)
    return Expectation(list.expected) { node throws(Misfit) in
      let glyphs = try list.read(node)
      for (place, glyph) in glyphs.enumerated() where glyphs[..<place].contains(glyph) {
        throw Misfit(found: "\"\(glyph)\"", place: place)
      }
      return glyphs
    }
  }
}
