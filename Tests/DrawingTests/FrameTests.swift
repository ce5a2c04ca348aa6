import Drawing
import Testing

struct FrameTests {
  @Test func `wide glyphs take two cells`() {
    var frame = Frame(Size(8, 1))
    let used = frame.write("한A글", x: 1, y: 0, ink: red, style: .bold)
    #expect(used == 5)
    #expect(frame.cells.map(\.glyph) == Array(" 한\u{0}A글\u{0}  ".unicodeScalars))
    #expect(frame[2, 0].ink == red && frame[2, 0].style == .bold)
    #expect(frame[6, 0].ink == nil)
  }

  @Test func `a wide glyph that would be cut is a space`() {
    var frame = Frame(Size(4, 1), filledWith: Cell("x"))
    #expect(frame.write("가나다", x: 0, y: 0, maxWidth: 3) == 3)
    #expect(frame.cells.map(\.glyph) == Array("가\u{0} x".unicodeScalars))
    frame = Frame(Size(4, 1), filledWith: Cell("x"))
    frame.write("가나다", x: -1, y: 0)
    #expect(frame.cells.map(\.glyph) == Array(" 나\u{0} ".unicodeScalars))
  }

  @Test func `writing over half a wide glyph blanks the other half`() {
    var frame = Frame(Size(6, 1))
    frame.write("가나다", x: 0, y: 0)
    frame.write("라", x: 1, y: 0)
    #expect(frame.cells.map(\.glyph) == Array(" 라\u{0} 다\u{0}".unicodeScalars))
    frame.write("x", x: 5, y: 0)
    #expect(picture(frame) == " 라  x")
    frame.write("가나다", x: 0, y: 0)
    frame.write("abc", x: 1, y: 0)
    #expect(picture(frame) == " abc다")
    frame.write("xyz", x: -2, y: 0)
    frame.write("12", x: 5, y: 0)
    #expect(picture(frame) == "zabc 1")
  }

  @Test func `a combining mark stands over the glyph before it until that is overwritten`() {
    var frame = Frame(Size(3, 1))
    #expect(frame.write("m\u{302}v", x: 0, y: 0) == 2)
    #expect(frame[0, 0].mark == "\u{302}" && frame[1, 0].mark == nil)
    frame.write("w", x: 0, y: 0)
    #expect(frame[0, 0] == Cell("w"))
  }

  @Test func `filling over half a wide glyph blanks the other half`() {
    var frame = Frame(Size(6, 1))
    frame.write("가나다", x: 0, y: 0)
    frame.fill(Rect(x: 1, y: 0, width: 2, height: 1), with: Cell("x"))
    #expect(frame.cells.map(\.glyph) == Array(" xx 다\u{0}".unicodeScalars))
  }

  @Test func `scalars without width are left out and decomposed Hangul is put together`() {
    var frame = Frame(Size(6, 1))
    #expect(frame.write("e\u{301}\n\u{1112}\u{1161}\u{11AB}\u{1100}!", x: 0, y: 0) == 6)
    #expect(picture(frame) == "e한ᄀ!")
  }

  @Test func `writing outside does nothing`() {
    var frame = Frame(Size(3, 1), filledWith: Cell("x"))
    frame.write("가나", x: 3, y: 0)
    frame.write("가나", x: 0, y: 1)
    frame.write("가나", x: -4, y: 0)
    #expect(frame.write("abc", x: 0, y: 0, maxWidth: 0) == 0)
    #expect(picture(frame) == "xxx")
  }

  @Test func `a picture is laid over the cells and cut at the sides`() {
    let picture = Frame(Size(3, 2), filledWith: Cell("x"))
    func pasted(x: Int, y: Int) -> String {
      var frame = Frame(Size(4, 3), filledWith: Cell("·"))
      frame.paste(picture, x: x, y: y)
      return DrawingTests.picture(frame)
    }
    #expect(pasted(x: 0, y: 0) == "xxx·\nxxx·\n····")
    #expect(pasted(x: -2, y: 2) == "····\n····\nx···")
    #expect(pasted(x: 3, y: -1) == "···x\n····\n····")
    #expect(pasted(x: 4, y: 0) == "····\n····\n····")
    #expect(pasted(x: 0, y: -5) == "····\n····\n····")
  }
}
