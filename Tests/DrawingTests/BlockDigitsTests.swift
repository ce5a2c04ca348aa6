import Drawing
import Testing

struct BlockDigitsTests {
  private func rows(_ text: String) -> [String] {
    let width = BlockDigits.width(of: text) ?? 0
    var frame = Frame(Size(width, BlockDigits.height))
    BlockDigits.draw(text, x: 0, y: 0, ink: Color(0xffffff), on: &frame)
    return (0..<BlockDigits.height).map { y in
      String(String.UnicodeScalarView((0..<width).map { frame[$0, y].glyph }))
    }
  }

  @Test func `numbers are three rows of half blocks`() {
    #expect(
      rows("0.25") == [
        "█▀█   ▀▀█ █▀▀",
        "█ █   █▀▀ ▀▀█",
        "▀▀▀ ▀ ▀▀▀ ▀▀▀",
      ])
    #expect(rows("7e-4")[1] == "  █ █▄▀ ▀▀ ▀▀█")
  }

  @Test func `every number that is shown has a shape, words have none`() {
    for number in [0, 1, 12.5, -3.75e-9, 1e300, 0.001] {
      #expect(BlockDigits.width(of: NumberText.plain(number, sign: .plus)) != nil)
    }
    #expect(BlockDigits.width(of: "") == 0)
    #expect(BlockDigits.width(of: "nan") == nil)
    #expect(rows("✗").joined().isEmpty)
  }
}
