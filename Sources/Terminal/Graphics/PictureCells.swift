package import Drawing

/// A frame parted into what curses draws and what pictures show.
package struct PictureCells: Sendable {
  /// The frame with blanks where pictures are seen.
  package let frame: Frame
  /// Which picture is seen in each cell, row by row, counted from 1; 0 for none.
  package let owners: [UInt8]

  /// A blank that curses takes for a character: it never clears a line over it, nor joins it to
  /// other blanks.
  private static let blank = Cell("\u{A0}")

  /// - Parameter isLayered: pictures lie under the text, so that a paper that only stands for what
  ///   is under it can be left out.
  package init(_ frame: Frame, isLayered: Bool) {
    var (shown, owners) = (frame, [UInt8](repeating: 0, count: frame.cells.count))
    for (index, picture) in frame.pictures.enumerated() where index < 255 {
      let rect = picture.rect
      for y in max(0, rect.y)..<max(0, rect.y, min(rect.maxY, frame.size.height)) {
        for x in max(0, rect.x)..<max(0, rect.x, min(rect.maxX, frame.size.width)) {
          let cell = frame[x, y]
          if cell == picture.cells[x - rect.x, y - rect.y] {
            owners[y * frame.size.width + x] = UInt8(index + 1)
            shown[x, y] = Self.blank
          } else if isLayered, cell.style.contains(.bare) {
            shown[x, y].paper = nil
          }
        }
      }
    }
    shown.pictures = []
    (self.frame, self.owners) = (shown, owners)
  }
}

/// Brings the pictures of frames onto the glass of a terminal, beside curses.
package protocol PicturePainter {
  /// Whether pictures lie under the text.
  var isLayered: Bool { get }

  /// What takes every picture away, whatever is shown.
  var farewell: String { get }

  /// The same after a sequence that was broken off.
  var reset: String { get }

  /// The bytes that bring the pictures of a frame up to date, when curses has drawn the cells.
  ///
  /// - Parameter redrawn: the cells that curses has written to.
  mutating func bytes(for pictures: [Picture], on cells: PictureCells, redrawn: [Run]) -> [UInt8]

  /// The glass has been cleared: nothing is there any more.
  mutating func forget()
}

extension [UInt8] {
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Puts what follows at a cell, counted from 0, without curses' cursor noticing.
  mutating func appendVisit(toColumn x: Int, row y: Int, _ body: (inout [UInt8]) -> Void) {
    append("\u{1B}7")
    appendMove(toColumn: x, row: y)
    body(&self)
    append("\u{1B}8")
  }

  /// Moves the cursor to a cell, from 0.
  mutating func appendMove(toColumn x: Int, row y: Int) { append("\u{1B}[\(y + 1);\(x + 1)H") }
}
