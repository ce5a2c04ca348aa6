/// Prints frames: the page is the screen, with letters, lines and signs in place of cells.
package struct FramePrint {
  /// The pixels of a cell.
  package let cell: CellPixels
  /// Where the top left cell begins on the page.
  package let corner: Place
  /// The colour of the page, and of letters that have none.
  package let paper, ink: Color

  package init(cell: CellPixels, corner: Place, paper: Color, ink: Color) {
    (self.cell, self.corner, self.paper, self.ink) = (cell, corner, paper, ink)
  }

  /// Lays a frame on a page that is clean.
  package func lay(_ frame: Frame, on press: inout some Press) {
    let owners = owners(of: frame)
    for picture in frame.pictures {
      press.show(picture, at: place(picture.rect.x, picture.rect.y), of: cell)
    }
    layPapers(of: frame, owners, on: &press)
    for line in frame.lines ?? [] { press.draw(line, from: corner, of: cell) }
    for y in 0..<frame.size.height {
      var row = RowPrint(self, y)
      for x in 0..<frame.size.width where owners[y * frame.size.width + x] != .picture {
        let owner = owners[y * frame.size.width + x]
        row.take(frame[x, y], x, onPicture: owner == .letter, on: &press)
      }
      row.finish(on: &press)
    }
  }

  /// What is seen in a cell.
  private enum Owner { case page, picture, letter }

  /// A cell that is what a picture stands for shows the picture; another one stands above it.
  private func owners(of frame: Frame) -> [Owner] {
    var owners = [Owner](repeating: .page, count: frame.cells.count)
    for picture in frame.pictures {
      let rect = picture.rect
      for y in max(0, rect.y)..<max(0, rect.y, min(rect.maxY, frame.size.height)) {
        for x in max(0, rect.x)..<max(0, rect.x, min(rect.maxX, frame.size.width)) {
          let isPicture = frame[x, y] == picture.cells[x - rect.x, y - rect.y]
          owners[y * frame.size.width + x] = isPicture ? .picture : .letter
        }
      }
    }
    return owners
  }

  /// The colours behind letters, in strips as long as they can be.
  private func layPapers(of frame: Frame, _ owners: [Owner], on press: inout some Press) {
    for y in 0..<frame.size.height {
      var (start, color) = (0, Color?.none)
      for x in 0...frame.size.width {
        let next =
          x < frame.size.width ? paper(of: frame[x, y], owners[y * frame.size.width + x]) : nil
        guard next != color || x == frame.size.width else { continue }
        if let color { press.fill(box(start, y, columns: x - start), color) }
        (start, color) = (x, next)
      }
    }
  }

  /// `nil` where what is under the cell is seen.
  private func paper(of cell: Cell, _ owner: Owner) -> Color? {
    guard owner != .picture, !(owner == .letter && cell.style.contains(.bare)) else { return nil }
    let color = (cell.style.contains(.reverse) ? cell.ink ?? ink : cell.paper) ?? paper
    return color == paper && owner == .page ? nil : color
  }

  func place(_ x: Int, _ y: Int) -> Place {
    Place(corner.x + Double(x * cell.width), corner.y + Double(y * cell.height))
  }

  func box(_ x: Int, _ y: Int, columns: Int) -> Box {
    let place = place(x, y)
    return Box(
      x: place.x, y: place.y, width: Double(columns * cell.width), height: Double(cell.height))
  }
}

/// The glyphs of one row, from left to right: letters that go together are written at once.
private struct RowPrint {
  private let print: FramePrint
  private let y: Int
  private var text: PrintedText?

  /// So many blanks do not part a text.
  private static let gap = 1

  init(_ print: FramePrint, _ y: Int) { (self.print, self.y) = (print, y) }

  mutating func take(_ cell: Cell, _ x: Int, onPicture: Bool, on press: inout some Press) {
    let isReverse = cell.style.contains(.reverse)
    let ink = (isReverse ? cell.paper ?? print.paper : cell.ink) ?? print.ink
    if cell.style.contains(.underline) { underline(x, ink, on: &press) }
    guard cell.glyph != " ", cell.glyph != "\u{A0}", cell.glyph != Cell.continuation else { return }
    if let sign = PrintedSign(cell.glyph) {
      sign.draw(in: print.box(x, y, columns: 1), of: print.cell, ink, cell, print, on: &press)
      return
    }
    let columns = max(1, cell.glyph.cellWidth)
    let rim = onPicture && cell.style.contains(.bare) ? cell.paper : nil
    let isBold = cell.style.contains(.bold)
    if let text,
      text.ink != ink || text.isBold != isBold || text.rim != rim
        || x - startColumn - text.columns > Self.gap || text.letters.last?.columns != columns
    {
      finish(on: &press)
    }
    if text == nil {
      startColumn = x
      text = PrintedText(
        corner: print.place(x, y), cell: print.cell, letters: [], ink: ink, isBold: isBold,
        rim: rim)
    }
    text?.letters.append(
      PrintedText.Letter(
        glyph: cell.glyph, mark: cell.mark, column: x - startColumn, columns: columns))
  }

  private var startColumn = 0

  mutating func finish(on press: inout some Press) {
    if let text { press.write(text) }
    text = nil
  }

  private func underline(_ x: Int, _ ink: Color, on press: inout some Press) {
    let box = print.box(x, y, columns: 1)
    let thickness = max(1, print.cell.unit)
    press.fill(
      Box(
        x: box.x, y: box.y + box.height * 0.9 - thickness / 2, width: box.width,
        height: thickness), ink)
  }
}
