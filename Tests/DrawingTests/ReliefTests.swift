import Drawing
import Testing

@Suite struct ReliefTests {
  private static let camera = Camera()

  private func land(_ height: (_ u: Double, _ v: Double) -> Double) -> Relief.Elevations {
    let count = 41
    let values = (0..<count * count).map { node in
      let (row, column) = node.quotientAndRemainder(dividingBy: count)
      return Float(height(Double(column) / 40, 1 - Double(row) / 40))
    }
    return Relief.Elevations(columns: count, rows: count, values: values, aspect: 1)
  }

  private func relief(
    azimuth: Double = 0, elevation: Double = 0, size: Size = Size(60, 24),
    _ height: (_ u: Double, _ v: Double) -> Double
  ) -> Relief {
    var camera = Camera()
    camera.turn(azimuth: azimuth - camera.azimuth, elevation: elevation)
    return Relief(land(height), from: camera, in: size, cellAspect: 2)
  }

  private static let paints = Relief.Paints(
    Colormap(stops: [Color(0x204060), Color(0xe0e0a0)]), shade: Color(0), glow: Color(0xffffff),
    paper: Color(0x010203))

  private func frame(_ relief: Relief, levels: Int = 0) -> Frame {
    var frame = Frame(relief.size)
    relief.paint(on: &frame, x: 0, y: 0, in: Self.paints, levels: levels)
    return frame
  }

  /// Cells that show some ground, a `#` each.
  private func outline(_ frame: Frame) -> [String] {
    (0..<frame.size.height).map { y in
      String(
        (0..<frame.size.width).map { frame[$0, y] == Cell(" ", paper: Color(0x010203)) ? "." : "#" }
      )
    }
  }

  @Test func `a plain is a rectangle from the front and a rhombus from a corner`() {
    let front = outline(frame(relief { _, _ in 0 })).filter { $0.contains("#") }
    #expect(Set(front.dropFirst().dropLast()).count == 1)
    let corner = outline(frame(relief(azimuth: 45) { _, _ in 0 })).filter { $0.contains("#") }
    let widths = corner.map { $0.count { $0 == "#" } }
    let widest = widths.firstIndex(of: widths.max()!)!
    #expect(widths[..<widest] == widths[..<widest].sorted()[...])
    #expect(widths.first! < 12 && widths.max()! > 40)
  }

  @Test func `a full turn shows the same again, and the picture does not breathe`() {
    let hill = { (u: Double, v: Double) in u * v }
    #expect(frame(relief(azimuth: 30, hill)) == frame(relief(azimuth: 390, hill)))
    #expect(frame(relief(azimuth: -330, hill)) == frame(relief(azimuth: 30, hill)))
    for azimuth in stride(from: 0.0, to: 360, by: 7) {
      let rows = outline(frame(relief(azimuth: azimuth, hill)))
      // Ground never touches a side: all of it is inside however it is turned.
      #expect(!rows.contains { $0.hasPrefix("#") || $0.hasSuffix("#") }, "\(azimuth)")
      let peak = relief(azimuth: azimuth, hill).sight(1, 1)
      #expect((peak?.dotY ?? -1) >= 0 && rows.contains { $0.contains("#") }, "\(azimuth)")
    }
  }

  @Test func `a wall hides what is behind it, and after half a turn shows it`() throws {
    // A steep ridge from left to right in the middle.
    let ridge = { (_: Double, v: Double) in abs(v - 0.5) < 0.06 ? 1.0 : 0 }
    let front = relief(ridge)
    let behind = try #require(front.sight(0.5, 0.62))
    let before = try #require(front.sight(0.5, 0.3))
    #expect(!behind.isVisible && before.isVisible)
    let turned = relief(azimuth: 180, ridge)
    #expect(try #require(turned.sight(0.5, 0.62)).isVisible)
    #expect(!(try #require(turned.sight(0.5, 0.38))).isVisible)
    // A way across: seen up to the ridge, hidden behind it, seen again further on.
    var canvas = Canvas(front.size)
    let way = (0...100).map { Double($0) / 100 }
    front.draw(us: way.map { _ in 0.5 }, vs: way, count: 101, on: &canvas)
    var gone = Canvas(front.size)
    front.draw(us: [0.5, 0.5], vs: [0.58, 0.66], count: 2, on: &gone)
    #expect(canvas != Canvas(front.size) && gone == Canvas(front.size))
  }

  @Test func `a slope that faces the light is brighter than one turned away`() throws {
    // The light comes from the left: a roof along the line of sight.
    let roof = relief(elevation: 40) { u, _ in 1 - abs(2 * u - 1) }
    let frame = frame(roof)
    func lightness(_ u: Double) throws -> Double {
      let sight = try #require(roof.sight(u, 0.5))
      return try #require(frame[Int(sight.dotX / 2), Int(sight.dotY / 4)].paper).lightness
    }
    #expect(try lightness(0.3) > lightness(0.7) + 0.05)
    #expect(try abs(lightness(0.25) - lightness(0.3)) < 0.1)
  }

  @Test func `nothing is seen where there is no ground, and nothing wild traps`() {
    let nothing = relief { _, _ in .nan }
    #expect(!outline(frame(nothing)).contains { $0.contains("#") })
    #expect(nothing.sight(0.5, 0.5) == nil)
    let hole = relief(azimuth: 20) { u, v in abs(u - 0.5) < 0.2 && abs(v - 0.5) < 0.2 ? .nan : 0.5 }
    #expect(hole.sight(0.5, 0.5) == nil && hole.sight(0.1, 0.1) != nil)
    var canvas = Canvas(hole.size)
    let wild = [0.1, .nan, 0.2, 1e300, -1e300, .infinity, 0.9, 0.95, -.infinity, 0.5]
    hole.draw(us: wild, vs: wild.reversed(), count: 99, on: &canvas)
    hole.draw(us: [], vs: [], count: 5, on: &canvas)
    for size in [Size(1, 1), Size(0, 0), Size(2, 90), Size(300, 1)] {
      _ = frame(relief(azimuth: 77, size: size) { u, v in u - v }, levels: 9)
    }
  }

  @Test func `sines and cosines of degrees are right`() {
    for (degrees, sine, cosine) in [
      (0.0, 0.0, 1.0), (30, 0.5, 0.8660254037844386), (45, 0.7071067811865476, 0.7071067811865476),
      (90, 1, 0), (180, 0, -1), (270, -1, 0), (-30, -0.5, 0.8660254037844386),
      (390, 0.5, 0.8660254037844386),
    ] {
      let found = Elementary.sineAndCosine(ofDegrees: degrees)
      #expect(abs(found.sine - sine) < 1e-15 && abs(found.cosine - cosine) < 1e-15, "\(degrees)")
    }
  }
}
