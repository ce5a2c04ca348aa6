/// Numbers as text, everywhere by one rule: three significant digits, plain from 0.001 to 9,999,
/// beyond that with a power of ten, `7.6e-4`. Whole numbers below 10,000 keep their fourth digit.
///
/// - `brief` in sentences and on axes: as short as can be; `apart` for several side by side.
/// - `plain` where the width is not to change with each step: zeros at the end stay, `7.60e-4`.
/// - `aligned` in columns: as `plain`, with all points in one column.
/// - `fixed` for places, shares and counts, whose unit decides the decimals.
/// - `compact` for what a user has typed: every digit.
///
/// All digits come from the shortest text that reads back as the same number
/// (`Double.description`); rounding is of those decimal digits, half to even.
package enum NumberText {
  /// What stands before a number above zero.
  package enum Sign: Hashable, Sendable {
    case none, plus
  }

  /// `0.0466`, `1234`, `7.6e-4`: three significant digits without zeros at the end, fewer where
  /// that would be wider than `width` (at least seven).
  package static func brief(_ number: Double, digits: Int = 3, width: Int = .max) -> String {
    guard let decimal = Decimal(number) else { return special(number, .none) }
    for precision in (1...max(1, digits)).reversed() {
      let text = withoutZeros(written(decimal, precision, of: digits, .none))
      if text.count <= width || precision == 1 { return string(text) }
    }
    return ""
  }

  /// Numbers that stand side by side, as `brief`, with as many digits more as tell them apart: the
  /// heights of contour lines around a place far above 0.
  package static func apart(_ numbers: [Double]) -> [String] {
    let count = Set(numbers).count
    var texts: [String] = []
    for digits in 3...17 {
      texts = numbers.map { brief($0, digits: digits) }
      if Set(texts).count >= count { break }
    }
    return texts
  }

  /// `26`, `0.0466`, `–`: counts in full; a dash for what has not come, and for what there is not.
  package static func counted(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    return number == number.rounded() && number.magnitude < 1e7
      ? fixed(number, decimals: 0) : brief(number)
  }

  /// `0.412`, `-16.1`, `1234`, `2.01e-5`, `0`: significant digits with the zeros at their end,
  /// fewer where that would be wider than `width` (at least seven).
  package static func plain(
    _ number: Double, digits: Int = 3, sign: Sign = .none, width: Int = 9
  ) -> String {
    guard let decimal = Decimal(number) else { return special(number, sign) }
    let digits = max(1, digits)
    var precision = digits
    while true {
      let text = written(decimal, precision, of: digits, sign)
      if text.count <= width || precision == 1 { return string(text) }
      precision -= 1
    }
  }

  /// `" 12.3    "`, `"  7.60e-4"`: a number of a column that is as wide as `whole` and `fraction`
  /// together, at least seven cells. Its point stands behind the first `whole` cells.
  ///
  /// Digits that find no room behind the point are left out: seven cells hold `.60e-12`, six
  /// `.60e-4`, five `.6e-4`. A whole part that is too wide goes on into the cells behind the point.
  /// `nan`, `inf` and `-inf` stand at the right.
  package static func aligned(
    _ number: Double, whole: Int = 3, fraction: Int = 6, sign: Sign = .none
  ) -> String {
    let width = whole + fraction
    guard let decimal = Decimal(number) else {
      return special(number, sign).padded(to: width, .right)
    }
    for precision in (1...3).reversed() {
      let text = written(decimal, precision, of: 3, sign)
      let isEnd = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") }
      var start = max(0, whole - (text.firstIndex(where: isEnd) ?? text.count))
      if start + text.count > width, precision > 1 { continue }
      start = max(0, min(start, width - text.count))
      return string(text, start + text.count).padded(to: width)
    }
    return ""
  }

  /// The shortest text that reads back as the same number: `0.05`, `1e-5`, `12.3`, `3`.
  package static func compact(_ number: Double) -> String {
    guard number.isFinite else { return special(number, .none) }
    var text = number.description
    if let e = text.firstIndex(of: "e") {
      let mantissa = text[..<e]
      let exponent = Int(text[text.index(after: e)...]) ?? 0
      text = (mantissa.hasSuffix(".0") ? mantissa.dropLast(2) : mantissa) + "e\(exponent)"
    } else if text.hasSuffix(".0") {
      text.removeLast(2)
    }
    return text
  }

  /// `-31.20`: a fixed number of decimals, at least `width` columns wide.
  ///
  /// From 1e15 on the digits no longer mean anything and the number is `plain`.
  package static func fixed(_ number: Double, decimals: Int, width: Int = 0) -> String {
    guard let decimal = Decimal(number) else {
      return string(Array(special(number, .none).utf8), width)
    }
    guard decimal.exponent < 15 else { return string(Array(plain(number).utf8), width) }
    let decimals = max(0, decimals)
    return string(
      decimal.rounded(toDigits: decimal.exponent + 1 + decimals).fixed(decimals: decimals, .none),
      width)
  }

  /// A number in `precision` digits, with a power of ten where one of `digits` digits needs it.
  private static func written(
    _ decimal: Decimal, _ precision: Int, of digits: Int, _ sign: Sign
  ) -> [UInt8] {
    guard decimal.significand > 0 else { return [UInt8(ascii: "0")] }
    // Whole numbers have one digit more before they need a power of ten.
    let shown = decimal.rounded(toDigits: decimal.exponent >= digits ? digits + 1 : precision)
    guard (-3...digits).contains(shown.exponent) else {
      return decimal.rounded(toDigits: precision).power(digits: precision, sign)
    }
    let decimals = max(0, precision - 1 - shown.exponent)
    return decimal.rounded(toDigits: decimal.exponent + 1 + decimals)
      .fixed(decimals: decimals, sign)
  }

  /// Without zeros behind the point, and without the point if nothing is left there.
  private static func withoutZeros(_ text: [UInt8]) -> [UInt8] {
    guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return text }
    let end = text.firstIndex(of: UInt8(ascii: "e")) ?? text.count
    var kept = text[..<end]
    while kept.last == UInt8(ascii: "0") { kept.removeLast() }
    if kept.endIndex == point + 1 { kept.removeLast() }
    return Array(kept + text[end...])
  }

  /// The bytes as text, at least `width` columns wide.
  private static func string(_ text: [UInt8], _ width: Int = 0) -> String {
    let gap = max(0, width - text.count)
    return String(unsafeUninitializedCapacity: gap + text.count) { room in
      room[..<gap].update(repeating: UInt8(ascii: " "))
      return room[gap...].initialize(fromContentsOf: text)
    }
  }

  private static func special(_ number: Double, _ sign: Sign) -> String {
    if number.isNaN { return "nan" }
    return number < 0 ? "-inf" : sign == .plus ? "+inf" : "inf"
  }
}

