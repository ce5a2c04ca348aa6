import Descent
import Drawing
package import Files
import Texts

/// How the chart is looked at.
package struct ChartSettings: Hashable, Sendable {
  package var quantity: ChartQuantity
  package var isLinear = false
  /// Where values are read off, in units of the yardstick; `nil` for where the race is.
  package var cursor: Double?

  package init(quantity: ChartQuantity = .loss) { self.quantity = quantity }
}

package enum ChartMessage: Hashable, Sendable {
  case nextQuantity, toggleScale
  /// By so many columns of the chart; the layout turns it into `place`.
  case move(columns: Int)
  case place(Double)
}

extension Model {
  mutating func answer(_ message: ChartMessage) {
    switch message {
    case .nextQuantity:
      let all = ChartQuantity.allCases
      chart.quantity = all[(all.firstIndex(of: chart.quantity)! + 1) % all.count]
    case .toggleScale: chart.isLinear.toggle()
    case .move: break
    case .place(let x): chart.cursor = x
    }
  }
}

extension Layout {
  /// Where the cursor of the chart comes to; `nil` without a chart.
  func movedCursor(by columns: Int, _ model: Model) -> Message? {
    guard let chart else { return nil }
    let curves = RaceCurves(model)
    let reach = curves.xAxis.high - curves.xAxis.low
    let column = max(reach / Double(max(1, chart.plot.width)), curves.grain)
    let from = min(model.chart.cursor ?? curves.now, curves.now)
    return .chart(.place(curves.snapped(from + Double(columns) * column)))
  }

  /// The cursor under a cell of the chart.
  func cursor(atColumn x: Int, row y: Int, _ model: Model) -> Message? {
    guard let chart, chart.plot.contains(x: x, y: y) else { return nil }
    let curves = RaceCurves(model)
    let part = (Double(x - chart.plot.x) + 0.5) / Double(chart.plot.width)
    let (low, high) = (curves.xAxis.low, curves.xAxis.high)
    return .chart(.place(curves.snapped(low + part * (high - low))))
  }
}
