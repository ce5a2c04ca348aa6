/// Where a car comes to rest from every cell of a map, known cell by cell: a coarse picture first.
package struct Basins: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  package let minima: [CriticalPoint]
  /// The middle of each cell.
  package let starts: [Point<Double>]
  /// `rows` × `columns`, row by row from the top (greatest y), left to right; `nil` where nothing
  /// has driven from yet.
  package private(set) var cells: [Cell?]
  /// How many cells are known.
  package private(set) var count = 0

  package struct Cell: Hashable, Sendable {
    package let end: Trial.End
    /// Steps until it was there for good; all of them for a car that has not arrived.
    package let steps: Int

    package init(end: Trial.End, steps: Int) { (self.end, self.steps) = (end, steps) }
  }

  /// No cell of them is known.
  ///
  /// - Parameters:
  ///   - window: its cells' middles are the starts.
  ///   - columns, rows: at least 1 each.
  package init(of trial: Trial, window: Window, columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    minima = trial.minima
    starts = window.lattice(columns: columns, rows: rows)
    cells = Array(repeating: nil, count: columns * rows)
  }

  package var isComplete: Bool { count == cells.count }

  package subscript(column: Int, row: Int) -> Cell? { cells[row * columns + column] }

  /// What stands for a cell until it is known.
  package func nearest(column: Int, row: Int) -> Cell? {
    CoarseToFine(columns: columns, rows: rows).nearest(column: column, row: row, in: cells)
  }

  /// Every cell once, in the order that makes a coarse picture first.
  package var order: [Int] { CoarseToFine(columns: columns, rows: rows).order }

  /// Takes in what became of some cells' starts.
  package mutating func note(_ indices: some Collection<Int>, _ outcomes: [Trial.Outcome]) {
    for (index, outcome) in zip(indices, outcomes) {
      if cells[index] == nil { count += 1 }
      cells[index] = Cell(end: outcome.end, steps: outcome.steps)
    }
  }
}
