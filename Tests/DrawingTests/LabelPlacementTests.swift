import Drawing
import Testing

struct LabelPlacementTests {
  /// The texts on the cells of a map, `#` for what they must keep off.
  private func picture(
    _ labels: [LabelPlacement.Label?], _ size: Size, taken: [(x: Int, y: Int)]
  ) -> String {
    var frame = Frame(size, filledWith: Cell("·"))
    for cell in taken { frame[cell.x, cell.y] = Cell("#") }
    for label in labels.compactMap({ $0 }) { frame.write(label.text, x: label.x, y: label.y) }
    return (0..<size.height).map { y in
      String(String.UnicodeScalarView((0..<size.width).map { frame[$0, y].glyph }))
    }.joined(separator: "\n")
  }

  private func placement(_ size: Size, _ taken: [(x: Int, y: Int)]) -> LabelPlacement {
    var labels = LabelPlacement(in: size)
    for cell in taken { labels.take(x: cell.x, y: cell.y) }
    return labels
  }

  @Test func `a text stands to the right of its thing, with a blank between`() {
    let size = Size(12, 3)
    var labels = placement(size, [(3, 1)])
    let label = labels.place(["move"], beside: [(3, 1)])
    #expect(
      picture([label], size, taken: [(3, 1)]) == """
        ············
        ···#·move···
        ············
        """)
  }

  @Test func `near the edge it stands to the left, and over or under where both sides are short`() {
    let size = Size(12, 3)
    var labels = placement(size, [(9, 1)])
    let label = labels.place(["move"], beside: [(9, 1)])
    #expect(
      picture([label], size, taken: [(9, 1)]) == """
        ············
        ····move·#··
        ············
        """)
    let narrow = Size(7, 3)
    labels = placement(narrow, [(3, 1)])
    #expect(
      picture([labels.place(["move"], beside: [(3, 1)])], narrow, taken: [(3, 1)]) == """
        ·move··
        ···#···
        ·······
        """)
  }

  @Test func `two texts at one place stand one over the other`() {
    let size = Size(14, 3)
    var labels = placement(size, [(3, 1)])
    let (one, other) = (
      labels.place(["slope"], beside: [(3, 1)]), labels.place(["speed"], beside: [(3, 1)])
    )
    #expect(
      picture([one, other], size, taken: [(3, 1)]) == """
        ·speed········
        ···#·slope····
        ··············
        """)
  }

  @Test func `a text that is too long gives way to a shorter one, or to none`() {
    let size = Size(6, 1)
    var labels = placement(size, [(0, 0)])
    #expect(labels.place(["speed carried over", "v"], beside: [(0, 0)])?.text == "v")
    #expect(labels.place(["speed"], beside: [(0, 0)]) == nil)
    #expect(labels.place([""], beside: [(0, 0)]) == nil)
    #expect(labels.place(["v"], beside: []) == nil)
  }

  @Test func `a text at a place of one's choice stands there or nowhere`() {
    let size = Size(8, 2)
    var labels = placement(size, [(6, 1)])
    #expect(labels.place("here", x: 1, y: 1) != nil)
    #expect(labels.place("here", x: 1, y: 1) == nil)
    #expect(labels.place("here", x: 3, y: 0) != nil)
    #expect(labels.place("here", x: 5, y: 0) == nil)
    #expect(labels.place("한", x: 7, y: 1) == nil)
  }

  @Test func `whatever lies on a map, texts stay inside, off everything and off each other`() {
    var dice = Dice()
    for _ in 0..<300 {
      let size = Size(Int.random(in: 1...40, using: &dice), Int.random(in: 1...16, using: &dice))
      let scattered = (0..<Int.random(in: 0...60, using: &dice)).map { _ in
        (x: Int.random(in: -2...size.width, using: &dice), y: Int.random(in: -2...16, using: &dice))
      }
      var labels = placement(size, scattered)
      var taken = scattered.filter { (0..<size.width).contains($0.x) }
      for _ in 0..<12 {
        let anchor = (
          x: Int.random(in: -3...size.width + 3, using: &dice),
          y: Int.random(in: -3...size.height + 3, using: &dice)
        )
        let reach = Int.random(in: 0...9, using: &dice)
        let texts = ["이어받은 속도", "speed", "v"]
        guard let label = labels.place(texts, beside: [anchor], reach: reach) else { continue }
        let cells = (label.x..<label.x + label.text.cellWidth).map { (x: $0, y: label.y) }
        #expect(cells.allSatisfy { (0..<size.width).contains($0.x) })
        #expect((0..<size.height).contains(label.y))
        // Neither on nor right beside anything.
        for cell in taken where cell.y == label.y {
          #expect(cell.x < label.x - 1 || cell.x > label.x + cells.count)
        }
        let gap = max(0, label.x - anchor.x, anchor.x - (label.x + cells.count - 1))
        #expect(gap + 2 * abs(label.y - anchor.y) <= reach)
        taken += cells
      }
    }
  }
}
