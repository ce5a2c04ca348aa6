/// One contour line: the places of one level, in dots, in walking order with the higher ground
/// always on the same side.
package struct Contour: Sendable {
  package let level: Double
  /// Dot coordinates; as many as `ys`, at least two.
  package let xs: [Double]
  package let ys: [Double]
  /// Whether the last place is the first one again.
  package let isClosed: Bool

  /// The lines of all levels over a grid, by marching squares with linear interpolation.
  ///
  /// Where two lines could join a square's sides (a saddle), its mean height decides. Squares with
  /// a corner that is infinite or has no height have no lines. Cost: one look at each square for
  /// each level.
  package static func lines(over grid: HeightGrid, at levels: [Double]) -> [Contour] {
    guard grid.columns > 1, grid.rows > 1 else { return [] }
    var squares = MarchingSquares(grid)
    var lines: [Contour] = []
    for level in levels where level.isFinite { squares.collect(level, into: &lines) }
    return lines
  }

  /// Draws the line one dot wide.
  ///
  /// Every stretch is sampled at 1/8, 3/8, 5/8 and 7/8: the crossings themselves lie on the border
  /// between two dots, and to round them would push all lines right and down.
  package func draw(on canvas: inout Canvas) {
    canvas.draw(draw)
  }

  private func draw(on dots: Canvas.Dots) {
    var pen = Pen()
    // A ring is joined by walking over the seam: into it without ink, and beyond it.
    let joins = isClosed && xs.count > 8
    if joins {
      pen.isDry = true
      for index in xs.count - 4..<xs.count - 1 { stretch(index, pen: &pen, on: dots) }
      pen.isDry = false
    }
    for index in xs.indices.dropLast() { stretch(index, pen: &pen, on: dots) }
    if joins {
      for index in 0..<2 { stretch(index, pen: &pen, on: dots) }
      pen.isDry = true
    }
    pen.lift(from: dots)
  }

  private func stretch(_ index: Int, pen: inout Pen, on dots: Canvas.Dots) {
    let (x, y) = (xs[index], ys[index])
    let (dx, dy) = ((xs[index + 1] - x) * 0.125, (ys[index + 1] - y) * 0.125)
    pen.line(to: x + dx, y + dy, on: dots)
    pen.line(to: x + 3 * dx, y + 3 * dy, on: dots)
    pen.line(to: x + 5 * dx, y + 5 * dy, on: dots)
    pen.line(to: x + 7 * dx, y + 7 * dy, on: dots)
  }

  /// Length in dots.
  package var length: Double {
    var sum = 0.0
    for index in xs.indices.dropFirst() {
      let (dx, dy) = (xs[index] - xs[index - 1], ys[index] - ys[index - 1])
      sum += (dx * dx + dy * dy).squareRoot()
    }
    return sum
  }
}
