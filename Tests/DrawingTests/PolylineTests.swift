import Drawing
import Testing

struct PolylineTests {
  /// A circle of radius 1.45 in 128 steps, by turning a vector (cos and sin of 2π/128).
  private var circle: Polyline {
    var (xs, ys): ([Double], [Double]) = ([], [])
    var (x, y) = (1.45, 0.0)
    for _ in 0...128 {
      xs.append(x)
      ys.append(y)
      (x, y) = (
        x * 0.99879545620517241 - y * 0.049067674327418015,
        x * 0.049067674327418015 + y * 0.99879545620517241
      )
    }
    return Polyline(xs: xs, ys: ys)
  }

  private func drawn(_ polyline: Polyline) -> String {
    var canvas = Canvas(square.size)
    polyline.draw(on: &canvas, through: square)
    return canvas.description
  }

  @Test func `a circle is round and one dot wide`() {
    #expect(
      drawn(circle) == """
        ⠀⠀⠀⠀⢀⣀⣀⣀⠀⠀⠀⠀
        ⠀⠀⡠⠊⠁⠀⠀⠀⠑⢄⠀⠀
        ⠀⢸⠀⠀⠀⠀⠀⠀⠀⠈⡆⠀
        ⠀⠸⡀⠀⠀⠀⠀⠀⠀⠀⡇⠀
        ⠀⠀⠑⢄⠀⠀⠀⢀⡠⠊⠀⠀
        ⠀⠀⠀⠀⠉⠉⠉⠁⠀⠀⠀⠀
        """)
  }

  @Test func `a path breaks at points that are not finite`() {
    let xs = [-1.9, -1, .nan, 1, 1.9, .infinity]
    let ys = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
    #expect(
      drawn(Polyline(xs: xs, ys: ys)) == """
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⣀⣀⣀⡀⠀⠀⠀⠀⠀⣀⣀⣀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        """)
  }

  @Test func `a path that leaves the map comes back where it should`() {
    let path = Polyline(xs: [-1.9, 1e300, -1.9], ys: [1.5, 1.5, -1.5])
    #expect(
      drawn(path) == """
        ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
        """)
  }

  @Test func `a range draws only its points, and a single point is a dot`() {
    let xs = [-1.9, 0.1, 1.9]
    let ys = [0.1, 0.1, 0.1]
    #expect(
      drawn(Polyline(xs: xs, ys: ys, range: 1..<2)) == """
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⡀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        """)
    #expect(Polyline(xs: xs, ys: [1], range: -5..<9).range == 0..<1)
  }

  @Test func `corners where lines meet are not doubled`() {
    // A staircase of dots: right, down, right, down…
    var (xs, ys): ([Double], [Double]) = ([], [])
    for step in 0..<16 {
      let point = square.point(
        dotX: Double((step + 1) / 2) + 2.5, dotY: Double(step / 2) + 2.5)
      xs.append(point.x)
      ys.append(point.y)
    }
    #expect(
      drawn(Polyline(xs: xs, ys: ys)) == """
        ⠀⢄⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠑⢄⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠑⠂⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        """)
  }
}
