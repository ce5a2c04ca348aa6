/// An angle less its nearest multiple of a right angle, for doubles of any size.
///
/// The product of the angle's 53 bits with just those bits of 2/π that matter is a whole number of
/// many words; what stands above the point tells the quadrant, what stands below it the rest.
/// Source: Payne and Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18
/// (1983).
enum FarAngle {
  /// - Parameter x: finite, |x| ≥ 1.
  /// - Returns: what is left, −π/4…π/4, and how many right angles were taken off, 0…3.
  static func reduced(_ x: Double) -> (rest: DoubleDouble, quadrant: Int) {
    let exponent = Int(x.magnitude.exponent) - 52
    let significand = x.magnitude.significandBitPattern | 1 << 52
    // Words before this one stand for multiples of four right angles.
    let first = max(0, (exponent - 2) >> 6)
    // Five words, the least first.
    var product = Words(repeating: 0)
    var carry: UInt64 = 0
    for word in 0..<4 {
      let (high, low) = twoOverPi[first + 3 - word].multipliedFullWidth(by: significand)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      product[word] = sum
      carry = high + (overflow ? 1 : 0)
    }
    product[4] = carry
    // The point lies above so many bits.
    let point = 64 * (first + 4) - exponent
    var quadrant = Int(bits(product, from: point) & 3)
    // 128 bits below the point, and 64 more for what starts with zeros.
    var rest = (
      bits(product, from: point - 192), bits(product, from: point - 128),
      bits(product, from: point - 64)
    )
    let isNegative = rest.2 >> 63 == 1
    if isNegative {
      quadrant += 1
      rest = negated(rest)
    }
    let part = number(rest)
    let angle = part * DoubleDouble.halfPi
    let isTurned = isNegative != (x < 0)
    return (isTurned ? -angle : angle, (x < 0 ? -quadrant : quadrant) & 3)
  }

  private typealias Words = InlineArray<5, UInt64>

  /// 64 bits of a number of many words.
  private static func bits(_ words: Words, from start: Int) -> UInt64 {
    func word(_ index: Int) -> UInt64 { index >= 0 && index < 5 ? words[index] : 0 }
    let (index, shift) = (start >> 6, UInt64(start & 63))
    return shift == 0 ? word(index) : word(index) >> shift | word(index + 1) << (64 - shift)
  }

  private static func negated(_ words: (UInt64, UInt64, UInt64)) -> (UInt64, UInt64, UInt64) {
    let (first, carry) = (~words.0).addingReportingOverflow(1)
    let (second, more) = (~words.1).addingReportingOverflow(carry ? 1 : 0)
    return (first, second, ~words.2 &+ (more ? 1 : 0))
  }

  /// Three words, the least first, as a part of 1.
  private static func number(_ words: (UInt64, UInt64, UInt64)) -> DoubleDouble {
    part(words.0, 0x1p-192) + part(words.1, 0x1p-128) + part(words.2, 0x1p-64)
  }

  /// Halves of a word are exact as doubles.
  private static func part(_ word: UInt64, _ scale: Double) -> DoubleDouble {
    .sum(Double(word >> 32) * 0x1p32 * scale, Double(word & 0xFFFF_FFFF) * scale)
  }

  /// The bits of 2/π behind the point.
  private static let twoOverPi: [UInt64] = [
    0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561,
    0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
    0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F,
    0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B,
    0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB, 0xF0CF_BC20_9AF4_361D,
  ]
}
