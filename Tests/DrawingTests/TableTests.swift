import Drawing
import Testing

struct TableTests {
  private let table = Table(
    [.init("car"), .init("loss", .right), .init("note")],
    rows: [["GD", "7.89e-31", "arrived"], ["모멘텀", "inf", "off the map"], ["Adam"]])

  @Test func `columns stand in line, wide glyphs too`() {
    #expect(
      table.lines() == [
        "car         loss  note",
        "GD      7.89e-31  arrived",
        "모멘텀       inf  off the map",
        "Adam",
      ])
  }

  @Test func `a narrow table cuts its last column, then drops columns`() {
    #expect(table.lines(in: 24)[2] == "모멘텀       inf  off t…")
    #expect(table.lines(in: 21)[2] == "모멘텀       inf")
    #expect(table.lines(in: 15)[2] == "모멘텀")
    #expect(table.lines(in: 5)[2] == "모멘…")
    #expect(table.lines(in: 0) == ["", "", "", ""])
    for width in 0...40 {
      #expect(table.lines(in: width).allSatisfy { $0.cellWidth <= width })
    }
  }

  @Test func `fields say where the columns are`() {
    let fields = table.fields(in: 24)
    #expect(fields.map(\.x) == [0, 8, 18])
    #expect(fields.map(\.width) == [6, 8, 6])
  }

  @Test func `without headers there is no header line`() {
    let plain = Table([.init(""), .init("", .right)], rows: [["a", "1"], ["b", "12", "more"]])
    #expect(plain.lines() == ["a   1", "b  12"])
  }
}
