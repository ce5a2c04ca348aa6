/// A straight stretch of a line, in pixels; pixel (i, j) has its middle at (i + ½, j + ½).
struct PixelSegment {
  let x0, y0, x1, y1: Double
  private let dx, dy: Double
  private let perLength: Double

  init(from x0: Double, _ y0: Double, to x1: Double, _ y1: Double) {
    (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
    (dx, dy) = (x1 - x0, y1 - y0)
    let square = dx * dx + dy * dy
    perLength = square > 0 ? 1 / square : 0
  }

  /// The part of the stretch between two places that is at most `margin` pixels outside a picture;
  /// `nil` if none is, or if a place is not finite.
  init?(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), width: Int, height: Int,
    margin: Double
  ) {
    guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite,
      let (from, to) = Pen.clip(
        (start.x + margin, start.y + margin), (end.x + margin, end.y + margin),
        Double(width) + 2 * margin, Double(height) + 2 * margin)
    else { return nil }
    self.init(from: from.0 - margin, from.1 - margin, to: to.0 - margin, to.1 - margin)
  }

  /// Squared distance of a place from the stretch.
  @inline(__always)
  private func squaredDistance(_ x: Double, _ y: Double) -> Double {
    let (ax, ay) = (x - x0, y - y0)
    let t = min(1, max(0, (ax * dx + ay * dy) * perLength))
    let (bx, by) = (ax - t * dx, ay - t * dy)
    return bx * bx + by * by
  }

  /// Visits every pixel of a rectangle whose middle is nearer than `reach`, row by row.
  ///
  /// - Parameter visit: is given column and row within the rectangle, and the distance in pixels.
  @inline(__always)
  func forEachPixel(
    within reach: Double, left: Int, top: Int, width: Int, height: Int,
    _ visit: (_ x: Int, _ y: Int, _ distance: Double) -> Void
  ) {
    let first = max(top, Int((min(y0, y1) - reach).rounded(.down)))
    let last = min(top + height - 1, Int((max(y0, y1) + reach).rounded(.down)))
    guard first <= last else { return }
    let (least, most) = (min(x0, x1) - reach, max(x0, x1) + reach)
    // How far a row reaches to both sides of where it meets the line.
    let isFlat = dy.magnitude < 1e-9
    let aside = isFlat ? 0 : reach * (dx * dx + dy * dy).squareRoot() / dy.magnitude
    let limit = reach * reach
    for y in first...last {
      let middle = Double(y) + 0.5
      var (from, to) = (least, most)
      if !isFlat {
        let x = x0 + (middle - y0) * dx / dy
        (from, to) = (max(from, x - aside), min(to, x + aside))
      }
      let start = max(left, Int(from.rounded(.down)))
      let end = min(left + width - 1, Int(to.rounded(.down)))
      guard start <= end else { continue }
      for x in start...end {
        let square = squaredDistance(Double(x) + 0.5, middle)
        if square < limit { visit(x - left, y - top, square.squareRoot()) }
      }
    }
  }

  /// Whether the stretch comes nearer than `reach` to a rectangle, or may.
  func mayTouch(left: Int, top: Int, width: Int, height: Int, reach: Double) -> Bool {
    let (halfX, halfY) = (Double(width) / 2, Double(height) / 2)
    let far = reach + (halfX * halfX + halfY * halfY).squareRoot()
    return squaredDistance(Double(left) + halfX, Double(top) + halfY) < far * far
  }
}
