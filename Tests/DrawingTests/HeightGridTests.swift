import Drawing
import Testing

struct HeightGridTests {
  @Test func `the grid lies under a viewport, top row first`() {
    let grid = HeightGrid(under: square) { x, y in 10 * y + x }
    #expect(grid.columns == 13 && grid.rows == 13)
    #expect(grid.size == square.size)
    #expect(grid[0, 0] == 18)
    #expect(isClose(grid[12, 12], -18))
    #expect(isClose(grid.lowest, -22) && isClose(grid.highest, 22))
  }

  @Test func `the range and the median ignore what is not finite`() {
    let grid = HeightGrid(columns: 3, rows: 2, heights: [.nan, 3, .infinity, 1, -.infinity, 9])
    #expect(grid.lowest == 1 && grid.highest == 9)
    #expect(grid.median == 3)
    let nothing = HeightGrid(columns: 1, rows: 1, heights: [.nan])
    #expect(nothing.lowest == 0 && nothing.highest == 0 && nothing.median == nil)
  }
}
