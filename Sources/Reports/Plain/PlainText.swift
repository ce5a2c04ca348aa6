import Drawing
import Texts

/// Text as a screen reader reads it out.
enum PlainText {
  /// Marks of the map become words; what else is drawn and not written is left out.
  static func spoken(_ text: String, _ strings: Strings) -> String {
    var spoken = ""
    for scalar in text.unicodeScalars {
      if let word = words[scalar] {
        spoken += strings[word]
      } else if !isDrawn(scalar) {
        spoken.unicodeScalars.append(scalar)
      }
    }
    return spoken
  }

  private static let words: [Unicode.Scalar: Text] = [
    "★": .plainLowest, "☆": .plainLocal, "✕": .plainSaddle, "○": .plainStart, "✗": .plainCrash,
    "→": .plainThen, "⇒": .plainThen,
  ]

  /// Arrows, boxes, blocks, shapes, dingbats and braille.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2190...0x21FF, 0x2500...0x27BF, 0x2800...0x28FF, 0x2B00...0x2BFF: true
    default: false
    }
  }

  /// A formula in words and ASCII: `theta_t+1 = theta_t - eta grad J(theta_t)`.
  static func spoken(formula: String) -> String {
    let set = GlyphSet.ascii
    var spoken = ""
    for scalar in formula.unicodeScalars {
      if scalar == "\u{302}" {
        spoken += " hat"
        continue
      }
      let isWord = set.word(for: scalar) != nil
      let word = set.word(for: scalar) ?? String(Character(set.mark(for: scalar)))
      // Two words that touch would be one.
      if spoken.last?.isLetter == true, word.first?.isLetter == true, isWord || wasWord(spoken) {
        spoken += " "
      }
      spoken += word
    }
    return spoken
  }

  /// Whether a text ends in a word of more than one letter.
  private static func wasWord(_ text: String) -> Bool {
    text.reversed().prefix(while: \.isLetter).count > 1
  }
}
