/// The bicubic spline through heights on a grid: cubic splines along the rows of cubic splines
/// along the columns. Value, gradient and Hessian are continuous; at the samples it is the samples.
///
/// Beyond the samples nothing is known, and every answer is NaN. A sample may have no height, NaN:
/// the four cells around it, their edges among them, are a hole in which every answer is NaN. A row
/// or a column that a hole parts is as many splines as it has parts. Beside holes value and
/// gradient are continuous still, the second derivatives not everywhere.
/// Source: de Boor, "Bicubic spline interpolation", Journal of Mathematics and Physics 41 (1962).
package struct BicubicSpline: Sendable {
  package let columns: Int
  package let rows: Int
  /// The rectangle from the first column to the last and from the first row to the last.
  package let extent: Window
  /// Some samples have no height.
  let hasHoles: Bool
  /// Row by row, the row of the lowest y first.
  private let nodes: [Node]
  /// The extent and a billionth of it all round: coordinates on its edge are rounded.
  private let reach: Window
  /// Columns a plane unit along x, rows a plane unit along y.
  private let columnsPerUnit, rowsPerUnit: Double

  /// The spline at a sample: its height, its slopes per column and per row, and how the one
  /// changes along the other.
  fileprivate struct Node {
    var height, slopeX, slopeY, twist: Double

    var isFinite: Bool {
      height.isFinite && slopeX.isFinite && slopeY.isFinite && twist.isFinite
    }
  }

  /// - Parameter heights: `rows` × `columns`, four each at least, the row of the lowest y first;
  ///   NaN for a hole.
  init(through heights: [Double], columns: Int, rows: Int, extent: Window) {
    precondition(heights.count == columns * rows, "a grid needs columns × rows heights")
    (self.columns, self.rows, self.extent) = (columns, rows, extent)
    hasHoles = heights.contains(where: \.isNaN)
    reach = Window(x: extent.x.widened, y: extent.y.widened)
    columnsPerUnit = Double(columns - 1) / extent.x.width
    rowsPerUnit = Double(rows - 1) / extent.y.width
    func alongX(_ f: [Double]) -> [Double] {
      (0..<rows).flatMap {
        CubicSpline.slopes(throughParts: Array(f[$0 * columns..<($0 + 1) * columns]))
      }
    }
    var alongY = heights
    for column in 0..<columns {
      let slopes = CubicSpline.slopes(
        throughParts: (0..<rows).map { heights[$0 * columns + column] })
      for row in 0..<rows { alongY[row * columns + column] = slopes[row] }
    }
    let (slopes, twists) = (alongX(heights), alongX(alongY))
    nodes = heights.indices.map {
      Node(height: heights[$0], slopeX: slopes[$0], slopeY: alongY[$0], twist: twists[$0])
    }
  }

  /// No slope of a sample that has a height has overflowed.
  var isFinite: Bool { nodes.allSatisfy { $0.height.isNaN || $0.isFinite } }

  /// The middles of the cells that have a height at every corner.
  var middlesOfCells: [Point<Double>] {
    (0..<(rows - 1) * (columns - 1)).compactMap { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns - 1)
      let middle = Point(
        extent.x.lowerBound + (Double(column) + 0.5) / columnsPerUnit,
        extent.y.lowerBound + (Double(row) + 0.5) / rowsPerUnit)
      return height(at: middle).isNaN ? nil : middle
    }
  }

  /// Where a point lies between four samples.
  private struct Place {
    /// The index of the sample of least x and y.
    var node: Int
    /// From there, 0…1.
    var x, y: Double
  }

  @inline(__always)
  private func place(of point: Point<Double>) -> Place? {
    guard reach.x.contains(point.x), reach.y.contains(point.y) else { return nil }
    // Divided first: at the far ends the quotient is 1 exactly.
    let x = (point.x - extent.x.lowerBound) / extent.x.width * Double(columns - 1)
    let y = (point.y - extent.y.lowerBound) / extent.y.width * Double(rows - 1)
    let (column, row) = (min(Int(x), columns - 2), min(Int(y), rows - 2))
    return Place(node: row * columns + column, x: x - Double(column), y: y - Double(row))
  }

  @inline(__always)
  private func sum(_ node: Int, _ x: CubicWeights, _ y: CubicWeights) -> Double {
    let (a, b) = (nodes[node], nodes[node + 1])
    let (c, d) = (nodes[node + columns], nodes[node + columns + 1])
    let heights = x.height(a, b) * y.left + x.height(c, d) * y.right
    return heights + x.slopeY(a, b) * y.leftSlope + x.slopeY(c, d) * y.rightSlope
  }

  @inline(__always)
  func height(at point: Point<Double>) -> Double {
    guard let place = place(of: point) else { return .nan }
    return sum(place.node, .height(place.x), .height(place.y))
  }

  @inline(__always)
  func jet(at point: Point<Double>) -> Jet<Double> {
    guard let place = place(of: point) else {
      return Jet(.nan, Point(.nan, .nan), Hessian(xx: .nan, xy: .nan, yy: .nan))
    }
    let node = place.node
    let (x, dx, ddx) = (
      CubicWeights.height(place.x), CubicWeights.slope(place.x), CubicWeights.bend(place.x)
    )
    let (y, dy, ddy) = (
      CubicWeights.height(place.y), CubicWeights.slope(place.y), CubicWeights.bend(place.y)
    )
    let (perX, perY) = (columnsPerUnit, rowsPerUnit)
    return Jet(
      sum(node, x, y), Point(sum(node, dx, y) * perX, sum(node, x, dy) * perY),
      Hessian(
        xx: sum(node, ddx, y) * (perX * perX), xy: sum(node, dx, dy) * (perX * perY),
        yy: sum(node, x, ddy) * (perY * perY)))
  }
}

extension CubicWeights {
  /// Between two samples of a row: the height, and the slope along y.
  @inline(__always)
  fileprivate func height(_ a: BicubicSpline.Node, _ b: BicubicSpline.Node) -> Double {
    a.height * left + b.height * right + a.slopeX * leftSlope + b.slopeX * rightSlope
  }

  @inline(__always)
  fileprivate func slopeY(_ a: BicubicSpline.Node, _ b: BicubicSpline.Node) -> Double {
    a.slopeY * left + b.slopeY * right + a.twist * leftSlope + b.twist * rightSlope
  }
}

extension ClosedRange<Double> {
  var width: Double { upperBound - lowerBound }

  fileprivate var widened: ClosedRange {
    lowerBound - 1e-9 * width...upperBound + 1e-9 * width
  }
}
