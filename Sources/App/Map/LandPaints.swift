package import Drawing
package import Files
package import Terminal

/// The colours of a map in one theme: of the ground in every shade, under every level of a halo,
/// and of the lines that cross it.
package struct LandPaints: Sendable {
  struct Key: Equatable {
    var theme: Theme
    var colors: ColorDepth
    var look: Land.Look
    /// Of a filled ground.
    var bands: Int?
  }

  let key: Key
  /// For each level of a halo, from none to full: the ground in each shade, or in a single one.
  package let halos: [[Colormap]]
  /// The inks of contour lines in each shade.
  package let minor, major: [Colormap]
  /// The level of a halo from which on there are no lines on it.
  package let clearFrom: Int
  /// Whether there is room between the colours for a halo that fades.
  package let hasHalos: Bool

  /// The colours of a model's maps; in a presentation, of a map with seven lines.
  package init(of model: Model) {
    let look = Land.Look(model)
    self.init(
      Key(
        theme: model.theme, colors: model.rendition.colors, look: look,
        bands: look.isFilled ? 8 : nil))
  }

  init(_ key: Key) {
    self.key = key
    let (theme, colors) = (key.theme, key.colors)
    let ground = theme.shades(
      of: key.bands.map { theme.ground(in: colors, bands: $0) } ?? theme.ground(in: colors),
      isShaded: key.look.isShaded)
    let fades = colors == .trueColor
    hasHalos = fades
    let full = key.look.isPresentation ? min(1, theme.haloStrength * 1.6) : theme.haloStrength
    halos = (0...Halo.levels).map { level in
      let share = fades ? Double(level) / Double(Halo.levels) : level == Halo.levels ? 1 : 0
      return share == 0 ? ground : ground.map { $0.mixed(with: theme.halo, full * share) }
    }
    let ink = theme.contourInk(in: colors)
    minor = ground.map { ink.inks(on: $0, isMajor: false) }
    major = ground.map { ink.inks(on: $0, isMajor: true) }
    // Nearly always a halo sets lines off even more; where it would not, there are none on it.
    let faint = halos[Halo.levels / 2]
    let stayClear = zip(faint, minor).allSatisfy { ground, inks in
      zip(ground.colors, inks.colors).allSatisfy { $0.contrast(with: $1) >= ContourInk.least }
    }
    clearFrom = stayClear ? Halo.levels / 2 + 1 : 1
  }
}

extension LandPaints {
  /// What the fog over a map looks like: a colour with a texture, and where there are few colours
  /// the texture alone.
  var fog: HalfBlocks.Void {
    HalfBlocks.Void(
      paper: key.colors.count > 16 ? key.theme.fog : key.theme.paper, ink: key.theme.fogInk,
      glyph: ".")
  }
}

extension Theme {
  /// The ground's colours as a terminal of this depth can show them.
  package func ground(in colors: ColorDepth) -> Colormap {
    let isChosen = colors == .colors256 && !ground256.isEmpty
    let bands = isChosen ? ground256 : Palette.ground(through: ground, colors)
    return bands.isEmpty ? Colormap(stops: ground) : Colormap(bands: bands)
  }

  /// The same in a few bands, as far apart as can be.
  func ground(in colors: ColorDepth, bands: Int) -> Colormap {
    guard colors != .trueColor else { return Colormap(stops: ground, levels: bands) }
    let all = self.ground(in: colors)
    return Colormap(
      bands: (0..<max(1, bands)).map { all[bands > 1 ? $0 * (all.levels - 1) / (bands - 1) : 0] })
  }

  /// A ground in the shades of its slopes; alone, if it is not shaded.
  package func shades(of ground: Colormap, isShaded: Bool) -> [Colormap] {
    guard isShaded else { return [ground] }
    let dark = isDark ? halo : contour
    return (0..<HillShade.shades).map {
      ground.shaded($0, towards: dark, isDark ? contour : paper, strength: shading)
    }
  }

  /// What contour lines are drawn in, of the colours that such a terminal has.
  package func contourInk(in colors: ColorDepth) -> ContourInk {
    ContourInk(
      leaningTo: contour, strength: contourStrength,
      among: colors == .colors256 ? Array(Palette.xterm.dropFirst(16)) : [])
  }
}
