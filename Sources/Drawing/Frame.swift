/// A picture of a whole screen: a grid of cells that panels draw on and a `Screen` shows.
///
/// Drawing outside the frame is allowed and does nothing, so panels need no bounds checks.
/// Layers are drawn bottom to top; each says glyph, ink or paper, or leaves what is there.
package struct Frame: Sendable {
  package let size: Size
  package private(set) var cells: [Cell]
  /// What a terminal with pixels shows instead of cells, the lowest first.
  package var pictures: [Picture] = []
  /// What a printed page has as lines in place of dots; `nil` on screens, which have dots.
  package var lines: [PrintedLine]?

  package init(_ size: Size, filledWith cell: Cell = Cell()) {
    self.size = size
    cells = Array(repeating: cell, count: size.width * size.height)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell in column `x` of row `y`, both from 0; a blank one outside the frame.
  package subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * size.width + x] : Cell() }
    set { if contains(x, y) { cells[y * size.width + x] = newValue } }
  }

  /// Draws on one cell; what is not said stays.
  package mutating func draw(
    _ glyph: Unicode.Scalar? = nil, ink: Color? = nil, paper: Color? = nil,
    style: Cell.Style? = nil, x: Int, y: Int
  ) {
    guard contains(x, y) else { return }
    let index = y * size.width + x
    if let glyph {
      if glyph != Cell.continuation { healWideGlyph(at: index, x) }
      cells[index].glyph = glyph
      cells[index].mark = nil
    }
    if let ink { cells[index].ink = ink }
    if let paper { cells[index].paper = paper }
    if let style { cells[index].style = style }
  }

  /// Writes a text from column `x` on and returns the columns it took, at most `maxWidth`.
  ///
  /// A glyph of two cells that would be cut, by `maxWidth` or by a side of the frame, is a space.
  /// A combining mark goes over the glyph before it, the last of several; what must not be shown is
  /// spelt (see `Spelling`), but line breaks are left out. What is not said stays.
  @discardableResult
  package mutating func write(
    _ text: String, x: Int, y: Int, ink: Color? = nil, paper: Color? = nil,
    style: Cell.Style? = nil, maxWidth: Int = .max
  ) -> Int {
    if text.isPlain { return writePlain(text, x, y, ink, paper, style, maxWidth) }
    var used = 0
    for scalar in CellScalars(text) {
      let width = scalar.cellWidth
      if width == 0 {
        if used > 0, contains(x + used - 1, y) {
          cells[y * size.width + x + used - 1].mark = scalar
        }
        continue
      }
      guard used < maxWidth else { break }
      let column = x + used
      if width == 2, used + 1 < maxWidth, column >= 0, column + 1 < size.width {
        draw(" ", ink: ink, paper: paper, style: style, x: column + 1, y: y)
        draw(scalar, ink: ink, paper: paper, style: style, x: column, y: y)
        draw(Cell.continuation, x: column + 1, y: y)
      } else {
        for half in 0..<min(width, maxWidth - used) {
          draw(
            width == 2 ? " " : scalar, ink: ink, paper: paper, style: style, x: column + half, y: y)
        }
      }
      used += min(width, maxWidth - used)
    }
    return used
  }

  /// `write` for a text whose bytes are its cells.
  private mutating func writePlain(
    _ text: String, _ x: Int, _ y: Int, _ ink: Color?, _ paper: Color?, _ style: Cell.Style?,
    _ maxWidth: Int
  ) -> Int {
    let used = max(0, min(text.utf8.count, maxWidth))
    let columns = max(0, x)..<max(0, x, min(size.width, x + used))
    guard !columns.isEmpty, y >= 0, y < size.height else { return used }
    let row = y * size.width
    healWideGlyph(at: row + columns.lowerBound, columns.lowerBound)
    healWideGlyph(at: row + columns.upperBound - 1, columns.upperBound - 1)
    var text = text
    text.withUTF8 { bytes in
      for column in columns {
        cells[row + column].glyph = Unicode.Scalar(bytes[column - x])
        cells[row + column].mark = nil
        if let ink { cells[row + column].ink = ink }
        if let paper { cells[row + column].paper = paper }
        if let style { cells[row + column].style = style }
      }
    }
    return used
  }

  /// Fills a rectangle with one cell.
  package mutating func fill(_ rect: Rect, with cell: Cell) {
    let (left, right) = (max(0, rect.x), min(size.width, rect.maxX))
    guard left < right else { return }
    for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.maxY)) {
      healWideGlyph(at: y * size.width + left, left)
      healWideGlyph(at: y * size.width + right - 1, right - 1)
      for x in left..<right { cells[y * size.width + x] = cell }
    }
  }

  /// Lays a whole picture over the cells, its top left one at (x, y).
  package mutating func paste(_ picture: Frame, x left: Int, y top: Int) {
    let columns = max(0, -left)..<max(0, -left, min(picture.size.width, size.width - left))
    let rows = max(0, -top)..<max(0, -top, min(picture.size.height, size.height - top))
    guard !columns.isEmpty, !rows.isEmpty else { return }
    cells.withUnsafeMutableBufferPointer { cells in
      picture.cells.withUnsafeBufferPointer { pasted in
        for row in rows {
          let from = pasted.baseAddress! + row * picture.size.width + columns.lowerBound
          let to = cells.baseAddress! + (top + row) * size.width + left + columns.lowerBound
          to.update(from: from, count: columns.count)
        }
      }
    }
  }

  /// A copy of the cells of a rectangle; blank ones outside the frame.
  package func part(_ rect: Rect) -> Frame {
    var part = Frame(rect.size)
    for y in 0..<rect.height {
      for x in 0..<rect.width { part.cells[y * rect.width + x] = self[rect.x + x, rect.y + y] }
    }
    return part
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.width && y < size.height
  }

  /// Overwriting one half of a glyph that is two cells wide blanks the other half.
  private mutating func healWideGlyph(at index: Int, _ x: Int) {
    if cells[index].glyph == Cell.continuation, x > 0 { cells[index - 1].glyph = " " }
    if x + 1 < size.width, cells[index + 1].glyph == Cell.continuation {
      cells[index + 1].glyph = " "
    }
  }
}

extension Frame: Equatable {
  /// Whether the cells are the same; what pictures add to them is not looked at.
  package static func == (one: Frame, other: Frame) -> Bool {
    one.size == other.size && one.cells == other.cells
  }
}
