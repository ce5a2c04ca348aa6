/// Where a rule comes to rest from every cell of a map.
///
/// Each start is driven alone, without noise and batches, so a cell is a function of surface, rule and
/// place. A car that is within `reach` of a labelled minimum at the end has arrived there, at the
/// step since which it has not left that reach.
package struct Basins: Sendable {
  package let columns: Int
  package let rows: Int
  /// The labelled minima, the lowest first: what `Cell.minimum` counts.
  package let minima: [CriticalPoint]
  /// `rows` × `columns`, row by row from the top (greatest y), left to right.
  package private(set) var cells: [Cell]

  /// Plane units.
  package static let reach = 0.1

  package struct Cell: Hashable, Sendable {
    package var end: End
    /// Steps until it was there for good; all of them for a car that has not arrived.
    package var steps: Int

    package init(end: End, steps: Int) { (self.end, self.steps) = (end, steps) }

    package enum End: Hashable, Sendable {
      case minimum(Int)
      /// Still on its way, or at rest where no minimum is labelled.
      case elsewhere
      /// x or y is no longer a finite number.
      case diverged
    }
  }

  /// - Parameters:
  ///   - window: its cells' middles are the starts.
  ///   - columns, rows: at least 1 each.
  package init(
    of rule: any Optimizer, on surface: any Surface, window: Window, columns: Int, rows: Int,
    steps: Int
  ) {
    (self.columns, self.rows) = (columns, rows)
    minima = surface.about.criticalPoints.filter { $0.kind != .saddle }
      .sorted { $0.value < $1.value }
    cells = []
    cells.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for first in stride(from: 0, to: columns, by: 8) {
        let starts = (0..<8).map { lane in
          Self.start(column: min(first + lane, columns - 1), row: row, in: window, columns, rows)
        }
        let ends = Self.drive(rule, from: starts, on: surface, to: minima, steps: steps)
        cells += ends.prefix(min(8, columns - first))
      }
    }
  }

  package subscript(column: Int, row: Int) -> Cell { cells[row * columns + column] }

  /// The middle of a cell.
  package static func start(
    column: Int, row: Int, in window: Window, _ columns: Int, _ rows: Int
  ) -> Point<Double> {
    window.point(
      (Double(column) + 0.5) / Double(columns), 1 - (Double(row) + 0.5) / Double(rows))
  }

  private static func drive(
    _ rule: any Optimizer, from starts: [Point<Double>], on surface: any Surface,
    to minima: [CriticalPoint], steps: Int
  ) -> [Cell] {
    let start = Point(Lanes(starts.map(\.x)), Lanes(starts.map(\.y)))
    /// Which minimum each lane is near to, −1 for none, and since which step.
    var held = nearest(to: start, of: minima)
    var (since, last) = (Lanes.zero, start)
    if steps > 0 {
      rule.driveEight(from: start, steps: steps, on: surface) { step, points in
        let now = nearest(to: points, of: minima)
        since.replace(with: Double(step), where: now .!= held)
        (held, last) = (now, points)
      }
    }
    return (0..<8).map { lane in
      if !Point(last.x[lane], last.y[lane]).isFinite { return Cell(end: .diverged, steps: steps) }
      let index = Int(held[lane])
      return index < 0
        ? Cell(end: .elsewhere, steps: steps)
        : Cell(end: .minimum(index), steps: Int(since[lane]))
    }
  }

  private static func nearest(to points: Point<Lanes>, of minima: [CriticalPoint]) -> Lanes {
    var found = Lanes(repeating: -1)
    var least = Lanes(repeating: reach * reach)
    for (index, minimum) in minima.enumerated() {
      let (dx, dy) = (points.x - minimum.position.x, points.y - minimum.position.y)
      let distance = dx * dx + dy * dy
      let isNearer = distance .< least
      found.replace(with: Double(index), where: isNearer)
      least.replace(with: distance, where: isNearer)
    }
    return found
  }
}
