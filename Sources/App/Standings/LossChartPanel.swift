import Descent
import Drawing
import Files
import Texts

/// The losses from the start to now, on a log scale, as heights above the lowest labelled minimum;
/// on a linear scale where a surface has no minimum, and falls below every floor, or where none was
/// found.
enum LossChartPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (theme, strings) = (model.theme, model.strings)
    let hasFloor = model.surface.about.lowest == .labelled
    let lowest =
      model.surface.about.criticalPoints.filter { $0.kind == .globalMinimum }.map(\.value).min()
      ?? 0
    let title = strings[lowest == 0 ? .chartLoss : .chartLossAboveMinimum]
    var x = rect.x + frame.write(title, x: rect.x, y: rect.y, ink: theme.dim, style: .bold)
    if let against = model.yardstick.label, x + 2 + strings[against].cellWidth <= rect.maxX {
      x += 2
      x += frame.write(strings[against], x: x, y: rect.y, ink: theme.accent)
    }
    let scale =
      hasFloor
      ? strings(.chartLogScale, ["floor": NumberText.tick(floor)])
      : strings[
        model.surface.about.lowest == .unknown ? .chartLinearUnknown : .chartLinearScale]
    if x + 2 + scale.cellWidth <= rect.maxX {
      frame.write(scale, x: x + 2, y: rect.y, ink: theme.dim)
    }
    var furthest = Double(max(10, model.timeline.tick))
    let series = model.standings.reversed().map { car -> Chart.Series in
      let path = model.timeline.trajectories[car]
      let count = path.count(through: model.timeline.tick)
      let losses = path.loss.prefix(count)
      let ys = lowest == 0 ? Array(losses) : losses.map { $0 - lowest }
      let ink = theme.color(ofCar: car)
      guard model.yardstick != .steps else {
        return Chart.Series(ys: ys, from: 0, by: Double(path.stride), ink: ink)
      }
      let costs = Array(path.costs(by: model.yardstick).prefix(count))
      furthest = max(furthest, costs.last ?? 0)
      return Chart.Series(xs: costs, ys: ys, ink: ink)
    }
    Chart(
      series, y: hasFloor ? .logarithmic : .linear,
      xAxis: Axis(.linear, low: 0, high: furthest),
      floor: hasFloor ? floor : nil
    ).draw(
      on: &frame, in: rect.inset(top: 1), style: .init(labels: theme.dim, marker: theme.dim))
  }

  /// The loss below which only rounding errors are left to see.
  private static let floor = 1e-12
}

extension Yardstick {
  /// What the curves are drawn against, if not steps.
  fileprivate var label: Text? {
    switch self {
    case .steps: nil
    case .gradients: .chartByGradients
    case .data: .chartByData
    }
  }
}
