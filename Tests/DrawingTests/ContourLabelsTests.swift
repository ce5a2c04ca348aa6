import Drawing
import Testing

struct ContourLabelsTests {
  private let lines = Contour.lines(
    over: HeightGrid(under: square) { x, y in x * x + y * y }, at: [1, 3])

  @Test func `each line has a label on it`() {
    let labels = Contour.labels(for: lines, in: square.size, width: 2)
    #expect(labels.map(\.level) == [1, 3])
    for label in labels {
      let point = square.point(cellX: label.x + 1, cellY: label.y)
      let height = point.x * point.x + point.y * point.y
      #expect((height - label.level).magnitude < 1.5)
    }
  }

  @Test func `labels keep their distance and stay inside`() {
    let labels = Contour.labels(for: lines, in: square.size, width: 3)
    for label in labels {
      #expect(label.x >= 1 && label.x + 3 <= 11 && label.y >= 1 && label.y <= 4)
      for other in labels where other != label {
        #expect(abs(label.x - other.x) > 3 || abs(label.y - other.y) > 1)
      }
    }
    #expect(!labels.isEmpty)
  }

  @Test func `where there is no room there are no labels`() {
    #expect(Contour.labels(for: lines, in: square.size, width: 11).isEmpty)
    #expect(Contour.labels(for: lines, in: Size(0, 0), width: 1).isEmpty)
    #expect(Contour.labels(for: [], in: square.size, width: 3).isEmpty)
  }
}
