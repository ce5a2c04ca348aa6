/// The outline of a sign, as long and wide as a circle of radius 1 about (0, 0); y is down.
///
/// A place is inside if an odd number of its circles and polygons have it.
package struct PixelShape: Hashable, Sendable {
  private var radii: [Double] = []
  private var polygons: [[Corner]] = []

  private struct Corner: Hashable, Sendable {
    var x, y: Double
  }

  /// How far inside the outline a place is, negative outside, in units of the radius.
  package func depth(_ x: Double, _ y: Double) -> Double {
    var isInside = false
    var nearest = Double.infinity
    let distance = (x * x + y * y).squareRoot()
    for radius in radii {
      if distance < radius { isInside.toggle() }
      nearest = min(nearest, (distance - radius).magnitude)
    }
    var square = nearest * nearest
    for polygon in polygons {
      var before = polygon[polygon.count - 1]
      for corner in polygon {
        if (corner.y > y) != (before.y > y),
          x < corner.x + (before.x - corner.x) * (y - corner.y) / (before.y - corner.y)
        {
          isInside.toggle()
        }
        let (dx, dy) = (corner.x - before.x, corner.y - before.y)
        let (ax, ay) = (x - before.x, y - before.y)
        let t = min(1, max(0, (ax * dx + ay * dy) / (dx * dx + dy * dy)))
        let (bx, by) = (ax - t * dx, ay - t * dy)
        square = min(square, bx * bx + by * by)
        before = corner
      }
    }
    nearest = square.squareRoot()
    return isInside ? nearest : -nearest
  }
}

extension PixelShape {
  /// The outline about a place, every ring of it as a polygon.
  package func outlines(at middle: Place, radius: Double) -> [[Place]] {
    let circles = radii.map { radius in
      (0..<Self.corners).map { index in
        let (sine, cosine) = Elementary.sineAndCosine(
          ofDegrees: 360 * Double(index) / Double(Self.corners))
        return Corner(x: radius * sine, y: -radius * cosine)
      }
    }
    return (circles + polygons).map {
      $0.map { Place(middle.x + radius * $0.x, middle.y + radius * $0.y) }
    }
  }

  /// Of a circle as a polygon: no eye sees them.
  private static let corners = 24

  /// A full circle of radius 1.
  static let dot = disc(1)

  /// The shape that a glyph draws; `nil` for one that must stay a letter.
  package init?(_ glyph: Unicode.Scalar) {
    guard let shape = Self.shapes[glyph] else { return nil }
    self = shape
  }

  private init(circles radii: [Double] = [], polygons: [[(Double, Double)]] = []) {
    self.radii = radii
    self.polygons = polygons.map { $0.map { Corner(x: $0.0, y: $0.1) } }
  }

  /// The same shape with another like it, smaller, taken out of its middle.
  private func hollow(_ scale: Double, shiftedBy y: Double = 0) -> PixelShape {
    var shape = self
    shape.radii += radii.map { $0 * scale }
    shape.polygons += polygons.map { $0.map { Corner(x: $0.x * scale, y: $0.y * scale + y) } }
    return shape
  }

  /// The shape turned clockwise by quarters of a turn.
  private func turned(_ quarters: Int) -> PixelShape {
    var shape = self
    for _ in 0..<quarters {
      shape.polygons = shape.polygons.map { $0.map { Corner(x: -$0.y, y: $0.x) } }
    }
    return shape
  }

  /// Both shapes.
  private func with(_ other: PixelShape) -> PixelShape {
    var shape = self
    shape.radii += other.radii
    shape.polygons += other.polygons
    return shape
  }

  /// A polygon of so many corners at one radius, the first at the top; with every other one nearer,
  /// a star.
  private static func regular(
    _ count: Int, radius: Double = 1, inner: Double? = nil, turnedBy degrees: Double = 0
  ) -> PixelShape {
    PixelShape(polygons: [
      (0..<count).map { index in
        let angle = degrees + 360 * Double(index) / Double(count)
        let (sine, cosine) = Elementary.sineAndCosine(ofDegrees: angle)
        let reach = index % 2 == 1 ? inner ?? radius : radius
        return (reach * sine, -reach * cosine)
      }
    ])
  }

  private static func disc(_ radius: Double) -> PixelShape { PixelShape(circles: [radius]) }

  private static func box(_ half: Double) -> PixelShape {
    PixelShape(polygons: [[(-half, -half), (half, -half), (half, half), (-half, half)]])
  }

  /// The upper half of a disc.
  private static func dome(_ radius: Double) -> PixelShape {
    PixelShape(polygons: [
      (0...16).map { index in
        let (sine, cosine) = Elementary.sineAndCosine(ofDegrees: -90 + 180 * Double(index) / 16)
        return (radius * sine, -radius * cosine)
      }
    ])
  }

