import App
import Descent
import Drawing
import Files
import Testing
import Texts

struct ViewTests {
  @Test(arguments: MapView.withMaps, Strings.languages)
  func `every window has a frame of its size, with nothing between the panels`(
    view: MapView, language: String
  ) throws {
    var model = try model(surface: "ravine", cars: Self.manyCars, language: language)
      .after(.step(by: 60), .show(view))
    let scenery = Scenery()
    for width in stride(from: 1, through: 150, by: 11) {
      for height in stride(from: 1, through: 50, by: 6) {
        model.size = Size(width, height)
        let frame = App.view(of: model, scenery: scenery)
        #expect(frame.size == model.size)
        guard let layout = Layout(model) else { continue }
        if let (x, y) = strayCell(in: frame, layout, model) {
          Issue.record("\(width)×\(height): \(frame[x, y].glyph) at column \(x), row \(y)")
          return
        }
      }
    }
  }

  /// A cell outside all panels that is not blank.
  private func strayCell(in frame: Frame, _ layout: Layout, _ model: Model) -> (x: Int, y: Int)? {
    let panels =
      [layout.header, layout.footer] + [layout.sidebar].compactMap { $0 }
      + layout.maps.flatMap {
        [$0.title, $0.rect]
          + [$0.legend, $0.heights, $0.ticks?.left, $0.ticks?.below].compactMap { $0 }
      }
      + [layout.strip, layout.result?.rect].compactMap { $0 } + layout.vacancies.map(\.title)
    let blank = Cell(" ", ink: model.theme.ink, paper: model.theme.paper)
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width
      where frame[x, y] != blank && !panels.contains(where: { $0.contains(x: x, y: y) }) {
        return (x, y)
      }
    }
    return nil
  }

  /// Nine, with one that crashes at once and one that leaves the map.
  private static let manyCars = [
    "gd:lr=5", "gd:lr=0.081", "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "nadam",
  ]

  @Test(arguments: [
    Message.toggleHelp, .toggleCards, .beginCrosshair, .toggleCar(0), .edit(.toggle),
  ])
  func `every window has a frame whatever is open`(message: Message) throws {
    var model = try model(surface: "ravine", cars: Self.manyCars).after(.step(by: 60), message)
    let scenery = Scenery()
    for width in stride(from: 1, through: 150, by: 23) {
      for height in stride(from: 1, through: 50, by: 7) {
        for scroll in [0, 1000] {
          model.size = Size(width, height)
          let frame = view(of: model.after(.scroll(scroll)), scenery: scenery)
          #expect(frame.size == model.size)
        }
      }
    }
  }

  @Test(arguments: Catalog.surfaces.map(\.about.name))
  func `every surface has a picture, from near and from far`(surface: String) throws {
    let scenery = Scenery()
    let model = try model(surface: surface, cars: [], size: Size(120, 40)).after(.step(by: 30))
    for view in MapView.withMaps {
      var near = model.after(.show(view), .toggleContourLabels)
      var far = near
      for _ in 0..<200 {
        _ = update(&near, .zoomIn)
        _ = update(&far, .zoomOut)
      }
      for model in [near, far, near.after(.fit)] {
        let frame = App.view(of: model, scenery: scenery)
        let map = try #require(Layout(model)).maps[0].rect
        #expect(frame[map.x, map.y].paper != nil)
      }
    }
  }

  @Test func `every theme draws with its own colours alone`() throws {
    for theme in shippedThemes.themes {
      let model = try model(size: Size(140, 42), themes: [theme]).after(.step(by: 40))
      let frame = view(of: model, scenery: Scenery())
      #expect(frame.cells.contains { $0.paper == theme.paper })
      for car in 0..<3 {
        #expect(frame.cells.contains { $0.ink == model.livery[car].color }, "\(theme.name)")
        #expect(frame.cells.contains { $0.glyph == model.livery[car].glyph }, "\(theme.name)")
      }
      #expect(frame.cells.allSatisfy { $0.paper != nil && ($0.ink != nil || $0.glyph == " ") })
    }
  }

  @Test(arguments: Strings.languages)
  func `the header stands still while the race drives`(language: String) throws {
    var model = try model(size: Size(100, 24), language: language)
    let scenery = Scenery()
    let words = [
      model.strings(.headerStep, ["step": "|"]).split(separator: "|")[0], "▶", "seed", "시드",
    ]
    .map { $0.filter { $0 != " " } }
    var places: Set<[Int?]> = []
    model.isPlaying = true
    for _ in 0...300 where model.isPlaying {
      let row = Row(of: view(of: model, scenery: scenery), at: 0)
      places.insert(words.map { row.column(of: String($0)) })
      _ = update(&model, .advance(steps: 1))
    }
    #expect(places.count == 1)
    #expect(places.first?.compactMap { $0 }.count == 3)
  }

  @Test func `the standings' numbers have their points in three columns and keep them`() throws {
    var model = try model(size: Size(140, 42))
    let scenery = Scenery()
    // Without the places.
    let sidebar = try #require(Layout(model)?.sidebar).inset(left: 2)
    var points: Set<[Int]> = []
    for _ in 0..<150 {
      let frame = view(of: model, scenery: scenery)
      for place in 1...3 {
        let row = Row(of: frame, at: sidebar.y + place)
        points.insert(row.points(ofNumbersIn: sidebar))
      }
      _ = update(&model, .step(by: 2))
    }
    // Loss, slope and last move.
    #expect(points.count == 1)
    #expect(points.first?.count == 3)
  }

  @Test(arguments: [
    ("1e9,0", "→"), ("-1e9,0", "←"), ("0,1e9", "↑"), ("0,-1e9", "↓"), ("1e9,1e9", "↗"),
  ])
  func `an arrow at the map's edge points to a car that is off it`(start: String, arrow: String)
    throws
  {
    let model = try model(cars: ["gd:lr=1e-9"], start: start)
    let frame = view(of: model, scenery: Scenery())
    let map = try #require(Layout(model)).maps[0].rect
    let ink = model.livery[0].color
    let cells = (map.y..<map.maxY).flatMap { y in
      (map.x..<map.maxX).filter { frame[$0, y].ink == ink }.map { (x: $0, y: y) }
    }
    #expect(cells.count == 1)
    let cell = try #require(cells.first)
    #expect("\(frame[cell.x, cell.y].glyph)" == arrow)
    #expect(
      cell.x == map.x || cell.x == map.maxX - 1 || cell.y == map.y || cell.y == map.maxY - 1)
  }

  @Test(arguments: [MapView.sideBySide, .overlay, .focus, .terrain])
  func `a crashed car is marked where it was last, with its step`(view: MapView) throws {
    let driving = try model(cars: ["gd:lr=1e200", "adam"], size: Size(140, 42)).after(.show(view))
    let crashed = driving.after(.step(by: 9))
    let crash = try #require(crashed.race.drivers[0].crash)
    #expect(crash.step == 1)
    let scenery = Scenery()
    let (before, after) = (
      Row.all(of: App.view(of: driving, scenery: scenery)),
      Row.all(of: App.view(of: crashed, scenery: scenery))
    )
    #expect(!before.contains { $0.column(of: "✗") != nil })
    #expect(after.contains { $0.column(of: "✗") != nil })
    #expect(after.contains { $0.text.contains("step 1") })
    // The others drive on; the focus view shows one car.
    #expect(view == .focus || after.contains { $0.text.contains("Adam") })
  }

  @Test func `a hidden car is neither on the map nor in the standings`() throws {
    let shown = try model(size: Size(140, 42)).after(.step(by: 20), .show(.overlay))
    let ink = shown.livery[1].color
    let scenery = Scenery()
    #expect(view(of: shown, scenery: scenery).cells.contains { $0.ink == ink })
    let hidden = shown.after(.toggleCar(1))
    #expect(!view(of: hidden, scenery: scenery).cells.contains { $0.ink == ink })
  }

  @Test func `the footer shows keys, and news stands above it`() throws {
    var model = try model()
    let scenery = Scenery()
    let keys = Row(of: view(of: model, scenery: scenery), at: 23).text
    for word in ["Space play", "? help", "q quit"] { #expect(keys.contains(word)) }
    model.notice = "news"
    let frame = view(of: model, scenery: scenery)
    #expect(Row(of: frame, at: 22).text.contains("news"))
    #expect(Row(of: frame, at: 23).text == keys)
  }

  @Test(arguments: Strings.languages)
  func `a window that is too small says what it needs`(language: String) throws {
    let model = try model(size: Size(39, 11), language: language)
    let text = Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined()
    #expect(text.contains("40×12") && text.contains("39×11"))
  }

  @Test func `scenery is kept while nothing but the cars moves`() throws {
    let model = try model()
    let scenery = Scenery()
    let first = view(of: model, scenery: scenery)
    #expect(view(of: model, scenery: scenery) == first)
    #expect(view(of: model.after(.step(by: 9), .toStart), scenery: scenery) == first)
    #expect(view(of: model.after(.pan(x: 1, y: 0), .fit), scenery: scenery) == first)
  }

  @Test func `where a surface has no minimum, losses below zero are drawn as low as they are`()
    throws
  {
    for (name, isLinear) in [("saddle", true), ("eggholder", true), ("easom", false)] {
      let driven = try model(surface: name, cars: ["gd"], size: Size(140, 42)).after(.step(by: 150))
      let rows = Row.all(of: view(of: driven, scenery: Scenery())).map(\.text)
      #expect(rows.contains { $0.contains("linear, no minimum") } == isLinear, "\(name)")
      #expect(rows.contains { $0.contains("log, from 1e-12") } == !isLinear, "\(name)")
    }
    let falling = try model(surface: "saddle", cars: ["gd"], size: Size(140, 42))
      .after(.step(by: 150))
    let rows = Row.all(of: view(of: falling, scenery: Scenery())).map(\.text)
    let chart = try #require(rows.firstIndex { $0.contains("linear, no minimum") })
    #expect(rows[(chart + 1)...(chart + 12)].contains { $0.contains(" -") })
  }
}
