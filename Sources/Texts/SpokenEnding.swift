/// The last sound of a text that is read aloud in Korean.
///
/// - A syllable of Hangul ends in the consonant it is written with, or in none.
/// - A number is read in Sino-Korean: 1 일, 3 삼, 0 영, 10 십, 1000 천; behind a decimal point digit
///   by digit, and behind an e as a number of its own (`1e-10` … 십).
/// - Latin letters are read by their names where they spell an abbreviation: where none of them is
///   small (`GD` 지디, `CMA-ES` 에스), none is a vowel (`sgd` 에스지디, `lr` 엘알) or the last one is
///   large (`AdamW` 더블유). Other words are read by their sound (`Adam` 아담, `bowl` 볼).
/// - Quotation marks, closing brackets and spaces have no sound, nor has a note in brackets that
///   stands directly behind a word: `헤시안(Hessian)` ends as 헤시안 does.
/// - Anything else counts as a vowel.
enum SpokenEnding: Equatable {
  case vowel, consonant
  /// The consonant ㄹ, which 로 follows as it follows a vowel.
  case rieul

  /// The code points of Hangul syllables, the 28 finals of each in turn: none, then the consonants,
  /// ㄹ the eighth.
  static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

  init(of text: String) {
    var sounding = Array(text.unicodeScalars)
    Self.dropSilent(&sounding)
    guard let last = sounding.last else {
      self = .vowel
      return
    }
    switch last {
    case _ where Self.syllables.contains(last.value):
      let final = (last.value - Self.syllables.lowerBound) % 28
      self = final == 0 ? .vowel : final == 8 ? .rieul : .consonant
    case "0"..."9": self.init(ofNumberIn: sounding)
    case "a"..."z", "A"..."Z":
      self.init(ofWord: sounding.reversed().prefix { Self.isLatin($0) }.reversed())
    case "₀"..."₉": self.init(of: "\(last.value - 0x2080)")
    // 별; 제곱, 세제곱 and the other powers, 승; 엡실론; 햇, the hat of m̂.
    case "★", "☆": self = .rieul
    case "²", "³", "⁰", "¹", "⁴"..."⁹", "ε", "\u{302}": self = .consonant
    default: self = .vowel
    }
  }

  /// Takes away what is not spoken at the end.
  private static func dropSilent(_ text: inout [Unicode.Scalar]) {
    while let last = text.last {
      if last == ")", let open = text.lastIndex(of: "("), open > 0, text[open - 1] != " " {
        text.removeSubrange(open...)
      } else if isSpoken(last) {
        return
      } else {
        text.removeLast()
      }
    }
  }

  private static func isSpoken(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case " ", "\"", "'", "”", "’", "»", ")", "]", "}", ">", "*", "`", ".", ",", "…":
      false
    default: true
    }
  }

  private static func isLatin(_ letter: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(letter) || ("A"..."Z").contains(letter)
  }

  /// The end of a number: its last digit, or what its noughts are called.
  private init(ofNumberIn text: [Unicode.Scalar]) {
    let digits = text.reversed().prefix { ("0"..."9").contains($0) }
    let noughts = digits.prefix { $0 == "0" }.count
    let before = text.dropLast(digits.count)
    // A point between digits; not the one that ends a sentence or begins a suffix.
    let isFraction =
      before.last == "." && before.dropLast().last.map { ("0"..."9").contains($0) } == true
    switch digits.first {
    case "0" where noughts == digits.count || isFraction: self = .consonant
    // 십 백 천 만 십만 … 억 are consonants; 조 (10¹²) and 해 (10²⁰) are none.
    case "0":
      self = (12..<16).contains(noughts) || (20..<24).contains(noughts) ? .vowel : .consonant
    case "1", "7", "8": self = .rieul
    case "3", "6": self = .consonant
    default: self = .vowel
    }
  }

  /// The end of a word in Latin letters.
  private init(ofWord word: [Unicode.Scalar]) {
    let small = word.map { $0.properties.lowercaseMapping }
    let isSpelt =
      word.allSatisfy { ("A"..."Z").contains($0) } || !small.contains(where: Self.isVowel)
      || ("A"..."Z").contains(word[word.count - 1])
    self = isSpelt ? Self.ofName(small[small.count - 1]) : Self.ofSound(small)
  }

  /// How the name of a letter ends: 엘, 알, 엠, 엔, and all the others in a vowel.
  private static func ofName(_ letter: String) -> SpokenEnding {
    switch letter {
    case "l", "r": .rieul
    case "m", "n": .consonant
    default: .vowel
    }
  }

  /// How a word ends that is read by its sound, as loan words are written in Hangul.
  private static func ofSound(_ word: [String]) -> SpokenEnding {
    func letter(_ place: Int) -> String { word.count < place ? "" : word[word.count - place] }
    // A silent e: file 파일, name 네임, line 라인; but date 데이트, recipe 레시피.
    if letter(1) == "e", !isVowel(letter(2)), word.dropLast().contains(where: isVowel) {
      switch letter(2) {
      case "l": return .rieul
      case "m", "n": return .consonant
      default: return .vowel
      }
    }
    switch letter(1) {
    case "l": return .rieul
    case "m", "n": return .consonant
    case "g": return letter(2) == "n" ? .consonant : .vowel
    // After one short vowel: map 맵, step 스텝, set 셋, and track 트랙; but sweep 스위프, least 리스트.
    case "p", "t", "k", "c", "b":
      let isShort = isVowel(letter(2)) && !isVowel(letter(3))
      return isShort || letter(1) == "k" && letter(2) == "c" ? .consonant : .vowel
    default: return .vowel
    }
  }

  private static func isVowel(_ letter: String) -> Bool {
    !letter.isEmpty && "aeiouy".contains(letter)
  }
}
