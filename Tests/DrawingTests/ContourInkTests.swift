import Drawing
import Testing

struct ContourInkTests {
  /// Greys and the corners of the cube, and what lies between.
  private static let grounds: [Color] = stride(from: 0, through: 255, by: 17).flatMap { level in
    let value = UInt8(level)
    return [
      Color(red: value, green: value, blue: value), Color(red: value, green: 255 - value, blue: 90),
      Color(red: 90, green: value, blue: 255 - value),
    ]
  }
  private static let wishes = [white, black, red, Color(0x808080), Color(0xe6f0e0)]

  @Test(arguments: wishes)
  func `over any ground a line has at least 3 : 1, a major one no less`(wish: Color) {
    for strength in [0, 0.3, 1] {
      let ink = ContourInk(leaningTo: wish, strength: strength)
      for ground in Self.grounds {
        let minor = ink.ink(on: ground, isMajor: false).contrast(with: ground)
        let major = ink.ink(on: ground, isMajor: true).contrast(with: ground)
        #expect(minor >= ContourInk.least, "\(ground.text)")
        #expect(major >= ContourInk.least, "\(ground.text)")
        // Where black or white on the wished-for side has it.
        let reach = max(wish.contrast(with: ground), 1)
        if reach >= ContourInk.leastOfMajor { #expect(major >= ContourInk.leastOfMajor) }
      }
    }
  }

  @Test func `a line goes no further than it must, unless it is told to`() {
    let ground = Color(0x104756)
    let ink = ContourInk(leaningTo: white, strength: 0)
    let (minor, major) = (
      ink.ink(on: ground, isMajor: false), ink.ink(on: ground, isMajor: true)
    )
    #expect(minor.contrast(with: ground) < 3.2)
    #expect((4.5..<4.8).contains(major.contrast(with: ground)))
    #expect(ContourInk(leaningTo: white, strength: 1).ink(on: ground, isMajor: false) == white)
    let half = ContourInk(leaningTo: white, strength: 0.75).ink(on: ground, isMajor: false)
    #expect(half == ground.mixed(with: white, 0.75))
  }

  @Test func `where light ink cannot be seen, dark ink is taken`() {
    let pale = Color(0xd0d0d0)
    let ink = ContourInk(leaningTo: white, strength: 0.2).ink(on: pale, isMajor: false)
    #expect(ink.luminance < pale.luminance)
    // On a ground between the two, the side of the wished-for colour.
    let middle = Color(0x707070)
    #expect(
      ContourInk(leaningTo: Color(0x909090), strength: 0).ink(on: middle, isMajor: false).luminance
        > middle.luminance)
  }

  @Test func `of a few colours one is taken that can be seen`() {
    let choice = [black, Color(0x404040), Color(0x808080), white]
    let ink = ContourInk(leaningTo: white, strength: 0.2, among: choice)
    for ground in choice {
      let found = ink.ink(on: ground, isMajor: false)
      #expect(choice.contains(found))
      #expect(found.contrast(with: ground) >= 3)
    }
    #expect(ink.ink(on: black, isMajor: false) == Color(0x808080))
    // No side is left while it can be seen, though the other one were clearer.
    let green = Color(0x5f875f)
    #expect(ink.ink(on: green, isMajor: true) == white)
    #expect(white.contrast(with: green) < black.contrast(with: green))
  }
}
