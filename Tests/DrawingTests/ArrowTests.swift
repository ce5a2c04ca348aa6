import Drawing
import Testing

struct ArrowTests {
  private func drawn(_ arrow: Arrow) -> String {
    var canvas = Canvas(Size(8, 3))
    arrow.draw(on: &canvas)
    return canvas.description
  }

  @Test func `an arrow has a head at its tip`() {
    #expect(
      drawn(Arrow(fromX: 0.5, fromY: 6.5, toX: 14.5, toY: 6.5)) == """
        ⠀⠀⠀⠀⠀⠀⠀⠀
        ⠤⠤⠤⠤⠤⠬⣶⠄
        ⠀⠀⠀⠀⠀⠈⠀⠀
        """)
    #expect(
      drawn(Arrow(fromX: 2.5, fromY: 10.5, toX: 11.5, toY: 1.5)) == """
        ⠀⠀⠀⠠⢤⡶⠀⠀
        ⠀⠀⢀⠔⠁⠃⠀⠀
        ⠀⠔⠁⠀⠀⠀⠀⠀
        """)
  }

  @Test func `a head can be a solid triangle`() {
    var arrow = Arrow(fromX: 0.5, fromY: 6.5, toX: 14.5, toY: 6.5, head: 6)
    arrow.isSolid = true
    #expect(
      drawn(arrow) == """
        ⠀⠀⠀⠀⠀⠀⠀⠀
        ⠤⠤⠤⠤⣿⣶⡦⠄
        ⠀⠀⠀⠀⠉⠀⠀⠀
        """)
  }

  @Test func `a dashed line is drawn in parts, from where it begins`() {
    var arrow = Arrow(fromX: 0.5, fromY: 6.5, toX: 15.5, toY: 6.5, head: 0)
    arrow.dash = Arrow.Dash(on: 4, off: 2)
    #expect(
      drawn(arrow) == """
        ⠀⠀⠀⠀⠀⠀⠀⠀
        ⠤⠤⠀⠤⠤⠀⠤⠤
        ⠀⠀⠀⠀⠀⠀⠀⠀
        """)
    // A line that is mostly outside is not worth its dashes.
    arrow.toX = 1e300
    #expect(
      drawn(arrow) == """
        ⠀⠀⠀⠀⠀⠀⠀⠀
        ⠤⠤⠤⠤⠤⠤⠤⠤
        ⠀⠀⠀⠀⠀⠀⠀⠀
        """)
  }

  @Test func `a short arrow has no head and an infinite one is nothing`() {
    #expect(
      drawn(Arrow(fromX: 0.5, fromY: 0.5, toX: 2.5, toY: 0.5)) == """
        ⠉⠁⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀
        """)
    #expect(
      drawn(Arrow(fromX: 0.5, fromY: 0.5, toX: 2.5, toY: .nan)) == """
        ⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀⠀⠀
        """)
  }

  @Test func `an arrow between plane points ends at their dots`() {
    let arrow = Arrow(from: (-2, 2), to: (0, 0), through: square)
    #expect(arrow == Arrow(fromX: 0, fromY: 0, toX: 12, toY: 12))
  }

  @Test func `eight glyphs share the directions evenly`() {
    let around: [(Double, Double)] = [
      (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
    ]
    #expect(around.map { Arrow.glyph(right: $0, down: $1) } == Array("→↘↓↙←↖↑↗".unicodeScalars))
    #expect(Arrow.glyph(right: 1, down: 0.41) == "→")
    #expect(Arrow.glyph(right: 1, down: 0.42) == "↘")
    #expect(Arrow.glyph(right: 0, down: 0) == "•")
    #expect(Arrow.glyph(right: .nan, down: 0) == "•")
  }
}
