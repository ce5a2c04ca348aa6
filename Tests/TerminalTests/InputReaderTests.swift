import Terminal
import Testing

struct InputReaderTests {
  /// What comes, and when.
  private enum Part {
    case bytes(String)
    case event(Event)
    case silence(milliseconds: Int)
  }

  /// What a reader makes of it: a silence at the end decides what is undecided.
  private func read(_ parts: Part...) -> [InputReader.Output] { read(parts) }

  private func read(_ parts: [Part]) -> [InputReader.Output] {
    var reader = InputReader()
    var now = ContinuousClock.now
    for part in parts + [.silence(milliseconds: 5000)] {
      switch part {
      case .bytes(let text): for byte in text.utf8 { reader.take(byte, at: now) }
      case .event(let event): reader.take(event, at: now)
      case .silence(let milliseconds):
        // In small steps, as a screen that waits for deadlines does.
        let end = now + .milliseconds(milliseconds)
        while let deadline = reader.deadline, deadline <= end {
          now = max(now, deadline)
          reader.settle(at: now)
        }
        now = end
        reader.settle(at: now)
      }
    }
    #expect(reader.deadline == nil && !reader.isUndecided)
    return reader.takeOutputs()
  }

  private func keys(_ text: String) -> [InputReader.Output] {
    text.map { .event(.key($0 == "\r" ? .enter : .character($0))) }
  }

  private func paste(_ text: String) -> InputReader.Output { .event(.paste(text)) }

  private let click = InputReader.Output.event(.mouse(.press, x: 1, y: 2))

  /// Some that hold keys of every kind.
  static let texts = [
    "see the equation\ntouch pwned\n", "(1-x)^2 quick weather", "qqqqqw", "0.05\n", "안녕하세요 q",
    String(repeating: "write quit ", count: 300),
  ]

