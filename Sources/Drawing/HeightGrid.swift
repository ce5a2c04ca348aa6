/// Heights sampled on a grid of nodes, row by row, the top row first.
///
/// Under a panel of w × h cells lie (w + 1) × (2h + 1) nodes: node (i, j) is on dot (2i, 2j), so
/// that four nodes surround every half cell. Heights may be infinite, −∞ below and ∞ above all
/// others, or NaN where there is none.
package struct HeightGrid: Sendable {
  package let columns: Int
  package let rows: Int
  package let heights: [Double]
  /// The lowest finite height, 0 if there is none.
  package let lowest: Double
  /// The highest finite height, 0 if there is none.
  package let highest: Double

  package init(columns: Int, rows: Int, heights: [Double]) {
    precondition(heights.count == columns * rows, "a grid needs columns × rows heights")
    self.columns = columns
    self.rows = rows
    self.heights = heights
    var (low, high) = (Double.infinity, -Double.infinity)
    for height in heights where height.isFinite {
      low = min(low, height)
      high = max(high, height)
    }
    lowest = low <= high ? low : 0
    highest = low <= high ? high : 0
  }

  /// The grid under a viewport, by asking for the height at each node's place in the plane.
  package init(under viewport: Viewport, height: (_ x: Double, _ y: Double) -> Double) {
    let (xs, ys) = (viewport.nodeXs, viewport.nodeYs)
    var heights: [Double] = []
    heights.reserveCapacity(xs.count * ys.count)
    for y in ys {
      for x in xs { heights.append(height(x, y)) }
    }
    self.init(columns: xs.count, rows: ys.count, heights: heights)
  }

  /// Whether there is no height at some node.
  package var hasHoles: Bool { heights.contains(where: \.isNaN) }

  /// The cells of the panel that the grid lies under.
  package var size: Size { Size(columns - 1, (rows - 1) / 2) }

  @inline(__always)
  package subscript(column: Int, row: Int) -> Double { heights[row * columns + column] }

  /// The middle one of (about 1,000 of) the finite heights; `nil` if there is none.
  package var median: Double? {
    let step = max(1, heights.count / 1000) | 1  // odd, so that it walks over all columns
    let some = stride(from: 0, to: heights.count, by: step).map { heights[$0] }
      .filter(\.isFinite).sorted()
    return some.isEmpty ? nil : some[some.count / 2]
  }
}
