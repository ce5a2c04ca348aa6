/// Hangul: syllables written from the strokes of their parts, and the parts alone.
///
/// A syllable stands in a square of two cells. Its vowel says how: upright ones stand at the right
/// of the initial, flat ones lie under it, and compound ones do both; a final takes the lowest
/// third.
enum HangulStrokes {

  /// The lines of a syllable (U+AC00…D7A3) or of a part (U+3131…3163).
  static func lines(of glyph: Unicode.Scalar) -> [[Place]]? {
    switch glyph.value {
    case 0xAC00...0xD7A3:
      let index = Int(glyph.value - 0xAC00)
      return syllable(
        initials[index / 588], HangulVowel.all[index / 28 % 21],
        index % 28 == 0 ? nil : finals[index % 28 - 1])
    case 0x3131...0x314E:
      return consonant(glyph, in: Box(left: 45, top: 50, right: 155, bottom: 150), hooked: false)
    case 0x314F...0x3163:
      let vowel = HangulVowel.all[Int(glyph.value - 0x314F)]
      return Strokes(vowel.strokes(.alone)).lines
    default: return nil
    }
  }

  private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
  private static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)

  private static func syllable(
    _ initial: Unicode.Scalar, _ vowel: HangulVowel, _ final: Unicode.Scalar?
  ) -> [[Place]] {
    let layout = final == nil ? HangulVowel.Layout.open : .closed
    var box = vowel.initial(layout)
    // A stroke on top takes its height from above the box.
    if initial == "ㅊ" || initial == "ㅎ" { box.top -= layout == .open || !vowel.isUpright ? 15 : 8 }
    if initial == "ㅎ", !vowel.isUpright { box.bottom += 5 }
    var lines = consonant(initial, in: box, hooked: vowel.isUpright)
    lines += Strokes(vowel.strokes(layout)).lines
    if let final {
      lines += consonant(final, in: vowel.final, hooked: false)
    }
    return lines
  }

  /// A consonant that fills a box; two beside one another if it is made of two.
  ///
  /// - Parameter hooked: whether the down stroke of ㄱ runs to the left, as before upright vowels.
  private static func consonant(
    _ jamo: Unicode.Scalar, in box: Box, hooked: Bool
  ) -> [[Place]] {
    if let (left, right) = pairs[jamo] {
      let (middle, gap) = ((box.left + box.right) / 2, 9.0)
      return consonant(left, in: box.from(box.left, to: middle - gap), hooked: hooked)
        + consonant(right, in: box.from(middle + gap, to: box.right), hooked: hooked)
    }
    switch jamo {
    case "ㅇ": return [ring(in: box)]
    case "ㅎ":
      let height = box.bottom - box.top
      var under = box
      under.top += max(0.42 * height, 26)
      return Strokes("M32 0H68M0 25H100").placed(box.part).lines + [ring(in: under)]
    default:
      let shape = hooked ? hookedShapes[jamo] ?? shapes[jamo] : shapes[jamo]
      return shape.map { Strokes($0).placed(box.part).lines } ?? []
    }
  }

  /// A ring as round as its box allows.
  private static func ring(in box: Box) -> [Place] {
    let (width, height) = (box.right - box.left, box.bottom - box.top)
    let (rx, ry) = (min(width / 2, height * 0.7, 48), min(height / 2, width * 0.56, 48))
    let (x, y) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return Strokes("O0 0 100 100")
      .placed(Strokes.Part(x: x, y: y, width: rx / 100, height: ry / 100)).lines[0]
  }

  /// Consonants in a box from (0, 0) to (100, 100).
  private static let shapes: [Unicode.Scalar: String] = [
    "ㄱ": "M0 0H100V100", "ㄴ": "M0 0V100H100", "ㄷ": "M100 0H0V100H100",
    "ㄹ": "M0 0H100V50H0V100H100", "ㅁ": "M0 0H100V100H0V0", "ㅂ": "M0 0V100H100V0M0 50H100",
    "ㅅ": "M50 0Q46 62 0 100M48 38Q62 80 100 100",
    "ㅈ": "M0 0H100M50 0Q46 62 0 100M48 44Q62 82 100 100",
    "ㅊ": "M34 0H66M0 26H100M50 26Q46 74 0 100M48 56Q62 86 100 100",
    "ㅋ": "M0 0H100V100M0 48H100", "ㅌ": "M100 0H0V100H100M0 50H94",
    "ㅍ": "M0 0H100M0 100H100M28 0V100M72 0V100",
  ]

  private static let hookedShapes: [Unicode.Scalar: String] = [
    "ㄱ": "M0 0H100Q96 62 8 100", "ㅋ": "M0 0H100Q96 62 8 100M4 46H92",
  ]

  private static let pairs: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [
    "ㄲ": ("ㄱ", "ㄱ"), "ㄸ": ("ㄷ", "ㄷ"), "ㅃ": ("ㅂ", "ㅂ"), "ㅆ": ("ㅅ", "ㅅ"), "ㅉ": ("ㅈ", "ㅈ"),
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("ㄴ", "ㅎ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"), "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"), "ㅀ": ("ㄹ", "ㅎ"),
    "ㅄ": ("ㅂ", "ㅅ"),
  ]
}

extension HangulStrokes {
  /// Where a part of a syllable stands, in hundredths of a cell's width.
  struct Box {
    var left, top, right, bottom: Double

    func from(_ left: Double, to right: Double) -> Box {
      Box(left: left, top: top, right: right, bottom: bottom)
    }

    var part: Strokes.Part {
      Strokes.Part(
        x: left, y: top, width: (right - left) / 100, height: (bottom - top) / 100)
    }
  }
}