  @Test(arguments: texts)
  func `text between marks is a paste, whatever it is`(text: String) {
    #expect(read(.bytes("\u{1B}[200~\(text)\u{1B}[201~")) == [paste(text)])
    #expect(read(.bytes("\u{1B}[200~q\u{1B}[201~")) == [paste("q")])
    #expect(
      read(.bytes(".\u{1B}[200~\(text)\u{1B}[201~.")) == keys(".") + [paste(text)] + keys("."))
  }

  @Test func `marks may be torn anywhere, and so may what is between them`() {
    let whole = "\u{1B}[200~q 한 w\u{1B}[201~"
    let bytes = Array(whole.utf8)
    for place in bytes.indices.dropFirst() {
      var reader = InputReader()
      let now = ContinuousClock.now
      for byte in bytes[..<place] { reader.take(byte, at: now) }
      // Not after the lone ESC of the first mark, which was the key then.
      if place > 1 { reader.settle(at: now + .milliseconds(80)) }
      for byte in bytes[place...] { reader.take(byte, at: now + .milliseconds(80)) }
      reader.settle(at: now + .milliseconds(90))
      #expect(reader.takeOutputs() == [paste("q 한 w")], "torn at \(place)")
    }
  }

  @Test func `what is pasted between marks is neither keys nor answers nor control characters`() {
    for inside in [
      "\u{1B}", "\u{1B}[A", "\u{1B}[?1;2c", "\u{1B}P", "\u{1B}]11;?", "\u{1}", "\u{7F}", "\u{9B}",
      "\u{1B}[200~", "\u{0}",
    ] {
      let found = read(.bytes("\u{1B}[200~a"), .bytes(inside), .bytes("b\u{1B}[201~."))
      #expect(found.last == keys(".")[0], "\(inside.debugDescription)")
      let others = found.dropLast().map { output in
        if case .event(.paste(let text)) = output { text } else { "no paste" }
      }
      #expect(others.joined().allSatisfy { "ab".contains($0) }, "\(inside.debugDescription)")
    }
    let arrow = read(.bytes("\u{1B}[200~a"), .event(.key(.up)), .bytes("\u{1B}[201~"))
    #expect(arrow == [paste("a")])
  }

  @Test func `a paste whose end is lost ends after a while`() {
    let found = read(.bytes("\u{1B}[200~quit"), .silence(milliseconds: 3000), .bytes("."))
    #expect(found == [paste("quit")] + keys("."))
  }

  @Test(arguments: texts)
  func `text that comes at once is a paste`(text: String) {
    #expect(read(.bytes(text.replacing("\n", with: "\r"))) == [paste(String(text.prefix(4096)))])
  }

  @Test func `a paste that stutters on its way is one`() {
    let parts: [Part] = (0..<20).flatMap { _ in
      [Part.bytes("quit "), .silence(milliseconds: 100), .bytes("q"), .silence(milliseconds: 30)]
    }
    #expect(read(parts) == [paste(String(repeating: "quit q", count: 20))])
  }

  @Test func `what is in the middle of a paste without marks is part of it`() {
    let found = read(
      .bytes("pasted"), .event(.key(.up)), .bytes("\u{1B}q"), .bytes("\u{1}"), .bytes("\rq"))
    #expect(found == [paste("pastedq\nq")])
  }

  @Test func `what hands type is keys`() {
    for gap in [6, 30, 200] {
      let parts: [Part] = "quick.brown fox\r".flatMap {
        [.bytes(String($0)), .silence(milliseconds: gap)]
      }
      #expect(read(parts) == keys("quick.brown fox\r"), "\(gap) milliseconds apart")
    }
    // Keys that are hit together.
    #expect(read(.bytes("asdf")) == keys("asdf"))
  }

  @Test func `held keys remain keys, however many heap up`() {
    #expect(
      read(.bytes(String(repeating: ".", count: 500))) == keys(String(repeating: ".", count: 500)))
    let arrows = [Part](repeating: .event(.key(.right)), count: 100)
    #expect(
      read(arrows) == [.event(.key(.right))] + arrows.dropFirst().map { _ in .event(.key(.right)) })
    #expect(
      read(.bytes(String(repeating: "\r", count: 9))) == keys(String(repeating: "\r", count: 9)))
  }

  @Test func `other keys and the mouse part what is typed`() {
    let found = read(
      .bytes("abc"), .event(.key(.up)), .bytes("def"), .bytes("\u{1B}[<0;2;3M"), .bytes("gh"),
      .bytes("\u{1B}[?1;2c"), .bytes("ij"))
    #expect(
      found == keys("abc") + [.event(.key(.up))] + keys("def") + [click] + keys("gh")
        + [.answer(Array("\u{1B}[?1;2c".utf8))] + keys("ij"))
  }

  @Test func `the mouse works while a paste may go on`() {
    #expect(read(.bytes("pasted"), .bytes("\u{1B}[<0;2;3M")) == [click, paste("pasted")])
  }

  @Test func `what is pasted does not click`() {
    #expect(read(.bytes("\u{1B}[200~a\u{1B}[<0;2;3Mb\u{1B}[201~")) == [paste("ab")])
  }

  @Test func `the first protocol's three bytes are no keys, whatever they are`() {
    for bytes in [" qw", " [M", "#zz", " \"~"] {
      let found = read(.bytes("\u{1B}[M" + bytes), .bytes("b"))
      #expect(found.count == 2 && found.last == keys("b")[0], "\(bytes)")
    }
  }

  @Test func `a lone Esc is a key at once, and one before what could begin a string soon`() {
    var reader = InputReader()
    let now = ContinuousClock.now
    reader.take(0x1B, at: now)
    reader.settle(at: now)
    #expect(reader.takeOutputs() == [.event(.key(.escape))])
    #expect(
      read(.bytes("\u{1B}P"), .silence(milliseconds: 150), .bytes("q"))
        == [.event(.key(.escape))] + keys("Pq"))
  }

  @Test func `a string that pauses is over, and so is one that lasts too long`() {
    #expect(read(.bytes("\u{1B}P>|x"), .silence(milliseconds: 400), .bytes("q")) == keys("q"))
    let slow: [Part] = (0..<40).flatMap { _ in [Part.bytes("x"), .silence(milliseconds: 100)] }
    #expect(!read([.bytes("\u{1B}_")] + slow).isEmpty)
  }
}
