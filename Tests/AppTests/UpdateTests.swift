import App
import Descent
import Drawing
import Files
import Testing

struct UpdateTests {
  // Time.

  @Test func `time moves the race on and keeps the notice`() throws {
    var before = try model()
    before.notice = "news"
    #expect(before.changes(by: .advance(steps: 3)) == ["timeline"])
    #expect(before.after(.advance(steps: 3)).timeline.tick == 3)
  }

  @Test func `play and pause alternate`() throws {
    let paused = try model()
    #expect(paused.changes(by: .togglePlay) == ["isPlaying"])
    #expect(paused.after(.togglePlay).isPlaying)
    #expect(!paused.after(.togglePlay, .togglePlay).isPlaying)
  }

  @Test(arguments: [1, -1, 10, -10, 100, -100])
  func `a step pauses and moves by its length, not before the start`(steps: Int) throws {
    let before = try model().after(.advance(steps: 20), .togglePlay)
    #expect(before.changes(by: .step(by: steps)) == ["timeline", "isPlaying"])
    #expect(before.after(.step(by: steps)).timeline.tick == max(0, 20 + steps))
  }

  @Test func `a step back shows the true earlier state`() throws {
    let ten = try model().after(.step(by: 10))
    #expect(ten.after(.step(by: 100), .step(by: -100)).positions == ten.positions)
  }

  @Test func `Home and End pause at the start and at the furthest step so far`() throws {
    let before = try model().after(.advance(steps: 90), .step(by: -50), .togglePlay)
    for (message, tick) in [(Message.toStart, 0), (.toEnd, 90)] {
      #expect(before.changes(by: message) == ["timeline", "isPlaying"])
      #expect(before.after(message).timeline.tick == tick)
    }
  }

