import Drawing
import Testing

struct QuadrantsTests {
  @Test func `sixteen glyphs, each with its quarters`() {
    let glyphs = (0..<16).map { Quadrants.glyph(UInt8($0)) }
    #expect(Set(glyphs).count == 16)
    #expect(glyphs[0] == " " && glyphs[3] == "▀" && glyphs[5] == "▌" && glyphs[15] == "█")
    for (quarters, glyph) in glyphs.enumerated().dropFirst() {
      #expect(Quadrants.quarters(of: glyph) == UInt8(quarters))
    }
    #expect(Quadrants.quarters(of: " ") == nil && Quadrants.quarters(of: "⠿") == nil)
  }

  @Test func `a coarse line fills every quarter that it goes through`() {
    var canvas = Canvas(Size(4, 2))
    canvas.line(from: 0.5, 0.5, to: 7.5, 6.5)
    var frame = Frame(canvas.size)
    canvas.draw(on: &frame, x: 0, y: 0, ink: red, isCoarse: true)
    #expect(canvas.description == "⠑⢄⡀⠀\n⠀⠀⠈⠢")
    #expect(picture(frame) == "▀▄▖\n  ▝▚")
  }

  @Test func `as dots a quarter is its two dots`() {
    #expect(Quadrants.dots(for: "▘") == "⠃" && Quadrants.dots(for: "▐") == "⢸")
    #expect(Quadrants.dots(for: "▄") == "⣤" && Quadrants.dots(for: "█") == "⣿")
    #expect(Quadrants.dots(for: "x") == nil)
  }

  @Test func `to the side alone a line becomes wider and not higher`() {
    var canvas = Canvas(Size(2, 1))
    canvas.set(1, 1)
    canvas.thicken(onlyToTheSide: true)
    #expect(canvas.description == "⠐⠂")
  }

  @Test func `blocks that a set lacks become the mean of their colours`() {
    var frame = Frame(Size(2, 1))
    frame[0, 0] = Cell("▘", ink: white, paper: black)
    frame[1, 0] = Cell("▟", ink: white, paper: black)
    for set in [GlyphSet.safe, .ascii] {
      let shown = frame.respelled(in: set)
      #expect(shown[0, 0] == Cell(" ", paper: black.mixed(with: white, 0.25)))
      #expect(shown[1, 0] == Cell(" ", paper: black.mixed(with: white, 0.75)))
    }
  }
}
