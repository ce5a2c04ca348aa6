import App
import Descent
import Drawing
import Files
import Terminal
import Testing

/// What every theme's colours must do, measured.
struct ThemeColorTests {
  private static let themes = shippedThemes.themes

  /// Those whose cars are also meant to be told apart by colour alone in every kind of colour
  /// vision; in the others it takes the glyphs.
  private static let forEveryEye: Set = ["safe", "viridis", "magma", "batlow", "paper"]

  @Test func `there are eight`() {
    #expect(Self.themes.count == 8)
    #expect(Self.forEveryEye.isSubset(of: Self.themes.map(\.name)))
  }

  /// 4.5 is what WCAG 2 asks of text of common size (success criterion 1.4.3, level AA).
  @Test(arguments: themes)
  func `text has a contrast of at least 4½`(theme: Theme) {
    // Sheets lie on a paper of their own.
    let papers = [theme.paper, theme.paper.mixed(with: theme.ink, 0.08)]
    let inks = [
      "ink": theme.ink, "dim": theme.dim, "accent": theme.accent, "warning": theme.warning,
    ]
    for paper in papers {
      for (name, ink) in inks { #expect(ink.contrast(with: paper) >= 4.5, "\(name)") }
    }
    for (index, car) in theme.cars.enumerated() {
      #expect(car.contrast(with: theme.paper) >= 4.5, "name of car \(index + 1)")
      #expect(theme.accentInk.contrast(with: car) >= 4.5, "badge of car \(index + 1)")
    }
    #expect(theme.accentInk.contrast(with: theme.accent) >= 4.5)
  }

  /// In OKLab a difference of 0.02 is just noticed between large patches. A trail is a line of
  /// dots, so it must differ by eight times that from any ground it may lie on.
  @Test(arguments: themes)
  func `trails are clear of the ground under them, in every kind of colour vision`(theme: Theme) {
    let ground = Colormap(stops: theme.ground).mixed(with: theme.halo, theme.haloStrength).colors
    for vision in ColorVision.allCases {
      let seen = ground.map(vision.sees)
      for (index, car) in theme.cars.enumerated() {
        let car = vision.sees(car)
        let nearest = seen.map { OKLab($0).distance(to: OKLab(car)) }.min() ?? 0
        #expect(nearest >= 0.16, "car \(index + 1), \(vision)")
      }
    }
  }

  /// The grounds of a theme in every depth that shows its own colours: as maps have them, shaded
  /// and under every level of a halo.
  private static func paints(of theme: Theme, _ depth: ColorDepth) throws -> [LandPaints] {
    var model = try model(surface: "himmelblau", themes: [theme])
    model.rendition.colors = depth
    return [model, model.after(.toggleShading), model.after(.togglePresentation)]
      .map { LandPaints(of: $0) }
  }

  /// 3 is what WCAG 2.1 asks of graphical objects (success criterion 1.4.11).
  @Test(arguments: themes, [ColorDepth.trueColor, .colors256])
  func `contour lines have a contrast of at least 3 over every band, shaded or not`(
    theme: Theme, depth: ColorDepth
  ) throws {
    var palette = Palette(depth)
    func shown(_ color: Color) -> Color {
      palette?.nearest(to: color).asColor ?? color
    }
    for paints in try Self.paints(of: theme, depth) {
      for (ground, inks) in zip(paints.halos[0], zip(paints.minor, paints.major)) {
        for (band, color) in ground.colors.enumerated() {
          #expect(shown(inks.0[band]).contrast(with: shown(color)) >= 3, "band \(band)")
          #expect(shown(inks.1[band]).contrast(with: shown(color)) >= 3, "band \(band)")
        }
      }
      // On the rim of a halo too.
      for level in 1..<paints.clearFrom where paints.hasHalos {
        for (ground, inks) in zip(paints.halos[level], paints.minor) {
          for (color, ink) in zip(ground.colors, inks.colors) {
            #expect(ink.contrast(with: color) >= 2.9, "level \(level)")
          }
        }
      }
    }
  }

  @Test(arguments: themes)
  func `major lines are clearly brighter or darker than the others`(theme: Theme) throws {
    let paints = try Self.paints(of: theme, .trueColor)[1]
    for (band, ground) in paints.halos[0][0].colors.enumerated() {
      let (minor, major) = (paints.minor[0][band], paints.major[0][band])
      #expect(major.contrast(with: ground) >= 4.3, "band \(band)")
      #expect(minor.contrast(with: ground) <= 3.6, "band \(band)")
    }
  }

  /// Where shading would lower it, a theme has none.
  @Test(arguments: themes)
  func `trails are as clear of shaded ground, in every kind of colour vision`(theme: Theme) throws {
    let paints = try Self.paints(of: theme, .trueColor)[0]
    #expect((paints.halos[Halo.levels].count > 1) == (theme.shading > 0))
    for ground in paints.halos[Halo.levels] {
      for vision in ColorVision.allCases {
        let seen = ground.colors.map { OKLab(vision.sees($0)) }
        for (index, car) in theme.cars.enumerated() {
          let car = OKLab(vision.sees(car))
          let nearest = seen.map { $0.distance(to: car) }.min() ?? 0
          #expect(nearest >= 0.16, "car \(index + 1), \(vision)")
        }
      }
    }
  }

  @Test(arguments: themes)
  func `landmarks have a contrast of at least 3 over every ground`(theme: Theme) throws {
    for paints in try Self.paints(of: theme, .trueColor) {
      for ground in paints.halos.flatMap({ $0 }) {
        for color in ground.colors { #expect(theme.landmark.contrast(with: color) >= 3) }
      }
    }
  }

  @Test(arguments: themes)
  func `in 256 colours trails are as clear, and heights go one way too`(theme: Theme) throws {
    var palette = try #require(Palette(.colors256))
    func shown(_ color: Color) -> Color { Palette.xterm[palette.nearest(to: color)] }
    let ground = theme.ground(in: .colors256)
    let lightness = ground.colors.map { shown($0).lightness }
    for (low, high) in zip(lightness, lightness.dropFirst()) {
      #expect(theme.isDark ? high > low : high < low)
    }
    #expect(ground.levels >= 7)
    let dimmed = ground.mixed(with: theme.halo, theme.haloStrength).colors.map(shown)
    for vision in ColorVision.allCases {
      let seen = dimmed.map { OKLab(vision.sees($0)) }
      for (index, car) in theme.cars.enumerated() {
        let car = OKLab(vision.sees(shown(car)))
        let nearest = seen.map { $0.distance(to: car) }.min() ?? 0
        #expect(nearest >= 0.16, "car \(index + 1), \(vision)")
      }
    }
  }

  /// Five times what is just noticed: heads are solid, but small and far apart.
  @Test(arguments: themes.filter { forEveryEye.contains($0.name) })
  func `the first six cars stay apart in every kind of colour vision`(theme: Theme) {
    for vision in ColorVision.allCases {
      let cars = theme.cars.prefix(6).map { OKLab(vision.sees($0)) }
      for (index, car) in cars.enumerated() {
        for (other, earlier) in cars[..<index].enumerated() {
          #expect(
            car.distance(to: earlier) >= 0.1, "cars \(other + 1) and \(index + 1), \(vision)")
        }
      }
    }
  }

  /// Texts of the column and labels of the map are in them.
  @Test(arguments: themes)
  func `the parts of a step are readable on paper and clear of the ground, in every vision`(
    theme: Theme
  ) {
    let ground = Colormap(stops: theme.ground).mixed(with: theme.halo, theme.haloStrength).colors
    for tone in Theme.Anatomy.Tone.allCases {
      let part = theme.anatomy[tone]
      #expect(part.contrast(with: theme.paper) >= 4.5, "\(tone)")
      for vision in ColorVision.allCases {
        let seen = OKLab(vision.sees(part))
        let nearest = ground.map { OKLab(vision.sees($0)).distance(to: seen) }.min() ?? 0
        #expect(nearest >= 0.16, "\(tone), \(vision)")
      }
    }
  }

  /// Without colours their numbers and the patterns of their lines tell them apart.
  @Test(arguments: themes)
  func `the parts of a step stay apart in every kind of colour vision`(theme: Theme) {
    let least = theme.name == "mono" ? 0.06 : 0.1
    for vision in ColorVision.allCases {
      let parts = Theme.Anatomy.Tone.allCases.map { OKLab(vision.sees(theme.anatomy[$0])) }
      for (index, part) in parts.enumerated() {
        for (other, earlier) in parts[..<index].enumerated() {
          #expect(part.distance(to: earlier) >= least, "\(other) and \(index), \(vision)")
        }
      }
    }
  }

  /// In ASCII a cell's letter is found by its colour.
  @Test(arguments: themes)
  func `no part of a step has the very colour of a car`(theme: Theme) {
    for tone in Theme.Anatomy.Tone.allCases {
      #expect(!theme.cars.contains(theme.anatomy[tone]), "\(tone)")
    }
  }

  /// 0.05 is two and a half times what is just noticed: beside it glyph and letter tell.
  @Test(arguments: themes.filter { $0.name != "mono" })
  func `no two of nine main rules look alike, and no two of all have nearly one colour`(
    theme: Theme
  ) {
    #expect(theme.cars.count >= Catalog.optimizers.count)
    let cars = theme.cars.map { OKLab($0) }
    for (index, car) in cars.enumerated() {
      for earlier in cars[..<index] {
        #expect(car.distance(to: earlier) >= (index < Theme.mainRules ? 0.08 : 0.05), "\(index)")
      }
    }
  }

  @Test(arguments: themes)
  func `a further car of a rule is as readable, as clear of the ground and of a tint of its own`(
    theme: Theme
  ) {
    let ground = Colormap(stops: theme.ground).mixed(with: theme.halo, theme.haloStrength).colors
    let seen = ColorVision.allCases.map { vision in (vision, ground.map { OKLab(vision.sees($0)) })
    }
    for rank in Catalog.optimizersByRank.indices {
      let tints = (0..<CarSpec.limit).map { theme.tint(ofRank: rank, twin: $0) }
      #expect(tints[0] == theme.cars[rank])
      #expect(Set(tints).count == CarSpec.limit, "rank \(rank)")
      #expect(OKLab(tints[0]).distance(to: OKLab(tints[1])) >= 0.1, "rank \(rank)")
      for tint in tints {
        #expect(tint.contrast(with: theme.paper) >= 4.5, "rank \(rank)")
        #expect(theme.accentInk.contrast(with: tint) >= 4.5, "rank \(rank)")
        for (vision, ground) in seen {
          let tint = OKLab(vision.sees(tint))
          let nearest = ground.map { $0.distance(to: tint) }.min() ?? 0
          #expect(nearest >= 0.16, "rank \(rank), \(vision)")
        }
      }
    }
  }

  @Test(arguments: themes)
  func `glyphs tell the cars apart without any colour`(theme: Theme) {
    #expect(Set(theme.glyphs).count == theme.glyphs.count)
    #expect(theme.glyphs.count >= Catalog.optimizers.count)
  }

  @Test(arguments: themes)
  func `heights go one way: the ground only grows lighter, or only darker`(theme: Theme) {
    let lightness = Colormap(stops: theme.ground).colors.map(\.lightness)
    for (low, high) in zip(lightness, lightness.dropFirst()) {
      #expect(theme.isDark ? high > low : high < low)
    }
  }

  @Test(arguments: themes)
  func `heights go one way in every shade`(theme: Theme) throws {
    for ground in try Self.paints(of: theme, .trueColor)[0].halos[0] {
      let lightness = ground.colors.map(\.lightness)
      // Dark neighbours may be rounded to one colour, or a hair past each other.
      for (low, high) in zip(lightness, lightness.dropFirst()) {
        #expect(theme.isDark ? high > low - 0.005 : high < low + 0.005)
      }
      #expect(abs(lightness[0] - lightness[lightness.count - 1]) > 0.15)
    }
  }

  @Test func `a vision without a deficiency sees what there is, and greys look grey to all`() {
    for color in [Color(0x123456), Color(0xffffff), Color(0)] {
      #expect(ColorVision.normal.sees(color) == color)
    }
    for vision in ColorVision.allCases {
      let grey = OKLab(vision.sees(Color(0x808080)))
      #expect(abs(grey.a) < 0.01 && abs(grey.b) < 0.01)
    }
    // Red and green of one lightness are what the most common deficiencies confuse.
    let (red, green) = (Color(0xa04a30), Color(0x5f6b22))
    func distance(_ vision: ColorVision) -> Double {
      OKLab(vision.sees(red)).distance(to: OKLab(vision.sees(green)))
    }
    #expect(distance(.deuteranopia) < 0.5 * distance(.normal))
  }
}

extension Int {
  /// The colour of the palette with this number.
  fileprivate var asColor: Color { Palette.xterm[self] }
}
