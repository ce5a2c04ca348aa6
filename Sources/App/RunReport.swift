import Descent
import Drawing

/// A race run without a screen, as text.
package struct RunReport: Sendable {
  package enum Format: String, CaseIterable, Sendable { case table, csv, json }

  private let strings: Strings
  private let setup: RaceSetup
  private let steps: Int

  package init(_ setup: RaceSetup, steps: Int, strings: Strings) {
    self.setup = setup
    self.steps = steps
    self.strings = strings
  }

  /// What a reader must know to read the numbers right, a line each.
  package var notes: [String] {
    setup.cars.filter { $0.isStochasticInName(on: setup.surface) }.map { car in
      let text: Text = setup.surface.sampleCount > 0 ? .sgdWholeBatch : .sgdIsGD
      return strings(.reportNote, ["car": car.name, "note": strings[text]])
    }
  }

  /// Every car at every `every`-th step from 0, one line each, and the step a car crashed at.
  ///
  /// Numbers are the shortest that read back as the same double.
  package func writeSteps(as format: Format, every: Int, to write: (String) -> Void) {
    var race = setup.race
    if format == .csv { write("car,step,x,y,loss\n") }
    func row(_ index: Int) {
      let driver = race.drivers[index]
      write(
        Self.row(
          race.cars[index].name, step: race.tick, at: driver.position, loss: driver.loss, format))
    }
    for index in race.cars.indices { row(index) }
    while race.tick < steps, !race.isOver {
      race.step()
      for (index, driver) in race.drivers.enumerated() {
        let isOnGrid = race.tick % every == 0 && driver.crash == nil
        if isOnGrid || driver.crash?.step == race.tick { row(index) }
      }
    }
  }

  private static func row(
    _ car: String, step: Int, at point: Point<Double>, loss: Double, _ format: Format
  ) -> String {
    let numbers = [point.x, point.y, loss]
    if format == .csv {
      return "\(car),\(step),\(numbers.map(plain).joined(separator: ","))\n"
    }
    let values = numbers.map { $0.isFinite ? plain($0) : "\"\(plain($0))\"" }
    return """
      {"car":"\(car)","step":\(step),"x":\(values[0]),"y":\(values[1]),"loss":\(values[2])}\n
      """
  }

  /// Shortest round trip; NaN has no sign.
  private static func plain(_ number: Double) -> String { number.isNaN ? "nan" : "\(number)" }

  /// The standings after the last step, below what the race is.
  package func table() -> String {
    let race = finished()
    let about = race.surface.about
    var lines = [
      "\(strings[.reportSurface])  \(about.title)  \(about.formula)",
      "\(strings[.reportStart])  (\(NumberText.compact(race.start.x)), "
        + "\(NumberText.compact(race.start.y)))   \(strings[.reportSteps])  \(steps)   "
        + "\(strings[.reportSeed])  \(race.seed)",
    ]
    if let lowest = about.criticalPoints.filter({ $0.kind == .globalMinimum })
      .min(by: { $0.value < $1.value })
    {
      lines.append(
        strings(
          .reportEndsAt,
          [
            "x": NumberText.fixed(lowest.position.x, decimals: 3),
            "y": NumberText.fixed(lowest.position.y, decimals: 3),
            "loss": NumberText.compact(lowest.value),
          ]))
    }
    lines.append("")
    lines += standings(of: race).lines().map(\.withoutTrailingSpaces)
    for driver in race.drivers.indices {
      guard let crash = race.drivers[driver].crash else { continue }
      lines.append("\(race.cars[driver].name): \(strings.describe(crash))")
    }
    lines += notes
    return lines.joined(separator: "\n") + "\n"
  }

  private func finished() -> Race {
    var race = setup.race
    while race.tick < steps, !race.isOver { race.step() }
    return race
  }

  private func standings(of race: Race) -> Table {
    var table = Table([
      .init("", .right), .init(strings[.reportCar]), .init(strings[.reportLoss], .right),
      .init("x", .right), .init("y", .right), .init(strings[.reportSlope], .right),
      .init(strings[.reportGradients], .right), .init(strings[.reportSettings]),
    ])
    for (place, index) in race.standings(of: Array(race.cars.indices)).enumerated() {
      let (car, driver) = (race.cars[index], race.drivers[index])
      let result =
        driver.crash.map { crash in
          [strings(.reportCrashedAt, ["step": "\(crash.step)"]), "", "", ""]
        } ?? [
          NumberText.loss(driver.loss),
          NumberText.fixed(driver.position.x, decimals: 6),
          NumberText.fixed(driver.position.y, decimals: 6),
          NumberText.scientific(race.surface.gradient(at: driver.position).length),
        ]
      table.rows.append(
        ["\(place + 1)", car.name] + result
          + ["\(driver.gradientEvaluations)", car.settingsText(on: race.surface)])
    }
    return table
  }

  /// A map in plain characters: darker is higher, each car's way in its number.
  package func map(width: Int = 72, height: Int = 24) -> String {
    var timeline = Timeline(setup.race)
    timeline.seek(to: steps)
    let viewport = Viewport(
      window: PlaneRect(setup.surface.about.window), in: Size(width, height))
    var grid = ground(viewport)
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
    let legend = strings(.reportMapLegend, ["cars": cars])
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
    let isKnown = setup.surface.extent == nil
    return heights.map { row in
      row.map { isKnown || $0.isFinite ? ramp[scale.band(of: $0, among: ramp.count)] : "?" }
    }
  }
}