  /// A plus sign with arms so thick.
  private static func plus(_ half: Double, reach: Double = 1) -> PixelShape {
    let (a, b) = (half, reach)
    return PixelShape(polygons: [
      [
        (-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a),
        (-b, -a), (-a, -a),
      ]
    ])
  }

  private static func cross(_ half: Double) -> PixelShape {
    var shape = plus(half, reach: 1.05)
    let (sine, cosine) = Elementary.sineAndCosine(ofDegrees: 45)
    shape.polygons = shape.polygons.map {
      $0.map { Corner(x: cosine * $0.x - sine * $0.y, y: sine * $0.x + cosine * $0.y) }
    }
    return shape
  }

  /// A filled polygon, to be put into a frame.
  private static func patch(_ corners: (Double, Double)...) -> PixelShape {
    PixelShape(polygons: [corners])
  }

  private static func bar(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> PixelShape {
    patch((x0, y0), (x1, y0), (x1, y1), (x0, y1))
  }

  /// A box with an empty inside that reaches 0.6 to each side.
  private static let tray = box(0.85).hollow(0.6 / 0.85)
  private static let stripes = bar(-0.6, -0.36, 0.6, -0.12).with(bar(-0.6, 0.12, 0.6, 0.36))
  private static let slope = patch((-0.6, -0.6), (0.6, -0.6), (-0.6, 0.6))
  private static let band = patch(
    (-0.6, -0.6), (-0.25, -0.6), (0.6, 0.25), (0.6, 0.6), (0.25, 0.6), (-0.6, -0.25))
  private static let tent = triangle.hollow(0.6, shiftedBy: 0.1)
  private static let triangle = PixelShape(polygons: [[(0, -0.98), (1, 0.8), (-1, 0.8)]])
  private static let corner = PixelShape(polygons: [[(0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]])
  private static let diamond = regular(4)
  private static let halfDisc = disc(0.95).with(dome(0.68))

  private static let shapes: [Unicode.Scalar: PixelShape] = [
    "●": disc(0.85), "○": disc(0.95).hollow(0.62), "◉": disc(1).hollow(0.72).with(disc(0.42)),
    "◎": disc(1).hollow(0.76).with(disc(0.5).hollow(0.5)), "◌": disc(0.95).hollow(0.7),
    "◐": halfDisc.turned(1), "◑": halfDisc.turned(3), "◒": halfDisc, "◓": halfDisc.turned(2),
    "■": box(0.78), "□": box(0.82).hollow(0.62), "▣": box(0.85).hollow(0.7).with(box(0.34)),
    "◆": diamond, "◇": diamond.hollow(0.58), "◈": diamond.hollow(0.7).with(regular(4, radius: 0.4)),
    "▲": triangle, "△": triangle.hollow(0.5, shiftedBy: 0.1), "▶": triangle.turned(1),
    "▼": triangle.turned(2), "▽": triangle.turned(2).hollow(0.5, shiftedBy: -0.1),
    "◀": triangle.turned(3), "◢": corner, "◣": corner.turned(1), "◤": corner.turned(2),
    "◥": corner.turned(3), "⬟": regular(5), "⬢": regular(6, turnedBy: 30), "⬣": regular(6),
    "▤": tray.with(stripes), "▥": tray.with(stripes.turned(1)),
    "▦": tray.with(stripes).with(stripes.turned(1)), "▧": tray.with(band),
    "▨": tray.with(band.turned(1)), "◍": disc(0.95).hollow(0.7).with(bar(-0.2, -0.6, 0.2, 0.6)),
    "◧": tray.with(bar(-0.6, -0.6, 0, 0.6)), "◨": tray.with(bar(0, -0.6, 0.6, 0.6)),
    "⬒": tray.with(bar(-0.6, -0.6, 0.6, 0)), "⬓": tray.with(bar(-0.6, 0, 0.6, 0.6)),
    "◩": tray.with(slope), "⬔": tray.with(slope.turned(1)), "◪": tray.with(slope.turned(2)),
    "◭": tent.with(patch((0, -0.45), (0, 0.55), (-0.56, 0.55))),
    "◮": tent.with(patch((0, -0.45), (0.56, 0.55), (0, 0.55))),
    "✚": plus(0.34), "✖": cross(0.3), "✗": cross(0.2), "✕": cross(0.16), "×": cross(0.16),
    "┼": plus(0.09), "★": regular(10, inner: 0.42),
    "☆": regular(10, inner: 0.42).hollow(0.5),
  ]
}
