import Descent
import Drawing
import Files
import Texts

/// The losses from the start to now, on a log scale, as heights above the lowest labelled minimum;
/// on a linear scale where a surface has no minimum, and falls below every floor, or where none was
/// found.
enum LossChartPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (theme, strings, curves) = (model.theme, model.strings, RaceCurves(model))
    let (lowest, isLogarithmic) = (curves.lowest, model.isLogarithmic(.loss))
    let title = strings[lowest == 0 ? .chartLoss : .chartLossAboveMinimum]
    let x = rect.x + frame.write(title, x: rect.x, y: rect.y, ink: theme.dim, style: .bold)
    let scale = model.scaleText(of: .loss, isLogarithmic: isLogarithmic)
    if x + 2 + scale.cellWidth <= rect.maxX {
      frame.write(scale, x: x + 2, y: rect.y, ink: theme.dim)
    }
    let chart = curves.chart(of: .loss, isLogarithmic: isLogarithmic) { car in
      let losses = model.timeline.trajectories[car].loss
      return lowest == 0 ? losses : losses.map { $0 - lowest }
    }
    chart.draw(
      on: &frame, in: rect.inset(top: 1), style: .init(labels: theme.dim, marker: theme.dim))
  }
}
