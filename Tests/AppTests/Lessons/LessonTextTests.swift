import App
import Files
import Testing

struct LessonTextTests {
  private func shown(_ source: String, width: Int = 80) -> [String] {
    LessonText(source).lines(width: width).map { line in
      line.map { $0.isStrong ? "<\($0.text)>" : $0.text }.joined()
    }
  }

  @Test func `words between stars are set off`() {
    #expect(shown("a *b c* d") == ["a <b c> d"])
    #expect(shown("*관성*은 *γ배*") == ["<관성>은 <γ배>"])
  }

  @Test func `other stars are stars`() {
    #expect(shown("2 * 3 * 4") == ["2 * 3 * 4"])
    #expect(shown("a *b") == ["a *b"])
    #expect(shown("a *b\n\nc* d") == ["a *b", "", "c* d"])
    #expect(shown("**") == ["**"])
  }

  @Test func `an empty line ends a paragraph, another line break is a space`() {
    #expect(shown("\na\nb\n\n\n c \n") == ["a b", "", "c"])
    #expect(LessonText(" \n ").isEmpty)
    #expect(shown("a\r\nb\r\n\r\nc") == ["a b", "", "c"])
  }

  @Test func `the items of a list begin on lines of their own`() {
    #expect(
      shown("Three:\n- a\n- b\n  goes on\n1. c\n12. d") == [
        "Three:", "- a", "- b goes on", "1. c", "12. d",
      ])
    #expect(shown("• *가*\n• 나") == ["• <가>", "• 나"])
    // Neither a difference nor a number is an item.
    #expect(shown("a\n-b\n3.5 c") == ["a -b 3.5 c"])
  }

  @Test func `what is set off may go on in the next line`() {
    #expect(shown("one *two three* four", width: 8) == ["one <two>", "<three>", "four"])
    #expect(shown("*가나다라*마", width: 4) == ["<가나>", "<다라>", "마"])
  }

  @Test func `a blank takes its value, any other stays`() {
    let text = LessonText("Low is *{low}*, {other} { is } not").filled(["low": "dark"])
    #expect(text == LessonText("Low is *dark*, {other} { is } not"))
  }

  @Test func `no letter is lost at any width`() {
    let source =
      "The *slope* here,\nand   a verylongwordthatwillnotfit *in one* line.\n\n다음 *문단*이에요."
    let letters = LessonText(source).plain.filter { !$0.isWhitespace }
    for width in 2...60 {
      let lines = LessonText(source).lines(width: width)
      #expect(lines.joined().map(\.text).joined().filter { !$0.isWhitespace } == letters)
      #expect(
        lines.joined().filter(\.isStrong).map(\.text).joined().filter { !$0.isWhitespace }
          == "slopeinone문단")
    }
  }
}
