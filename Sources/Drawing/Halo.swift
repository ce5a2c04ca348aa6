/// The shade around lines that must stand out: full beside them, and fading away from them, so that
/// no square of a cell shows.
///
/// Each half cell of a map has a level, 0 (none) … `levels` (full), by its distance from the
/// nearest dot.
package struct Halo: Sendable {
  package static let levels = 6
  /// Dots from a line within which the halo is full: more than half a cell, so that what stands in
  /// a cell with dots stands on the full halo.
  private static let full = 2.6
  /// Where it ends.
  private static let reach = 5.4
  /// Half cells that far.
  private static let span = 3

  /// In cells.
  package let size: Size
  /// Row by row, two rows a cell.
  private var values: [UInt8]

  package init(_ size: Size) {
    self.size = size
    values = Array(repeating: 0, count: size.width * size.height * 2)
  }

  /// The level of a half cell; 0 outside.
  @inline(__always)
  package func level(x: Int, row: Int) -> Int {
    guard x >= 0, row >= 0, x < size.width, row < 2 * size.height else { return 0 }
    return Int(values[row * size.width + x])
  }

  /// The level of a whole cell, where its halves cannot differ.
  package func level(x: Int, y: Int) -> Int {
    max(level(x: x, row: 2 * y), level(x: x, row: 2 * y + 1))
  }

  /// Lays the halo around the dots of a canvas of this size.
  package mutating func add(around canvas: Canvas) {
    guard canvas.size == size else { return }
    let (width, rows, side) = (size.width, 2 * size.height, 2 * Self.span + 1)
    values.withUnsafeMutableBufferPointer { values in
      canvas.forEachCellWithDots { x, y, pattern in
        // The two columns and rows of dots of each half stand a dot apart: each has its own stamp.
        for half in 0..<2 {
          let row = 2 * y + half
          for place in 0..<4 where pattern & Self.places[half][place] != 0 {
            let stamp = Self.stamps[place]
            for j in max(-Self.span, -row)...min(Self.span, rows - 1 - row) {
              let line = (row + j) * width + x
              let from = (j + Self.span) * side + Self.span
              for i in max(-Self.span, -x)...min(Self.span, width - 1 - x) {
                values[line + i] = max(values[line + i], stamp[from + i])
              }
            }
          }
        }
      }
    }
  }

  /// The bits of the upper and the lower half's four dots: row by row.
  private static let places: [[UInt8]] = [
    [0b0000_0001, 0b0000_1000, 0b0000_0010, 0b0001_0000],
    [0b0000_0100, 0b0010_0000, 0b0100_0000, 0b1000_0000],
  ]

  /// The levels around each of the four dots of a half cell.
  private static let stamps: [[UInt8]] = [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)]
    .map { x, y in
      (-span...span).flatMap { j in
        (-span...span).map { i in
          let (dx, dy) = (Double(2 * i) - x, Double(2 * j) - y)
          let away = ((dx * dx + dy * dy).squareRoot() - full) / (reach - full)
          let t = 1 - min(max(0, away), 1)
          return UInt8((t * t * (3 - 2 * t) * Double(levels)).rounded())
        }
      }
    }
}
