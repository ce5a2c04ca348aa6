import Drawing
import Testing

struct TextTests {
  @Test func `text is as wide as its glyphs`() {
    #expect("Momentum".cellWidth == 8)
    #expect("모멘텀 SGD".cellWidth == 10)
    #expect("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}".cellWidth == 4)  // 한그, decomposed
    #expect("e\u{301}\n".cellWidth == 1)
    #expect("".cellWidth == 0)
  }

  @Test func `text is cut by cells, never through a glyph`() {
    #expect("Rosenbrock".cut(to: 10) == "Rosenbrock")
    #expect("Rosenbrock".cut(to: 6) == "Rosen…")
    #expect("경사하강법".cut(to: 6) == "경사…")
    #expect("경사하강법".cut(to: 7) == "경사하…")
    #expect("경사하강법".cut(to: 7, ellipsis: "") == "경사하")
    #expect("abc".cut(to: 2, ellipsis: "...") == "ab")
    #expect("abc".cut(to: 0) == "")
    #expect("abc".cut(to: -1) == "")
  }

  @Test func `text is padded to a field on either side`() {
    #expect("ab".padded(to: 5) == "ab   ")
    #expect("ab".padded(to: 5, .right) == "   ab")
    #expect("ab".padded(to: 5, .center) == " ab  ")
    #expect("한글".padded(to: 6, .right) == "  한글")
    #expect("경사하강".padded(to: 4) == "경… ")
  }

  @Test func `words are wrapped at spaces`() {
    #expect(
      "Carrying 90% of the last move.".wrapped(to: 12) == [
        "Carrying 90%", "of the last", "move.",
      ])
  }

  @Test func `formulas and places are not broken where a line can hold them`() {
    #expect(
      "it ends at (−3.2, 2.4) today".wrapped(to: 14) == ["it ends at", "(−3.2, 2.4)", "today"])
    #expect("with η = 0.3 it rests".wrapped(to: 8) == ["with", "η = 0.3", "it rests"])
    #expect("θ ← θ − η a p is one".wrapped(to: 12) == ["θ ← θ − η a", "p is one"])
    // Too long for any line, it is broken as other texts are.
    #expect("a = b + c + d".wrapped(to: 7) == ["a = b", "+ c + d"])
    #expect("(one, two)".wrapped(to: 6) == ["(one,", "two)"])
    // An item of a list is no difference.
    #expect("- one two".wrapped(to: 5) == ["- one", "two"])
  }

  @Test func `Korean is wrapped at spaces and by cells`() {
    #expect(
      "속도의 90%를 그대로 이어 갑니다.".wrapped(to: 12) == ["속도의 90%를", "그대로 이어", "갑니다."])
    #expect("경사하강법은".wrapped(to: 5) == ["경사", "하강", "법은"])
  }

  @Test func `line breaks, empty lines and indents stay`() {
    #expect("one\n\n  two three".wrapped(to: 9) == ["one", "", "  two", "three"])
    #expect("".wrapped(to: 9) == [""])
    #expect("a b".wrapped(to: 0) == ["a b"])
  }

  @Test func `a long word is broken and goes on`() {
    #expect("a abcdefghij k".wrapped(to: 4) == ["a", "abcd", "efgh", "ij k"])
    #expect("한a".wrapped(to: 1) == ["한", "a"])
  }

  @Test func `no wrapped line is too wide and nothing but spaces is lost`() {
    var dice = Dice()
    let letters = Array("ab 한글 x\u{301}  山")
    for _ in 0..<500 {
      let text = String((0..<40).map { _ in letters.randomElement(using: &dice)! })
      let width = Int.random(in: 2...12, using: &dice)
      let lines = text.wrapped(to: width)
      #expect(lines.allSatisfy { $0.cellWidth <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
