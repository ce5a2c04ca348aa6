import App
import Descent
import Drawing
package import Files
package import Texts

/// A race run without a screen, as text.
package struct RunReport: Sendable {
  package enum Format: String, CaseIterable, Sendable { case table, csv, json, npy }

  private let strings: Strings
  let setup: RaceSetup
  let steps: Int

  package init(_ setup: RaceSetup, steps: Int, strings: Strings) {
    self.setup = setup
    self.steps = steps
    self.strings = strings
  }

  /// What a reader must know to read the numbers right, a line each.
  package var notes: [String] {
    let text: Text = setup.surface.sampleCount > 0 ? .sgdWholeBatch : .sgdIsGD
    return setup.cars.flatMap { car in
      let notes =
        car.isStochasticInName(on: setup.surface)
        ? [strings[text]] : strings.remarks(onPathOf: car, in: setup.race)
      return notes.map { strings(.reportNote, ["car": car.name, "note": $0]) }
    }
  }

  /// Every car at every `every`-th step from 0, one line each, and the step a car crashed at.
  ///
  /// Numbers are the shortest that read back as the same double.
  ///
  /// - Parameters:
  ///   - costs: adds the rate of the step that led there, and what has been asked till then.
  ///   - goesOn: is asked now and then, with the step that has been reached; `false` ends it there.
  package func writeSteps(
    as format: Format, every: Int, costs: Bool = false, to write: (String) -> Void,
    while goesOn: (Int) -> Bool = { _ in true }
  ) {
    var timeline = setup.timeline
    if format == .csv {
      write("car,step,x,y,loss" + (costs ? ",rate,gradients,values,hessians,samples" : "") + "\n")
    }
    func row(_ index: Int) {
      let race = timeline.race
      let (car, driver) = (race.cars[index], race.drivers[index])
      // Before the first step there is none behind it.
      let rate = car.rule(at: max(0, race.tick - 1)).rate
      write(Self.row(car.name, step: race.tick, driver, rate: costs ? rate : nil, format))
    }
    for index in timeline.race.cars.indices { row(index) }
    while timeline.tick < steps, !timeline.race.isOver {
      guard timeline.tick % timeline.leg != 0 || goesOn(timeline.tick) else { return }
      timeline.seek(to: timeline.tick + 1)
      for (index, driver) in timeline.race.drivers.enumerated() {
        let isOnGrid = timeline.tick % every == 0 && driver.crash == nil
        if isOnGrid || driver.crash?.step == timeline.tick { row(index) }
      }
    }
  }

  /// - Parameter rate: of the step that led there; `nil` without costs.
  private static func row(
    _ car: String, step: Int, _ driver: Race.Driver, rate: Double?, _ format: Format
  ) -> String {
    let cost = driver.evaluations
    let place = [("x", driver.position.x), ("y", driver.position.y), ("loss", driver.loss)]
    let numbers = place + (rate.map { [("rate", $0)] } ?? [])
    let counts =
      rate == nil
      ? []
      : [
        ("gradients", cost.gradients), ("values", cost.values), ("hessians", cost.hessians),
        ("samples", cost.samples),
      ]
    if format == .csv {
      let cells = numbers.map { plain($0.1) } + counts.map { "\($0.1)" }
      return "\(car),\(step),\(cells.joined(separator: ","))\n"
    }
    let members =
      numbers.map { "\"\($0)\":" + ($1.isFinite ? plain($1) : "\"\(plain($1))\"") }
      + counts.map { "\"\($0)\":\($1)" }
    return "{\"car\":\"\(car)\",\"step\":\(step),\(members.joined(separator: ","))}\n"
  }

  /// Shortest round trip; NaN has no sign.
  private static func plain(_ number: Double) -> String { number.isNaN ? "nan" : "\(number)" }

  /// The standings after the last step, below what the race is.
  ///
  /// - Parameter goesOn: is asked now and then, with the step that has been reached; `false` ends
  ///   the race there.
  package func table(while goesOn: (Int) -> Bool = { _ in true }) -> String {
    let race = finished(while: goesOn)
    let wasStopped = race.tick < steps && !race.isOver
    let about = race.surface.about
    let reached = wasStopped ? race.tick : steps
    var lines = [
      "\(strings[.reportSurface])  \(strings.title(of: about))  \(about.formula.spelt)",
      "\(strings[.reportStart])  (\(NumberText.said(race.start.x)), "
        + "\(NumberText.said(race.start.y)))   \(strings[.reportSteps])  \(reached)   "
        + "\(strings[.reportSeed])  \(race.seed)",
    ]
    lines.append(strings.lowest(of: about))
    if let conditions = setup.surface.conditionNumbers {
      func said(_ number: Double?) -> String { number.map { NumberText.brief($0) } ?? "–" }
      lines.append(
        strings(
          .reportConditions,
          ["plain": said(conditions.plain), "standardised": said(conditions.standardised)]))
    }
    lines.append("")
    lines += standings(of: race).lines().map(\.withoutTrailingSpaces)
    for driver in race.drivers.indices {
      guard let crash = race.drivers[driver].crash else { continue }
      lines.append("\(race.cars[driver].name): \(strings.describe(crash))")
    }
    lines += notes
    if wasStopped {
      lines.append(strings(.reportStopped, ["step": "\(race.tick)", "steps": "\(steps)"]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func finished(while goesOn: (Int) -> Bool) -> Race {
    var timeline = setup.timeline
    while timeline.tick < steps, !timeline.race.isOver, goesOn(timeline.tick) {
      timeline.seek(to: min(steps, timeline.tick + timeline.leg))
    }
    return timeline.race
  }

  private func standings(of race: Race) -> Table {
    // Most races ask for nothing but gradients.
    let asksMore = race.drivers.contains { $0.evaluations.total != $0.evaluations.gradients }
    let costs: [Text] =
      [.reportGradients] + (asksMore ? [.reportValues, .reportHessians] : [])
      + (race.surface.sampleCount > 0 ? [.reportSamples] : [])
    func cells(of cost: Evaluations) -> [String] {
      ([cost.gradients] + (asksMore ? [cost.values, cost.hessians] : [])
        + (race.surface.sampleCount > 0 ? [cost.samples] : [])).map { "\($0)" }
    }
    var table = Table(
      [
        .init("", .right), .init(strings[.reportCar]), .init(strings[.reportLoss]),
        .init("x", .right), .init("y", .right), .init(strings[.reportSlope]),
      ] + costs.map { .init(strings[$0], .right) } + [.init(strings[.reportSettings])])
    for (place, index) in race.standings(of: Array(race.cars.indices)).enumerated() {
      let (car, driver) = (race.cars[index], race.drivers[index])
      let result =
        driver.crash.map { crash in
          [strings(crash.fate.text, ["step": "\(crash.step)"]), "", "", ""]
        } ?? [
          NumberText.aligned(driver.loss, whole: 4, fraction: 7),
          NumberText.fixed(driver.position.x, decimals: 6),
          NumberText.fixed(driver.position.y, decimals: 6),
          NumberText.aligned(
            race.surface.gradient(at: driver.position).length, whole: 4, fraction: 7),
        ]
      table.rows.append(
        ["\(place + 1)", car.name] + result
          + cells(of: driver.evaluations) + [strings.settings(of: car, on: race.surface)])
    }
    return table
  }

  /// A map in plain characters: denser is higher, each car's way in its number.
  package func map(width: Int = 72, height: Int = 24) -> String {
    var timeline = setup.timeline
    timeline.seek(to: steps)
    let viewport = Viewport(
      window: PlaneRect(setup.surface.about.window), in: Size(width, height))
    var grid = ground(viewport)
    let hasHoles = grid.joined().contains("?")
    func mark(_ character: Character, _ x: Double, _ y: Double) {
      if let cell = viewport.cell(x: x, y: y) { grid[cell.y][cell.x] = character }
    }
    for (index, path) in timeline.trajectories.enumerated() {
      for step in 0..<path.count(through: steps) {
        mark(Character("\(index + 1)"), path.x[step], path.y[step])
      }
    }
    for point in setup.surface.about.criticalPoints where point.kind == .globalMinimum {
      mark("*", point.position.x, point.position.y)
    }
    mark("o", setup.start.x, setup.start.y)
    let cars = setup.cars.enumerated().map { "\($0 + 1) \($1.name)" }.joined(separator: ", ")
    let legend =
      strings(.reportMapLegend, ["cars": cars]) + (hasHoles ? strings[.reportMapUndefined] : "")
    return grid.map { String($0) + "\n" }.joined() + legend + "\n"
  }

  private func ground(_ viewport: Viewport) -> [[Character]] {
    let ramp = Array(" .:-=+%#@")
    let about = setup.surface.about
    let heights = (0..<viewport.size.height).map { y in
      (0..<viewport.size.width).map { x in
        let point = viewport.point(cellX: x, cellY: y)
        return setup.surface.value(at: Point(point.x, point.y))
      }
    }
    let finite = heights.joined().filter(\.isFinite)
    let scale = HeightScale(
      about.contours == .logarithmic ? .logarithmic : .linear, low: finite.min() ?? 0,
      high: finite.max() ?? 0)
    return heights.map { row in
      row.map { scale.band(of: $0, among: ramp.count).map { ramp[$0] } ?? "?" }
    }
  }
}

extension Strings {
  /// "2 lowest minima, loss 0: (1, 0), (-1, 0)", or why none is named.
  fileprivate func lowest(of about: SurfaceAbout) -> String {
    let minima = about.lowestMinima
    guard let first = minima.first else {
      return switch about.lowest {
      case .nowhere: self[.reportFallsForEver]
      case .onTheEdge: self[.verifyLowestOnTheEdge]
      case .labelled, .unknown: self[.reportNoneFound]
      }
    }
    guard minima.count > 1 else {
      return self(
        .reportEndsAt,
        [
          "x": NumberText.fixed(first.position.x, decimals: 3),
          "y": NumberText.fixed(first.position.y, decimals: 3),
          "loss": NumberText.brief(first.value),
        ])
    }
    return self(
      .reportLowestMinima,
      [
        "count": "\(minima.count)", "loss": NumberText.brief(first.value),
        "places": about.lowestText(atMost: 8),
      ])
  }
}

extension SurfaceAbout {
  /// The lowest minima: those of one height, as far as rounding tells.
  var lowestMinima: [CriticalPoint] { criticalPoints.filter { $0.kind == .globalMinimum } }

  /// `(3, 2), (-2.805, 3.131)`: where they lie.
  func lowestText(atMost count: Int) -> String {
    func number(_ x: Double) -> String {
      NumberText.compact(Double(NumberText.fixed(x, decimals: 3)).map { $0 + 0 } ?? x)
    }
    let places = lowestMinima.prefix(count)
      .map { "(\(number($0.position.x)), \(number($0.position.y)))" }
    return places.joined(separator: ", ") + (lowestMinima.count > count ? ", …" : "")
  }
}

extension Crash.Fate {
  /// In the place of a loss.
  fileprivate var text: Text {
    switch self {
    case .undefined: .reportUndefinedAt
    case .overflowed: .reportOverflowedAt
    case .left: .reportLeftAt
    }
  }
}
