/// An sRGB colour, eight bits a channel.
package struct Color: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour from `0xRRGGBB`.
  package init(_ hex: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16),
      green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// A colour from `#RRGGBB` or `#RGB`; `nil` if the text is neither.
  package init?(hex text: String) {
    guard text.first == "#" else { return nil }
    let digits = text.dropFirst()
    guard digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
      return nil
    }
    switch digits.utf8.count {
    case 6: self.init(number)
    case 3:
      let (r, g, b) = (number >> 8 & 15, number >> 4 & 15, number & 15)
      self.init((r << 16 | g << 8 | b) * 17)
    default: return nil
    }
  }

  /// `#rrggbb`.
  package var text: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// `0xRRGGBB`.
  package var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The colour between this one (0) and another (1), mixed in OKLab so that the way looks even.
  /// Amounts outside 0…1 are cut. About 150 ns: keep the result when it is asked for often.
  package func mixed(with other: Color, _ amount: Double) -> Color {
    if amount <= 0 || self == other { return self }
    if amount >= 1 { return other }
    return OKLab(self).mixed(with: OKLab(other), amount).color
  }

  /// OKLab lightness, 0 (black) … 1 (white).
  package var lightness: Double { OKLab(self).l }

  /// Relative luminance as WCAG 2 defines it, 0…1.
  package var luminance: Double {
    0.2126 * OKLab.linear[Int(red)] + 0.7152 * OKLab.linear[Int(green)]
      + 0.0722 * OKLab.linear[Int(blue)]
  }

  /// WCAG 2 contrast ratio, 1 (equal) … 21 (black and white); the order does not matter.
  package func contrast(with other: Color) -> Double {
    let (one, two) = (luminance + 0.05, other.luminance + 0.05)
    return max(one, two) / min(one, two)
  }
}
