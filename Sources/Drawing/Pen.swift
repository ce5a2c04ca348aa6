/// Draws joined lines dot by dot, so that they stay one dot wide where they meet.
///
/// A dot is put down only when the next one is known: a dot that merely fills the inside of a
/// step (its neighbours touch at their corners) is left out.
struct Pen {
  /// Where the pen is, in dots; meaningless while it is up.
  private var (x, y) = (0.0, 0.0)
  private var isDown = false
  /// Whether the pen moves without leaving dots.
  var isDry = false
  /// The dot waiting to be put down and the one before it.
  private var held: Dot?
  private var before: Dot?

  private enum Side { case left, right, top, bottom }

  private struct Dot: Equatable {
    var x: Int
    var y: Int
  }

  /// Starts a new line.
  mutating func move(to x: Double, _ y: Double, on canvas: inout Canvas) {
    lift(from: &canvas)
    isDown = x.isFinite && y.isFinite
    (self.x, self.y) = (x, y)
    if isDown, x >= 0, y >= 0, x < Double(canvas.dotWidth), y < Double(canvas.dotHeight) {
      held = Dot(x: Int(x), y: Int(y))
    }
  }

  /// Goes on to a place; a place that is not finite ends the line.
  @inline(__always)
  mutating func line(to x: Double, _ y: Double, on canvas: inout Canvas) {
    let (right, bottom) = (Double(canvas.dotWidth), Double(canvas.dotHeight))
    if isDown, x >= 0, y >= 0, x < right, y < bottom, let held, held == Dot(x: Int(x), y: Int(y)) {
      (self.x, self.y) = (x, y)
      return
    }
    advance(to: x, y, right, bottom, on: &canvas)
  }

  private mutating func advance(
    to x: Double, _ y: Double, _ right: Double, _ bottom: Double, on canvas: inout Canvas
  ) {
    guard isDown, x.isFinite, y.isFinite, right > 0, bottom > 0 else {
      move(to: x, y, on: &canvas)
      return
    }
    let start = (self.x, self.y)
    (self.x, self.y) = (x, y)
    guard let (from, to) = Self.clip(start, (x, y), right, bottom) else {
      put(&canvas)
      return
    }
    let (columns, rows) = (canvas.dotWidth, canvas.dotHeight)
    stroke(
      from: Dot(x: min(Int(from.0), columns - 1), y: min(Int(from.1), rows - 1)),
      to: Dot(x: min(Int(to.0), columns - 1), y: min(Int(to.1), rows - 1)), on: &canvas)
  }

  /// Ends the line.
  mutating func lift(from canvas: inout Canvas) {
    put(&canvas)
    isDown = false
  }

  private mutating func put(_ canvas: inout Canvas) {
    if let held, !isDry { canvas.set(held.x, held.y) }
    held = nil
    before = nil
  }

  /// Bresenham's line between two dots on the canvas.
  private mutating func stroke(from: Dot, to: Dot, on canvas: inout Canvas) {
    if from != held {
      put(&canvas)
      held = from
    }
    let (dx, dy) = (abs(to.x - from.x), -abs(to.y - from.y))
    let (stepX, stepY) = (to.x < from.x ? -1 : 1, to.y < from.y ? -1 : 1)
    var (dot, error) = (from, dx + dy)
    while dot != to {
      let twice = 2 * error
      if twice >= dy {
        error += dy
        dot.x += stepX
      }
      if twice <= dx {
        error += dx
        dot.y += stepY
      }
      hold(dot, on: &canvas)
    }
  }

  @inline(__always)
  private mutating func hold(_ dot: Dot, on canvas: inout Canvas) {
    guard let held else { return self.held = dot }
    if let before, abs(dot.x - before.x) == 1, abs(dot.y - before.y) == 1,
      (held.x == before.x && held.y == dot.y) || (held.y == before.y && held.x == dot.x)
    {
      self.held = dot
      return
    }
    if !isDry { canvas.set(held.x, held.y) }
    before = held
    self.held = dot
  }

  /// The part of a line inside 0…right × 0…bottom (Liang and Barsky 1984); `nil` if none is.
  ///
  /// Measured from the end that is nearer, so that a line to a place 1e300 dots away leaves by the
  /// right dot; in quarters, so that no difference overflows.
  private static func clip(
    _ start: (Double, Double), _ end: (Double, Double), _ right: Double, _ bottom: Double
  ) -> (from: (Double, Double), to: (Double, Double))? {
    func isInside(_ p: (Double, Double)) -> Bool {
      p.0 >= 0 && p.1 >= 0 && p.0 <= right && p.1 <= bottom
    }
    if isInside(start), isInside(end) { return (start, end) }
    let swaps =
      max(end.0.magnitude, end.1.magnitude) < max(start.0.magnitude, start.1.magnitude)
    let (a, b) = swaps ? (end, start) : (start, end)
    let (dx, dy) = (b.0 * 0.25 - a.0 * 0.25, b.1 * 0.25 - a.1 * 0.25)
    var (enter, leave) = (0.0, 1.0)
    var (entrance, exit): (Side?, Side?) = (nil, nil)
    func cut(_ direction: Double, _ room: Double, _ side: Side) -> Bool {
      if direction == 0 { return room >= 0 }
      let t = room * 0.25 / direction
      if direction < 0, t > enter { (enter, entrance) = (t, side) }
      if direction > 0, t < leave { (leave, exit) = (t, side) }
      return enter <= leave
    }
    guard cut(-dx, a.0, .left), cut(dx, right - a.0, .right), cut(-dy, a.1, .top),
      cut(dy, bottom - a.1, .bottom)
    else { return nil }
    func place(_ t: Double, _ side: Side?) -> (Double, Double) {
      let x = min(max(0, a.0 + t * dx * 4), right)
      let y = min(max(0, a.1 + t * dy * 4), bottom)
      // Between two places far away t is too coarse to tell the sides apart.
      switch side {
      case .left: return (0, y)
      case .right: return (right, y)
      case .top: return (x, 0)
      case .bottom: return (x, bottom)
      case nil: return (x, y)
      }
    }
    let (near, far) = (place(enter, entrance), place(leave, exit))
    return swaps ? (far, near) : (near, far)
  }
}
