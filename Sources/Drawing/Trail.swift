/// A path that grows, as the way of a car does, on one map: what is new of it is drawn on from
/// where the pen was, so that a long path costs no more than a short one.
package struct Trail: Sendable {
  package let viewport: Viewport
  /// The dots of all points so far, save those that the pen still holds.
  private var canvas: Canvas
  private var pen = Pen()
  /// The points drawn.
  private var xs: [Double] = []
  private var ys: [Double] = []

  package init(through viewport: Viewport) {
    self.viewport = viewport
    canvas = Canvas(viewport.size)
  }

  /// The first `count` points of a path, just as a `Polyline` draws them.
  ///
  /// A path that does not begin with the points drawn so far (driven back, another race) is drawn
  /// from its start again.
  package mutating func drawn(xs: [Double], ys: [Double], count: Int) -> Canvas {
    let count = min(count, xs.count, ys.count)
    if !(self.xs.isStart(of: xs, within: count) && self.ys.isStart(of: ys, within: count)) {
      self = Trail(through: viewport)
    }
    let new = self.xs.count..<count
    Polyline(xs: xs, ys: ys, range: new).draw(on: &canvas, through: viewport, with: &pen)
    self.xs += xs[new]
    self.ys += ys[new]
    var (canvas, pen) = (canvas, pen)
    canvas.draw { dots in pen.lift(from: dots) }
    return canvas
  }
}

extension [Double] {
  /// Whether the first numbers of `longer`, of which only `limit` count, are these, bit for bit.
  func isStart(of longer: [Double], within limit: Int) -> Bool {
    guard count <= limit else { return false }
    var difference: UInt64 = 0
    withUnsafeBufferPointer { some in
      longer.withUnsafeBufferPointer { all in
        for index in some.indices {
          difference |= some[index].bitPattern ^ all[index].bitPattern
        }
      }
    }
    return difference == 0
  }
}
