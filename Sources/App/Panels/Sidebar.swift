import Drawing

/// Beside the maps: standings, the loss chart, and the car in focus.
enum Sidebar {
  static func draw(_ model: Model, in rect: Rect, standings: Rect, on frame: inout Frame) {
    let rect = rect.inset(right: 1)
    let rest = rect.inset(top: standings.height)
    StandingsPanel.draw(model, in: standings, on: &frame)
    let below = rest.inset(top: 1)
    // A chart needs some rows to tell anything.
    guard below.height >= 7 else { return }
    let (chart, remainder) = below.split(top: min(below.height, max(8, below.height / 2)))
    LossChartPanel.draw(model, in: chart, on: &frame)
    let focus = remainder.inset(top: 1)
    if focus.height >= 4 { FocusPanel.draw(model, in: focus, on: &frame) }
  }
}
