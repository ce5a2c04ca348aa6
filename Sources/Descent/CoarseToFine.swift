/// The order in which a picture of columns × rows cells becomes known: every eighth cell of every
/// eighth row first, then every fourth, and so on.
package struct CoarseToFine: Sendable {
  private let columns: Int
  private let rows: Int
  /// Cells from one of the first to the next.
  private static let coarsest = 8

  package init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  /// Every cell once, as its index row by row.
  package var order: [Int] {
    var order: [Int] = []
    order.reserveCapacity(columns * rows)
    var size = Self.coarsest
    while size >= 1 {
      for row in stride(from: 0, to: rows, by: size) {
        for column in stride(from: 0, to: columns, by: size) {
          let isKnown =
            size < Self.coarsest && row.isMultiple(of: 2 * size) && column.isMultiple(of: 2 * size)
          if !isKnown { order.append(row * columns + column) }
        }
      }
      size /= 2
    }
    return order
  }

  /// What stands for a cell until it is known itself: the finest known one whose square it lies in.
  package func nearest<Cell>(column: Int, row: Int, in cells: [Cell?]) -> Cell? {
    var size = 1
    while size <= Self.coarsest {
      if let cell = cells[row / size * size * columns + column / size * size] { return cell }
      size *= 2
    }
    return nil
  }
}
