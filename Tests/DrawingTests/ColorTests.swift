import Drawing
import Testing

struct ColorTests {
  @Test func `hexadecimal colours are read in both lengths and nothing else`() {
    #expect(Color(hex: "#12aBcF") == Color(0x12ABCF))
    #expect(Color(hex: "#1a9") == Color(0x11AA99))
    for text in ["", "#", "123456", "#12345", "#+12", "#12345g", "#１２３"] {
      #expect(Color(hex: text) == nil, "\(text)")
    }
    #expect(Color(0x12ABCF).hex == 0x12ABCF)
  }

  @Test func `contrast is WCAG's`() {
    #expect(isClose(black.contrast(with: white), 21))
    #expect(isClose(white.contrast(with: white), 1))
    // The well-known greys on either side of 4.5 on white.
    #expect(isClose(white.contrast(with: Color(0x767676)), 4.54, within: 0.005))
    #expect(isClose(Color(0x777777).contrast(with: white), 4.48, within: 0.005))
    #expect(isClose(red.contrast(with: white), 4.0, within: 0.005))
  }

  @Test func `luminance weighs the channels`() {
    #expect(isClose(red.luminance, 0.2126))
    #expect(isClose(Color(0x00FF00).luminance, 0.7152))
    #expect(isClose(Color(0x808080).luminance, 0.21586, within: 1e-5))
  }

  @Test func `lightness runs from black to white`() {
    #expect(isClose(black.lightness, 0))
    #expect(isClose(white.lightness, 1, within: 1e-7))
    let greys = (0...255).map { Color(UInt32($0) * 0x010101).lightness }
    #expect(zip(greys, greys.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `mixing ends at both colours and goes through an even middle`() {
    #expect(black.mixed(with: white, 0) == black)
    #expect(black.mixed(with: white, 1) == white)
    #expect(black.mixed(with: white, -3) == black)
    #expect(black.mixed(with: white, 7) == white)
    #expect(black.mixed(with: white, 0.5) == Color(0x636363))
    // Blue to yellow passes grey, not a muddy green: both channels stay close.
    #expect(
      isClose(Color(0x0000FF).mixed(with: Color(0xFFFF00), 0.5).lightness, 0.71, within: 0.01))
  }
}