/// A finite number as decimal digits: d.ddd × 10^exponent, without zeros at the end.
private struct Decimal {
  var isNegative: Bool
  /// All digits as one number, at most 17 of them; 0 has one digit.
  var significand: UInt64
  var count: Int
  var exponent: Int

  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    var (significand, decimals, power): (UInt64, Int, Int) = (0, 0, 0)
    var (seenPoint, seenE, isFraction) = (false, false, false)
    for byte in number.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"): seenE = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "-"): isFraction = true
      case let byte where seenE: power = power * 10 + Int(byte & 0xF)
      case let byte:
        significand = significand * 10 + UInt64(byte & 0xF)
        if seenPoint { decimals += 1 }
      }
    }
    self.init(
      isNegative: number < 0, significand, exponent: (isFraction ? -power : power) - decimals)
  }

  /// - Parameter exponent: of the last digit.
  private init(isNegative: Bool, _ significand: UInt64, exponent: Int) {
    guard significand > 0 else {
      (self.isNegative, self.significand, count, self.exponent) = (false, 0, 1, 0)
      return
    }
    var (significand, exponent, count) = (significand, exponent, 1)
    while significand % 10 == 0 { (significand, exponent) = (significand / 10, exponent + 1) }
    while significand >= Self.power(count) { count += 1 }
    (self.isNegative, self.significand, self.count) = (isNegative, significand, count)
    self.exponent = exponent + count - 1
  }

  private static func power(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// With at most `places` digits; under 1 leaves zero or, rounded up, one digit.
  func rounded(toDigits places: Int) -> Decimal {
    guard places < count else { return self }
    guard places >= 0 else { return Decimal(isNegative: false, 0, exponent: 0) }
    let unit = Self.power(count - places)
    var (kept, rest) = significand.quotientAndRemainder(dividingBy: unit)
    // Half to even.
    if rest > unit / 2 || rest == unit / 2 && kept % 2 == 1 { kept += 1 }
    return Decimal(isNegative: isNegative, kept, exponent: exponent - places + 1)
  }

  /// `2.01e-5`.
  func power(digits count: Int, _ sign: NumberText.Sign) -> [UInt8] {
    mantissa(digits: count, sign) + "e\(exponent)".utf8
  }

  /// The digit at a place, from 0; 0 beyond those there are.
  func digit(_ place: Int) -> UInt8 {
    guard place >= 0, place < count else { return 0 }
    return UInt8(significand / Self.power(count - 1 - place) % 10)
  }

  private func mantissa(digits count: Int, _ sign: NumberText.Sign) -> [UInt8] {
    var text = prefix(sign)
    append(0..<1, to: &text)
    if count > 1 {
      text.append(UInt8(ascii: "."))
      append(1..<count, to: &text)
    }
    return text
  }

  func fixed(decimals: Int, _ sign: NumberText.Sign) -> [UInt8] {
    var text = prefix(sign)
    // A fraction has no digits before its point, but a nought.
    append(exponent < 0 ? -1..<0 : 0..<exponent + 1, to: &text)
    guard decimals > 0 else { return text }
    text.append(UInt8(ascii: "."))
    append(exponent + 1..<exponent + 1 + decimals, to: &text)
    return text
  }

  private func prefix(_ sign: NumberText.Sign) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(24)
    if isNegative {
      text.append(UInt8(ascii: "-"))
    } else if sign == .plus {
      text.append(UInt8(ascii: "+"))
    }
    return text
  }

  private func append(_ places: Range<Int>, to text: inout [UInt8]) {
    for place in places { text.append(UInt8(ascii: "0") + digit(place)) }
  }
}
