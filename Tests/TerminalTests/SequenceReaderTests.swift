import Terminal
import Testing

struct SequenceReaderTests {
  /// What a reader makes of bytes: those that are typed, and how many sequences there were.
  private func read(_ text: String) -> (typed: String, sequences: Int) {
    var reader = SequenceReader()
    var (typed, sequences): ([UInt8], Int) = ([], 0)
    for byte in text.utf8 {
      switch reader.element(adding: byte) {
      case .typed(let bytes): typed += bytes
      case .sequence: sequences += 1
      case nil: break
      }
    }
    return (String(decoding: typed + reader.release(), as: UTF8.self), sequences)
  }

  @Test(arguments: [
    "\u{1B}[?64;1;2c", "\u{1B}[12;40R", "\u{1B}P1$r0;48:2::1:2:3m\u{1B}\\", "\u{1B}[1;5C",
    "\u{1B}P0$r\u{1B}\\", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{7}",
    "\u{1B}Op", "\u{1B}[<35;1;1M", "\u{1B}[?997;1n",
  ])
  func `a late reply is no key`(reply: String) {
    let found = read("a" + reply + "b")
    #expect(found.typed == "ab" && found.sequences == 1)
  }

  /// Whatever a string holds: line ends, letters of two bytes, what looks like keys.
  @Test(arguments: ["P", "X", "]", "^", "_"])
  func `a string of any kind is swallowed whole`(introducer: String) {
    for content in [
      ">|VTE(8401)", "!|00000000", "x", "", "q\r\nw", "한글 quit", "1+r544e=78",
      "Gi=1;OK", "52;c;cXE=", String(repeating: "q", count: 5000),
    ] {
      let found = read("a\u{1B}\(introducer)\(content)\u{1B}\\b")
      #expect(found.typed == "ab" && found.sequences == 1, "\(introducer)\(content)")
    }
  }

  @Test func `only OSC ends at BEL`() {
    #expect(read("\u{1B}]0;title\u{7}q").typed == "q")
    #expect(read("\u{1B}P>|x\u{7}q").typed.isEmpty)
  }

  @Test(arguments: ["\u{1B}", "\u{1B}q", "\u{1B}\u{1B}", "\u{1B}P", "\u{1B}[", "\u{1B}O", "한글"])
  func `Esc and keys after it stay keys`(keys: String) {
    #expect(read(keys).typed == keys)
    #expect(read(keys).sequences == 0)
  }

  @Test func `a sequence that never ends does not swallow what follows for ever`() {
    let endless = "\u{1B}P1" + String(repeating: "x", count: 100_000)
    #expect(read(endless + "q").typed.hasSuffix("q"))
    #expect(read("\u{1B}[" + String(repeating: "1", count: 1000) + "q").typed.hasSuffix("q"))
  }

  @Test func `a string is broken off by CAN, by SUB and by the next sequence`() {
    #expect(read("\u{1B}P1$r\u{18}q").typed == "q")
    #expect(read("\u{1B}_1\u{1A}q").typed == "q")
    let found = read("\u{1B}P1$r\u{1B}[201~q")
    #expect(found.typed == "q" && found.sequences == 1)
  }
}
