import Drawing

/// Beside the maps: standings, the loss chart, the car in focus and what its navigator says.
enum Sidebar {
  /// What stands under the standings; what has no room is `nil`.
  struct Parts {
    var chart: Rect?
    /// The data of the loss, where they do not stand beside the map.
    var data: Rect?
    var car: (rect: Rect, detail: CarPanel.Detail)?
    /// The editor, while it is open, in place of the car.
    var editor: Rect?
    var navigator: Rect?

    init(_ model: Model, _ rect: Rect, hasData: Bool) {
      var below = rect.inset(top: 1)
      if model.editor != nil {
        placeEditor(EditorPanel.height(of: model), in: below)
        return
      }
      if hasData, below.height >= Layout.leastData.height {
        let rows = max(Layout.leastData.height, Self.chartHeight(below.height))
        (data, below) = below.split(top: min(rows, below.height))
        below = below.inset(top: 1)
      }
      // A chart needs some rows to tell anything.
      guard below.height >= Self.leastChart else { return }
      let (chart, rest) = below.split(top: min(below.height, Self.chartHeight(below.height)))
      self.chart = chart
      placeCar(model, in: rest.inset(top: 1))
    }

    /// The car in as much detail as leaves the navigator some rows.
    private mutating func placeCar(_ model: Model, in rect: Rect) {
      guard rect.height >= 4 else { return }
      func height(_ detail: CarPanel.Detail) -> Int {
        CarPanel.height(detail, model, width: rect.width)
      }
      let detail =
        CarPanel.Detail.allCases.last { height($0) + 1 + Self.navigatorRows <= rect.height }
        ?? .settings
      let (car, rest) = rect.split(top: min(height(detail), rect.height - 2))
      self.car = (car, detail)
      navigator = rest.inset(top: rest.height > NavigatorPanel.titledHeight ? 1 : 0)
    }

    /// The chart gives way to the editor, and the navigator to the chart.
    private mutating func placeEditor(_ height: Int, in below: Rect) {
      guard height <= below.height else { return }
      var rest = below
      let spare = below.height - height - 1
      if spare >= Self.leastChart {
        let rows = min(Self.chartHeight(below.height), spare)
        (chart, rest) = below.split(top: rows)
        rest = rest.inset(top: 1)
      }
      (editor, rest) = rest.split(top: height)
      if rest.height >= 3 { navigator = rest.inset(top: 1) }
    }

    private static let leastChart = 7
    private static func chartHeight(_ height: Int) -> Int { max(8, height / 3) }

    /// Title and five lines.
    private static let navigatorRows = 6
  }

  static func draw(
    _ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame
  ) {
    guard let standings = layout.standings, let parts = layout.sidebarParts(of: model) else {
      return
    }
    if model.isPresentation {
      CarBadge.drawStandings(model, layout, in: standings, on: &frame)
      if let sidebar = layout.sidebar {
        let rest = sidebar.inset(top: standings.height, right: 1)
        CarBadge.drawBelowStandings(model, in: rest, scenery: scenery, on: &frame)
      }
      return
    }
    StandingsPanel.draw(model, in: standings, on: &frame)
    if let data = parts.data { DataPanel.draw(model, in: data, on: &frame) }
    if let chart = parts.chart {
      LossChartPanel.draw(model, in: chart, scenery: scenery, on: &frame)
    }
    if let (rect, detail) = parts.car { CarPanel.draw(detail, model, in: rect, on: &frame) }
    if let navigator = parts.navigator, !layout.hasResultInSidebar {
      NavigatorPanel.draw(model, car: model.focus, in: navigator, on: &frame)
    }
  }
}
