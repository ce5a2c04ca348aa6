import Drawing
import Foundation
import Testing

struct SpellingTests {
  @Test(arguments: [
    ("\u{1B}[31m", "\\u{1B}[31m"), ("a\u{0}b", "a\\0b"), ("\u{9B}2J", "\\u{9B}2J"),
    ("gnp\u{202E}.csv", "gnp\\u{202E}.csv"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
    ("a\u{200B}b\u{200D}c\u{FEFF}", "a\\u{200B}b\\u{200D}c\\u{FEFF}"),
    ("so\u{AD}ft", "so\\u{AD}ft"),
    ("\u{E0001}\u{E0041}", "\\u{E0001}\\u{E0041}"), ("★\u{FE0F}", "★\\u{FE0F}"),
    ("\u{3164}\u{115F}\u{1160}\u{FFA0}", "\\u{3164}\\u{115F}\\u{1160}\\u{FFA0}"),
    ("one\u{2028}two\u{2029}", "one\\u{2028}two\\u{2029}"), ("a\nb\tc\r", "a\\nb\\tc\\r"),
  ])
  func `what would not be seen is spelt`(text: String, spelt: String) {
    #expect(text.spelt == spelt)
    #expect(spelt.spelt == spelt)
    #expect(text.speltLines() == spelt.replacing("\\n", with: "\n"))
  }

  @Test(arguments: [
    "Himmelblau", "경사하강법 ㅂ", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}", "m\u{302} e\u{301}",
    "θₜ₊₁ = θₜ − η∇J, λ ≤ 2", "┌─┐ ▄ ⣿ ● ★ →", "שלום سلام", "山 カ ｱ 🚗", "10\u{A0}000", "\u{E000}",
  ])
  func `what can be seen stays as it is`(text: String) {
    #expect(text.spelt == text && text.speltLines() == text)
  }

  @Test func `hidden is what Unicode says is hidden, of every character`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let categories: [Unicode.GeneralCategory] = [
        .control, .format, .lineSeparator, .paragraphSeparator,
      ]
      let isHidden =
        categories.contains(properties.generalCategory) || properties.isDefaultIgnorableCodePoint
      if scalar.isHidden != isHidden { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func `a reader of JSON reads the same text`() throws {
    for text in ["a\u{202E}b", "\u{E0041}\u{1F697}\u{200B}", "\u{9B}\u{7F}\u{2028}"] {
      let json = "\"\(text.speltLines(.json))\""
      #expect(json.unicodeScalars.allSatisfy { !$0.isHidden })
      #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == text)
    }
    #expect("a\u{202E}\u{E0041}".speltLines(.toml) == "a\\u202E\\U000E0041")
  }

  /// Texts of what is hidden, of what is wide, and of what combines.
  @Test func `a frame shows nothing hidden, and as many cells as were counted`() {
    var dice = Dice()
    let pieces: [Unicode.Scalar] = [
      "a", "b", " ", "한", "山", "\u{301}", "\u{1112}", "\u{1161}", "\u{11AB}", "\u{1B}", "\u{0}",
      "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{E0041}",
      "\u{3164}", "\u{34F}", "\u{2028}", "\n", "\t", "\r", "🚗",
    ]
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &dice) {
        text.unicodeScalars.append(pieces.randomElement(using: &dice)!)
      }
      var frame = Frame(Size(120, 1))
      let width = frame.write(text, x: 0, y: 0)
      #expect(width == text.cellWidth)
      for cell in frame.cells where cell.glyph != Cell.continuation {
        #expect(!cell.glyph.isHidden && cell.mark?.isHidden != true, "\(text.debugDescription)")
      }
      let room = Int.random(in: 12...40, using: &dice)
      #expect(text.padded(to: room).cellWidth == room)
      #expect(text.wrapped(to: room).allSatisfy { $0.cellWidth <= room })
      let table = Table([.init(""), .init("")], rows: [[text, text]])
      #expect(table.lines().joined().unicodeScalars.allSatisfy { !$0.isHidden })
    }
  }
}
