/// Letters with a mark of their own, made of the letter and the combining mark.
enum AccentStrokes {
  /// The letter and the mark of each.
  static let all: [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] = {
    let rows: [(mark: Unicode.Scalar, letters: String, bases: String)] = [
      ("\u{300}", "ÀÈÌÒÙàèìòùǸǹ", "AEIOUaeiouNn"),
      ("\u{301}", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź", "AEIOUYaeiouyCcLlNnRrSsZz"),
      ("\u{302}", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ", "AEIOUaeiouCcGgHhJjSsWwYy"),
      ("\u{303}", "ÃÑÕãñõĨĩŨũẼẽ", "ANOanoIiUuEe"), ("\u{304}", "ĀāĒēĪīŌōŪū", "AaEeIiOoUu"),
      ("\u{306}", "ĂăĔĕĞğĬĭŎŏŬŭ", "AaEeGgIiOoUu"), ("\u{307}", "ĊċĖėĠġİŻż", "CcEeGgIZz"),
      ("\u{308}", "ÄËÏÖÜäëïöüÿŸ", "AEIOUaeiouyY"), ("\u{30A}", "ÅåŮů", "AaUu"),
      ("\u{30B}", "ŐőŰű", "OoUu"), ("\u{30C}", "ČčĎďĚěŇňŘřŠšŤťŽž", "CcDdEeNnRrSsTtZz"),
      ("\u{327}", "ÇçĢĶķĻļŅņŖŗŞşŢţ", "CcGKkLlNnRrSsTt"), ("\u{326}", "ȘșȚț", "SsTt"),
      ("\u{328}", "ĄąĘęĮįŲų", "AaEeIiUu"), ("\u{301}", "ΆΈΉΊΌΎΏάέήίόύώ", "ΑΕΗΙΟΥΩαεηιουω"),
    ]
    var all: [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] = [:]
    for (mark, letters, bases) in rows {
      for (letter, base) in zip(letters.unicodeScalars, bases.unicodeScalars) {
        all[letter] = (base, mark)
      }
    }
    return all
  }()

  /// A letter as it stands under a mark, where it stands otherwise alone.
  static func form(of base: Unicode.Scalar) -> String? {
    switch base {
    case "i": LatinStrokes.all["ı"]
    case "j": "M30 85H62V160U38 186H22"
    default: nil
    }
  }

  /// Where the mark over a letter is drawn: higher over a high one.
  static func place(over base: Unicode.Scalar) -> Strokes.Part {
    let isHigh = base.properties.isUppercase || "bdhklt".unicodeScalars.contains(base)
    return Strokes.Part(y: isHigh ? -30 : 0)
  }
}
