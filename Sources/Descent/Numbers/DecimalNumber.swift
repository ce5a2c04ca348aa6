/// A number in decimal notation, as people write it: a sign, digits with at most one decimal mark
/// and a power of ten, such as `-1.5e-3`, `+2`, `.5` or `1.`
///
/// No other text is a number: not the hexadecimal digits (`0x10`), `inf` and `nan` that
/// `Double.init(_:)` reads too. All that a user writes is read here, wherever it is written.
package enum DecimalNumber {
  /// The double nearest to what a text says: infinite beyond the largest double, `nil` if the text
  /// is no decimal number. Blanks around it are not allowed.
  ///
  /// - Parameter mark: the ASCII character before the fraction, a point or a comma.
  package static func value(of text: String, mark: Unicode.Scalar = ".") -> Double? {
    var letters = Array(text.utf8)
    guard let place = markedPlace(in: letters, UInt8(ascii: mark)) else { return nil }
    if place < letters.count { letters[place] = UInt8(ascii: ".") }
    return Double(String(decoding: letters, as: UTF8.self))
  }

  /// Where the decimal mark stands, at the end if there is none; `nil` if the text is no number.
  private static func markedPlace(in letters: [UInt8], _ mark: UInt8) -> Int? {
    var place = 0
    func skipSign() {
      guard place < letters.count else { return }
      if letters[place] == UInt8(ascii: "+") || letters[place] == UInt8(ascii: "-") { place += 1 }
    }
    func skipDigits() -> Int {
      let start = place
      while place < letters.count, isDigit(letters[place]) { place += 1 }
      return place - start
    }
    skipSign()
    var digits = skipDigits()
    var marked = letters.count
    if place < letters.count, letters[place] == mark {
      marked = place
      place += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return nil }
    if place < letters.count, letters[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      skipSign()
      guard skipDigits() > 0 else { return nil }
    }
    return place == letters.count ? marked : nil
  }

  private static func isDigit(_ letter: UInt8) -> Bool { 0x30...0x39 ~= letter }
}
