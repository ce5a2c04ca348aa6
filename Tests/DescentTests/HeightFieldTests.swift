import Descent
import Testing

@Suite struct HeightFieldTests {
  @Test func `rows run downwards, columns to the right, whatever the width`() throws {
    let surface = try #require(Catalog.surface(named: "ravine"))
    for columns in [1, 7, 8, 9, 21] {
      let field = HeightField(
        of: surface, columns: columns, rows: 3, topLeft: Point(-1, 2), stepX: 0.25, stepY: 0.5)
      #expect(field.values.count == 3 * columns)
      for row in 0..<3 {
        for column in 0..<columns {
          let point = Point(-1 + 0.25 * Double(column), 2 - 0.5 * Double(row))
          #expect(field.values[row * columns + column] == surface.value(at: point))
        }
      }
    }
  }
}
