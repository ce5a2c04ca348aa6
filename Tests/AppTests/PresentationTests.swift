import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

struct PresentationTests {
  private let cars = ["gd", "momentum", "adagrad", "adam"]

  @Test(arguments: [
    (MapView.sideBySide, many: [[0, 1, 2, 3]], two: [[2], [3]]),
    (.overlay, many: [[0, 1, 2, 3]], two: [[2, 3]]), (.focus, many: [[0]], two: [[2]]),
  ])
  func `three cars and more share one map, two may have one each`(
    view: MapView, many: [[Int]], two: [[Int]]
  ) throws {
    let shown = try model(cars: cars).after(.show(view), .togglePresentation)
    #expect(Layout(shown)?.maps.map(\.cars) == many)
    let few = shown.after(.toggleCar(0), .toggleCar(1))
    #expect(Layout(few)?.maps.map(\.cars) == two)
  }

  @Test func `the same key returns to what was`() throws {
    let before = try model(cars: cars)
    #expect(before.changes(by: .togglePresentation) == ["isPresentation"])
    #expect(before.after(.togglePresentation).changes(to: before.after()) == ["isPresentation"])
    #expect(before.after(.togglePresentation, .togglePresentation).changes(to: before) == [])
  }

  @Test(arguments: [Size(80, 24), Size(140, 42), Size(60, 20), Size(40, 12)])
  func `every car has its letter on its colour, on the map and with its name`(size: Size) throws {
    let shown = try model(surface: "himmelblau", cars: cars, size: size)
      .after(.step(by: 8), .togglePresentation)
    let frame = view(of: shown, scenery: Scenery())
    let text = Row.all(of: frame).map(\.text).joined(separator: "\n")
    for (car, letter) in zip(0..., ["G", "M", "Ag", "A"]) {
      let wear = shown.livery[car]
      #expect(wear.letter == letter)
      let badges = frame.cells.count {
        $0.glyph == letter.unicodeScalars.first && $0.paper == wear.color
      }
      #expect(badges >= 1, "\(letter)")
      #expect(text.contains(" \(letter)"))
    }
    for name in ["GD", "Momentum", "Adagrad", "Adam"] { #expect(text.contains(name)) }
  }

  @Test func `at the start no letter hides another`() throws {
    let shown = try model(surface: "himmelblau", cars: cars).after(.togglePresentation)
    let map = try #require(Layout(shown)?.maps.first).rect
    let frame = view(of: shown, scenery: Scenery())
    let cells = (map.y..<map.maxY).flatMap { y in (map.x..<map.maxX).map { frame[$0, y] } }
    for car in shown.livery.indices {
      let wear = shown.livery[car]
      let badge = cells.filter { $0.paper == wear.color && $0.glyph != " " }
      #expect(String(String.UnicodeScalarView(badge.map(\.glyph))) == wear.letter)
    }
  }

  /// The cells of a model's first map.
  private func cells(_ model: Model) throws -> [Cell] {
    let (frame, map) = (
      view(of: model, scenery: Scenery()), try #require(Layout(model)).maps[0].rect
    )
    return (map.y..<map.maxY).flatMap { y in (map.x..<map.maxX).map { frame[$0, y] } }
  }

  @Test(arguments: [GlyphSet.full, .safe, .ascii])
  func `trails are quarters of cells, dots or letters where a terminal has none`(
    glyphs: GlyphSet
  ) throws {
    var shown = try model(surface: "himmelblau", cars: ["gd"]).after(.show(.overlay), .step(by: 60))
    shown.rendition.glyphs = glyphs
    shown.take(.togglePresentation)
    let trail = try cells(shown).filter { $0.ink == shown.livery[0].color }
    #expect(trail.count > 10)
    for cell in trail {
      switch glyphs {
      case .full: #expect(Quadrants.quarters(of: cell.glyph) != nil)
      case .safe: #expect((0x2801...0x28FF).contains(cell.glyph.value))
      case .ascii: #expect(cell.glyph == "g")
      }
    }
  }

  @Test func `the ground is one colour between two contour lines, and no line is of dots`() throws {
    let plain = try model(surface: "himmelblau", cars: ["gd"]).after(.show(.overlay))
    let shown = plain.after(.togglePresentation)
    func dots(_ model: Model) throws -> Int {
      try cells(model).count { (0x2801...0x28FF).contains($0.glyph.value) }
    }
    func colors(_ model: Model) throws -> Int { Set(try cells(model).map(\.paper)).count }
    #expect(try dots(plain) > 100 && dots(shown) == 0)
    // Five levels, six bands or more, and the shades of one halo around the start.
    #expect(try colors(shown) < 20 && colors(plain) > 40)
    // Without colours to fill there are lines.
    var mono = shown
    mono.rendition.colors = .mono
    #expect(try dots(mono) > 50)
  }

  @Test func `a thick line has a dot beside and below each of its own`() {
    var canvas = Canvas(Size(4, 1))
    canvas.line(from: 0.5, 1.5, to: 6.5, 1.5)
    #expect(canvas.description == "⠒⠒⠒⠂")
    canvas.thicken()
    #expect(canvas.description == "⠶⠶⠶⠶")
  }

  @Test func `a click in the standings finds the car, two rows to each`() throws {
    let model = try model(cars: cars).after(.show(.overlay), .step(by: 5), .togglePresentation)
    let layout = try #require(Layout(model))
    let standings = try #require(layout.standings)
    let found = (standings.y..<standings.maxY).map {
      layout.car(atColumn: standings.x + 4, row: $0, in: model)
    }
    let order = model.standings.map(Optional.some)
    #expect(found == [nil] + order.flatMap { [$0, $0] })
  }

  @Test func `a lesson keeps its text, formula and question, and drops the small print`() throws {
    var lesson = try model(size: Size(140, 42))
    let library = LessonLibrary(lesson.strings, Shelf(folders: []))
    lesson.give(try library.lecture("momentum").lecture)
    lesson.view = .overlay
    func text(_ model: Model) -> String {
      Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
    }
    let navigator = lesson.strings[.navigatorTitle]
    #expect(text(lesson).contains(navigator))
    #expect(!text(lesson.after(.togglePresentation)).contains(navigator))
    let title = try #require(lesson.lecture?.current.title.split(separator: " ").first)
    #expect(text(lesson.after(.togglePresentation)).contains(title))
  }
}
