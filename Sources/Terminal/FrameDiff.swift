package import Drawing

#if canImport(Glibc)
  import Glibc
#endif

/// Neighbouring cells of one row.
package struct Run: Hashable, Sendable {
  package let row: Int
  package let columns: Range<Int>

  package init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

/// What changed from one frame to the next: runs in reading order that neither touch nor overlap.
///
/// A change in one half of a glyph two cells wide, before or after, takes in both halves. Frames of
/// different sizes, or no frame before, change everything.
package struct FrameDiff: Hashable, Sendable {
  package let runs: [Run]

  package init(from old: Frame?, to new: Frame) {
    let (width, height) = (new.size.width, new.size.height)
    guard let old, old.size == new.size else {
      runs = width == 0 ? [] : (0..<height).map { Run(row: $0, columns: 0..<width) }
      return
    }
    guard width > 0 else {
      runs = []
      return
    }
    runs = old.cells.withUnsafeBufferPointer { before in
      new.cells.withUnsafeBufferPointer { after in
        (0..<height).flatMap { row in
          Self.runs(
            row: row, from: before.extracting(row * width..<(row + 1) * width),
            to: after.extracting(row * width..<(row + 1) * width))
        }
      }
    }
  }

  private static func runs(
    row: Int, from before: UnsafeBufferPointer<Cell>, to after: UnsafeBufferPointer<Cell>
  ) -> [Run] {
    guard !areSameBytes(before, after, 0, count: before.count) else { return [] }
    func hasChanged(_ x: Int) -> Bool {
      !areSameBytes(before, after, x, count: 1) && before[x] != after[x]
    }
    func isRightHalf(_ x: Int) -> Bool {
      x < before.count
        && (before[x].glyph == Cell.continuation || after[x].glyph == Cell.continuation)
    }
    var runs: [Run] = []
    var x = 0
    while x < before.count {
      guard hasChanged(x) else {
        x += 1
        continue
      }
      var start = x
      while start > 0, isRightHalf(start) { start -= 1 }
      x += 1
      while x < before.count, hasChanged(x) || isRightHalf(x) { x += 1 }
      if let last = runs.last, last.columns.upperBound >= start {
        runs[runs.count - 1] = Run(row: row, columns: last.columns.lowerBound..<x)
      } else {
        runs.append(Run(row: row, columns: start..<x))
      }
    }
    return runs
  }

  /// Cells of the same bytes are equal, and this is many times faster than asking them. Padding may
  /// differ between equal cells, so other bytes mean no more than a closer look.
  private static func areSameBytes(
    _ before: UnsafeBufferPointer<Cell>, _ after: UnsafeBufferPointer<Cell>, _ x: Int, count: Int
  ) -> Bool {
    memcmp(
      before.baseAddress! + x, after.baseAddress! + x, count * MemoryLayout<Cell>.stride) == 0
  }
}

extension [Run] {
  /// The runs with what lies between two of a row, where that is little, and before one near the
  /// left side: curses may write it again rather than move the cursor over it.
  package func widened() -> [Run] {
    let reach = 16
    var widened: [Run] = []
    for run in self {
      var start = run.columns.lowerBound
      if start < reach { start = 0 }
      if let last = widened.last, last.row == run.row,
        run.columns.lowerBound - last.columns.upperBound <= reach
      {
        widened.removeLast()
        start = last.columns.lowerBound
      }
      widened.append(Run(row: run.row, columns: start..<run.columns.upperBound))
    }
    return widened
  }
}
