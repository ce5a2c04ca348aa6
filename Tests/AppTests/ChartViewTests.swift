import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// The chart as a view of its own, and the loss chart beside the maps.
struct ChartViewTests {
  private func chart(
    _ cars: [String] = ["gd:lr=0.01", "momentum:lr=0.005", "adam:lr=0.1"],
    surface: String = "himmelblau", size: Size = Size(140, 42), language: String = "en"
  ) throws -> Model {
    try model(surface: surface, cars: cars, size: size, language: language).after(.show(.chart))
  }

  private func text(_ model: Model, _ scenery: Scenery = Scenery()) -> [String] {
    let frame = view(of: model, scenery: scenery)
    return (0..<frame.size.height).map { y in
      String(
        String.UnicodeScalarView(
          (0..<frame.size.width).map { frame[$0, y].glyph }
            .filter { $0 != Cell.continuation }))
    }
  }

  private func has(_ text: String, _ model: Model) -> Bool {
    self.text(model).contains { $0.contains(text) }
  }

  /// Each quantity of a car at a step, computed from a race that nobody has drawn.
  private func truth(_ model: Model, car: Int, step: Int) -> [ChartQuantity: Double] {
    var timeline = Timeline(
      Race(surface: model.surface, cars: model.race.cars, start: model.race.start, seed: 7))
    timeline.seek(to: step)
    let (driver, surface) = (timeline.race.drivers[car], model.surface)
    let goals = surface.about.criticalPoints.filter { $0.kind == .globalMinimum }
    let before = surface.gradient(at: driver.positionBefore).length
    return [
      .loss: driver.loss - (goals.map(\.value).min() ?? 0),
      .distance: goals.map { driver.position.offset(from: $0.position).length }.min() ?? .nan,
      .slope: surface.gradient(at: driver.position).length,
      .rate: driver.lastMove.length / before,
    ]
  }

  private func read(_ model: Model, car: Int) -> String? {
    let name = model.race.cars[car].title
    // Below the header and the title, which name rules too.
    let row = text(model).dropFirst(3).first { $0.contains("\(name) ") }
    return row?.split(separator: " ").last.map(String.init)
  }

  /// Whether a number as it is shown is that one, but for rounding of the last digit shown.
  private func shows(_ text: String?, _ truth: Double) -> Bool {
    guard let shown = text.flatMap(Double.init) else { return false }
    return abs(shown - truth) <= 0.006 * abs(truth) + 1e-14
  }

  @Test(arguments: ChartQuantity.allCases)
  func `every quantity is that of the car at the cursor's step`(quantity: ChartQuantity) throws {
    var model = try chart().after(.step(by: 60))
    model.chart.quantity = quantity
    for step in [1, 17, 60] {
      let there = model.after(.chart(.place(Double(step))))
      for car in 0...2 {
        let truth = try #require(truth(model, car: car, step: step)[quantity])
        #expect(shows(read(there, car: car), truth), "car \(car), step \(step): \(truth)")
      }
    }
  }

  @Test(arguments: ChartQuantity.allCases)
  func `also after 20,000 steps, when only some of them are kept`(quantity: ChartQuantity) throws {
    var model = try chart(["gd:lr=0.0001", "adam:lr=0.00001"], surface: "rosenbrock")
      .after(.step(by: 20_000))
    model.chart.quantity = quantity
    let step = 13_332
    model = model.after(.chart(.place(Double(step))))
    #expect(has("every 4", model))
    for car in 0...1 {
      let truth = try #require(truth(model, car: car, step: step)[quantity])
      #expect(shows(read(model, car: car), truth), "car \(car): \(truth)")
    }
  }

  @Test func `the effective rate of GD is its rate`() throws {
    var model = try chart(["gd:lr=0.0123", "adam:lr=0.1"]).after(.step(by: 30))
    model.chart.quantity = .rate
    for step in [1, 2, 29] {
      #expect(shows(read(model.after(.chart(.place(Double(step)))), car: 0), 0.0123))
    }
    // No step led to the start.
    #expect(read(model.after(.chart(.place(0))), car: 0) == "–")
  }