  @Test func `speed climbs a ladder and stays at both ends`() throws {
    var model = try model()
    #expect(model.changes(by: .faster) == ["speed"])
    var rates: [Int] = []
    for _ in 0..<20 { _ = update(&model, .slower) }
    for _ in 0..<20 {
      rates.append(model.speed.stepsPerSecond)
      _ = update(&model, .faster)
    }
    let ladder = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 240, 480, 960, 1920]
    #expect(rates == ladder + Array(repeating: 1920, count: 6))
    #expect(Speed.range == 1...1920)
    #expect(model.after(.slower).speed.stepsPerSecond == 960)
    #expect(model.after(.normalSpeed).speed.stepsPerSecond == 20)
  }

  @Test func `a speed between two rungs goes to the nearest one on either side`() throws {
    var model = try model()
    model.speed = Speed(stepsPerSecond: 100)
    #expect(model.after(.faster).speed.stepsPerSecond == 120)
    #expect(model.after(.slower).speed.stepsPerSecond == 60)
  }

  // The race.

  @Test func `restart drives again from the same start`() throws {
    let start = try model()
    let before = start.after(.step(by: 30))
    #expect(before.changes(by: .restart) == ["timeline", "isPlaying"])
    let after = before.after(.restart)
    #expect(after.timeline.tick == 0 && after.isPlaying)
    #expect(after.positions == start.positions)
  }

  @Test func `a random start is inside the surface's window, new each time, and reproducible`()
    throws
  {
    var (one, other) = (try model(), try model().after(.step(by: 5)))
    #expect(one.changes(by: .randomStart) == ["timeline", "randomStarts"])
    let window = one.surface.about.window
    var starts: Set<Point<Double>> = []
    for _ in 0..<100 {
      _ = update(&one, .randomStart)
      _ = update(&other, .randomStart)
      let start = one.race.start
      #expect(window.x.contains(start.x) && window.y.contains(start.y))
      #expect(start == other.race.start && one.timeline.tick == 0)
      starts.insert(start)
    }
    #expect(starts.count == 100)
    let elsewhere = try model(seed: 8).after(.randomStart).race.start
    #expect(!starts.contains(elsewhere))
  }

  @Test func `another surface brings its own lineup, window and start, and is as paused as before`()
    throws
  {
    var before = try model(cars: []).after(.pan(x: 1, y: 1), .step(by: 5), .beginCrosshair)
    before.hidden = [1]
    #expect(
      before.changes(by: .nextSurface)
        == ["surfaceIndex", "timeline", "window", "layers"])
    #expect(before.after(.togglePlay, .nextSurface).isPlaying)
    let after = before.after(.nextSurface)
    let about = after.surface.about
    #expect(about.name == Catalog.surfaces[before.surfaceIndex + 1].about.name)
    #expect(after.window == PlaneRect(about.window))
    #expect(after.race.start == about.start && after.timeline.tick == 0)
    let lineup = Lineup.standard(on: after.surface)
    #expect(after.race.cars.map(\.rule.settings) == lineup.map(\.rule.settings))
    #expect(after.race.seed == before.seed)
  }

  @Test func `surfaces go round in both directions`() throws {
    let first = try model(surface: Catalog.surfaces[0].about.name)
    let last = first.after(.previousSurface)
    #expect(last.surface.about.name == Catalog.surfaces.last?.about.name)
    #expect(last.after(.nextSurface).surface.about.name == first.surface.about.name)
  }

  @Test func `cars that the user asked for keep their settings on every surface`() throws {
    var model = try model(cars: ["adam:lr=0.05,beta2=0.99", "adam:beta1=0.5", "sgd:noise=0.3"])
    let settings = { (model: Model) in
      model.race.cars.map { car in car.rule.settings.map { "\($0.name)=\($0.valueText)" } }
    }
    for surface in Catalog.surfaces {
      _ = update(&model, .nextSurface)
      #expect(model.race.cars.map(\.name) == ["adam", "adam-2", "sgd"])
      #expect(settings(model)[0].starts(with: ["lr=0.05", "beta1=0.9", "beta2=0.99"]))
      #expect(settings(model)[1].contains("beta1=0.5"))
      #expect(model.race.cars[2].sampling.noise == 0.3, "on \(surface.about.name)")
    }
  }

  // Who is shown.

  @Test func `a hidden car drives on`() throws {
    let shown = try model()
    #expect(shown.changes(by: .toggleCar(1)) == ["hidden"])
    let hidden = shown.after(.toggleCar(1), .step(by: 40))
    #expect(hidden.shown == [0, 2])
    #expect(hidden.standings.sorted() == [0, 2])
    #expect(hidden.positions == shown.after(.step(by: 40)).positions)
    #expect(hidden.after(.toggleCar(1)).shown == [0, 1, 2])
  }

  @Test func `hiding the last shown car shows all`() throws {
    let model = try model().after(.toggleCar(0), .toggleCar(2))
    #expect(model.shown == [1])
    #expect(model.after(.toggleCar(1)).shown == [0, 1, 2])
  }

  @Test func `a digit without a car does nothing`() throws {
    #expect(try model().changes(by: .toggleCar(3)) == [])
  }

  @Test func `0 shows all cars`() throws {
    let model = try model().after(.toggleCar(0), .toggleCar(2))
    #expect(model.changes(by: .showAllCars) == ["hidden"])
    #expect(model.after(.showAllCars).shown == [0, 1, 2])
  }

  @Test func `focus goes round the shown cars in both directions`() throws {
    let model = try model()
    #expect(model.changes(by: .focusNext) == ["focus"])
    #expect(model.after(.focusNext).focus == 1)
    #expect(model.after(.focusPrevious).focus == 2)
    let without = model.after(.toggleCar(1))
    #expect(without.after(.focusNext).focus == 2)
    #expect(without.after(.focusNext, .focusNext).focus == 0)
    #expect(without.after(.focusPrevious, .focusPrevious).focus == 0)
    #expect(without.after(.toggleCar(2)).changes(by: .focusNext) == [])
  }

  @Test func `hiding the car in focus moves the focus on`() throws {
    let after = try model().after(.toggleCar(0))
    #expect(after.hidden == [0] && after.focus == 1)
    #expect(try model().after(.focusPrevious, .toggleCar(2)).focus == 0)
  }

  // What lies over the map.

  @Test func `help and cards open and close by the same key and replace each other`() throws {
    let model = try model()
    #expect(model.changes(by: .toggleHelp) == ["layers"])
    #expect(model.after(.toggleHelp).sheet == Model.Sheet(.help))
    #expect(model.after(.toggleCards).sheet == Model.Sheet(.card))
    #expect(model.after(.toggleHelp, .toggleHelp).sheet == nil)
    #expect(model.after(.toggleCards, .toggleCards).sheet == nil)
    #expect(model.after(.toggleCards, .toggleHelp).sheet == Model.Sheet(.help))
    #expect(model.after(.toggleHelp, .toggleCards).sheet == Model.Sheet(.card))
  }

  @Test(arguments: [Message.toggleHelp, .toggleCards])
  func `a sheet scrolls, not above its first line, and closes`(open: Message) throws {
    let sheet = try model(size: Size(60, 12)).after(open)
    #expect(sheet.changes(by: .scroll(2)) == ["layers"])
    #expect(sheet.after(.scroll(2), .scroll(-1)).sheet == scrolled(open, 1))
    #expect(sheet.after(.scroll(2), .scroll(-10)).sheet == scrolled(open, 0))
    #expect(sheet.after(.close).sheet == nil)
  }

  private func scrolled(_ open: Message, _ rows: Int) -> Model.Sheet {
    open == .toggleHelp ? Model.Sheet(.help, scroll: rows) : Model.Sheet(.card, scroll: rows)
  }

  @Test func `without a sheet there is nothing to scroll or to close`() throws {
    #expect(try model().changes(by: .scroll(1)) == [])
    #expect(try model().changes(by: .close) == [])
  }

  @Test func `Esc closes the sheet before the crosshair under it`() throws {
    let model = try model().after(.beginCrosshair, .toggleHelp)
    #expect(model.changes(by: .close) == ["layers"])
    #expect(model.after(.close, .close).crosshair == nil)
  }

  // The terminal.

  @Test func `a resize changes the size and asks for a repaint`() throws {
    var model = try model()
    model.notice = "news"
    let message = Message.resize(Size(100, 30), cellAspect: 2.2)
    #expect(model.changes(by: message) == ["size", "cellAspect"])
    #expect(update(&model, message) == [.repaint])
    #expect(model.size == Size(100, 30) && model.cellAspect == 2.2)
  }

  @Test(arguments: [(Message.redraw, Effect.repaint), (.suspend, .suspend), (.quit, .quit)])
  func `what only the terminal can do is an effect`(message: Message, effect: Effect) throws {
    var model = try model()
    #expect(model.changes(by: message) == [])
    #expect(update(&model, message) == [effect])
  }

  @Test func `the mouse is given back and taken with a notice`() throws {
    var model = try model()
    #expect(model.changes(by: .toggleMouse) == ["usesMouse", "notice"])
    #expect(update(&model, .toggleMouse) == [.useMouse(false)])
    #expect(model.notice == "mouse: left to the terminal, to select text")
    #expect(update(&model, .toggleMouse) == [.useMouse(true)])
    #expect(model.notice == "mouse: a click puts the start there, a drag moves the map")
  }

  @Test func `any key's message removes the notice`() throws {
    var model = try model()
    model.notice = "news"
    let news: [Message] = [
      .nextTheme, .nextYardstick, .toggleMouse, .fork, .toggleStandardised, .toggleBatchContours,
      .toggleShading,
      .lab(.race(.same)), .lab(.race(.best)),
    ]
    for binding in Keymap.standard.race where !news.contains(binding.message) {
      #expect(model.after(binding.message).notice == nil, "\(binding.message)")
    }
  }

  @Test func `messages without an effect have none`() throws {
    var model = try model()
    for message in [Message.togglePlay, .step(by: 1), .zoomIn, .nextView, .close, .randomStart] {
      #expect(update(&model, message) == [])
    }
  }
}
