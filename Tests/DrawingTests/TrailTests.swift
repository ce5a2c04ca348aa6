import Drawing
import Testing

struct TrailTests {
  /// A random walk that leaves the map and comes back, with a gap in it.
  private let path: (xs: [Double], ys: [Double]) = {
    var dice = Dice()
    var (xs, ys): ([Double], [Double]) = ([0], [0])
    for index in 1..<600 {
      let step = index % 100 < 50 ? 0.02...0.4 : -0.4...0.05
      xs.append(xs[index - 1] + Double.random(in: step, using: &dice))
      ys.append(ys[index - 1] + Double.random(in: -0.3...0.3, using: &dice))
    }
    xs[300] = .nan
    return (xs, ys)
  }()

  private func whole(_ count: Int) -> Canvas {
    var canvas = Canvas(square.size)
    Polyline(xs: path.xs, ys: path.ys, range: 0..<count).draw(on: &canvas, through: square)
    return canvas
  }

  @Test func `a path drawn bit by bit is the path drawn at once`() {
    var dice = Dice()
    var trail = Trail(through: square)
    var count = 0
    while count < path.xs.count {
      count = min(path.xs.count, count + Int.random(in: 0...9, using: &dice))
      #expect(trail.drawn(xs: path.xs, ys: path.ys, count: count) == whole(count))
    }
  }

  @Test func `driven back, a path ends where it ended`() {
    var trail = Trail(through: square)
    for count in [600, 599, 300, 301, 0, 20, 20] {
      #expect(trail.drawn(xs: path.xs, ys: path.ys, count: count) == whole(count))
    }
  }

  @Test func `another path leaves nothing of the one before`() {
    var trail = Trail(through: square)
    _ = trail.drawn(xs: [0, 1], ys: [0, 1], count: 2)
    #expect(
      trail.drawn(xs: [0, 1.5, 1.9], ys: [0.1, 0.1, 0.1], count: 9).description == """
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⣀⣀⣀⣀⣀⣀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
        """)
  }
}
