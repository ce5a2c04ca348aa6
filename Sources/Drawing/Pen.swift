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
  private var held = Dot.none
  private var before = Dot.none
  /// The top left corner of the dot that is held; NaN if none is.
  private var (left, top) = (Double.nan, Double.nan)

  private enum Side { case left, right, top, bottom }

  private struct Dot: Equatable {
    var x: Int
    var y: Int

    /// Far from every dot of a canvas.
    static let none = Dot(x: -1_000_000, y: -1_000_000)
  }

  /// Starts a new line.
  mutating func move(to x: Double, _ y: Double, on dots: Canvas.Dots) {
    lift(from: dots)
    isDown = x.isFinite && y.isFinite
    (self.x, self.y) = (x, y)
    if isDown, x >= 0, y >= 0, x < Double(dots.columns), y < Double(dots.rows) {
      hold(Dot(x: Int(x), y: Int(y)))
    }
  }

  /// Goes on to a place; a place that is not finite ends the line.
  @inline(__always)
  mutating func line(to x: Double, _ y: Double, on dots: Canvas.Dots) {
    if x >= left, x < left + 1, y >= top, y < top + 1 {
      (self.x, self.y) = (x, y)
    } else {
      advance(to: x, y, on: dots)
    }
  }

  private mutating func advance(to x: Double, _ y: Double, on dots: Canvas.Dots) {
    let (right, bottom) = (Double(dots.columns), Double(dots.rows))
    let start = (self.x, self.y)
    func isInside(_ x: Double, _ y: Double) -> Bool { x >= 0 && y >= 0 && x < right && y < bottom }
    if isDown, isInside(x, y), isInside(start.0, start.1) {
      (self.x, self.y) = (x, y)
      return stroke(from: held, to: Dot(x: Int(x), y: Int(y)), on: dots)
    }
    guard isDown, x.isFinite, y.isFinite, right > 0, bottom > 0 else {
      move(to: x, y, on: dots)
      return
    }
    (self.x, self.y) = (x, y)
    guard let (from, to) = Self.clip(start, (x, y), right, bottom) else {
      put(dots)
      return
    }
    stroke(
      from: Dot(x: min(Int(from.0), dots.columns - 1), y: min(Int(from.1), dots.rows - 1)),
      to: Dot(x: min(Int(to.0), dots.columns - 1), y: min(Int(to.1), dots.rows - 1)), on: dots)
  }

  /// Ends the line.
  mutating func lift(from dots: Canvas.Dots) {
    put(dots)
    isDown = false
  }

  private mutating func put(_ dots: Canvas.Dots) {
    if held != .none, !isDry { dots.set(held.x, held.y) }
    (held, before) = (.none, .none)
    (left, top) = (.nan, .nan)
  }

  private mutating func hold(_ dot: Dot) {
    held = dot
    (left, top) = (Double(dot.x), Double(dot.y))
  }

  /// Bresenham's line between two dots on the canvas.
  private mutating func stroke(from: Dot, to: Dot, on dots: Canvas.Dots) {
    if from != held {
      put(dots)
      held = from
    }
    defer { hold(to) }
    if from.x == to.x, abs(to.y - from.y) > 1 { return strokeUpright(to: to, on: dots) }
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
      step(to: dot, on: dots)
    }
  }

  /// After its first dot an upright line has no step whose inside could be filled.
  private mutating func strokeUpright(to: Dot, on dots: Canvas.Dots) {
    let down = to.y < held.y ? -1 : 1
    step(to: Dot(x: to.x, y: held.y + down), on: dots)
    before = Dot(x: to.x, y: to.y - down)
    if !isDry { dots.setColumn(to.x, from: held.y, through: before.y) }
  }

  @inline(__always)
  private mutating func step(to dot: Dot, on dots: Canvas.Dots) {
    let fillsStep =
      abs(dot.x - before.x) == 1 && abs(dot.y - before.y) == 1
      && (held.x == before.x && held.y == dot.y || held.y == before.y && held.x == dot.x)
    if !fillsStep {
      if !isDry { dots.set(held.x, held.y) }
      before = held
    }
    held = dot
  }

  /// The part of a line inside 0…right × 0…bottom (Liang and Barsky 1984); `nil` if none is.
  ///
  /// Measured from the end that is nearer, so that a line to a place 1e300 dots away leaves by the
  /// right dot; in quarters, so that no difference overflows.
  static func clip(
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