  @Test func `a car that crashes does not flatten the others`() throws {
    let cars = ["momentum:lr=0.005", "adam:lr=0.1"]
    func scale(_ cars: [String]) throws -> [String] {
      text(try chart(cars).after(.step(by: 60))).map { String($0.prefix(7)) }
    }
    let with = try chart(cars + ["gd:lr=0.1"]).after(.step(by: 60))
    #expect(with.race.drivers[2].crash != nil)
    #expect(try scale(cars + ["gd:lr=0.1"]).dropFirst() == scale(cars).dropFirst())
    #expect(has("✗", with) && read(with, car: 2) != nil)
    // At a step before its crash it has a number still.
    #expect(
      shows(read(with.after(.chart(.place(1))), car: 2), truth(with, car: 2, step: 1)[.loss]!))
  }

  @Test func `what is kept between frames is never another race's`() throws {
    let scenery = Scenery()
    var model = try chart().after(.step(by: 50))
    let messages: [Message] = [
      .chart(.nextQuantity), .step(by: 30), .step(by: -60), .edit(.toggle),
      .edit(.adjust(up: true, isWide: true)), .close, .chart(.nextQuantity), .step(by: 5),
      .chart(.nextQuantity), .step(by: 9000), .nextYardstick, .chart(.toggleScale), .randomStart,
      .step(by: 40), .nextSurface, .step(by: 40), .toggleCar(0), .chart(.nextQuantity),
    ]
    for message in messages {
      model = model.after(message)
      #expect(text(model, scenery) == text(model), "\(message)")
    }
  }

  @Test func `the cursor goes by keys and clicks, not beyond the race, and Esc takes it away`()
    throws
  {
    let model = try chart().after(.step(by: 60))
    let places = try #require(Layout(model)?.chart)
    #expect(model.chart.cursor == nil)
    let left = model.after(.chart(.move(columns: -1)))
    #expect(try #require(left.chart.cursor) < 60)
    #expect(left.after(.chart(.move(columns: 500))).chart.cursor == 60)
    #expect(left.after(.chart(.move(columns: -500))).chart.cursor == 0)
    let clicked = model.after(
      .press(x: places.plot.x + places.plot.width / 2, y: places.plot.y + 3))
    #expect(abs(try #require(clicked.chart.cursor) - 30) <= 1)
    #expect(clicked.race.start == model.race.start && clicked.timeline.tick == 60)
    #expect(clicked.after(.close).chart.cursor == nil && clicked.after(.close).view == .chart)
    #expect(clicked.after(.nextYardstick).chart.cursor == nil)
  }

  @Test func `against questions each car is read off where it had asked no more`() throws {
    let model = try chart(["gd:lr=0.01", "nelder-mead"]).after(.step(by: 60), .nextYardstick)
    let there = model.after(.chart(.place(20)))
    #expect(has("AT 20 questions", there))
    #expect(shows(read(there, car: 0), truth(model, car: 0, step: 20)[.loss]!))
    let path = model.timeline.trajectories[1]
    let index = try #require(path.asked.lastIndex { $0 <= 20 })
    #expect(shows(read(there, car: 1), truth(model, car: 1, step: index)[.loss]!))
  }

  @Test(arguments: Strings.languages)
  func `what cannot be drawn is said in words`(language: String) throws {
    var model = try chart(surface: "saddle", language: language).after(.step(by: 5))
    model.chart.quantity = .distance
    #expect(has(model.strings[.chartNoGoal], model))
    let fresh = try chart(language: language)
    #expect(has(fresh.strings(.chartNoStep, ["play": "Space"]), fresh))
  }

  @Test(arguments: Strings.languages, [false, true])
  func `every window has a chart, with each car's name or number`(
    language: String, isPresentation: Bool
  ) throws {
    var model = try chart(["gd:lr=5", "gd:lr=0.01", "adam", "rmsprop"], language: language)
      .after(.step(by: 200))
    model.isPresentation = isPresentation
    for quantity in ChartQuantity.allCases {
      model.chart.quantity = quantity
      for isLinear in [false, true] {
        model.chart.isLinear = isLinear
        for (width, height) in [(140, 42), (80, 24), (60, 20), (40, 12), (45, 50), (200, 14)] {
          model.size = Size(width, height)
          let rows = text(model)
          #expect(rows.count == height)
          #expect(rows.contains { $0.contains(model.strings[.chartSteps]) })
          #expect(rows.joined().contains("Adam"), "\(width)×\(height)")
        }
      }
    }
  }

  @Test func `each curve ends in its car's glyph, in the loss chart too`() throws {
    let model = try chart().after(.show(.sideBySide), .step(by: 60))
    let rows = text(model).map { String($0.suffix(40)) }
    let top = try #require(rows.firstIndex { $0.contains("LOSS") })
    let chart = rows[(top + 1)...].prefix { !$0.contains("steps") }.joined()
    for car in 0...2 {
      #expect(chart.unicodeScalars.contains(model.livery[car].glyph), "car \(car)")
    }
  }
}
