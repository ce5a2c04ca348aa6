package import Descent
import Drawing
import Files
import Texts

/// The data of a model's loss as a scatter, with the line, curve or boundary of each car where it
/// stands now, and the samples that the car in focus is about to ask set off.
enum DataPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let data = model.dataModel else {
      let text = model.strings[.dataNone]
      frame.write(StyledLine.wrapped(text, to: max(1, rect.width), model.theme.dim), in: rect)
      return
    }
    let chart = DataChart(data, model).chart
    let style = Chart.Style(labels: model.theme.dim, marker: model.theme.dim)
    let (title, rest) = rect.split(top: 1)
    frame.write(
      Self.title(of: data, model), x: title.x, y: title.y, ink: model.theme.dim, style: .bold,
      maxWidth: title.width)
    guard let lit = chart.points?.lit.count, lit > 0, rest.height > 9 else {
      chart.draw(on: &frame, in: rest, style: style)
      return
    }
    // What is set off, in a row of its own.
    let (plot, legend) = rest.split(top: rest.height - 1)
    chart.draw(on: &frame, in: plot, style: style)
    let color = model.livery[model.focus].color
    let x = frame.write(
      "\(DataChart.litGlyph) ", x: legend.x, y: legend.y, ink: color, style: .bold)
    let text = model.strings(
      .dataBatch,
      [
        "count": "\(lit)", "all": "\(data.sampleCount)",
        "name": model.race.cars[model.focus].title,
      ])
    frame.write(
      text, x: legend.x + x, y: legend.y, ink: model.theme.dim, maxWidth: max(0, legend.width - x))
  }

  /// The file, and its columns.
  private static func title(of data: any ModelSurface, _ model: Model) -> String {
    let asked = model.request.data
    let text = model.strings(
      .dataTitle,
      ["file": asked?.file.value ?? "", "y": asked?.y?.value ?? ""])
    return data.isStandardised ? "\(text), \(model.strings[.dataStandardised])" : text
  }
}

/// The scatter as a chart: inputs to the right, targets upwards.
private struct DataChart {
  private let data: any ModelSurface
  private let model: Model

  static let litGlyph: Unicode.Scalar = "●"
  /// As many places as a curve needs to look round.
  private static let curvePlaces = 96
  /// What an axis reaches beyond the data, as a part of their range.
  private static let margin = 0.06

  init(_ data: any ModelSurface, _ model: Model) {
    self.data = data
    self.model = model
  }

  var chart: Chart {
    let (xAxis, yAxis) = (Self.axis(around: data.inputs), Self.axis(around: data.targets))
    let curves = model.carsOnCharts.flatMap { series(ofCar: $0, xAxis, yAxis) }
    var chart = Chart(curves, y: .linear, xAxis: xAxis, yAxis: yAxis)
    chart.xTitle = model.request.data?.x?.value ?? ""
    chart.isBold = true
    chart.points = Chart.Points(
      xs: data.inputs, ys: data.targets,
      ink: model.theme.ink.mixed(with: model.theme.paper, 0.3),
      litInk: model.livery[model.focus].color, litGlyph: Self.litGlyph)
    if let batch = model.race.batch(ofCar: model.focus), batch.positions.count < data.sampleCount {
      chart.points?.lit = batch.positions.map(batch.sample)
    }
    return chart
  }

  private static func axis(around numbers: [Double]) -> Axis {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    let room = margin * (high - low)
    return Axis(.linear, low: low - room, high: high + room)
  }

  /// What the car's model says, and where it parts the classes.
  private func series(ofCar car: Int, _ xAxis: Axis, _ yAxis: Axis) -> [Chart.Series] {
    let (driver, ink) = (model.race.drivers[car], model.livery[car].color)
    guard driver.crash == nil else { return [] }
    let place = model.surface.source(of: driver.position)
    let xs = (0..<Self.curvePlaces).map { index in
      let part = Double(index) / Double(Self.curvePlaces - 1)
      return xAxis.low + part * (xAxis.high - xAxis.low)
    }
    var curve = Chart.Series(
      xs: xs, ys: xs.map { data.prediction(of: $0, at: place) }, ink: ink)
    curve.head = model.chartHead(ofCar: car)
    guard let classes = data as? LogisticRegression, let boundary = classes.boundary(at: place),
      boundary > xAxis.low, boundary < xAxis.high
    else { return [curve] }
    return [
      Chart.Series(xs: [boundary, boundary], ys: [yAxis.low, yAxis.high], ink: ink), curve,
    ]
  }
}

extension Model {
  /// The model of data that the loss belongs to; `nil` for a surface that is no such model.
  package var dataModel: (any ModelSurface)? { surface.unturned as? any ModelSurface }
}
