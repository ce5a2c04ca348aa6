import Descent
import Drawing
import Files
import Texts

/// The losses from the start to now, on a log scale, as heights above the lowest labelled minimum;
/// on a linear scale where a surface has no minimum, and falls below every floor, or where none was
/// found. On a lesson's page, whatever quantity it is about.
enum LossChartPanel {
  static func draw(_ model: Model, in rect: Rect, scenery: Scenery, on frame: inout Frame) {
    let (theme, strings, curves) = (model.theme, model.strings, RaceCurves(model))
    let quantity = model.lecture?.current.quantity ?? .loss
    let isLogarithmic = model.isLogarithmic(quantity)
    let title =
      quantity == .loss
      ? strings[curves.lowest == 0 ? .chartLoss : .chartLossAboveMinimum]
      : strings.title(of: quantity, model)
    let x = rect.x + frame.write(title, x: rect.x, y: rect.y, ink: theme.dim, style: .bold)
    let scale = model.scaleText(of: quantity, isLogarithmic: isLogarithmic)
    if x + 2 + scale.cellWidth <= rect.maxX {
      frame.write(scale, x: x + 2, y: rect.y, ink: theme.dim)
    }
    let chart = curves.chart(of: quantity, isLogarithmic: isLogarithmic) {
      scenery.values(of: quantity, ofCar: $0, in: model)
    }
    chart.draw(
      on: &frame, in: rect.inset(top: 1), style: .init(labels: theme.dim, marker: theme.dim))
  }
}
