import Terminal
import Testing

struct ColorDepthTests {
  @Test(arguments: [
    (-1, ColorDepth.mono), (0, .mono), (2, .mono), (8, .colors8), (15, .colors8), (16, .colors16),
    (88, .colors16), (256, .colors256), (32767, .colors256), (1 << 24, .trueColor),
  ])
  func `a number of colours allows the depth below it`(colors: Int, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }
}
