/// A Korean particle that has two forms, such as 은/는, and which of them follows a word.
///
/// A text writes both behind a blank, first the form after a final consonant: `{car}{과/와}`,
/// `"{found}"{은/는}`. It is chosen when the blank is filled, by the last sound of what stands
/// before it, as `SpokenEnding` says.
package struct Particle: Sendable, Equatable {
  /// 은, 이, 을, 과, 으로.
  let afterConsonant: String
  /// 는, 가, 를, 와, 로.
  let afterVowel: String

  package var forms: [String] { [afterConsonant, afterVowel] }

  /// Two forms in Hangul with a slash between them; `nil` for anything else.
  package init?(_ forms: String) {
    let forms = forms.split(separator: "/", omittingEmptySubsequences: false)
    guard forms.count == 2, forms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isHangul) })
    else { return nil }
    (afterConsonant, afterVowel) = (String(forms[0]), String(forms[1]))
  }

  /// The form that follows a text. 으로 alone is 로 after ㄹ as well.
  package func form(after text: String) -> String {
    switch SpokenEnding(of: text) {
    case .vowel: afterVowel
    case .consonant: afterConsonant
    case .rieul: afterConsonant.unicodeScalars.first == Self.eu ? afterVowel : afterConsonant
    }
  }

  /// 으, which 으로 begins with.
  private static let eu: Unicode.Scalar = "\u{C73C}"

  private static func isHangul(_ letter: Character) -> Bool {
    letter.unicodeScalars.allSatisfy { SpokenEnding.syllables.contains($0.value) }
  }
}
