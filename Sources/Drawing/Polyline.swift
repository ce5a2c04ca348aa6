/// A long path of plane points, such as the trail of a car.
package struct Polyline: Sendable {
  package let xs: [Double]
  package let ys: [Double]
  /// The points that are drawn.
  package let range: Range<Int>

  /// A path through (xs[i], ys[i]) for i in `range`, cut to the points there are.
  package init(xs: [Double], ys: [Double], range: Range<Int>? = nil) {
    self.xs = xs
    self.ys = ys
    let all = 0..<min(xs.count, ys.count)
    self.range = range?.clamped(to: all) ?? all
  }

  /// Draws the path one dot wide. It breaks at points that are not finite and is cut at the
  /// canvas's border; points on the same dot cost a few nanoseconds each.
  package func draw(on canvas: inout Canvas, through viewport: Viewport) {
    var pen = Pen()
    draw(on: &canvas, through: viewport, with: &pen)
    canvas.draw { dots in pen.lift(from: dots) }
  }

  /// Draws on from where the pen is, and leaves it there.
  func draw(on canvas: inout Canvas, through viewport: Viewport, with pen: inout Pen) {
    let perDotX = 1 / viewport.unitsPerDot
    let perDotY = 1 / viewport.unitsPerDotDown
    let (width, height) = (Double(viewport.size.width), Double(viewport.size.height * 2))
    let (centerX, centerY) = (viewport.centerX, viewport.centerY)
    canvas.draw { dots in
      xs.withUnsafeBufferPointer { xs in
        ys.withUnsafeBufferPointer { ys in
          for index in range {
            pen.line(
              to: width + (xs[index] - centerX) * perDotX,
              height - (ys[index] - centerY) * perDotY, on: dots)
          }
        }
      }
    }
  }
}
