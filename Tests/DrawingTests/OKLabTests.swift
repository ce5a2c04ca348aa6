import Drawing
import Testing

struct OKLabTests {
  @Test(
    arguments: [
      (0xFF0000, 0.62796, 0.22486, 0.12585), (0x00FF00, 0.86644, -0.23389, 0.17950),
      (0x0000FF, 0.45201, -0.03246, -0.31153), (0xFFFFFF, 1, 0, 0), (0x000000, 0, 0, 0),
    ] as [(UInt32, Double, Double, Double)])
  func `the primaries are where the paper has them`(
    _ hex: UInt32, _ l: Double, _ a: Double, _ b: Double
  ) {
    let lab = OKLab(Color(hex))
    #expect(isClose(lab.l, l, within: 2e-5))
    #expect(isClose(lab.a, a, within: 2e-5))
    #expect(isClose(lab.b, b, within: 2e-5))
  }

  @Test func `every colour comes back`() {
    var dice = Dice()
    for _ in 0..<20_000 {
      let color = Color(UInt32.random(in: 0...0xFFFFFF, using: &dice))
      #expect(OKLab(color).color == color)
    }
  }

  @Test func `colours out of gamut are cut`() {
    #expect(OKLab(l: 2, a: 0, b: 0).color == white)
    #expect(OKLab(l: -1, a: 0, b: 0).color == black)
  }
}
