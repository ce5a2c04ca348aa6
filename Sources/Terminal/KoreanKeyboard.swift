extension Key {
  /// The key with its Latin letter: on a Korean two-set keyboard (KS X 5002) that has not been
  /// switched, a letter comes as the jamo that shares its key.
  ///
  /// Seven jamo are typed with Shift and mean the capital; the others are the same with and
  /// without it, and mean the small letter.
  package var onLatinKeyboard: Key {
    guard case .character(let character) = self, let letter = Self.letters[character] else {
      return self
    }
    return .character(letter)
  }

  private static let letters: [Character: Character] = {
    let keys: [(jamo: String, letters: String)] = [
      ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop"),
      ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl"),
      ("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm"),
      ("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP"),
    ]
    let pairs = keys.flatMap { zip($0.jamo, $0.letters) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()
}
