/// Numbers as text that does not jump sideways while it changes.
///
/// All digits come from the shortest text that reads back as the same number
/// (`Double.description`); rounding is of those decimal digits, half to even.
package enum NumberText {
  /// What stands before a number that is not negative.
  package enum Sign: Hashable, Sendable {
    /// Nothing: for quantities that are never negative. One that is loses a digit for its sign.
    case none
    /// A space.
    case space
    /// A plus.
    case plus
  }

  /// `7.89e-31`, always of one width: `digits` + 5 columns (one less for one digit, which has no
  /// point; one more with a place for the sign).
  ///
  /// An exponent of three digits takes the place of a digit of the number, as far as there is one.
  /// `nan`, `inf` and `-inf` stand at the right.
  package static func scientific(
    _ number: Double, digits: Int = 3, sign: Sign = .none
  ) -> String {
    let digits = max(1, digits)
    let width = digits + (digits > 1 ? 1 : 0) + 4 + (sign == .none ? 0 : 1)
    guard let decimal = Decimal(number) else {
      return special(number, sign).padded(to: width, .right)
    }
    var text: [UInt8] = []
    var precision = digits
    repeat {
      text = decimal.rounded(toDigits: precision).scientific(digits: precision, sign)
      precision -= 1
    } while text.count > width && precision > 0
    return string(text, width)
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
  /// From 1e15 on the digits no longer mean anything and the number is `scientific`.
  package static func fixed(
    _ number: Double, decimals: Int, sign: Sign = .none, width: Int = 0
  ) -> String {
    guard let decimal = Decimal(number) else {
      return string(Array(special(number, sign).utf8), width)
    }
    guard decimal.exponent < 15 else {
      return string(Array(scientific(number, sign: sign).utf8), width)
    }
    let decimals = max(0, decimals)
    return string(
      decimal.rounded(toDigits: decimal.exponent + 1 + decimals).fixed(decimals: decimals, sign),
      width)
  }

  /// `0.0423`, `4.20`, `420`: three significant digits, zeros at the end too, for sentences;
  /// `scientific` below 0.001 and from 1000 on.
  ///
  /// A text whose width stays the same while the number stays in one decade.
  package static func significant(_ number: Double) -> String {
    guard let decimal = Decimal(number)?.rounded(toDigits: 3) else { return special(number, .none) }
    if decimal.significand == 0 { return "0" }
    guard (-3...2).contains(decimal.exponent) else {
      return scientific(number, sign: number < 0 ? .space : .none)
    }
    return string(decimal.fixed(decimals: 2 - decimal.exponent, .none))
  }

  /// `1e+3`, `2e-12`: a power of ten or a round number on an axis.
  package static func tick(_ number: Double) -> String {
    guard let decimal = Decimal(number) else { return special(number, .none) }
    let short = decimal.rounded(toDigits: 2)
    let mark = short.exponent < 0 ? "e-" : "e+"
    let mantissa = short.digit(1) > 0 ? ".\(short.digit(1))" : ""
    return (short.isNegative ? "-" : "") + "\(short.digit(0))\(mantissa)\(mark)"
      + "\(abs(short.exponent))"
  }

  /// The bytes as text, at least `width` columns wide.
  private static func string(_ text: [UInt8], _ width: Int = 0) -> String {
    let gap = max(0, width - text.count)
    return String(unsafeUninitializedCapacity: gap + text.count) { room in
      room[..<gap].update(repeating: UInt8(ascii: " "))
      return room[gap...].initialize(fromContentsOf: text)
    }
  }

  /// `+0.412`, `-16.1`, `1234`, `2.01e-5`: significant digits as one would write them by hand, in
  /// at most `width` columns (of at least seven); whole numbers of up to one digit more are not
  /// rounded.
  package static func plain(
    _ number: Double, digits: Int = 3, sign: Sign = .none, width: Int = 9
  ) -> String {
    guard let decimal = Decimal(number) else { return special(number, sign) }
    var precision = max(1, digits)
    while true {
      let exponent = decimal.rounded(toDigits: precision).exponent
      let text: [UInt8]
      if (-3...max(1, digits)).contains(exponent) {
        let decimals = max(0, precision - 1 - exponent)
        text = decimal.rounded(toDigits: decimal.exponent + 1 + decimals)
          .fixed(decimals: decimals, sign)
      } else {
        text = decimal.rounded(toDigits: precision).power(digits: precision, sign)
      }
      if text.count <= width || precision == 1 { return string(text) }
      precision -= 1
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

  func scientific(digits count: Int, _ sign: NumberText.Sign) -> [UInt8] {
    var text = mantissa(digits: count, sign)
    text.append(UInt8(ascii: "e"))
    text.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    if abs(exponent) < 10 { text.append(UInt8(ascii: "0")) }
    text += "\(abs(exponent))".utf8
    return text
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
    } else if sign != .none {
      text.append(sign == .plus ? UInt8(ascii: "+") : UInt8(ascii: " "))
    }
    return text
  }

  private func append(_ places: Range<Int>, to text: inout [UInt8]) {
    for place in places { text.append(UInt8(ascii: "0") + digit(place)) }
  }
}
