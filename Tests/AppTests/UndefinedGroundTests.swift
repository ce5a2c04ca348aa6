import App
import Descent
import Drawing
import Files
import Reports
import Terminal
import Testing
import Texts

/// How ground without a height looks: like none, and unlike the highest.
struct UndefinedGroundTests {
  private func setup(_ formula: String) throws -> RaceSetup {
    var request = RaceRequest()
    request.surface.formula = Asked(formula)
    request.surface.window = Asked(PlaneRect(minX: -4, maxX: 4, minY: -3, maxY: 3))
    (request.start, request.cars) = (Asked(Point(2, 1)), [try CarSpec("gd:lr=0.01")])
    return try RaceSetup(request)
  }

  private func frame(
    _ formula: String, _ theme: Theme, _ rendition: Rendition = Rendition(),
    language: String = "en"
  ) throws -> Frame {
    var model = Model(
      try setup(formula), strings: Strings(language), themes: [theme], theme: theme)
    (model.isPlaying, model.size, model.rendition) = (false, Size(80, 24), rendition)
    return view(of: model, scenery: Scenery())
  }

  private func text(of frame: Frame) -> String {
    (0..<frame.size.height).map { y in
      String(String.UnicodeScalarView((0..<frame.size.width).map { frame[$0, y].glyph }))
    }.joined(separator: "\n")
  }

  private func hatched(_ frame: Frame) -> [Cell] {
    (0..<frame.size.height).flatMap { y in
      (0..<frame.size.width).map { frame[$0, y] }.filter { $0.glyph == "/" }
    }
  }

  @Test(arguments: shippedThemes.themes, ColorDepth.allCases)
  func `it is hatched and explained in every theme and colour tier`(
    theme: Theme, colors: ColorDepth
  ) throws {
    for glyphs in [GlyphSet.full, .ascii] {
      let rendition = Rendition(glyphs: glyphs, colors: colors)
      let holed = try frame("sqrt(x)+y^2", theme, rendition)
      #expect(text(of: holed).contains("/ undefined"), "\(glyphs)")
      let cells = hatched(holed)
      #expect(cells.count > 100)
      let ground = theme.ground(in: colors)
      let summit = ground[ground.levels - 1]
      #expect(cells.filter { $0.paper == theme.paper }.count > 100)
      #expect(cells.allSatisfy { $0.glyph != " " && $0.ink != $0.paper })
      // Ground that is the highest has colour and no hatch.
      let whole = try frame("x^2+y^2", theme, rendition)
      #expect(!text(of: whole).contains("undefined"))
      // In ASCII lines are drawn with it too.
      if glyphs == .full { #expect(hatched(whole).filter { $0.paper == summit }.isEmpty) }
    }
  }

  @Test func `a pole is the highest ground and a pit without a floor the lowest`() throws {
    for formula in ["1/(x^2+y^2)", "ln(x^2+y^2)"] {
      #expect(try !text(of: frame(formula, .night)).contains("undefined"), "\(formula)")
    }
  }

  @Test func `every language has a word for it`() throws {
    for language in Strings.languages {
      let word = Strings(language)[.mapUndefined]
      #expect(try text(of: frame("ln(x)+y^2", .night, language: language)).contains("/"))
      #expect(!word.isEmpty)
    }
  }

  @Test func `on the plain map it is a question mark, which the legend explains`() throws {
    let holed = RunReport(try setup("sqrt(x)+y^2"), steps: 3, strings: Strings("en")).map()
    #expect(holed.count { $0 == "?" } > 100 && holed.contains("? undefined"))
    let whole = RunReport(try setup("x^2+y^2"), steps: 3, strings: Strings("en")).map()
    #expect(!whole.contains("?"))
  }
}

/// What is said of the lowest places.
struct LowestPlaceTests {
  private func table(surface: String? = nil, formula: String? = nil) throws -> String {
    var request = RaceRequest()
    request.surface.name = surface.map { Asked($0) }
    request.surface.formula = formula.map { Asked($0) }
    request.cars = [try CarSpec("gd:lr=0.01")]
    return RunReport(try RaceSetup(request), steps: 1, strings: Strings("en")).table()
  }

  @Test func `run names all of several lowest minima`() throws {
    let text = try table(surface: "himmelblau")
    #expect(
      text.contains(
        "4 lowest minima, loss 0: (3, 2), (-2.805, 3.131), (-3.779, -3.283), (3.584, -1.848)"),
      "\(text)")
    #expect(try table(surface: "bowl").contains("lowest minimum (0.000, 0.000), loss 0"))
  }

  @Test func `that none exists and that none was found are told apart`() throws {
    #expect(try table(surface: "saddle").contains("no minimum exists"))
    #expect(try table(formula: "(x-y)^2").contains("no lowest minimum was found"))
    #expect(try table(formula: "|x|+|y|").contains("lowest minimum (0.000, 0.000), loss 0"))
  }

  @Test func `surfaces are listed with their lowest places`() throws {
    let text = try ListReport(strings: Strings("en")).text(.surfaces, as: .table)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("himmelblau ") })
    #expect(line.contains("(3, 2), (-2.805, 3.131), (-3.779, -3.283), (3.584, -1.848)"))
  }

  @Test func `a start that a key or a click chose has no negligible digits`() throws {
    var model = try model(surface: "himmelblau")
    for message in [
      Message.randomStart, .randomStart, .beginCrosshair, .moveCrosshair(x: 3, y: -2),
    ] {
      _ = update(&model, message)
    }
    _ = update(&model, .startAtCrosshair)
    for number in [model.race.start.x, model.race.start.y] {
      #expect("\(number)".count <= 7, "\(number)")
    }
  }
}
