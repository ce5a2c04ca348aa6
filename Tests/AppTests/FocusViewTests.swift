import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// What the focus view draws.
struct FocusViewTests {
  private func focus(
    _ cars: [String], size: Size = Size(140, 42), language: String = "en",
    surface: String = "himmelblau",
    start: String? = nil
  ) throws -> Model {
    try model(surface: surface, cars: cars, start: start, size: size, language: language)
      .after(.show(.focus))
  }

  private func text(_ model: Model, _ scenery: Scenery = Scenery()) -> String {
    Row.all(of: view(of: model, scenery: scenery)).map(\.text).joined(separator: "\n")
  }

  @Test(arguments: everyForm, Strings.languages)
  func `every rule has a picture in every window, at every sub-step, from the first step on`(
    rule: any Optimizer, language: String
  ) throws {
    let words = rule.settings.compactMap { setting -> String? in
      if case .word(let word) = setting.value { "\(setting.name)=\(word)" } else { nil }
    }
    let spec = "\(rule.about.name):\(words.joined(separator: ","))"
    for size in [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)] {
      let scenery = Scenery()
      var model = try focus([spec], size: size, language: language).after(.nextGhost)
      for _ in 0..<16 {
        _ = update(&model, .nextSubstep)
        let step = StepInFocus(model)
        let text = text(model, scenery)
        // The sub-step looked at is named, with its number.
        let current = try #require(step.current)
        let title = model.strings.title(of: step.anatomy[current])
        let line = "\(current + 1) \(title)".prefix(24)
        #expect(text.contains(line) || size.width == 40, "\(size)")
        #expect(text.contains(model.race.cars[0].title))
      }
    }
  }

  @Test func `numbers of the step stand in the column, those of the formula too`() throws {
    let model = try focus(["nesterov:lr=0.001"]).after(.step(by: 4), .nextSubstep)
    let text = text(model)
    let velocity = try #require(
      StepInFocus(model).anatomy[0].readings.first { $0.symbol == "γ vₜ₋₁" })
    #expect(text.contains("γ vₜ₋₁"))
    #expect(text.contains(NumberText.plain(velocity.value.x, sign: .plus)))
    #expect(text.contains("= 0.9 ·"))
    #expect(text.contains("+ 0.001 ·"))
    #expect(text.contains("λmax"))
    let greatest = model.surface.jet(at: model.race.drivers[0].position).hessian.eigenvalues
      .greatest
    let limit = try #require(model.race.cars[0].rule.stableRate(atCurvature: greatest))
    #expect(text.contains("limit \(NumberText.plain(limit, width: 8))"))
    #expect(text.contains("\(Keymap.standard.views[0].bindings[0].keys[0].label) ' sub-step"))
  }

  @Test func `what has been reached is drawn, and what is to come is not`() throws {
    var model = try focus(["nesterov"], start: "-3.5,-0.5").after(.step(by: 7))
    // Not that of the start too.
    model.theme.anatomy.move = Color(0xfefefe)
    func inks(_ model: Model) -> Set<Color> {
      let map = Layout(model)!.maps[0].rect
      let frame = view(of: model, scenery: Scenery())
      var inks: Set<Color> = []
      for y in map.y..<map.maxY {
        for x in map.x..<map.maxX { if let ink = frame[x, y].ink { inks.insert(ink) } }
      }
      return inks
    }
    let theme = model.theme.anatomy
    var seen: [[Bool]] = []
    for _ in 0..<5 {
      _ = update(&model, .nextSubstep)
      let inks = inks(model)
      seen.append([theme.memory, theme.lookAhead, theme.slope, theme.move].map(inks.contains))
    }
    #expect(seen[0] == [true, false, false, false])
    #expect(seen[1] == [true, true, false, false])
    #expect(seen[2] == [true, true, true, false])
    #expect(seen[4] == [true, true, true, true])
  }

  @Test func `a rate beyond the limit is a warning`() throws {
    let model = try focus(["gd:lr=0.5"], surface: "ravine").after(.step(by: 1))
    #expect(text(model).contains("η 0.5 !"))
    #expect(!text(try focus(["gd:lr=0.01"], surface: "ravine")).contains("!"))
  }

  @Test(arguments: Strings.languages)
  func `a crashed car says when and why, in every window`(language: String) throws {
    for size in [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)] {
      let model = try focus(["gd:lr=5", "adam"], size: size, language: language)
        .after(.step(by: 30))
      let crash = try #require(model.race.drivers[0].crash)
      let text = text(model)
      #expect(text.contains("✗"))
      #expect(text.contains("\(crash.step)"))
    }
  }

  @Test func `the ghost is named where it would go, in the colour of its car`() throws {
    let model = try focus(["nesterov", "momentum"], surface: "ravine", start: "-9,2.5")
      .after(.step(by: 1), .nextGhost)
    let frame = view(of: model, scenery: Scenery())
    let rows = Row.all(of: frame)
    let row = try #require(rows.firstIndex { $0.column(of: "where Momentum would go") != nil })
    let column = try #require(rows[row].column(of: "where Momentum would go"))
    #expect(frame[column, row].ink == model.livery[1].color)
    let end = try #require(StepInFocus(model).ghost?.end)
    let map = try #require(Layout(model)).maps[0]
    let cell = try #require(map.viewport(of: model).cell(x: end.x, y: end.y))
    #expect(frame[map.rect.x + cell.x, map.rect.y + cell.y].glyph == model.livery[1].glyph)
  }

  @Test func `parts stay apart without colours and without dots: arrows are their numbers`() throws
  {
    var model = try focus(["nesterov"], size: Size(80, 24), surface: "ravine", start: "-9,2.5")
      .after(.step(by: 3))
    model.rendition = Rendition(glyphs: .ascii, colors: .mono)
    let map = try #require(Layout(model)).maps[0].rect
    let frame = view(of: model, scenery: Scenery())
    var counts: [Unicode.Scalar: Int] = [:]
    for y in map.y..<map.maxY {
      for x in map.x..<map.maxX { counts[frame[x, y].glyph, default: 0] += 1 }
    }
    for digit: Unicode.Scalar in ["1", "3", "5"] { #expect(counts[digit, default: 0] > 3) }
    #expect(frame.cells.allSatisfy { GlyphSet.ascii.contains($0.glyph) || $0.glyph == "\u{0}" })
  }

  @Test func `bars without colours are reversed`() throws {
    var model = try focus(["adagrad"]).after(.step(by: 3))
    model.rendition = Rendition(glyphs: .full, colors: .mono)
    let column = try #require(Layout(model)?.sidebar)
    let frame = view(of: model, scenery: Scenery())
    let reversed = (column.y..<column.maxY).flatMap { y in
      (column.x..<column.maxX).filter { frame[$0, y].style.contains(.reverse) }
    }
    #expect(reversed.count > 30)
  }

  @Test func `nothing of the column moves up or down from one sub-step to the next`() throws {
    for name in ["nesterov", "adam", "adadelta"] {
      for size in [Size(140, 42), Size(80, 24)] {
        var model = try focus([name], size: size).after(.step(by: 7))
        let column = try #require(Layout(model)?.sidebar)
        var places: Set<[Int?]> = []
        for _ in 0..<StepInFocus(model).anatomy.count {
          _ = update(&model, .nextSubstep)
          let rows = Row.all(of: view(of: model, scenery: Scenery()))
          places.insert(
            ["THE STEP", "λmax"].map { word in
              rows.firstIndex { ($0.column(of: word) ?? 0) >= column.x }
            })
        }
        #expect(places.count == 1 && places.first?.contains(nil) == false, "\(name) \(size)")
      }
    }
  }
}
