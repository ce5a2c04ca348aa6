import App
import Descent
import Drawing
import Files
import Testing
import Texts

/// What messages about the map change: views, pan and zoom, themes, starts chosen on it.
struct UpdateMapTests {
  @Test func `views are chosen directly or in turn`() throws {
    let model = try model()
    #expect(model.changes(by: .nextView) == ["view"])
    #expect(model.after(.nextView).view == .overlay)
    #expect(model.after(.nextView, .nextView).view == .focus)
    // All but those with a key of their own, the family tree and the drive without the map; and the
    // data, where there are none.
    let round = MapView.allCases.dropFirst(3).reduce(into: model) { model, _ in
      model = model.after(.nextView)
    }
    #expect(round.view == .sideBySide)
    for view in MapView.allCases { #expect(model.after(.show(view)).view == view) }
  }

  @Test func `a pan moves the map by an eighth`() throws {
    let model = try model()
    #expect(model.window == PlaneRect(minX: -4, maxX: 4, minY: -4, maxY: 4))
    #expect(model.changes(by: .pan(x: 1, y: -1)) == ["window"])
    #expect(
      model.after(.pan(x: 1, y: -1)).window
        == PlaneRect(minX: -3, maxX: 5, minY: -5, maxY: 3))
    #expect(model.after(.pan(x: 1, y: -1), .fit).window == model.window)
  }

