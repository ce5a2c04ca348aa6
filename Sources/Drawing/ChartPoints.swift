extension Chart {
  /// So few points are two dots wide: one alone is hardly seen.
  private static let fewPoints = 400

  /// The points as dots; those outside the axes are left out.
  func draw(_ points: Points, on canvas: inout Canvas) {
    for index in points.xs.indices {
      guard let dot = dot(points, index, columns: canvas.dotWidth, rows: canvas.dotHeight) else {
        continue
      }
      canvas.set(Int(dot.x), Int(dot.y))
    }
    if points.xs.count <= Self.fewPoints { canvas.thicken() }
  }

  /// The points that are set off, each a glyph in its cell.
  func light(_ points: Points, on frame: inout Frame, in plot: Rect) {
    for index in points.lit {
      guard let dot = dot(points, index, columns: plot.width * 2, rows: plot.height * 4) else {
        continue
      }
      frame.draw(
        points.litGlyph, ink: points.litInk, style: .bold, x: plot.x + Int(dot.x) / 2,
        y: plot.y + Int(dot.y) / 4)
    }
  }

  private func dot(
    _ points: Points, _ index: Int, columns: Int, rows: Int
  ) -> (x: Double, y: Double)? {
    let (x, y) = (points.xs[index], points.ys[index])
    guard (0...1).contains(xAxis.position(of: x)), (0...1).contains(yAxis.position(of: y)) else {
      return nil
    }
    return (dotX(x, columns: columns), dotY(y, rows: rows))
  }
}
