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
    var text = ""
    var precision = digits
    repeat {
      text = decimal.rounded(toDigits: precision).scientific(digits: precision, sign)
      precision -= 1
    } while text.utf8.count > width && precision > 0
    return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
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
    let text: String
    if let decimal = Decimal(number) {
      text =
        decimal.exponent >= 15
        ? scientific(number, sign: sign)
        : decimal.rounded(toDigits: decimal.exponent + 1 + max(0, decimals))
          .fixed(decimals: max(0, decimals), sign)
    } else {
      text = special(number, sign)
    }
    return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  /// `0.0423`, `4.20`, `420`: three significant digits, zeros at the end too, for sentences;
  /// `scientific` below 0.001 and from 1000 on.
  ///
  /// Of one width while the number stays in one decade.
  package static func significant(_ number: Double) -> String {
    guard let decimal = Decimal(number)?.rounded(toDigits: 3) else { return special(number, .none) }
    if decimal.digits == [0] { return "0" }
    guard (-3...2).contains(decimal.exponent) else {
      return scientific(number, sign: number < 0 ? .space : .none)
    }
    return decimal.fixed(decimals: 2 - decimal.exponent, .none)
  }

  /// `1e+3`, `2e-12`: a power of ten or a round number on an axis.
  package static func tick(_ number: Double) -> String {
    guard let decimal = Decimal(number) else { return special(number, .none) }
    let short = decimal.rounded(toDigits: 2)
    let mark = short.exponent < 0 ? "e-" : "e+"
    let mantissa = short.digits.count > 1 && short.digits[1] > 0 ? ".\(short.digits[1])" : ""
    return (short.isNegative ? "-" : "") + "\(short.digits[0])\(mantissa)\(mark)"
      + "\(abs(short.exponent))"
  }

  /// `+0.412`, `-16.1`, `1234`, `2.01e-5`: significant digits as one would write them by hand, in at
  /// most `width` columns (of at least seven); whole numbers of up to one digit more are not rounded.
  package static func plain(
    _ number: Double, digits: Int = 3, sign: Sign = .none, width: Int = 9
  ) -> String {
    guard let decimal = Decimal(number) else { return special(number, sign) }
    var precision = max(1, digits)
    while true {
      let exponent = decimal.rounded(toDigits: precision).exponent
      let text: String
      if (-3...max(1, digits)).contains(exponent) {
        let decimals = max(0, precision - 1 - exponent)
        text = decimal.rounded(toDigits: decimal.exponent + 1 + decimals)
          .fixed(decimals: decimals, sign)
      } else {
        text = decimal.rounded(toDigits: precision).power(digits: precision, sign)
      }
      if text.utf8.count <= width || precision == 1 { return text }
      precision -= 1
    }
  }

  private static func special(_ number: Double, _ sign: Sign) -> String {
    if number.isNaN { return "nan" }
    return number < 0 ? "-inf" : sign == .plus ? "+inf" : "inf"
  }
}

/// A finite number as decimal digits: d.ddd × 10^exponent. Zero is one digit 0.
private struct Decimal {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number < 0
    (digits, exponent) = ([], -1)
    let parts = number.magnitude.description.split(separator: "e")
    var seenPoint = false
    for byte in parts[0].utf8 {
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        if !seenPoint { exponent += 1 }
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
    while digits.count > 1, digits[0] == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits[digits.count - 1] == 0 { digits.removeLast() }
    if digits == [0] { exponent = 0 }
  }

  /// With at most `count` digits; a count under 1 leaves zero or, rounded up, one digit.
  func rounded(toDigits count: Int) -> Decimal {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else { return Decimal(0)! }
    let (next, rest) = (digits[count], digits[(count + 1)...])
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let roundsUp = next > 5 || (next == 5 && (isOdd || rest.contains { $0 > 0 }))
    result.digits = Array(digits[..<count])
    if roundsUp {
      var place = count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        result.digits[place] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    guard !result.digits.isEmpty, result.digits[0] > 0 else {
      return Decimal(0)!
    }
    return result
  }

  func scientific(digits count: Int, _ sign: NumberText.Sign) -> String {
    let tail = (1..<max(1, count)).map { digit($0) }.joined()
    let power = abs(exponent)
    return prefix(sign) + digit(0) + (tail.isEmpty ? "" : "." + tail)
      + (exponent < 0 ? "e-" : "e+") + (power < 10 ? "0" : "") + "\(power)"
  }

  /// `2.01e-5`.
  func power(digits count: Int, _ sign: NumberText.Sign) -> String {
    let tail = (1..<max(1, count)).map { digit($0) }.joined()
    return prefix(sign) + digit(0) + (tail.isEmpty ? "" : "." + tail) + "e\(exponent)"
  }

  func fixed(decimals: Int, _ sign: NumberText.Sign) -> String {
    let whole = exponent < 0 ? "0" : (0...exponent).map { digit($0) }.joined()
    guard decimals > 0 else { return prefix(sign) + whole }
    let part = (exponent + 1...exponent + decimals).map { digit($0) }.joined()
    return prefix(sign) + whole + "." + part
  }

  private func prefix(_ sign: NumberText.Sign) -> String {
    if isNegative { return "-" }
    return sign == .none ? "" : sign == .plus ? "+" : " "
  }

  private func digit(_ index: Int) -> String {
    index >= 0 && index < digits.count ? "\(digits[index])" : "0"
  }
}
