import App
import Descent
import Drawing
import Files
import Terminal
import Testing

/// What the screen becomes on terminals with few glyphs or without colours.
struct RenditionTests {
  private func frame(
    _ glyphs: GlyphSet, _ colors: ColorDepth = .trueColor, language: String = "en",
    view mapView: MapView = .overlay
  ) throws -> Frame {
    var model = try model(
      surface: "himmelblau", cars: Array(repeating: "adam:lr=0.2", count: CarSpec.limit),
      size: Size(140, 42), language: language)
    model.rendition = Rendition(glyphs: glyphs, colors: colors)
    return view(of: model.after(.step(by: 30), .show(mapView)), scenery: Scenery())
  }

  @Test(arguments: ["en", "ko"])
  func `no glyph of a frame is outside its set`(language: String) throws {
    for glyphs in GlyphSet.allCases {
      for mapView in MapView.allCases {
        let cells = try frame(glyphs, language: language, view: mapView).cells
        #expect(cells.allSatisfy { $0.glyph == Cell.continuation || glyphs.contains($0.glyph) })
      }
    }
  }

  @Test func `Korean is drawn in the safe set`() throws {
    let cells = try frame(.safe, language: "ko").cells
    #expect(cells.contains { (0xAC00...0xD7A3).contains($0.glyph.value) })
  }

  @Test(arguments: GlyphSet.allCases)
  func `every car has a mark of its own in the standings`(glyphs: GlyphSet) throws {
    let frame = try frame(glyphs, .mono)
    // Place, mark, name: one row a car under the head of the sidebar.
    let left = try #require((0..<140).first { frame[$0, 2].glyph == "1" && $0 > 90 })
    let marks = Set((2..<2 + CarSpec.limit).map { frame[left + 2, $0].glyph })
    #expect(marks.count == CarSpec.limit)
  }

  @Test func `trails without colours are bold and contour lines thin`() throws {
    let cells = try frame(.full, .mono).cells
    let dots = cells.filter { (0x2801...0x28FF).contains($0.glyph.value) }
    #expect(dots.contains { $0.style.contains(.bold) })
    let thin = dots.filter { !$0.style.contains(.bold) }
    #expect(thin.contains { $0.glyph.value.nonzeroBitCount > 0 })
    #expect(!cells.contains { $0.glyph == HalfBlocks.lowerHalf })
  }

  @Test func `badges without colours are reversed`() throws {
    let frame = try frame(.full, .mono)
    #expect(frame[1, 0].style.contains(.reverse))
    #expect(!(try self.frame(.full))[1, 0].style.contains(.reverse))
  }

  @Test func `letters tell trails apart in ASCII`() throws {
    let cells = try frame(.ascii).cells
    let adam = Livery.wear(of: "adam", .night)
    #expect(cells.contains { $0.glyph == "a" && $0.ink == adam.color })
    // Its twins by their numbers.
    let second = Theme.night.tint(ofRank: adam.rank, twin: 1)
    #expect(cells.contains { $0.glyph == "2" && $0.ink == second })
  }

  @Test func `in 16 colours the first six cars of every theme with hues stay apart`() {
    for theme in shippedThemes.themes where theme.name != "mono" {
      #expect(Set(theme.cars(in: .colors16).prefix(6)).count == 6, "\(theme.name)")
      if theme.isDark { #expect(Set(theme.cars(in: .colors8).prefix(6)).count == 6) }
    }
  }

  @Test(arguments: [ColorDepth.colors16, .colors8])
  func `few colours are far from the paper and not the ground's; greys stay grey`(
    depth: ColorDepth
  ) throws {
    var palette = try #require(Palette(depth))
    for theme in shippedThemes.themes {
      let cars = theme.cars(in: depth)
      let paper = Palette.xterm[palette.nearest(to: theme.paper)]
      #expect(cars.count == theme.cars.count)
      for car in cars {
        #expect(car.contrast(with: paper) >= 1.9, "\(theme.name)")
        #expect(!theme.ground(in: depth).colors.contains(car), "\(theme.name)")
        #expect(theme.name != "mono" || (car.red == car.green && car.green == car.blue))
      }
    }
    #expect(Theme.night.cars(in: .colors256) == Theme.night.cars)
  }

  @Test(arguments: [ColorDepth.colors16, .colors8])
  func `what is black is not bold, which some terminals draw grey`(depth: ColorDepth) throws {
    var palette = try #require(Palette(depth))
    let theme = try shippedThemes.theme("day").theme
    var model = try model(size: Size(140, 42), themes: [theme])
    model.rendition = Rendition(colors: depth)
    let frame = view(of: model.after(.step(by: 30)), scenery: Scenery())
    let black = frame.cells.filter { $0.ink.map { palette.nearest(to: $0) } == 0 }
    #expect(!black.isEmpty && black.allSatisfy { !$0.style.contains(.bold) })
    // A badge: the car's number on its colour.
    let badge = frame[1, 1]
    #expect(badge.glyph == "1" && badge.paper == theme.cars(in: depth)[0])
    #expect(
      badge.ink.map { palette.nearest(to: $0) } != badge.paper.map { palette.nearest(to: $0) })
  }

  @Test(arguments: [ColorDepth.colors256, .colors16, .colors8])
  func `the ground of every theme grows steadily lighter or darker`(depth: ColorDepth) {
    let themes = shippedThemes.themes
    #expect(themes.count > 1)
    for theme in themes {
      let ramp = theme.ground(in: depth).colors.map(\.lightness)
      let rises = theme.ground[0].lightness < theme.ground[theme.ground.count - 1].lightness
      for (one, next) in zip(ramp, ramp.dropFirst()) {
        #expect(rises ? one < next : one > next, "\(theme.name)")
      }
      #expect(ramp.count <= (depth == .colors256 ? 12 : 5), "\(theme.name)")
    }
  }
}
