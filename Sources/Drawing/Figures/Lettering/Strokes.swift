/// Lines written down in a compact notation: a letter and numbers in hundredths of a cell's width,
/// x to the right and y downwards.
///
/// - `M x y` lifts the pen and goes to a place; `L x y` draws a line there, `H x` and `V y` one
///   along an axis.
/// - `R x y` draws a quarter of an oval that leaves along x and arrives along y, `U x y` one that
///   leaves along y and arrives along x.
/// - `Q cx cy x y` draws a quadratic Bézier curve with its middle control point first.
/// - `O x y rx ry` draws an oval about a place, and `D x y` a dot.
struct Strokes {
  private(set) var lines: [[Place]] = []
  private var x = 0.0
  private var y = 0.0

  /// Into what part of a cell a glyph is drawn: places are scaled, then moved (hundredths).
  struct Part {
    var x = 0.0
    var y = 0.0
    var width = 1.0
    var height = 1.0
  }

  init(_ notation: String) {
    var numbers: [Double] = []
    var command: UInt8?
    var digits: Double?
    var sign = 1.0
    for byte in notation.utf8 {
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits = (digits ?? 0) * 10 + Double(byte - UInt8(ascii: "0"))
        continue
      }
      if let number = digits { numbers.append(sign * number) }
      digits = nil
      sign = byte == UInt8(ascii: "-") ? -1 : 1
      if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
        draw(command, numbers)
        command = byte
        numbers.removeAll(keepingCapacity: true)
      }
    }
    if let number = digits { numbers.append(sign * number) }
    draw(command, numbers)
    // From hundredths.
    self = placed(Part(width: 0.01, height: 0.01))
  }

  /// The strokes scaled, then moved.
  func placed(_ part: Part) -> Strokes {
    var strokes = self
    strokes.lines = lines.map { line in
      line.map { Place(part.x / 100 + part.width * $0.x, part.y / 100 + part.height * $0.y) }
    }
    return strokes
  }

  private mutating func draw(_ command: UInt8?, _ numbers: [Double]) {
    guard let command else { return }
    switch (Unicode.Scalar(command), numbers.count) {
    case ("M", 2):
      lines.append([])
      line(to: numbers[0], numbers[1])
    case ("L", 2): line(to: numbers[0], numbers[1])
    case ("H", 1): line(to: numbers[0], y)
    case ("V", 1): line(to: x, numbers[0])
    case ("R", 2): quarter(to: numbers[0], numbers[1], alongX: true)
    case ("U", 2): quarter(to: numbers[0], numbers[1], alongX: false)
    case ("Q", 4):
      let (fromX, fromY) = (x, y)
      for step in 1...10 {
        let (t, s) = (Double(step) / 10, 1 - Double(step) / 10)
        line(
          to: s * s * fromX + 2 * s * t * numbers[0] + t * t * numbers[2],
          s * s * fromY + 2 * s * t * numbers[1] + t * t * numbers[3])
      }
    case ("O", 4): oval(numbers[0], numbers[1], numbers[2], numbers[3])
    case ("D", 2): oval(numbers[0], numbers[1], 4, 4)
    default: preconditionFailure("\(Unicode.Scalar(command)) \(numbers)")
    }
  }

  private mutating func line(to x: Double, _ y: Double) {
    (self.x, self.y) = (x, y)
    lines[lines.count - 1].append(Place(x, y))
  }

  private mutating func oval(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    lines.append([])
    line(to: x, y - height)
    quarter(to: x + width, y, alongX: true)
    quarter(to: x, y + height, alongX: false)
    quarter(to: x - width, y, alongX: true)
    quarter(to: x, y - height, alongX: false)
  }

  /// A quarter of an oval, a little fuller than of an ellipse: it reads better when it is small.
  private mutating func quarter(to endX: Double, _ endY: Double, alongX: Bool) {
    let (fromX, fromY, fullness) = (x, y, 0.6)
    let (dx, dy) = (endX - fromX, endY - fromY)
    let (ax, ay) = alongX ? (fullness * dx, 0) : (0, fullness * dy)
    let (bx, by) = alongX ? (dx, dy - fullness * dy) : (dx - fullness * dx, dy)
    for step in 1...8 {
      let (t, s) = (Double(step) / 8, 1 - Double(step) / 8)
      let (a, b, c) = (3 * s * s * t, 3 * s * t * t, t * t * t)
      line(to: fromX + a * ax + b * bx + c * dx, fromY + a * ay + b * by + c * dy)
    }
  }
}
