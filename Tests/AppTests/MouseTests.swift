import App
import Descent
import Drawing
import Files
import Terminal
import Testing

/// What the mouse does, as a script of what a terminal reports.
struct MouseTests {
  @Test func `a drag moves the map with the pointer and leaves the race alone`() throws {
    for view in [MapView.sideBySide, .overlay] {
      let before = try model(size: Size(120, 40)).after(.step(by: 5), .show(view))
      let layout = try #require(Layout(before))
      let rect = try #require(layout.maps.first).rect
      let (x, y) = (rect.x + 12, rect.y + 9)
      let held = try #require(layout.planePoint(atColumn: x, row: y, in: before))
      // Past the edge of the map too.
      for (columns, rows) in [(2, 0), (0, -3), (7, 4), (-11, -8), (-40, 30)] {
        let after = play(
          before,
          [(.press, x, y), (.drag, x + columns, y + rows), (.release, x + columns, y + rows)])
        #expect(before.changes(to: after) == ["window"])
        let viewport = try #require(Layout(after)?.maps.first).viewport(of: after)
        let point = viewport.point(cellX: x + columns - rect.x, cellY: y + rows - rect.y)
        #expect(abs(point.x - held.x) < 1e-9 && abs(point.y - held.y) < 1e-9)
      }
    }
  }

  @Test func `a drag by small steps goes as far as one by a large step`() throws {
    let before = try model().after(.show(.overlay))
    let path = (0...9).map { (MouseAction.drag, 20 + $0, 12) }
    let small = play(before, [(.press, 20, 12)] + path + [(.release, 29, 12)])
    let large = play(before, [(.press, 20, 12), (.drag, 29, 12), (.release, 29, 12)])
    #expect(abs(small.window.minX - large.window.minX) < 1e-9)
    #expect(small.window.minX < before.window.minX)
  }

  @Test func `a drag back to where it began is no click`() throws {
    let before = try model().after(.step(by: 5), .show(.overlay))
    let after = play(
      before, [(.press, 20, 12), (.drag, 25, 12), (.drag, 20, 12), (.release, 20, 12)])
    #expect(after.timeline.tick == 5)
    #expect(after.race.start == before.race.start)
    #expect(abs(after.window.minX - before.window.minX) < 1e-9)
  }

  @Test func `a hand that trembles by a cell clicks where it pressed`() throws {
    let before = try model().after(.step(by: 5), .show(.overlay))
    let after = play(before, [(.press, 20, 12), (.drag, 21, 13), (.release, 21, 13)])
    #expect(before.changes(to: after) == ["timeline"])
    #expect(after.race.start == Layout(before)?.start(atColumn: 20, row: 12, in: before))
  }

  @Test func `a click on a choice of a lesson's question votes for it`() throws {
    var before = try model(size: Size(80, 24))
    let library = LessonLibrary(before.strings, Shelf(folders: []))
    before.give(try library.lecture("rate").lecture)
    while before.lecture?.isAsking == false { before = before.after(.lesson(.turn(pages: 1))) }
    let text = try #require(before.lecture?.current.question?.choices[1].text)
    let rows = Row.all(of: view(of: before, scenery: Scenery())).map(\.text)
    let row = try #require(rows.firstIndex { $0.contains(" 2  ") && $0.contains(text.prefix(12)) })
    let x = try #require(Layout(before)?.lesson).x + 6
    let after = play(before, [(.press, x, row), (.release, x, row), (.press, x, row)])
    #expect(after.lecture?.votes[before.lecture!.page] == [1, 1])
    // The title is no choice.
    let title = play(before, [(.press, x, 2), (.release, x, 2)])
    #expect(title.lecture?.votes == before.lecture?.votes)
  }

  @Test func `a click on a rule of the family tree goes to it`() throws {
    let before = try model().after(.tree(.toggle))
    let tree = try #require(Layout(before)?.tree)
    let (family, picture) = FamilyTreePanel.scene(of: "gd", in: tree)
    for (place, label) in try #require(picture).labels.enumerated() {
      let after = play(before, [(.press, label.x, label.y), (.release, label.x, label.y)])
      #expect(after.treeRule == family.nodes[place].about.name)
    }
    #expect(before.changes(to: play(before, [(.press, 0, tree.maxY - 1)])) == [])
  }

  @Test func `a drag that began beside the maps moves nothing`() throws {
    let before = try model().after(.show(.overlay))
    let after = play(before, [(.press, 20, 0), (.drag, 20, 12), (.release, 20, 12)])
    #expect(before.changes(to: after) == [])
    #expect(play(before, [(.drag, 20, 12), (.release, 20, 12)]).race.start == before.race.start)
  }

  @Test func `a click on a car in the standings focuses it`() throws {
    for size in [Size(140, 42), Size(80, 24), Size(60, 20)] {
      let before = try model(size: size).after(.step(by: 30), .show(.overlay))
      let rect = try #require(Layout(before)?.standings)
      for (place, car) in before.standings.enumerated() {
        let after = play(
          before, [(.press, rect.x + 5, rect.y + 1 + place), (.release, rect.x + 5, rect.y)])
        #expect(after.focus == car)
        #expect(before.changes(to: after).isSubset(of: ["focus"]))
      }
      // The heading names nobody.
      #expect(before.changes(by: .press(x: rect.x + 5, y: rect.y)) == [])
    }
  }

  @Test func `the standings are drawn where they are clicked`() throws {
    let model = try model(size: Size(140, 42)).after(.step(by: 30), .toggleCar(1))
    let rect = try #require(Layout(model)?.standings)
    let frame = view(of: model, scenery: Scenery())
    #expect(model.standings.count == 2)
    for (place, car) in model.standings.enumerated() {
      #expect(frame[rect.x, rect.y + 1 + place].glyph == Unicode.Scalar("\(place + 1)"))
      #expect(frame[rect.x + 2, rect.y + 1 + place].glyph == model.livery[car].glyph)
    }
  }

  @Test func `a click on a map's title focuses its car`() throws {
    let before = try model(size: Size(140, 42))
    for map in try #require(Layout(before)).maps {
      #expect(before.after(.press(x: map.title.x + 1, y: map.title.y)).focus == map.cars[0])
    }
  }

  @Test func `what is let go of while a sheet is open starts no race`() throws {
    let before = try model().after(.step(by: 5), .show(.overlay))
    let held = before.after(.press(x: 20, y: 12))
    #expect(held.grip != nil)
    let after = held.after(.toggleHelp, .release, .close, .release)
    #expect(before.changes(to: after) == [])
    // The click that closes a sheet does no more than that.
    let closed = play(before.after(.toggleHelp), [(.press, 20, 12), (.release, 20, 12)])
    #expect(before.changes(to: closed) == [])
  }

  /// The model after what the mouse did.
  private func play(_ model: Model, _ events: [(MouseAction, Int, Int)]) -> Model {
    var model = model
    for (action, x, y) in events {
      guard let message = Keymap.message(for: .mouse(action, x: x, y: y), in: model) else {
        continue
      }
      model.take(message)
    }
    return model
  }
}
