// The one place that decides what of other people's text may be shown as it is.

extension Unicode.Scalar {
  /// Whether it must not be shown as it is, since nobody would see it: a terminal obeys it (control
  /// characters), it changes the order or the shape of what stands around it (bidirectional
  /// overrides and isolates, joiners, variation selectors), or it is drawn as nothing (tags,
  /// fillers, byte order marks). Unicode 15: the categories Cc, Cf, Zl and Zp, and what is default
  /// ignorable.
  ///
  /// Combining marks and conjoining Hangul are shown.
  package var isHidden: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: false
    case 0..<0xAE: true
    // Greek, mathematics, shapes, Braille and Hangul syllables: most of what is shown.
    case 0x370..<0x483, 0x2190..<0x2C00, 0xAC00..<0xD7A4: false
    default:
      switch properties.generalCategory {
      case .format, .lineSeparator, .paragraphSeparator: true
      default: properties.isDefaultIgnorableCodePoint
      }
    }
  }
}

/// How a character that must not be shown as it is is written instead.
package enum Spelling: Hashable, Sendable {
  /// `\u{202E}`, `\n`, `\0`: for people.
  case words
  /// `\u202e`, which means the same character within a string of JSON.
  case json
  /// `\u202E` and `\U000E0001`, which mean the same within a basic string of TOML.
  case toml

  package func spell(_ scalar: Unicode.Scalar) -> String {
    switch self {
    case .words where "\0\t\n\r".unicodeScalars.contains(scalar): scalar.escaped(asASCII: true)
    case .words: "\\u{\(Self.hexadecimal(scalar.value, 1))}"
    case .json: UTF16.encode(scalar)!.map { "\\u" + Self.hexadecimal(UInt32($0), 4) }.joined()
    case .toml where scalar.value > 0xFFFF: "\\U" + Self.hexadecimal(scalar.value, 8)
    case .toml: "\\u" + Self.hexadecimal(scalar.value, 4)
    }
  }

  private static func hexadecimal(_ value: UInt32, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension String {
  /// The text for one line, its line ends spelt too.
  package var spelt: String { spelt(.words) { _ in false } }

  /// The text with its line ends, and everything else hidden spelt.
  package func speltLines(_ spelling: Spelling = .words) -> String {
    spelt(spelling) { $0 == "\n" }
  }

  private func spelt(
    _ spelling: Spelling, _ keeps: (Unicode.Scalar) -> Bool
  ) -> String {
    guard unicodeScalars.contains(where: { $0.isHidden && !keeps($0) }) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isHidden, !keeps(scalar) {
        text += spelling.spell(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
