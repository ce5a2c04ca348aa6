/// Raised and lowered digits and letters: the same ones smaller.
enum SmallStrokes {
  private static let raised = Strokes.Part(x: 8, y: -6, width: 0.7, height: 0.64)
  private static let lowered = Strokes.Part(x: 8, y: 79, width: 0.7, height: 0.64)

  /// What each is the small form of, and where it stands.
  static let all: [Unicode.Scalar: (base: Unicode.Scalar, place: Strokes.Part)] = {
    let rows: [(letters: String, bases: String, place: Strokes.Part)] = [
      ("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "0123456789+−=()", raised),
      ("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", lowered),
      ("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz", raised),
      ("ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", "ABDEGHIJKLMNOPRTUVW", raised),
      ("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "aehijklmnoprstuvx", lowered),
      ("ᵅᵝᵞᵟᶿᵠᵡ", "αβγδθφχ", raised), ("ᵦᵧᵨᵩᵪ", "βγρφχ", lowered), ("ªº", "ao", raised),
    ]
    var all: [Unicode.Scalar: (base: Unicode.Scalar, place: Strokes.Part)] = [:]
    for (letters, bases, place) in rows {
      for (letter, base) in zip(letters.unicodeScalars, bases.unicodeScalars) {
        all[letter] = (base, place)
      }
    }
    return all
  }()

  /// A sign as it is drawn small, where it is too fine otherwise.
  static func form(of base: Unicode.Scalar) -> String? {
    switch base {
    case "0": "M50 55R18 92V118U50 155R82 118V92U50 55"
    case "1": "M30 78L54 55V155"
    case "i": "M50 90V155D50 62"
    case "j": "M58 90V160U30 182D58 62"
    case "l": "M50 55V155"
    case "t": "M45 60V130U64 155H80M18 90H80"
    default: nil
    }
  }
}
