import Descent
import Drawing

/// The losses from the start to now, on a log scale, as heights above the lowest labelled minimum;
/// on a linear scale where a surface has no minimum: it falls below every floor.
enum LossChartPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (theme, strings) = (model.theme, model.strings)
    let hasFloor = model.surface.about.lowest == .labelled
    let lowest =
      model.surface.about.criticalPoints.filter { $0.kind == .globalMinimum }.map(\.value).min()
      ?? 0
    let title = strings[lowest == 0 ? .chartLoss : .chartLossAboveMinimum]
    let x = rect.x + frame.write(title, x: rect.x, y: rect.y, ink: theme.dim, style: .bold)
    let scale =
      hasFloor
      ? strings(.chartLogScale, ["floor": NumberText.tick(floor)]) : strings[.chartLinearScale]
    if x + 2 + scale.cellWidth <= rect.maxX {
      frame.write(scale, x: x + 2, y: rect.y, ink: theme.dim)
    }
    let series = model.standings.reversed().map { car -> Chart.Series in
      let path = model.timeline.trajectories[car]
      let losses = path.loss.prefix(path.count(through: model.timeline.tick))
      return Chart.Series(
        ys: lowest == 0 ? Array(losses) : losses.map { $0 - lowest }, from: 0,
        by: Double(path.stride), ink: theme.color(ofCar: car))
    }
    Chart(
      series, y: hasFloor ? .logarithmic : .linear,
      xAxis: Axis(.linear, low: 0, high: Double(max(10, model.timeline.tick))),
      floor: hasFloor ? floor : nil
    ).draw(
      on: &frame, in: rect.inset(top: 1), style: .init(labels: theme.dim, marker: theme.dim))
  }

  /// Below this only rounding is left to see.
  private static let floor = 1e-12
}
