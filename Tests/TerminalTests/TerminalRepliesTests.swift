import Drawing
import Terminal
import Testing

struct TerminalRepliesTests {
  private static let attributes = "\u{1B}[?64;1;2;4c"

  private func replies(_ bytes: String...) -> TerminalReplies {
    var replies = TerminalReplies()
    for part in bytes { replies.take(part.utf8) }
    return replies
  }

  @Test(arguments: [
    "0;48:2::1:2:3", "48:2:1:2:3", "0;48;2;1;2;3",
  ])
  func `a colour that comes back as it was sent is kept`(setting: String) {
    let found = replies("\u{1B}P1$r\(setting)m\u{1B}\\", Self.attributes)
    #expect(found.keepsColor == true && found.isComplete)
  }

  @Test func `a colour from a palette, or no answer to the question, keeps nothing`() {
    #expect(replies("\u{1B}P1$r0;48;5;16m\u{1B}\\").keepsColor == false)
    #expect(replies("\u{1B}P0$r\u{1B}\\").keepsColor == false)
    #expect(replies(Self.attributes).keepsColor == nil)
  }

  @Test func `the column of the cursor is told`() {
    #expect(replies("\u{1B}[17;3R", Self.attributes).cursorColumn == 3)
  }

  @Test func `answers may be torn anywhere`() {
    let whole =
      "\u{1B}P1$r48:2::1:2:3m\u{1B}\\\u{1B}]11;rgb:fd/f6/e3\u{7}\u{1B}[5;2R" + Self.attributes
    for place in whole.utf8.indices {
      let found = replies(String(whole[..<place]), String(whole[place...]))
      #expect(found.keepsColor == true && found.cursorColumn == 2 && found.isComplete)
      #expect(found.background == Color(0xfdf6e3))
    }
  }

  @Test func `what is typed meanwhile is no answer, arrows neither`() {
    let found = replies("q\u{1B}[5;2R ", "\u{1B}[A", Self.attributes, "한\u{1B}")
    #expect(found.cursorColumn == 2 && found.isComplete)
    #expect(found.keepsColor == nil && found.background == nil)
  }

  @Test(arguments: [
    ("rgb:fdfd/f6f6/e3e3\u{1B}\\", 0xfdf6e3), ("rgb:fd/f6/e3\u{7}", 0xfdf6e3),
    ("rgb:f/0/8\u{7}", 0xff0088), ("rgb:fff/000/888\u{7}", 0xff0088),
    ("rgba:0000/8000/ffff/ffff\u{7}", 0x0080ff), ("#102030\u{1B}\\", 0x102030),
  ])
  func `the colour of the background is told in many ways`(told: String, color: Int) {
    #expect(replies("\u{1B}]11;" + told).background == Color(UInt32(color)))
  }

  @Test(arguments: [
    "rgb:f/f\u{7}", "rgb:x/y/z\u{7}", "rgb:fffff/0/0\u{7}", "1;rgb:f/f/f\u{7}", "?\u{7}",
  ])
  func `what is no colour tells none`(told: String) {
    #expect(replies("\u{1B}]11;" + told).background == nil)
  }
}
