/// What stands at the end of a curve, to tell whose it is without colours.
package struct ChartHead: Hashable, Sendable {
  package var text: String
  package var ink: Color
  package var paper: Color?
  /// The curve ends for good: the head stands where it leaves the chart, if it does.
  package var isBreak: Bool

  package init(_ text: String, ink: Color, paper: Color? = nil, isBreak: Bool = false) {
    self.text = text
    self.ink = ink
    self.paper = paper
    self.isBreak = isBreak
  }
}

extension Chart {
  /// How many cells a head may give way to the left along its curve.
  private static let tries = 12

  /// The heads of the curves, the last one first: where two meet, the earlier curve's gives way.
  /// One whose curve has left the chart stands at the edge, behind an arrow.
  func drawHeads(on frame: inout Frame, in plot: Rect) {
    var taken = Set<[Int]>()
    for curve in series.reversed() {
      guard let head = curve.head, var index = lastIndex(of: curve, head) else { continue }
      let width = head.text.cellWidth
      for _ in 0..<Self.tries {
        let (x, y, arrow) = cell(of: curve, index, in: plot, width: width)
        let cells = (x - 1..<x + width).map { [$0, y] }
        if taken.isDisjoint(with: cells.dropFirst()) {
          taken.formUnion(cells.dropFirst())
          frame.write(
            head.text, x: plot.x + x, y: plot.y + y, ink: head.ink, paper: head.paper, style: .bold)
          if let arrow, x > 0, taken.insert(cells[0]).inserted {
            frame.write("\(arrow)", x: plot.x + x - 1, y: plot.y + y, ink: head.ink, style: .bold)
          }
          break
        }
        let before = (0..<index).last { column(of: curve, $0, in: plot) < x - width + 1 }
        guard let before else { break }
        index = before
      }
    }
  }

  private func column(of curve: Series, _ index: Int, in plot: Rect) -> Int {
    min(max(0, Int(dotX(curve.x(index), columns: plot.width * 2)) / 2), plot.width - 1)
  }

  /// The last point that has a place; of a curve that ends for good the first one after it was in
  /// the chart for the last time.
  private func lastIndex(of curve: Series, _ head: ChartHead) -> Int? {
    func isShown(_ index: Int) -> Bool { yAxis.shows(raised(curve.ys[index])) }
    guard let last = curve.ys.indices.last(where: isShown) else { return nil }
    guard head.isBreak else { return last }
    let inside = curve.ys.indices.last {
      isShown($0) && (0...1).contains(yAxis.position(of: raised(curve.ys[$0])))
    }
    return inside.map { min($0 + 1, last) } ?? last
  }

  private func raised(_ y: Double) -> Double { floor.map { y < $0 ? $0 : y } ?? y }

  private func cell(
    of curve: Series, _ index: Int, in plot: Rect, width: Int
  ) -> (x: Int, y: Int, arrow: Unicode.Scalar?) {
    let place = yAxis.position(of: raised(curve.ys[index]))
    let x = min(column(of: curve, index, in: plot), max(0, plot.width - width))
    guard (0...1).contains(place) else {
      return place > 1 ? (x, 0, "↑") : (x, plot.height - 1, "↓")
    }
    let row = Int(dotY(raised(curve.ys[index]), rows: plot.height * 4)) / 4
    return (x, min(max(0, row), plot.height - 1), nil)
  }
}
