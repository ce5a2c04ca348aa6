import Drawing
import Testing

struct ViewportTests {
  @Test func `the window fits and the shorter direction shows more`() {
    // 40 × 10 cells are 80 × 40 dots: twice as wide as high.
    let wide = Viewport(
      window: PlaneRect(minX: -1, maxX: 1, minY: -1, maxY: 1), in: Size(40, 10))
    #expect(wide.visible == PlaneRect(minX: -2, maxX: 2, minY: -1, maxY: 1))
    #expect(wide.unitsPerDot == 0.05)
    let high = Viewport(
      window: PlaneRect(minX: -1, maxX: 1, minY: -1, maxY: 1), in: Size(10, 10))
    #expect(high.visible == PlaneRect(minX: -1, maxX: 1, minY: -2, maxY: 2))
  }

  @Test func `the aspect of cells stretches dots`() {
    let view = Viewport(
      window: PlaneRect(minX: 0, maxX: 20, minY: 0, maxY: 1), in: Size(10, 5), cellAspect: 3)
    #expect(view.unitsPerDot == 1)
    #expect(view.unitsPerDotDown == 1.5)
    #expect(view.visible.height == 30)
  }

  @Test func `up in the plane is up on screen`() {
    #expect(square.dot(x: -2, y: 2) == (0, 0))
    #expect(square.dot(x: 0, y: 0) == (12, 12))
    #expect(square.cell(x: -1.99, y: 1.99)! == (0, 0))
    #expect(square.cell(x: 1.99, y: -1.99)! == (11, 5))
    #expect(square.cell(x: 2.01, y: 0) == nil)
    #expect(!square.contains(x: .nan, y: 0))
  }

  @Test func `points and dots and cells go back and forth`() {
    for y in 0..<6 {
      for x in 0..<12 {
        let point = square.point(cellX: x, cellY: y)
        #expect(square.cell(x: point.x, y: point.y)! == (x, y))
        let dot = square.dot(x: point.x, y: point.y)
        #expect(isClose(dot.x, Double(2 * x + 1)) && isClose(dot.y, Double(4 * y + 2)))
      }
    }
  }

  @Test func `nodes surround half cells`() {
    #expect(square.nodeXs.count == 13 && square.nodeYs.count == 13)
    #expect(square.nodeXs.first == -2 && isClose(square.nodeXs.last!, 2))
    #expect(square.nodeYs.first == 2 && isClose(square.nodeYs.last!, -2))
  }

  @Test func `a window without extent is still a view`() {
    let nowhere = PlaneRect(minX: 3, maxX: 3, minY: 1, maxY: 1)
    #expect(Viewport(window: nowhere, in: Size(10, 5)).visible.contains(x: 3, y: 1))
    let broken = PlaneRect(minX: .nan, maxX: 1, minY: 0, maxY: .infinity)
    #expect(Viewport(window: broken, in: Size(0, 0)).unitsPerDot > 0)
  }

  @Test func `a viewport around a point shows it in the middle, at its scale`() {
    let around = Viewport(centerX: 3, centerY: -1, unitsPerDot: 0.25, in: Size(12, 6))
    #expect(around.visible == PlaneRect(minX: 0, maxX: 6, minY: -4, maxY: 2))
    #expect(around == Viewport(window: around.visible, in: Size(12, 6)))
  }

  @Test func `an arrow at the border says where a point outside is`() {
    struct Edge: Equatable {
      let (x, y): (Int, Int)
      let arrow: Unicode.Scalar
      init(_ x: Int, _ y: Int, _ arrow: Unicode.Scalar) {
        (self.x, self.y, self.arrow) = (x, y, arrow)
      }
    }
    func edge(_ x: Double, _ y: Double) -> Edge? {
      square.edgeArrow(x: x, y: y).map { Edge($0.x, $0.y, $0.arrow) }
    }
    #expect(edge(9, 0) == Edge(11, 3, "→"))
    #expect(edge(-1e300, 0) == Edge(0, 3, "←"))
    #expect(edge(0, 1e300) == Edge(6, 0, "↑"))
    #expect(edge(0, -3) == Edge(6, 5, "↓"))
    #expect(edge(1e308, 1e308) == Edge(11, 0, "↗"))
    #expect(edge(-1e308, -1e308) == Edge(0, 5, "↙"))
    #expect(edge(4, 2.1) == Edge(11, 1, "↗"))
    #expect(edge(1, 1) == nil)
    #expect(edge(.nan, 9) == nil)
    #expect(edge(.infinity, 9) == nil)
  }
}
