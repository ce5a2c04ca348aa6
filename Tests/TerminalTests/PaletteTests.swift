import Drawing
import Terminal
import Testing

struct PaletteTests {
  @Test func `every colour of a palette is its own nearest`() throws {
    for depth in [ColorDepth.colors256, .colors16, .colors8] {
      var palette = try #require(Palette(depth))
      for index in palette.indexes {
        let nearest = palette.nearest(to: Palette.xterm[index])
        #expect(Palette.xterm[nearest] == Palette.xterm[index])
      }
    }
  }

  @Test func `256 colours leave the first sixteen to the user`() throws {
    var palette = try #require(Palette(.colors256))
    #expect(palette.nearest(to: Color(0)) == 16)
    #expect(palette.nearest(to: Color(0xFFFFFF)) == 231)
    #expect(palette.nearest(to: Color(0xFF0000)) == 196)
    #expect(palette.nearest(to: Color(0x808080)) == 244)
  }

  @Test func `few colours take the nearest to the eye`() throws {
    var eight = try #require(Palette(.colors8))
    #expect(eight.nearest(to: Color(0xD55E00)) == 1)
    #expect(eight.nearest(to: Color(0xFFFFFF)) == 7)
    #expect(eight.nearest(to: Color(0x101010)) == 0)
    var sixteen = try #require(Palette(.colors16))
    #expect(sixteen.nearest(to: Color(0xFFFFFF)) == 15)
    #expect(sixteen.nearest(to: Color(0x808080)) == 8)
  }

  @Test func `asking twice gives the same answer`() throws {
    var palette = try #require(Palette(.colors256))
    let first = palette.nearest(to: Color(0x123456))
    #expect(palette.nearest(to: Color(0x123456)) == first)
  }

  @Test func `black stands out from light colours and white from dark ones`() throws {
    var palette = try #require(Palette(.colors16))
    #expect(palette.contrast(to: 15) == 0)
    #expect(palette.contrast(to: 11) == 0)
    #expect(palette.contrast(to: 4) == 15)
  }

  @Test func `24-bit and no colours have no palette`() {
    #expect((Palette(.trueColor) as Palette?) == nil)
    #expect(Palette(.mono) == nil)
  }
}
