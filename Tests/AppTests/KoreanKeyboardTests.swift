import App
import Terminal
import Testing

struct KoreanKeyboardTests {
  /// The rows of the two-set keyboard, then what it gives with Shift.
  private static let table: [(jamo: Character, letter: Character)] = [
    ("ㅂ", "q"), ("ㅈ", "w"), ("ㄷ", "e"), ("ㄱ", "r"), ("ㅅ", "t"),
    ("ㅛ", "y"), ("ㅕ", "u"), ("ㅑ", "i"), ("ㅐ", "o"), ("ㅔ", "p"),
    ("ㅁ", "a"), ("ㄴ", "s"), ("ㅇ", "d"), ("ㄹ", "f"), ("ㅎ", "g"),
    ("ㅗ", "h"), ("ㅓ", "j"), ("ㅏ", "k"), ("ㅣ", "l"),
    ("ㅋ", "z"), ("ㅌ", "x"), ("ㅊ", "c"), ("ㅍ", "v"), ("ㅠ", "b"), ("ㅜ", "n"), ("ㅡ", "m"),
    ("ㅃ", "Q"), ("ㅉ", "W"), ("ㄸ", "E"), ("ㄲ", "R"), ("ㅆ", "T"), ("ㅒ", "O"), ("ㅖ", "P"),
  ]

  @Test func `there are 33 jamo, and they cover every letter`() {
    #expect(Set(Self.table.map(\.jamo)).count == 33)
    #expect(Set(Self.table.map(\.letter)).isSuperset(of: "abcdefghijklmnopqrstuvwxyz"))
  }

  @Test(arguments: table)
  func `each jamo is the letter on its key`(jamo: Character, letter: Character) throws {
    #expect(Key.character(jamo).onLatinKeyboard == .character(letter))
    for model in [try model(), try model().after(.toggleHelp)] {
      #expect(
        Keymap.message(for: .key(.character(jamo)), in: model)
          == Keymap.message(for: .key(.character(letter)), in: model))
    }
  }

  @Test(arguments: [Key.character("a"), .character("?"), .character("가"), .control("c"), .left])
  func `other keys stay what they are`(key: Key) {
    #expect(key.onLatinKeyboard == key)
  }
}
