import Drawing
import Room
import Testing

struct SeatNameTests {
  @Test(arguments: [
    ("  Kim  ", "Kim"), ("Kim\u{200B}", "Kim"), ("K\u{202E}im", "Kim"),
    ("\u{2067}Kim\u{2069}", "Kim"),
    ("Kim\r\n\tMin", "Kim Min"), ("Ki\u{0}m\u{1B}[31m", "Kim[31m"), ("김\u{3000}하늘", "김 하늘"),
    ("Nguyễn", "Nguyễn"), ("\u{301}Ada", "Ada"), ("Ada \u{301}", "Ada"), ("K\u{FE0F}im", "Kim"),
    ("A\u{301}\u{301}\u{301}\u{301}\u{301}", "A\u{301}\u{301}"), ("\u{2800}Kim\u{2800}", "Kim"),
    ("\u{E000}Kim\u{10FFFF}", "Kim"), ("<b>Kim</b>", "<b>Kim</b>"),
  ])
  func `a name has only what is seen`(said: String, expected: String) throws {
    #expect(try Array(SeatName(said).text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    "", "   ", "\u{200B}\u{200D}", "\u{115F}\u{3164}", "\u{2800}", "\u{301}\u{302}",
  ])
  func `what nobody sees is no name`(said: String) {
    #expect(throws: NameFault.empty) { try SeatName(said) }
  }

  @Test func `a name has at most twenty cells`() throws {
    #expect(try SeatName(String(repeating: "m", count: 20)).text.cellWidth == 20)
    #expect(try SeatName(String(repeating: "김", count: 10)).text.cellWidth == 20)
    #expect(throws: NameFault.tooLong) { try SeatName(String(repeating: "m", count: 21)) }
    #expect(throws: NameFault.tooLong) { try SeatName(String(repeating: "김", count: 11)) }
  }

  @Test func `a second one has a number`() throws {
    let kim = try SeatName("Kim")
    #expect(kim.unique(among: []) == "Kim")
    #expect(kim.unique(among: ["kim"]) == "Kim 2")
    #expect(kim.unique(among: ["Kim", "Kim 2", "KIM 3"]) == "Kim 4")
    let long = try SeatName(String(repeating: "김", count: 10))
    let second = long.unique(among: [long.text])
    #expect(second.hasSuffix("김 2") && second.cellWidth <= SeatName.widest)
    // Composed or not, it is the same letter.
    #expect(try SeatName("e\u{301}").unique(among: ["\u{E9}"]) == "e\u{301} 2")
  }

  @Test func `names of random characters are refused or safe`() {
    var numbers = SplitMix(seed: 5)
    var kept = 0
    for _ in 0..<5000 {
      var said = String.UnicodeScalarView()
      for _ in 0..<Int(numbers.next() % 12) {
        let range: UInt64 = [0x300, 0x3000, 0x1_0000, 0x11_0000][Int(numbers.next() % 4)]
        if let scalar = Unicode.Scalar(UInt32(numbers.next() % range)) { said.append(scalar) }
      }
      guard let name = try? SeatName(String(said)) else { continue }
      kept += 1
      #expect(name.text.cellWidth <= SeatName.widest)
      #expect(!name.text.unicodeScalars.contains { $0.isHidden })
      #expect(name.text.first != " " && name.text.last != " ")
    }
    #expect(kept > 1000)
  }
}

/// Vigna's splitmix64 (2015).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
