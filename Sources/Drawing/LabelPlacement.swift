/// Finds places for short texts beside the things they name, so that no text lies over another,
/// over what must stay visible, or beyond the edge.
///
/// Texts that are placed first choose first. Everything is in cells.
package struct LabelPlacement: Sendable {
  package let size: Size
  private var isTaken: [Bool]

  /// A text with its place: its first cell.
  package struct Label: Hashable, Sendable {
    package var text: String
    package var x: Int
    package var y: Int
  }

  package init(in size: Size) {
    self.size = size
    isTaken = Array(repeating: false, count: size.width * size.height)
  }

  /// Keeps texts off a cell.
  package mutating func take(x: Int, y: Int) {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return }
    isTaken[y * size.width + x] = true
  }

  /// Keeps texts off a rectangle.
  package mutating func take(_ rect: Rect) {
    for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.maxY)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(size.width, rect.maxX)) { take(x: x, y: y) }
    }
  }

  /// Keeps texts off every cell in which a canvas of this size has dots.
  package mutating func take(_ canvas: Canvas) {
    for y in 0..<min(size.height, canvas.size.height) {
      for x in 0..<min(size.width, canvas.size.width) where !canvas.isEmpty(x: x, y: y) {
        take(x: x, y: y)
      }
    }
  }

  /// Whether a rectangle lies inside and nothing is on it yet.
  package func isFree(_ rect: Rect) -> Bool {
    guard rect.x >= 0, rect.y >= 0, rect.maxX <= size.width, rect.maxY <= size.height else {
      return false
    }
    for y in rect.y..<rect.maxY {
      for x in rect.x..<rect.maxX where isTaken[y * size.width + x] { return false }
    }
    return true
  }

  /// Puts the first of some texts that finds a place at most `reach` columns away from one of the
  /// anchors there, and takes the place; `nil` if none does.
  ///
  /// A row counts as two columns, and beside is a little nearer than over or under. A nearer place
  /// is better, then an earlier anchor, then the right side. A blank cell stays free on either side
  /// of a text.
  package mutating func place(
    _ texts: [String], beside anchors: [(x: Int, y: Int)], reach: Int = 8
  ) -> Label? {
    for text in texts {
      let width = text.cellWidth
      guard width > 0, let place = nearestPlace(of: width, anchors, reach) else { continue }
      take(Rect(x: place.x - 1, y: place.y, width: width + 2, height: 1))
      return Label(text: text, x: place.x, y: place.y)
    }
    return nil
  }

  /// Puts a text at a place of one's choice, if it is free.
  package mutating func place(_ text: String, x: Int, y: Int) -> Label? {
    let width = text.cellWidth
    guard width > 0, isFree(text: width, x: x, y: y) else { return nil }
    take(Rect(x: x - 1, y: y, width: width + 2, height: 1))
    return Label(text: text, x: x, y: y)
  }

  private func nearestPlace(
    of width: Int, _ anchors: [(x: Int, y: Int)], _ reach: Int
  ) -> (x: Int, y: Int)? {
    var best: (cost: Int, x: Int, y: Int)?
    for (rank, anchor) in anchors.enumerated() {
      for rows in -(reach / 2)...(reach / 2) {
        for x in anchor.x - width - reach...anchor.x + reach + 1 {
          let y = anchor.y + rows
          let gap = max(0, x - anchor.x, anchor.x - (x + width - 1))
          // Twelve to a column: what breaks a tie is less than a step further away. Over or under
          // its anchor a text is best right over or under it.
          let lean = gap == 0 ? min(3, abs(2 * x + width - 1 - 2 * anchor.x) / 2) : 0
          let cost =
            12 * (gap + 2 * abs(rows)) + (rows == 0 ? 0 : 6) + 4 * rank + lean
            + (x < anchor.x ? 1 : 0)
          guard gap + 2 * abs(rows) <= reach, best.map({ cost < $0.cost }) ?? true,
            isFree(text: width, x: x, y: y)
          else { continue }
          best = (cost, x, y)
        }
      }
    }
    return best.map { ($0.x, $0.y) }
  }

  /// A text's own cells are inside and free, and those beside it free as far as they are inside.
  private func isFree(text width: Int, x: Int, y: Int) -> Bool {
    guard y >= 0, y < size.height, x >= 0, x + width <= size.width else { return false }
    let (first, last) = (max(0, x - 1), min(size.width - 1, x + width))
    for column in first...last where isTaken[y * size.width + column] { return false }
    return true
  }
}
