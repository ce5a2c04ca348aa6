import Drawing

/// Beside the maps: standings, the loss chart, the car in focus and what its navigator says.
enum Sidebar {
  static func draw(_ model: Model, in rect: Rect, standings: Rect, on frame: inout Frame) {
    let rect = rect.inset(right: 1)
    let rest = rect.inset(top: standings.height)
    StandingsPanel.draw(model, in: standings, on: &frame)
    let below = rest.inset(top: 1)
    // A chart needs some rows to tell anything.
    guard below.height >= 7 else { return }
    let (chart, remainder) = below.split(top: min(below.height, max(8, below.height / 3)))
    LossChartPanel.draw(model, in: chart, on: &frame)
    drawCar(model, in: remainder.inset(top: 1), on: &frame)
  }

  /// The car in as much detail as leaves the navigator some rows.
  private static func drawCar(_ model: Model, in rect: Rect, on frame: inout Frame) {
    guard rect.height >= 4 else { return }
    let detail = FocusPanel.Detail.allCases.last { detail in
      let height = FocusPanel.height(detail, model, width: rect.width)
      return height + 1 + navigatorRows <= rect.height
    }
    let height = FocusPanel.height(detail ?? .settings, model, width: rect.width)
    let (car, navigator) = rect.split(top: min(height, rect.height - 2))
    FocusPanel.draw(detail ?? .settings, model, in: car, on: &frame)
    let air = navigator.height > NavigatorPanel.titledHeight ? 1 : 0
    NavigatorPanel.draw(model, car: model.focus, in: navigator.inset(top: air), on: &frame)
  }

  /// Title and five lines.
  private static let navigatorRows = 6
}
