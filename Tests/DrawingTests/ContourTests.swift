import Drawing
import Testing

struct ContourTests {
  private func drawn(
    _ levels: [Double], _ height: (Double, Double) -> Double
  ) -> String {
    var canvas = Canvas(square.size)
    for line in Contour.lines(over: HeightGrid(under: square, height: height), at: levels) {
      line.draw(on: &canvas)
    }
    return canvas.description
  }

  @Test func `a bowl has rings`() {
    #expect(
      drawn([1, 3]) { x, y in x * x + y * y } == """
        ⠀⠀⠀⡠⠔⠒⠒⠤⢄⠀⠀⠀
        ⠀⡠⠊⠀⡠⠤⠤⢄⠀⠑⢄⠀
        ⢠⠃⠀⡎⠀⠀⠀⠀⢱⠀⠈⡆
        ⠸⡀⠀⢇⠀⠀⠀⠀⡸⠀⢠⠃
        ⠀⠑⢄⠀⠑⠒⠒⠊⠀⡠⠊⠀
        ⠀⠀⠀⠑⠒⠤⠤⠔⠊⠀⠀⠀
        """)
  }

  @Test func `a saddle has two branches for each level`() {
    #expect(
      drawn([-1, 1]) { x, y in x * y } == """
        ⠀⠀⠀⢀⠇⠀⠀⠸⡀⠀⠀⠀
        ⠀⢀⡠⠃⠀⠀⠀⠀⠘⢄⡀⠀
        ⠉⠁⠀⠀⠀⠀⠀⠀⠀⠀⠈⠉
        ⣀⡀⠀⠀⠀⠀⠀⠀⠀⠀⢀⣀
        ⠀⠈⠑⡄⠀⠀⠀⠀⢀⠔⠁⠀
        ⠀⠀⠀⠈⡆⠀⠀⢰⠁⠀⠀⠀
        """)
  }

  @Test func `a tilted plane has straight lines`() {
    #expect(
      drawn([-3, 0.5, 4]) { x, y in x + 3 * y } == """
        ⠉⠑⠒⠤⢄⣀⠀⠀⠀⠀⠀⠀
        ⣀⡀⠀⠀⠀⠀⠉⠑⠒⠤⢄⡀
        ⠀⠈⠉⠒⠢⠤⣀⡀⠀⠀⠀⠈
        ⠤⢄⣀⠀⠀⠀⠀⠈⠉⠒⠢⠤
        ⠀⠀⠀⠉⠑⠒⠤⢄⣀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠉⠑⠢
        """)
  }

  @Test func `ground that is not finite has no lines`() {
    #expect(
      drawn([1, 3]) { x, y in x < 0 ? .nan : x * x + y * y } == """
        ⠀⠀⠀⠀⠀⠀⠒⠤⢄⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠤⢄⠀⠑⢄⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀⢱⠀⠈⡆
        ⠀⠀⠀⠀⠀⠀⠀⠀⡸⠀⢠⠃
        ⠀⠀⠀⠀⠀⠀⠒⠊⠀⡠⠊⠀
        ⠀⠀⠀⠀⠀⠀⠤⠔⠊⠀⠀⠀
        """)
  }

  @Test func `lines are closed around a peak and open at the border`() {
    let grid = HeightGrid(under: square) { x, y in x * x + y * y }
    let lines = Contour.lines(over: grid, at: [1, 6])
    #expect(lines.map(\.isClosed) == [true, false, false, false, false])
    for line in lines where line.isClosed {
      #expect(line.xs.first == line.xs.last)
      #expect(line.ys.first == line.ys.last)
    }
    // The ring of radius 1, that is 6 dots.
    #expect(isClose(lines[0].length, 2 * 3.14159 * 6, within: 0.6))
  }

  @Test func `every place of a line is at its level`() {
    let grid = HeightGrid(under: square) { x, y in x - 2 * y }
    for line in Contour.lines(over: grid, at: [-1.7, 0.3, 2]) {
      for (x, y) in zip(line.xs, line.ys) {
        let point = square.point(dotX: x, dotY: y)
        #expect(isClose(point.x - 2 * point.y, line.level))
      }
    }
  }

  @Test func `the mean decides how the lines of a saddle square run`() {
    // High in the top left and bottom right corner.
    let grid = HeightGrid(columns: 2, rows: 2, heights: [1, 0, 0, 1])
    let low = Contour.lines(over: grid, at: [0.75])
    #expect(low.map(\.xs) == [[2, 1.5], [0, 0.5]])
    #expect(low.map(\.ys) == [[1.5, 2], [0.5, 0]])
    let high = Contour.lines(over: grid, at: [0.25])
    #expect(high.map(\.xs) == [[2, 1.5], [0, 0.5]])
    #expect(high.map(\.ys) == [[0.5, 0], [1.5, 2]])
  }

  @Test func `heights near the largest number do not overflow`() {
    let grid = HeightGrid(columns: 2, rows: 2, heights: [-1e308, 1.5e308, -1e308, 1.5e308])
    let lines = Contour.lines(over: grid, at: [0])
    #expect(lines.count == 1)
    #expect(lines[0].xs.allSatisfy { isClose($0, 0.8) })
  }

  @Test func `a grid of one row and a level that is not finite have no lines`() {
    let row = HeightGrid(columns: 3, rows: 1, heights: [0, 1, 0])
    #expect(Contour.lines(over: row, at: [0.5]).isEmpty)
    let grid = HeightGrid(columns: 2, rows: 2, heights: [0, 1, 0, 1])
    #expect(Contour.lines(over: grid, at: [.nan, .infinity]).isEmpty)
  }
}
