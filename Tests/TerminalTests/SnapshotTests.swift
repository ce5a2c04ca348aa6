import Drawing
import Terminal
import Testing

struct SnapshotTests {
  @Test func `a snapshot shows glyphs, styles and what the letters mean`() {
    var frame = Frame(Size(6, 3))
    for (x, glyph) in "Loss".unicodeScalars.enumerated() {
      frame.draw(glyph, ink: Color(0xFFFFFF), paper: Color(0), style: .bold, x: x, y: 0)
    }
    frame.draw("한", ink: Color(0xE69F00), x: 0, y: 1)
    frame.draw(Cell.continuation, ink: Color(0xE69F00), x: 1, y: 1)
    frame.draw("1", x: 3, y: 1)
    frame.draw("▀", ink: Color(0xE69F00), paper: Color(0x00001F), x: 5, y: 2)
    frame.draw("x", style: [.underline, .reverse], x: 0, y: 2)
    #expect(
      Snapshot(frame).description == """
        6×3
        |Loss  |
        |한 1  |
        |x    ▀|
        ~~~~~~~~
        |aaaa..|
        |bb....|
        |c....d|
        ~~~~~~~~
        a #FFFFFF on #000000 bold
        b #E69F00 on default
        c default on default underline reverse
        d #E69F00 on #00001F

        """)
  }

  @Test func `a frame of many colours is rounded until letters suffice`() {
    var frame = Frame(Size(16, 16))
    for y in 0..<16 {
      for x in 0..<16 {
        frame[x, y].paper = Color(red: UInt8(17 * x), green: UInt8(17 * y), blue: 0)
      }
    }
    let text = Snapshot(frame).description
    #expect(text.hasPrefix("16×16 in 9 levels\n"))
    #expect(text.contains("\na default on #000000\n"))
    #expect(text == Snapshot(frame).description)
  }

  @Test func `90 styles stay exact`() {
    var frame = Frame(Size(90, 1))
    for x in 0..<90 { frame[x, 0].ink = Color(UInt32(x)) }
    #expect(Snapshot(frame).description.hasPrefix("90×1\n"))
  }

  @Test func `an empty frame has a snapshot too`() {
    #expect(Snapshot(Frame(Size(0, 0))).description == "0×0\n~~~~~\n~~~~~\n")
  }
}
