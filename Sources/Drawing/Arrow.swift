/// A straight line with a head, in dots.
package struct Arrow: Hashable, Sendable {
  package var fromX: Double
  package var fromY: Double
  package var toX: Double
  package var toY: Double
  /// Length of the head's two strokes in dots; never more than half the arrow.
  package var head: Double
  /// Whether the head is a solid triangle, slimmer than its two strokes would be.
  package var isSolid = false
  package var dash = Dash.solid

  /// What of a line is drawn, in dots along it.
  package struct Dash: Hashable, Sendable {
    package var on: Double
    package var off: Double

    package static let solid = Dash(on: 1, off: 0)

    /// - Parameter on: more than 0.
    package init(on: Double, off: Double) {
      self.on = on
      self.off = off
    }
  }

  package init(
    fromX: Double, fromY: Double, toX: Double, toY: Double, head: Double = 4
  ) {
    self.fromX = fromX
    self.fromY = fromY
    self.toX = toX
    self.toY = toY
    self.head = head
  }

  /// An arrow between two plane points.
  package init(
    from: (x: Double, y: Double), to: (x: Double, y: Double), through viewport: Viewport,
    head: Double = 4
  ) {
    let (start, end) = (viewport.dot(x: from.x, y: from.y), viewport.dot(x: to.x, y: to.y))
    self.init(fromX: start.x, fromY: start.y, toX: end.x, toY: end.y, head: head)
  }

  /// Draws the line and, where the arrow is at least 3 dots long, the head.
  package func draw(on canvas: inout Canvas) {
    let (dx, dy) = (toX - fromX, toY - fromY)
    let length = (dx * dx + dy * dy).squareRoot()
    drawLine(on: &canvas, dx, dy, length)
    guard length >= 3, length.isFinite else { return }
    let stroke = min(head, length / 2) / length
    guard !isSolid else { return fillHead(on: &canvas, dx * stroke, dy * stroke) }
    // Back from the tip, turned by 30° to either side: (cos, sin) = (√3/2, ±1/2).
    let (backX, backY) = (-dx * stroke * 0.8660254037844386, -dy * stroke * 0.8660254037844386)
    let (sideX, sideY) = (-dy * stroke * 0.5, dx * stroke * 0.5)
    canvas.line(from: toX, toY, to: toX + backX + sideX, toY + backY + sideY)
    canvas.line(from: toX, toY, to: toX + backX - sideX, toY + backY - sideY)
  }

  /// The lines that make the arrow where they can be drawn as they are: its dashes, and its head.
  package var strokes: [(from: (x: Double, y: Double), to: (x: Double, y: Double))] {
    let (dx, dy) = (toX - fromX, toY - fromY)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0, length < 1e5 else { return [] }
    func place(_ along: Double) -> (x: Double, y: Double) {
      (fromX + dx * along / length, fromY + dy * along / length)
    }
    var strokes: [(from: (x: Double, y: Double), to: (x: Double, y: Double))] = []
    var start = 0.0
    while start < length {
      let end = dash.off > 0 ? min(length, start + dash.on) : length
      strokes.append((place(start), place(end)))
      start = end + dash.off
    }
    guard length >= 3 else { return strokes }
    let stroke = min(head, length / 2) / length
    let (backX, backY) = (-dx * stroke * 0.866, -dy * stroke * 0.866)
    let (sideX, sideY) = (-dy * stroke * 0.5, dx * stroke * 0.5)
    let tip = (x: toX, y: toY)
    strokes.append((tip, (toX + backX + sideX, toY + backY + sideY)))
    strokes.append((tip, (toX + backX - sideX, toY + backY - sideY)))
    return strokes
  }

  /// A triangle of lines from the tip; (dx, dy) is its height, half of it its base.
  private func fillHead(on canvas: inout Canvas, _ dx: Double, _ dy: Double) {
    let steps = max(1, Int((2 * head).rounded(.up)))
    for step in -steps...steps {
      let side = 0.4 * Double(step) / Double(steps)
      canvas.line(from: toX, toY, to: toX - dx - side * dy, toY - dy + side * dx)
    }
  }

  private func drawLine(on canvas: inout Canvas, _ dx: Double, _ dy: Double, _ length: Double) {
    // Nobody counts the dashes of a line that is mostly outside.
    let reach = Double(8 * (canvas.dotWidth + canvas.dotHeight))
    guard dash.off > 0, dash.on > 0, length > 0, length < reach else {
      return canvas.line(from: fromX, fromY, to: toX, toY)
    }
    var place = 0.0
    while place < length {
      let end = min(length, place + dash.on - 1)
      canvas.line(
        from: fromX + dx * place / length, fromY + dy * place / length,
        to: fromX + dx * end / length, fromY + dy * end / length)
      place += dash.on + dash.off
    }
  }

  /// The nearest of eight arrow glyphs for a direction on the glass; `•` if there is none.
  package static func glyph(right: Double, down: Double) -> Unicode.Scalar {
    let (width, height) = (right.magnitude, down.magnitude)
    guard width > 0 || height > 0, width.isFinite, height.isFinite else { return "•" }
    let flat = 0.41421356237309503  // tan 22.5°
    if height <= flat * width { return right > 0 ? "→" : "←" }
    if width <= flat * height { return down > 0 ? "↓" : "↑" }
    return right > 0 ? (down > 0 ? "↘" : "↗") : (down > 0 ? "↙" : "↖")
  }
}
