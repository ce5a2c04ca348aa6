package import Drawing
import Files
import Terminal
import Texts

/// One quantity of every car over what it cost, large, with the values at one place of it.
struct ChartView: RaceView {
  let name = MapView.chart
  let key: (action: String, key: Key)? = ("chart", .function(5))
  let isPlane = false

  let keys = [
    KeyGroup(
      .helpInChart,
      [
        Keymap.on("next-quantity", [.character("y")], .chart(.nextQuantity), .footer),
        Keymap.on("chart-scale", [.character("o")], .chart(.toggleScale), .footer),
        Keymap.on("cursor-left", [.character("h")], .chart(.move(columns: -1)), .footer),
        Keymap.on("cursor-right", [.character("l")], .chart(.move(columns: 1))),
        Keymap.on("cursor-far-left", [.character("j")], .chart(.move(columns: -10)), .help),
        Keymap.on("cursor-far-right", [.character("k")], .chart(.move(columns: 10))),
      ])
  ]

  let footerActions: Set<String>? = [
    "next-quantity", "chart-scale", "cursor-left", "play", "step-on", "next-view", "help", "quit",
  ]

  func sidebarColumns(in size: Size) -> Int? { nil }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    layout.chart = ChartPlaces(in: area, of: model)
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    if let places = layout.chart {
      ChartPanel.draw(model, places, scenery: scenery, on: &frame)
    }
  }
}

/// Where the parts of the chart's view stand.
package struct ChartPlaces: Sendable {
  /// What there is to choose from, and what the chosen one means.
  var title: Rect
  /// The chart with its labels, and the cells of its curves alone.
  var chart: Rect
  package var plot: Rect
  /// The values at the cursor, a row for each car.
  var readings: Rect

  /// Columns for the labels of y and a blank.
  static let gutter = 7

  init(in area: Rect, of model: Model) {
    let rows = area.height >= 16 ? 2 : 1
    (title, chart) = area.inset(left: 1, right: 1).split(top: rows)
    chart = area.inset(top: rows)
    if area.width >= 56 {
      // As wide as the standings where there is room for names and numbers.
      let columns = area.width >= 90 ? 30 : 22
      readings = chart.inset(left: chart.width - columns - 1, right: 1)
      chart = chart.inset(right: columns + 3)
    } else {
      let wanted = min(model.shown.count + 1, max(0, chart.height / 2 - 1))
      (chart, readings) = chart.split(top: chart.height - wanted)
    }
    plot = chart.inset(left: Self.gutter, bottom: chart.height >= 4 ? 1 : 0)
  }
}
