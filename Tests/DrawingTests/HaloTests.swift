import Drawing
import Testing

struct HaloTests {
  /// The levels of half cells, row by row.
  private func levels(_ halo: Halo) -> String {
    (0..<2 * halo.size.height).map { row in
      (0..<halo.size.width).map { String(halo.level(x: $0, row: row)) }.joined()
    }.joined(separator: "\n")
  }

  @Test func `around a dot the halo fades on all sides`() {
    var canvas = Canvas(Size(9, 4))
    canvas.set(8, 8)
    var halo = Halo(canvas.size)
    halo.add(around: canvas)
    #expect(
      levels(halo) == """
        000000000
        000000000
        000442000
        004666100
        004666100
        002664000
        000110000
        000000000
        """)
  }

  @Test func `a cell with dots stands on the full halo, wherever its dots are`() {
    for y in 0..<4 {
      for x in 0..<2 {
        var canvas = Canvas(Size(1, 1))
        canvas.set(x, y)
        var halo = Halo(canvas.size)
        halo.add(around: canvas)
        #expect(halo.level(x: 0, row: 0) == Halo.levels && halo.level(x: 0, row: 1) == Halo.levels)
      }
    }
  }

  @Test func `two lines have the halo of the nearer one, and none is outside`() {
    var (one, other) = (Canvas(Size(8, 2)), Canvas(Size(8, 2)))
    one.set(0, 0)
    other.set(15, 7)
    var (first, second, both) = (Halo(one.size), Halo(one.size), Halo(one.size))
    first.add(around: one)
    second.add(around: other)
    both.add(around: one)
    both.add(around: other)
    for row in -1...4 {
      for x in -1...8 {
        #expect(
          both.level(x: x, row: row)
            == max(first.level(x: x, row: row), second.level(x: x, row: row)))
      }
    }
    #expect(both.level(x: -1, row: 0) == 0 && both.level(x: 0, y: 0) == Halo.levels)
  }

  @Test func `a line leaves a gap where another crosses it`() {
    var (lower, upper) = (Canvas(Size(5, 2)), Canvas(Size(5, 2)))
    lower.line(from: 0.5, 3.5, to: 9.5, 3.5)
    upper.line(from: 4.5, 0.5, to: 4.5, 7.5)
    lower.clear(around: upper, reach: 1)
    #expect(lower.description == "⣀⡀⠀⣀⣀\n⠀⠀⠀⠀⠀")
    lower.clear(around: lower, reach: 0)
    #expect(lower == Canvas(Size(5, 2)))
  }
}