  @Test func `zooming keeps the middle`() throws {
    let model = try model()
    #expect(model.changes(by: .zoomIn) == ["window"])
    #expect(
      model.after(.zoomIn).window == PlaneRect(minX: -3.2, maxX: 3.2, minY: -3.2, maxY: 3.2))
    #expect(model.after(.zoomOut).window == PlaneRect(minX: -5, maxX: 5, minY: -5, maxY: 5))
  }

  @Test(
    arguments: [
      Message.zoomIn, .zoomOut, .wheel(up: true, x: 20, y: 12), .wheel(up: false, x: 20, y: 12),
    ])
  func `a thousand zooms leave a map of finite numbers`(message: Message) throws {
    var model = try model(surface: "rosenbrock").after(.pan(x: 3, y: 2), .show(.overlay))
    for _ in 0..<1000 { _ = update(&model, message) }
    let window = model.window
    #expect(window.width > 1e-13 && window.width <= 1e9)
    #expect(window.minX.nextUp < window.maxX && window.minY.nextUp < window.maxY)
    let layout = try #require(Layout(model))
    let map = layout.maps[0].rect
    let left = try #require(layout.planePoint(atColumn: map.x, row: map.y, in: model))
    let next = try #require(layout.planePoint(atColumn: map.x + 1, row: map.y + 1, in: model))
    #expect(left.x < next.x && left.y > next.y)
    #expect(view(of: model, scenery: Scenery()).size == model.size)
    #expect(model.after(.fit).window == PlaneRect(model.surface.about.window))
  }

  @Test func `the wheel keeps the point under the pointer`() throws {
    let model = try model().after(.show(.overlay))
    for up in [true, false] {
      #expect(model.changes(by: .wheel(up: up, x: 9, y: 5)) == ["window"])
      let after = model.after(.wheel(up: up, x: 9, y: 5))
      #expect(up == (after.window.width < model.window.width))
      let old = try #require(Layout(model)?.planePoint(atColumn: 9, row: 5, in: model))
      let new = try #require(Layout(after)?.planePoint(atColumn: 9, row: 5, in: after))
      #expect(abs(old.x - new.x) < 1e-12 && abs(old.y - new.y) < 1e-12)
    }
    #expect(model.changes(by: .wheel(up: true, x: 9, y: 0)) == [])
  }

  @Test func `contour labels come and go`() throws {
    #expect(try model().changes(by: .toggleContourLabels) == ["showsContourLabels"])
    #expect(try model().after(.toggleContourLabels).showsContourLabels)
  }

  @Test func `themes go round and say their names`() throws {
    let model = try model(themes: [.night, theme(named: "dusk")])
    #expect(model.changes(by: .nextTheme) == ["theme", "notice"])
    #expect(model.after(.nextTheme).notice == "theme: dusk")
    #expect(model.after(.nextTheme, .nextTheme).theme == .night)
  }

  @Test func `a theme from a file of its own is one of those that go round`() throws {
    let setup = try RaceSetup()
    let own = theme(named: "own")
    let model = Model(setup, strings: Strings("en"), themes: [.night], theme: own)
    #expect(model.theme == own)
    #expect(model.after(.nextTheme).theme == .night)
    #expect(model.after(.nextTheme, .nextTheme).theme == own)
  }

  // A start chosen on the map.

  @Test(arguments: [MapView.sideBySide, .overlay, .focus, .basins])
  func `a click on a map puts the start at the point of that cell`(view: MapView) throws {
    let before = try model(size: Size(120, 40)).after(.step(by: 7), .show(view))
    let layout = try #require(Layout(before))
    for map in layout.maps {
      let (x, y) = (map.rect.x + map.rect.width / 3, map.rect.maxY - 2)
      let point = try #require(layout.start(atColumn: x, row: y, in: before))
      #expect(before.changes(by: .press(x: x, y: y)) == ["grip"])
      let after = before.after(.press(x: x, y: y), .release)
      #expect(before.changes(to: after) == ["timeline"])
      #expect(after.race.start == point)
      #expect(after.timeline.tick == 0 && after.timeline.end == 0)
      #expect(after.positions == [point, point, point])
    }
  }

  @Test func `a press beside the maps does nothing`() throws {
    let model = try model(size: Size(140, 42)).after(.show(.overlay))
    for (x, y) in [(10, 0), (10, 41), (135, 20), (-1, -1), (500, 500)] {
      #expect(model.changes(by: .press(x: x, y: y)) == [])
    }
    #expect(try AppTests.model(size: Size(20, 8)).changes(by: .press(x: 3, y: 3)) == [])
  }

  @Test func `a start where the loss is not finite is refused with a notice`() throws {
    var model = try model(surface: "rosenbrock").after(.show(.overlay))
    model.window = PlaneRect(minX: 1e200, maxX: 3e200, minY: -1e200, maxY: 1e200)
    let clicked = model.after(.press(x: 20, y: 12), .release)
    #expect(model.changes(to: clicked) == ["notice", "isWarning"])
    #expect(
      clicked.notice
        == "the loss is not a finite number there; the start stays")
  }

  @Test func `the crosshair begins at the start, moves by cells and sets a new start`() throws {
    let before = try model().after(.step(by: 3), .show(.overlay))
    #expect(before.changes(by: .beginCrosshair) == ["layers"])
    let begun = before.after(.beginCrosshair)
    #expect(begun.crosshair == before.race.start)
    #expect(begun.changes(by: .moveCrosshair(x: 1, y: 0)) == ["layers"])

    let moved = begun.after(.moveCrosshair(x: 3, y: 2))
    let viewport = try #require(Layout(before)).maps[0].viewport(of: before)
    let cell = { (point: Point<Double>) in try #require(viewport.cell(x: point.x, y: point.y)) }
    let (from, to) = (try cell(before.race.start), try cell(#require(moved.crosshair)))
    #expect(to.x == from.x + 3 && to.y == from.y + 2)

    #expect(moved.changes(by: .startAtCrosshair) == ["timeline", "layers"])
    let after = moved.after(.startAtCrosshair)
    #expect(after.race.start == moved.crosshair && after.crosshair == nil)
  }

  @Test func `Esc gives up the crosshair and a click takes its place`() throws {
    let model = try model().after(.show(.overlay), .beginCrosshair, .moveCrosshair(x: 2, y: 0))
    #expect(model.changes(by: .close) == ["layers"])
    #expect(model.after(.close).crosshair == nil)
    let clicked = model.after(.press(x: 20, y: 12), .release)
    #expect(model.changes(to: clicked) == ["timeline", "layers"])
  }

  @Test func `the crosshair stays on the map`() throws {
    var model = try model().after(.show(.overlay), .beginCrosshair)
    for _ in 0..<200 {
      model = model.after(.moveCrosshair(x: 1, y: 0), .moveCrosshair(x: 0, y: -1))
    }
    let viewport = try #require(Layout(model)).maps[0].viewport(of: model)
    let edge = try #require(model.crosshair)
    #expect(viewport.contains(x: edge.x, y: edge.y))
    #expect(model.after(.moveCrosshair(x: 8, y: 0)).crosshair == edge)
  }

  @Test func `a crosshair that the map has left comes back at the first move`() throws {
    let model = try model().after(.beginCrosshair, .pan(x: 20, y: 0), .moveCrosshair(x: 1, y: 0))
    let viewport = try #require(Layout(model)).maps[0].viewport(of: model)
    let crosshair = try #require(model.crosshair)
    #expect(viewport.contains(x: crosshair.x, y: crosshair.y))
    #expect(abs(crosshair.x - 20) < 1)
  }

  @Test func `without a crosshair there is nothing to move or to start at`() throws {
    #expect(try model().changes(by: .moveCrosshair(x: 1, y: 1)) == [])
    #expect(try model().changes(by: .startAtCrosshair) == [])
  }
}
