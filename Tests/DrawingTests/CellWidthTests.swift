import Drawing
import Testing

struct CellWidthTests {
  @Test(
    arguments: [
      ("A", 1), ("~", 1), ("é", 1), ("∇", 1), ("θ", 1), ("→", 1), ("●", 1), ("★", 1), ("▀", 1),
      ("⣿", 1), ("…", 1), ("한", 2), ("글", 2), ("ㅂ", 2), ("\u{1112}", 2), ("あ", 2), ("カ", 2),
      ("山", 2), ("\u{20000}", 2), ("Ａ", 2), ("￦", 2), ("。", 2), ("🚗", 2), ("⚡", 2), ("ｱ", 1),
      ("\u{301}", 0), ("\u{1161}", 0), ("\u{11AB}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0),
      ("\u{FEFF}", 0), ("\n", 0), ("\u{0}", 0), ("\u{7F}", 0), ("\u{9B}", 0), ("\u{AD}", 1),
      ("\u{10FFFF}", 1),
    ] as [(Unicode.Scalar, Int)])
  func `a scalar takes none, one or two cells`(_ scalar: Unicode.Scalar, _ width: Int) {
    #expect(scalar.cellWidth == width)
  }
}
