import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

struct MapScalesTests {
  private func overlay(_ size: Size, _ surface: String = "himmelblau") throws -> Model {
    try model(surface: surface, size: size).after(.show(.overlay))
  }

  private func text(_ frame: Frame, _ rect: Rect) -> [String] {
    (rect.y..<rect.maxY).map { y in
      var row = ""
      for x in rect.x..<rect.maxX { row.unicodeScalars.append(frame[x, y].glyph) }
      return row
    }
  }

  @Test func `a large map has its heights beside it, and numbers along its edges`() throws {
    let model = try overlay(Size(140, 42))
    let map = try #require(Layout(model)?.maps.first)
    let (bar, ticks) = (try #require(map.heights), try #require(map.ticks))
    let frame = view(of: model, scenery: Scenery())
    let numbers = text(frame, bar.inset(left: 2)).compactMap {
      Double($0.split(separator: " ").first ?? "")
    }
    // From the highest down, on the scale of the map.
    #expect(numbers.count == 3)
    #expect(numbers == numbers.sorted(by: >))
    #expect(numbers[0] > 500 && numbers[2] < 1)
    // Its colours are those of the ground, from the highest to the lowest.
    #expect(frame[bar.x, bar.y].paper == Theme.night.ground.last)
    let lowest = frame[bar.x, bar.maxY - 1]
    #expect(lowest.ink ?? lowest.paper == Theme.night.ground.first)
    for side in [ticks.left, ticks.below] {
      let words = text(frame, side).flatMap { $0.split { $0 == " " || $0 == "─" } }
      let numbers = words.compactMap { Double($0) }
      #expect(numbers.count == words.count && Set(numbers).isSuperset(of: [-2, 0, 2]))
    }
  }

  @Test(arguments: Catalog.surfaces.map(\.about.name))
  func `whatever the heights are, no number of theirs is cut`(surface: String) throws {
    let model = try overlay(Size(140, 42), surface)
    let bar = try #require(Layout(model)?.maps.first?.heights)
    let frame = view(of: model, scenery: Scenery())
    let numbers = text(frame, bar.inset(left: 2)).map { $0.filter { $0 != " " } }
      .filter { !$0.isEmpty && $0 != "loss" }.compactMap { Double($0) }
    #expect(numbers.count == 3 && numbers == numbers.sorted(by: >))
    let viewport = try #require(Layout(model)?.maps.first).viewport(of: model)
    let heights = HeightGrid(under: viewport) { model.surface.value(at: Point($0, $1)) }
    // To the digits that are written.
    let digit = 0.06 * max(abs(heights.highest), abs(heights.lowest))
    #expect(abs(numbers[0] - heights.highest) <= digit)
    #expect(abs(numbers[2] - heights.lowest) <= digit)
  }

  @Test func `a number stands where its place is`() throws {
    let model = try overlay(Size(140, 42))
    let map = try #require(Layout(model)?.maps.first)
    let (viewport, ticks) = (map.viewport(of: model), try #require(map.ticks))
    let frame = view(of: model, scenery: Scenery())
    let zero = try #require(viewport.cell(x: 0, y: 0))
    #expect(frame[map.rect.x + zero.x, ticks.below.y].glyph == "0")
    #expect(frame[map.rect.x - 2, map.rect.y + zero.y].glyph == "0")
    #expect(frame[map.rect.x - 1, map.rect.y + zero.y].glyph == "─")
  }

  @Test func `a small map has none, and a window that would shrink for them neither`() throws {
    for size in [Size(60, 20), Size(40, 12)] {
      let map = try #require(Layout(overlay(size))?.maps.first)
      #expect(map.heights == nil && map.ticks == nil, "\(size)")
    }
    // A square window leaves columns free in a wide map, but not a wide one.
    #expect(try #require(Layout(overlay(Size(80, 24)))?.maps.first).heights != nil)
    #expect(try #require(Layout(overlay(Size(80, 24), "ravine"))?.maps.first).heights == nil)
  }

  @Test func `maps side by side share one bar`() throws {
    let model = try model(surface: "himmelblau", cars: [], size: Size(140, 42))
    let maps = try #require(Layout(model)?.maps)
    #expect(maps.count(where: { $0.heights != nil }) == 1)
    #expect(try #require(Layout(model.after(.show(.focus)))?.maps.first).heights != nil)
  }

  @Test func `without colours there is no bar, and in a presentation no numbers along the edges`()
    throws
  {
    var model = try overlay(Size(140, 42)).after(.togglePresentation)
    let map = try #require(Layout(model)?.maps.first)
    #expect(map.heights != nil && map.ticks == nil)
    model.rendition.colors = .mono
    #expect(try #require(Layout(model)?.maps.first).heights == nil)
  }

  @Test(arguments: Strings.languages)
  func `the signs of the map are told until something is done`(language: String) throws {
    func opened(_ surface: String) throws -> Model {
      var opened = try model(surface: surface, size: Size(140, 42), language: language)
      opened.view = .overlay
      (opened.explainsSigns, opened.isPlaying) = (true, true)
      return opened
    }
    let wells = try opened("two-gaussian-wells")
    func line(_ model: Model) -> String {
      Row.all(of: view(of: model, scenery: Scenery()))[40].text
    }
    let words = [Text.plainLowest, .plainLocal, .plainSaddle, .plainStart]
    for word in words { #expect(line(wells).contains(wells.strings[word])) }
    #expect(line(wells.after(.advance(steps: 3))).contains("○"))
    #expect(!line(wells.after(.togglePlay)).contains("○"))
    // Only what the map shows.
    let bowl = try opened("bowl")
    #expect(!line(bowl).contains("☆") && line(bowl).contains("★"))
  }

  @Test(arguments: Strings.languages)
  func `low ground is called by the colour that the theme gives it`(language: String) throws {
    let strings = Strings(language)
    for theme in shippedThemes.themes {
      let low = MapWords.blanks(strings, theme)["low"]
      #expect(low == strings[theme.isDark ? .mapLowDark : .mapLowLight])
      let lightness = theme.ground.map(\.lightness)
      #expect((lightness[0] < lightness[lightness.count - 1]) == theme.isDark)
    }
  }
}
