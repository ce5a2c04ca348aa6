import Drawing
import Terminal
import Testing

struct GroundRampTests {
  private static let green = [Color(0x0b1230), Color(0x1c5566), Color(0x95946d)]

  @Test(arguments: [ColorDepth.colors256, .colors16, .colors8])
  func `a ramp rises with its stops and falls with them`(depth: ColorDepth) {
    let rising = Palette.ground(through: Self.green, depth).map(\.lightness)
    let falling = Palette.ground(through: Self.green.reversed(), depth).map(\.lightness)
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 })
    #expect(falling == rising.reversed())
    #expect(!rising.isEmpty)
  }

  @Test func `a ramp has colours of its palette, and few`() {
    let of256 = Palette.ground(through: Self.green, .colors256)
    #expect((8...12).contains(of256.count) && of256.allSatisfy(Palette.xterm[16...].contains))
    for (depth, count) in [(ColorDepth.colors16, 16), (.colors8, 8)] {
      let ramp = Palette.ground(through: Self.green, depth)
      #expect((1...5).contains(ramp.count))
      #expect(ramp.allSatisfy(Palette.xterm[..<count].contains))
    }
  }

  @Test func `greys stay grey`() {
    let greys = Palette.ground(through: [Color(0x080808), Color(0x626262)], .colors256)
    #expect(greys.allSatisfy { $0.red == $0.green && $0.green == $0.blue })
  }

  @Test func `where colours are not listed there is no ramp`() {
    #expect(Palette.ground(through: Self.green, .trueColor).isEmpty)
    #expect(Palette.ground(through: Self.green, .mono).isEmpty)
  }
}
