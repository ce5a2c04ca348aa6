import App
import Descent
import Drawing
import Files
import FoundationEssentials
import Terminal
import Testing
import Texts

/// What the views of many drives show, and what the keys there do.
@Suite struct LabTests {
  private func lab(
    _ view: MapView, cars: [String] = ["gd:lr=0.01", "momentum:lr=0.01", "adam:lr=0.1"],
    size: Size = Size(80, 24), language: String = "en"
  ) throws -> Model {
    try model(surface: "himmelblau", cars: cars, size: size, language: language).after(.show(view))
  }

  @Test func `b opens the basins and leads back to where one was`() throws {
    let overlay = try lab(.overlay)
    let basins = overlay.after(.lab(.toggleBasins))
    #expect(basins.view == .basins)
    #expect(basins.after(.lab(.toggleBasins)).view == .overlay)
  }

  @Test func `the basins are those of the car in focus and the next one`() throws {
    let model = try lab(.basins).measured()
    let layout = try #require(Layout(model))
    #expect(layout.maps.map(\.cars) == [[0], [1]])
    #expect(Layout(model.after(.focusNext))?.maps.map(\.cars) == [[1], [2]])
    #expect(Layout(model.after(.focusPrevious))?.maps.map(\.cars) == [[2], [0]])
    #expect(Layout(model.after(.toggleCar(1)))?.maps.map(\.cars) == [[0], [2]])
    #expect(Layout(model.after(.toggleCar(1), .toggleCar(2)))?.maps.map(\.cars) == [[0]])
  }

  @Test func `every half cell shows where a car from its middle ends`() throws {
    let model = try lab(.basins).measured()
    let map = try #require(Layout(model)?.maps[0])
    let frame = view(of: model, scenery: Scenery())
    let minima = model.surface.about.criticalPoints.filter { $0.kind != .saddle }
    var endOf: [Color: Point<Double>] = [:]
    var compared = 0
    for y in stride(from: 1, to: map.rect.height, by: 2) {
      for x in stride(from: 1, to: map.rect.width, by: 3) {
        // The paper is the upper half, whatever stands on it.
        let paper = try #require(frame[map.rect.x + x, map.rect.y + y].paper)
        let viewport = map.viewport(of: model)
        let place = viewport.point(dotX: Double(2 * x) + 1, dotY: Double(4 * y) + 1)
        var timeline = Timeline(
          Race(
            surface: model.surface, cars: [model.race.cars[0]], start: Point(place.x, place.y),
            seed: 7))
        timeline.seek(to: Trial.standardSteps)
        let end = timeline.race.drivers[0].position
        let minimum = try #require(
          minima.min {
            $0.position.offset(from: end).length < $1.position.offset(from: end).length
          })
        // One colour is never of two minima.
        if let known = endOf[paper] { #expect(known == minimum.position) }
        endOf[paper] = minimum.position
        compared += 1
      }
    }
    #expect(compared > 40 && Set(endOf.values).count == 4, "\(compared)")
  }

