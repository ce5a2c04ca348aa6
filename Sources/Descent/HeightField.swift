/// The heights of a surface on a grid of points, computed eight at a time.
package struct HeightField: Sendable {
  package let columns: Int
  package let rows: Int
  /// `rows` × `columns`, row by row from the top (greatest y), left to right.
  package let values: [Double]

  /// - Parameters:
  ///   - topLeft: the plane point of the first value.
  ///   - stepX: plane units between columns.
  ///   - stepY: plane units between rows, downwards.
  package init(
    of surface: any Surface, columns: Int, rows: Int, topLeft: Point<Double>,
    stepX: Double, stepY: Double
  ) {
    self.columns = columns
    self.rows = rows
    let count = columns * rows
    values = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      for row in 0..<rows {
        let y = topLeft.y - Double(row) * stepY
        var column = 0
        while column < columns {
          let xs = topLeft.x + stepX * (Lanes(repeating: Double(column)) + Self.lanes)
          let heights = surface.value(at: Point(xs, Lanes(repeating: y)))
          for lane in 0..<min(8, columns - column) {
            buffer[row * columns + column + lane] = heights[lane]
          }
          column += 8
        }
      }
      initialized = count
    }
  }

  private static let lanes = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
}
