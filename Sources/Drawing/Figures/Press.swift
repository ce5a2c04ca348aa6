/// What pages are printed with: one press makes pixels, another one drawings.
///
/// Places and sizes are in pixels of the page. What is drawn later lies over what was drawn before.
package protocol Press {
  /// Fills a rectangle.
  mutating func fill(_ box: Box, _ ink: Color)

  /// Fills what an odd number of outlines has inside.
  mutating func fill(_ outlines: [[Place]], _ ink: Color)

  /// Draws lines with a round pen.
  ///
  /// - Parameter opacity: 0…1; where lines of one call cross, nothing is laid twice.
  mutating func stroke(_ lines: [[Place]], width: Double, _ ink: Color, opacity: Double)

  mutating func write(_ text: PrintedText)

  /// Shows an image in a rectangle.
  mutating func show(_ image: PixelImage, in box: Box)

  /// Draws the picture of some cells, its top left corner at a place.
  mutating func show(_ picture: Picture, at corner: Place, of cell: CellPixels)

  /// Whatever is drawn meanwhile is cut at the sides of a rectangle.
  mutating func within(_ box: Box, _ draw: (inout Self) -> Void)
}

/// A rectangle of a page, in pixels.
package struct Box: Hashable, Sendable {
  package var x, y, width, height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }
}

/// Letters side by side in the cells of one row, all in one ink and equally wide.
package struct PrintedText: Sendable {
  /// The top left corner of the first cell.
  package var corner: Place
  /// The size of a cell.
  package var cell: CellPixels
  package var letters: [Letter]
  package var ink: Color
  package var isBold: Bool
  /// What surrounds the letters where they stand on a picture.
  package var rim: Color?

  package struct Letter: Hashable, Sendable {
    package var glyph: Unicode.Scalar
    /// A combining mark over it.
    package var mark: Unicode.Scalar?
    /// Cells from the first one.
    package var column: Int
    /// 1 or 2.
    package var columns: Int
  }

  /// Cells that it takes.
  package var columns: Int { letters.last.map { $0.column + $0.columns } ?? 0 }
}

extension Press {
  /// Draws a picture out of its parts: ground, lines, marks.
  package mutating func show(_ picture: Picture, at corner: Place, of cell: CellPixels) {
    let (width, height) = cell.pixels(of: picture.rect.size)
    let box = Box(x: corner.x, y: corner.y, width: Double(width), height: Double(height))
    within(box) { press in
      press.show(picture.ground.image, in: box)
      for line in picture.ground.lines + picture.lines {
        press.draw(line, from: corner, of: cell)
      }
      for mark in picture.marks { press.draw(mark, from: corner) }
    }
  }

  /// Draws a line whose places are in cells.
  mutating func draw(_ line: PrintedLine, from corner: Place, of cell: CellPixels) {
    let places = [
      line.places.map {
        Place(corner.x + $0.x * Double(cell.width), corner.y + $0.y * Double(cell.height))
      }
    ]
    if let halo = line.halo {
      stroke(places, width: halo.width * cell.unit, halo.color, opacity: halo.strength)
    }
    stroke(places, width: line.width * cell.unit, line.ink, opacity: 1)
  }

  private mutating func draw(_ mark: PixelMark, from corner: Place) {
    switch mark.form {
    case .sign(let shape, let x, let y, let radius):
      let outlines = shape.outlines(at: Place(corner.x + x, corner.y + y), radius: radius)
      if mark.rimWidth > 0 {
        stroke(outlines.map { $0 + [$0[0]] }, width: 2 * mark.rimWidth, mark.rim, opacity: 1)
      }
      fill(outlines, mark.color)
    case .line(let x0, let y0, let x1, let y1, let width):
      let line = [[Place(corner.x + x0, corner.y + y0), Place(corner.x + x1, corner.y + y1)]]
      if mark.rimWidth > 0 {
        stroke(line, width: width + 2 * mark.rimWidth, mark.rim, opacity: 1)
      }
      stroke(line, width: width, mark.color, opacity: 1)
    }
  }
}