  @Test func `what has been found belongs to this very race`() throws {
    let model = try lab(.basins).measured()
    #expect(model.labJobs.isEmpty)
    let changes: [Message] = [
      .lab(.moveRate(1)), .pan(x: 1, y: 0), .zoomIn, .nextSurface, .turnSurface(by: 15),
      .resize(Size(100, 30), cellAspect: 2),
    ]
    for change in changes { #expect(!model.after(change).labJobs.isEmpty, "\(change)") }
    // Another start moves no basin; the strips are of the start.
    let moved = model.after(.randomStart).labJobs.map(\.task.question)
    #expect(moved.count == 3)
    for question in moved {
      if case .strip = question { continue }
      Issue.record("\(question)")
    }
    // What only the eye is for asks for nothing.
    for message in [Message.nextTheme, .toggleHelp, .step(by: 5), .togglePlay] {
      #expect(model.after(message).labJobs.isEmpty, "\(message)")
    }
    // And back again nothing is driven twice.
    #expect(model.after(.lab(.moveRate(1)), .lab(.moveRate(-1))).labJobs.count <= 1)
  }

  @Test func `arrows move the rate of the car in focus along the strip`() throws {
    let model = try lab(.basins).after(.step(by: 5))
    let rates = RateStrip.rates
    let now = RateStrip.index(of: 0.01)
    let faster = model.after(.lab(.moveRate(3)))
    #expect(faster.race.cars[0].rule.rate == rates[now + 3])
    #expect(faster.race.cars[1].rule.rate == 0.01)
    #expect(faster.timeline.tick == 5 && faster.race.start == model.race.start)
    #expect(model.after(.lab(.moveRate(-1000))).race.cars[0].rule.rate == rates[0])
    #expect(model.after(.lab(.moveRate(1000))).race.cars[0].rule.rate == rates[rates.count - 1])
    let key = Keymap.message(for: .key(.right), in: model)
    #expect(key == .lab(.moveRate(1)))
  }

  @Test func `fair is the same rate for all, or each at its best, and the standings flip`() throws {
    let model = try lab(
      .sideBySide, cars: ["gd:lr=1e-5", "adam:lr=0.3", "momentum:lr=1e-4"]
    ).after(.step(by: 150))
    let same = model.after(.lab(.race(.same)))
    #expect(same.race.cars.map(\.rule.rate) == [1e-5, 1e-5, 1e-5])
    #expect(same.fairness == .same && same.timeline.tick == 150)

    let asking = model.after(.lab(.race(.best)))
    #expect(asking.labJobs.count == 3 && asking.race.cars.map(\.rule.rate) == [1e-5, 0.3, 1e-4])
    let best = asking.measured()
    #expect(best.fairness == .best && !best.lab.awaitsBestRates)
    #expect(best.timeline.tick == 150)
    #expect(best.standings != model.standings)
    for (index, car) in best.race.cars.enumerated() {
      #expect(RateStrip.rates.contains(car.rule.rate), "\(car.name)")
      let trials = RateStrip.trials(
        of: car, at: RateStrip.rates, on: best.surface, from: best.race.start,
        steps: Trial.standardSteps, seed: 7)
      #expect(RateStrip(trials).best == best.race.cars[index].rule.rate)
    }
    let screen = view(
      of: best.after(.resize(Size(140, 42), cellAspect: 2)), scenery: Scenery()
    ).text
    #expect(screen.contains(best.strings[.fairBest]))
    // A rate changed by hand is the user's own again.
    #expect(best.after(.lab(.moveRate(1))).fairness == nil)
    #expect(best.after(.nextSurface).fairness == nil && best.after(.fork).fairness == nil)
    #expect(best.after(.randomStart, .focusNext).fairness == .best)
  }

  @Test func `a car that arrives at no rate keeps its own, and that is told`() throws {
    let model = try model(surface: "saddle", cars: ["gd:lr=0.1"]).after(.lab(.race(.best)))
      .measured()
    #expect(model.race.cars[0].rule.rate == 0.1)
    #expect(model.notice?.contains("GD") == true)
  }

  @Test func `the map of settings has the rate and every other number of the rule`() throws {
    let momentum = try lab(.map, cars: ["momentum"]).measured()
    #expect(momentum.labJobs.isEmpty)
    let up = momentum.after(.lab(.moveSetting(-3)))
    #expect((up.race.cars[0].rule.number("momentum") ?? 1) < 0.9)
    #expect(up.race.cars[0].rule.rate == momentum.race.cars[0].rule.rate)

    var adam = try lab(.map, cars: ["adam"])
    var seen: [String] = []
    for _ in 0..<4 {
      guard case .map(let axes, _)? = adam.labJobs.first?.task.question else { break }
      seen.append(axes.setting)
      #expect(axes.values == axes.values.sorted() && axes.rates.first == 1e-5)
      adam = adam.after(.lab(.nextSetting))
    }
    #expect(seen == ["beta1", "beta2", "eps", "beta1"])

    let gd = try lab(.map, cars: ["gd"])
    #expect(gd.labJobs.isEmpty)
    #expect(view(of: gd, scenery: Scenery()).text.contains(gd.strings[.mapNoSetting].prefix(30)))
  }

  @Test(arguments: Catalog.optimizers.map(\.about.name))
  func `every number of every rule has its place on the map of settings`(name: String) throws {
    var model = try lab(.map, cars: [name], size: Size(60, 20))
    let numbers = model.race.cars[0].rule.settings.filter { setting in
      if case .number = setting.value { setting.name != "lr" } else { false }
    }
    for setting in numbers {
      guard case .map(let axes, _)? = model.labJobs.first?.task.question else {
        Issue.record("\(setting.name) is not asked for")
        return
      }
      #expect(axes.setting == setting.name)
      for rows in [-1000, 1000] {
        let moved = model.after(.lab(.moveSetting(rows)))
        let edge = rows < 0 ? axes.values.first : axes.values.last
        #expect(moved.race.cars[0].rule.number(setting.name) == edge)
      }
      model = model.after(.lab(.nextSetting))
    }
    #expect(numbers.isEmpty == model.labJobs.isEmpty)
  }

  @Test func `a cell of the map of settings is a race with this pair`() throws {
    let model = try lab(.map, cars: ["adam:lr=0.05"]).measured()
    let map = try #require(Layout(model)?.maps.first)
    guard
      case .map(let axes, let start)? = try lab(.map, cars: ["adam:lr=0.05"]).labJobs.first?.task
        .question
    else {
      Issue.record("nothing is asked")
      return
    }
    var found = SettingsMap(axes)
    try lab(.map, cars: ["adam:lr=0.05"]).labJobs[0].run(
      tell: { if case .map(let map) = $0 { found = map } }, while: { true })
    #expect(found.isComplete && !map.rect.isEmpty)
    for (column, row) in [(0, 0), (found.columns / 2, found.rows / 2), (found.columns - 1, 1)] {
      var car = model.race.cars[0]
      axes.set([axes.rates[column], axes.values[found.rows - 1 - row]], of: &car)
      let trial = Trial(of: car, on: model.surface, steps: Trial.standardSteps, seed: 7)
      let outcome = trial.outcomes(from: [start])[0]
      let cell = try #require(found.nearest(column: column, row: row))
      #expect("\(cell.loss)" == "\(outcome.loss)")
      #expect(cell.verdict == trial.verdict(on: outcome))
    }
  }

  @Test func `work that is no longer wanted stops in the middle`() throws {
    let jobs = try lab(.basins, size: Size(140, 42)).labJobs
    var told = 0
    jobs[0].run(tell: { _ in told += 1 }, while: { told < 2 })
    #expect(told == 2)

    let laboratory = Laboratory()
    laboratory.follow(jobs)
    laboratory.waitForFinding(milliseconds: 5000)
    #expect(!laboratory.findings().isEmpty)
    laboratory.follow([])
    let deadline = ContinuousClock.now + .seconds(10)
    while laboratory.isWorking, ContinuousClock.now < deadline {}
    #expect(!laboratory.isWorking && laboratory.findings().isEmpty)
  }

  @Test func `the laboratory finds what its jobs find`() throws {
    let asked = try lab(.basins)
    let laboratory = Laboratory()
    var model = asked
    let deadline = ContinuousClock.now + .seconds(60)
    while !model.labJobs.isEmpty, ContinuousClock.now < deadline {
      laboratory.follow(model.labJobs)
      laboratory.waitForFinding(milliseconds: 100)
      for (task, finding) in laboratory.findings() {
        _ = update(&model, .lab(.found(task, finding)))
      }
    }
    let known = view(of: asked.measured(), scenery: Scenery())
    #expect(view(of: model, scenery: Scenery()) == known)
  }

  @Test(arguments: [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)])
  func `every window has a picture, and the strip of the car in focus`(size: Size) throws {
    for view in [MapView.basins, .map, .terrain] {
      let model = try lab(view, size: size).after(.focus(car: 1)).measured()
      let layout = try #require(Layout(model))
      #expect(!layout.maps.isEmpty && layout.maps.allSatisfy { !$0.rect.isEmpty })
      if view == .basins { #expect((layout.strip?.height ?? 0) >= 1) }
      let frame = App.view(of: model, scenery: Scenery())
      #expect(frame.text.contains("Momentum") || size.width == 40)
    }
  }
}

extension Model {
  /// With all that it wants to know, found at once.
  func measured() -> Model {
    var model = self
    for _ in 0..<50 {
      let jobs = model.labJobs
      guard let job = jobs.first else { return model }
      job.run(
        tell: { _ = update(&model, .lab(.found(job.task, $0))) }, while: { true })
    }
    return model
  }
}

extension Frame {
  /// Every glyph, row by row.
  fileprivate var text: String {
    (0..<size.height).map { y in
      (0..<size.width).map { self[$0, y].glyph }
        .filter { $0 != Cell.continuation }.map(String.init).joined()
    }.joined(separator: "\n")
  }
}
