import App
import Descent
package import Drawing
package import Files
package import Texts

/// The basins of one car as text for people, or as CSV or a NumPy array for programs.
package struct BasinsReport: Sendable {
  package enum Format: String, CaseIterable, Sendable { case text, csv, npy }

  private let strings: Strings
  private let basins: Basins
  private let cells: [Basins.Cell]
  private let car: Car
  private let title: String
  private let settings: String

  /// - Parameters:
  ///   - setup: the surface and its first car.
  ///   - size: columns and rows.
  ///   - tell: hears how many cells are done.
  package init(
    _ setup: RaceSetup, _ size: Size, steps: Int, strings: Strings,
    tell: @Sendable (Int) -> Void = { _ in }
  ) {
    let (columns, rows) = (size.width, size.height)
    self.strings = strings
    car = setup.cars[0]
    title = strings.title(of: setup.surface.about)
    settings = car.settingsText(on: setup.surface)
    let trial = Trial(of: car, on: setup.surface, steps: steps, seed: setup.seed)
    var basins = Basins(of: trial, window: setup.surface.about.window, columns: columns, rows: rows)
    let starts = basins.starts
    let outcomes = Parallel.map(starts.count, inRunsOf: Trial.startsSideBySide, tell: tell) {
      trial.outcomes(from: Array(starts[$0]))
    }
    basins.note(starts.indices, outcomes)
    self.basins = basins
    cells = basins.cells.compactMap(\.self)
  }

  /// A letter for each cell, small where it took more than half of the steps of the slowest.
  package func text() -> String {
    let slowest = cells.map(\.steps).max() ?? 0
    let columns = basins.columns
    var lines = (0..<basins.rows).map { row in
      String(cells[row * columns..<(row + 1) * columns].map { letter(of: $0, slowest) })
    }
    lines.append("\(title)  \(car.name): \(settings)")
    for (index, minimum) in basins.minima.enumerated() {
      let count = cells.count { $0.end == .minimum(index) }
      guard count > 0 else { continue }
      lines.append(
        strings(
          .basinsMinimum,
          [
            "letter": String(Self.letter(index)), "count": "\(count)",
            "x": NumberText.fixed(minimum.position.x, decimals: 3),
            "y": NumberText.fixed(minimum.position.y, decimals: 3),
            "loss": NumberText.brief(minimum.value),
          ]))
    }
    let others: [(Text, Trial.End)] = [
      (.basinsElsewhere, .elsewhere), (.basinsLeft, .left), (.basinsOverflowed, .overflowed),
      (.basinsUndefined, .undefined),
    ]
    for (text, end) in others {
      let count = cells.count { $0.end == end }
      if count > 0 { lines.append(strings(text, ["count": "\(count)"])) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func letter(of cell: Basins.Cell, _ slowest: Int) -> Character {
    switch cell.end {
    case .minimum(let index):
      let letter = Self.letter(index)
      return 2 * cell.steps > slowest ? Character(letter.lowercased()) : letter
    case .elsewhere: return "."
    case .left: return "!"
    case .overflowed: return "#"
    case .undefined: return "?"
    }
  }

  /// A to Z; beyond them all are `*`.
  private static func letter(_ index: Int) -> Character {
    index < 26 ? Character(Unicode.Scalar(UInt8(65 + index))) : "*"
  }

  /// A line a cell: where it starts, the number of the minimum (−1 for none, −2 where the car has
  /// left, −3 where its numbers overflowed, −4 where the surface is undefined), its place, and the
  /// steps.
  package func writeCSV(to write: (String) -> Void) {
    write("x,y,minimum,minimum_x,minimum_y,steps\n")
    for (start, cell) in zip(basins.starts, cells) {
      var place = ","
      if case .minimum(let index) = cell.end {
        let position = basins.minima[index].position
        place = "\(position.x),\(position.y)"
      }
      write("\(start.x),\(start.y),\(number(of: cell)),\(place),\(cell.steps)\n")
    }
  }

  private func number(of cell: Basins.Cell) -> Int {
    switch cell.end {
    case .minimum(let index): index
    case .elsewhere: -1
    case .left: -2
    case .overflowed: -3
    case .undefined: -4
    }
  }

  /// An array of 2 × rows × columns 32-bit integers, version 1.0 of NumPy's format: the numbers of
  /// the minima, then the steps; the first row is the top one.
  package func npy() -> [UInt8] {
    var bytes = NumPyArray.header("<i4", shape: [2, UInt(basins.rows), UInt(basins.columns)])
    for numbers in [cells.map(number), cells.map(\.steps)] {
      for number in numbers {
        let bits = UInt32(bitPattern: Int32(truncatingIfNeeded: number))
        bytes += (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
      }
    }
    return bytes
  }
}
