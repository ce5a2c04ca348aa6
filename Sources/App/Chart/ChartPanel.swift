import Descent
import Drawing
import Files
import Texts

/// Draws the chart's view: what it shows, the curves, and the values at the cursor.
enum ChartPanel {
  static func draw(
    _ model: Model, _ places: ChartPlaces, scenery: Scenery, on frame: inout Frame
  ) {
    let quantity = model.chart.quantity
    let isLogarithmic = model.isLogarithmic(quantity) && !model.chart.isLinear
    drawTitle(model, isLogarithmic, in: places.title, on: &frame)
    let curves = RaceCurves(model)
    let values = Dictionary(
      uniqueKeysWithValues: model.shown.map {
        ($0, scenery.values(of: quantity, ofCar: $0, in: model))
      })
    var chart = curves.chart(of: quantity, isLogarithmic: isLogarithmic) { values[$0] ?? [] }
    chart.gutter = ChartPlaces.gutter
    chart.marker = model.chart.cursor
    let theme = model.theme
    if let text = emptyText(model) {
      let lines = text.wrapped(to: max(1, places.plot.width - 2))
      let top = places.plot.y + max(0, (places.plot.height - lines.count) / 2)
      for (row, line) in lines.enumerated() where top + row < places.chart.maxY {
        frame.write(line, x: places.plot.x + 1, y: top + row, ink: theme.dim)
      }
    } else {
      chart.draw(
        on: &frame, in: places.chart, style: .init(labels: theme.dim, marker: theme.accent))
    }
    ChartReadings(model, curves, values).draw(in: places.readings, on: &frame)
  }

  /// Why there is nothing to draw; `nil` if there is.
  private static func emptyText(_ model: Model) -> String? {
    let hasGoal = model.surface.about.criticalPoints.contains { $0.kind == .globalMinimum }
    if model.chart.quantity == .distance, !hasGoal { return model.strings[.chartNoGoal] }
    guard model.timeline.tick == 0 else { return nil }
    return model.strings(.chartNoStep, ["play": model.keymap.label(of: "play")])
  }

  /// The quantities, the shown one set off, and the scale; under them what it means.
  private static func drawTitle(
    _ model: Model, _ isLogarithmic: Bool, in rect: Rect, on frame: inout Frame
  ) {
    let (theme, strings, shown) = (model.theme, model.strings, model.chart.quantity)
    let scale = model.scaleText(of: shown, isLogarithmic: isLogarithmic)
    let titles = ChartQuantity.allCases.map { strings.title(of: $0, model) }
    let all = titles.map { $0.cellWidth + 2 }.reduce(0, +)
    var x = rect.x
    for (quantity, title) in zip(ChartQuantity.allCases, titles) {
      // Where the others have no room, the shown one stands alone.
      guard quantity == shown || all + scale.cellWidth <= rect.width else { continue }
      x += frame.write(
        title, x: x, y: rect.y, ink: quantity == shown ? theme.accent : theme.dim,
        style: quantity == shown ? [.bold, .underline] : [], maxWidth: max(0, rect.maxX - x))
      x += 2
    }
    if x + scale.cellWidth <= rect.maxX {
      frame.write(scale, x: rect.maxX - scale.cellWidth, y: rect.y, ink: theme.dim)
    }
    let meaning = strings.meaning(of: shown)
    if rect.height > 1, meaning.cellWidth <= rect.width {
      frame.write(meaning, x: rect.x, y: rect.y + 1, ink: theme.dim)
    }
  }
}

/// The values of every car at one place of the chart, in the order of the standings.
private struct ChartReadings {
  let model: Model
  let curves: RaceCurves
  let values: [Int: [Double]]
  let x: Double

  init(_ model: Model, _ curves: RaceCurves, _ values: [Int: [Double]]) {
    self.model = model
    self.curves = curves
    self.values = values
    x = min(model.chart.cursor ?? curves.now, curves.now)
  }

  func draw(in rect: Rect, on frame: inout Frame) {
    let (theme, strings) = (model.theme, model.strings)
    let place = strings(
      .chartAt,
      ["count": NumberText.fixed(x, decimals: 0), "what": strings[model.yardstick.axisTitle]])
    frame.write(place, x: rect.x, y: rect.y, ink: theme.dim, style: .bold, maxWidth: rect.width)
    for (row, car) in model.standings.enumerated() where row + 1 < rect.height {
      draw(car, y: rect.y + 1 + row, in: rect, on: &frame)
    }
    let row = rect.y + 2 + model.standings.count
    guard curves.grain > 1, row < rect.maxY else { return }
    let note = strings(.chartThinned, ["count": NumberText.fixed(curves.grain, decimals: 0)])
    frame.write(
      StyledLine.wrapped(note, to: rect.width, theme.dim), in: rect.inset(top: row - rect.y))
  }

  private func draw(_ car: Int, y: Int, in rect: Rect, on frame: inout Frame) {
    let (theme, color) = (model.theme, model.livery[car].color)
    var left = rect.x
    if model.isPresentation {
      CarBadge.draw(car, x: left, y: y, model, on: &frame)
      left += CarBadge.width + 1
    } else {
      left += 2
      frame.write(
        "\(model.livery[car].glyph)", x: rect.x, y: y, ink: color, style: .bold)
    }
    let (text, isWarning) = value(ofCar: car)
    let right = rect.maxX - text.cellWidth
    let room = max(0, right - left - 1)
    frame.write(
      model.race.name(ofCar: car, among: model.shown, cutTo: room), x: left, y: y, ink: color,
      style: car == model.focus ? [.bold, .underline] : .bold, maxWidth: room)
    frame.write(text, x: right, y: y, ink: isWarning ? theme.warning : theme.ink)
  }

  /// At the last point that had cost no more.
  private func value(ofCar car: Int) -> (text: String, isWarning: Bool) {
    let path = model.timeline.trajectories[car]
    if let crash = model.race.drivers[car].crash, isBeyond(crash, path) {
      return (model.strings(.titleCrashed, ["step": "\(crash.step)"]), true)
    }
    let count = path.count(through: model.timeline.tick)
    let index =
      model.yardstick == .steps
      ? min(Int(x) / path.stride, count - 1)
      : path.costs(by: model.yardstick).prefix(count).lastIndex { $0 <= x } ?? 0
    guard let values = values[car], values.indices.contains(index), !values[index].isNaN else {
      return ("–", false)
    }
    return (NumberText.aligned(values[index], fraction: 7), false)
  }

  private func isBeyond(_ crash: Crash, _ path: Trajectory) -> Bool {
    if model.yardstick == .steps { return x >= Double(crash.step) }
    return x > (path.costs(by: model.yardstick).last ?? 0)
  }
}

extension Strings {
  func title(of quantity: ChartQuantity, _ model: Model) -> String {
    switch quantity {
    case .loss: self[RaceCurves(model).lowest == 0 ? .chartLossShort : .chartLossAbove]
    case .distance: self[.chartDistance]
    case .slope: "‖∇J‖"
    case .rate: self[.chartRate]
    }
  }

  fileprivate func meaning(of quantity: ChartQuantity) -> String {
    switch quantity {
    case .loss: self[.chartLossMeans]
    case .distance: self[.chartDistanceMeans]
    case .slope: self[.chartSlopeMeans]
    case .rate: self[.chartRateMeans]
    }
  }
}
