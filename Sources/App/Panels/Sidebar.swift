import Descent
import Drawing

/// Beside the maps: standings, the loss chart, and the car in focus.
enum Sidebar {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (standings, rest) = rect.split(top: model.shown.count + 1)
    StandingsPanel.draw(model, in: standings, on: &frame)
    let below = rest.inset(top: 1)
    // A chart needs some rows to tell anything.
    guard below.height >= 7 else { return }
    let (chart, remainder) = below.split(top: min(below.height, max(8, below.height * 2 / 5)))
    LossChartPanel.draw(model, in: chart, on: &frame)
    let focus = remainder.inset(top: 1)
    if focus.height >= 4 { FocusPanel.draw(model, in: focus, on: &frame) }
  }
}

/// The cars by loss, the lowest first.
enum StandingsPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (theme, strings, race) = (model.theme, model.strings, model.race)
    let isWide = rect.width >= 38
    let lossColumn = isWide ? rect.x + 14 : rect.maxX - 8
    frame.write(
      strings[.standings], x: rect.x, y: rect.y, ink: theme.dim, style: .bold,
      maxWidth: lossColumn - rect.x - 1)
    frame.write(
      strings[.standingsLoss].padded(to: 8, .right), x: lossColumn, y: rect.y, ink: theme.dim)
    if isWide {
      frame.write(
        "‖∇‖".padded(to: 7, .right), x: lossColumn + 9, y: rect.y, ink: theme.dim)
      frame.write("|Δ|".padded(to: 7, .right), x: lossColumn + 17, y: rect.y, ink: theme.dim)
    }
    for (place, car) in model.standings.enumerated() where place + 1 < rect.height {
      let (y, driver, color) = (rect.y + 1 + place, race.drivers[car], theme.color(ofCar: car))
      frame.write("\(place + 1)", x: rect.x, y: y, ink: theme.ink)
      let mark = driver.crash == nil ? theme.glyph(ofCar: car) : "✗"
      frame.write("\(mark)", x: rect.x + 2, y: y, ink: color, style: .bold)
      frame.write(
        race.cars[car].title, x: rect.x + 4, y: y, ink: color,
        style: car == model.focus ? [.bold, .underline] : .bold,
        maxWidth: lossColumn - rect.x - 5)
      if let crash = driver.crash {
        frame.write(
          strings(.standingsCrashed, ["step": "\(crash.step)"]), x: lossColumn, y: y,
          ink: theme.warning, maxWidth: rect.maxX - lossColumn)
        continue
      }
      let style: Cell.Style = car == model.leader ? .bold : []
      frame.write(
        NumberText.scientific(driver.loss), x: lossColumn, y: y, ink: theme.ink, style: style)
      if isWide {
        let slope = race.surface.gradient(at: driver.position).length
        frame.write(
          NumberText.scientific(slope, digits: 2), x: lossColumn + 9, y: y, ink: theme.ink)
        frame.write(
          NumberText.scientific(driver.lastMove.length, digits: 2), x: lossColumn + 17, y: y,
          ink: theme.ink)
      }
    }
  }
}

/// The losses from the start to now, on a log scale, as heights above the lowest labelled minimum.
enum LossChartPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (theme, strings) = (model.theme, model.strings)
    let lowest =
      model.surface.about.criticalPoints.filter { $0.kind == .globalMinimum }.map(\.value).min()
      ?? 0
    let title = strings[lowest == 0 ? .chartLoss : .chartLossAboveMinimum]
    let x = rect.x + frame.write(title, x: rect.x, y: rect.y, ink: theme.dim, style: .bold)
    frame.write(
      strings[.chartLogScale], x: x + 2, y: rect.y, ink: theme.dim,
      maxWidth: rect.maxX - x - 2)
    let series = model.standings.reversed().map { car -> Chart.Series in
      let path = model.timeline.trajectories[car]
      let losses = path.loss.prefix(path.count(through: model.timeline.tick))
      return Chart.Series(
        ys: lowest == 0 ? Array(losses) : losses.map { $0 - lowest }, from: 0,
        by: Double(path.stride), ink: theme.color(ofCar: car))
    }
    Chart(
      series, y: .logarithmic,
      xAxis: Axis(.linear, low: 0, high: Double(max(10, model.timeline.tick))), floor: floor
    ).draw(
      on: &frame, in: rect.inset(top: 1), style: .init(labels: theme.dim, marker: theme.dim))
  }

  /// Below this only rounding is left to see.
  private static let floor = 1e-16
}

/// The car in focus: its settings, where it is, and what happened to it.
enum FocusPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let theme = model.theme
    let (car, driver) = (model.race.cars[model.focus], model.race.drivers[model.focus])
    let color = theme.color(ofCar: model.focus)
    var x = rect.x
    x += frame.write(
      model.strings[.focusTitle], x: x, y: rect.y, ink: theme.dim, style: .bold)
    x += 2
    x += frame.write(
      "\(theme.glyph(ofCar: model.focus)) \(car.title)", x: x, y: rect.y, ink: color,
      style: .bold, maxWidth: rect.maxX - x)

    var lines: [(text: String, ink: Color)] = []
    for formula in car.rule.about.formula { lines.append((formula, theme.ink)) }
    lines.append(("", theme.ink))
    for line in CarFacts.settings(of: car, model).wrapped(to: rect.width) {
      lines.append((line, theme.dim))
    }
    for line in CarFacts.position(of: driver, model) { lines.append((line, theme.ink)) }
    for remark in CarFacts.remarks(on: car, driver, model) {
      for line in remark.wrapped(to: rect.width) { lines.append((line, theme.warning)) }
    }
    for (row, line) in lines.prefix(rect.height - 1).enumerated() {
      frame.write(
        line.text, x: rect.x, y: rect.y + 1 + row, ink: line.ink, maxWidth: rect.width)
    }
  }
}
