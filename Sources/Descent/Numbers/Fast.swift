/// e^x, ln x, sin x and cos x, eight at a time as well as one: the same IEEE operations in the same
/// order, so the same bits, on every machine.
///
/// Within 1 unit in the last place of the true value over all doubles; special values are those of
/// IEEE 754.
enum Fast {
  /// Adding and taking it away rounds to a whole number; |x| < 2⁵¹.
  private static let toWhole = 0x1.8p52

  @inline(__always)
  static func whole<L: Lane>(_ x: L) -> L { (x + toWhole) - toWhole }

  // MARK: - e^x

  /// ln 2 in two parts, the first with few enough bits to be multiplied exactly by an exponent.
  private static let ln2 = (high: 0.6931471805598903, low: 5.497923018708371e-14)

  /// By 2ⁿ eʳ with |r| ≤ ½ ln 2, and the series of eʳ (Cody and Waite, Software Manual for the
  /// Elementary Functions, 1980).
  @inline(__always)
  static func exp<L: Lane>(_ x: L) -> L {
    let limited = L.lesser(L.greater(x, L(repeating: -746)), L(repeating: 710))
    let n = whole(1.4426950408889634 * limited)
    let a = limited - ln2.high * n
    let b = ln2.low * n
    let r = a - b
    let rest = (a - r) - b
    var p = 1.6059043836821613e-10 * r + 2.08767569878681e-09
    p = p * r + 2.505210838544172e-08
    p = p * r + 2.755731922398589e-07
    p = p * r + 2.7557319223985893e-06
    p = p * r + 2.48015873015873e-05
    p = p * r + 1.984126984126984e-04
    p = p * r + 1.388888888888889e-03
    p = p * r + 8.333333333333333e-03
    p = p * r + 4.1666666666666664e-02
    p = p * r + 0.16666666666666666
    p = p * r + 0.5
    let power = 1 + (r + (rest + r * r * p))
    // In two factors: neither overflows before the product does.
    let half = whole(0.5 * n)
    let grown = power * L.powerOfTwo(half) * L.powerOfTwo(n - half)
    return L.whereLess(x, L(repeating: .infinity), grown, else: x)
  }

  // MARK: - ln x

  /// By k ln 2 + ln(1 + f) with √½ ≤ 1 + f < √2, and the series of artanh s, s = f / (2 + f).
  @inline(__always)
  static func log<L: Lane>(_ x: L) -> L {
    let isTiny = L(repeating: 2.2250738585072014e-308)
    let scaled = L.whereLess(x, isTiny, 0x1p54 * x, else: x)
    let (exponent, significand) = L.exponentAndSignificand(scaled)
    let k = L.whereLess(x, isTiny, exponent - 54, else: exponent)
    let f = significand - 1
    let s = f / (2 + f)
    let z = s * s
    var p = 9.523809523809523e-02 * z + 0.10526315789473684
    p = p * z + 0.11764705882352941
    p = p * z + 0.13333333333333333
    p = p * z + 0.15384615384615385
    p = p * z + 0.18181818181818182
    p = p * z + 0.2222222222222222
    p = p * z + 0.2857142857142857
    p = p * z + 0.4
    p = p * z + 0.6666666666666666
    let square = 0.5 * (f * f)
    let sum = s * (square + z * p) + ln2.low * k
    let log = ln2.high * k - ((square - sum) - f)
    let zero = L(repeating: 0)
    let positive = L.whereLess(x, L(repeating: .infinity), log, else: x)
    let real = L.whereLess(zero, x, positive, else: L(repeating: .nan))
    return L.whereZero(x, L(repeating: -.infinity), else: real)
  }

  // MARK: - Sine and cosine

  /// π/2 in parts of 33 bits and the rest: a multiple below 2²⁰ takes each off exactly.
  private static let rightAngle = (
    first: 1.5707963267341256, second: 6.077100506303966e-11, third: 2.0222662487959506e-21
  )
  /// Beyond this the bits of 2/π are asked one lane at a time.
  private static let far = 1_000_000.0

  /// An angle less its nearest multiple of a right angle, |rest| ≤ π/4, and that multiple.
  private struct Reduced<L: Lane> {
    var rest: L
    /// What `rest` has lost by rounding.
    var low: L
    /// How often; beyond `far` modulo 4.
    var count: L
  }

  @inline(__always)
  private static func reduced<L: Lane>(_ x: L) -> Reduced<L> {
    if L.isAny(L.abs(x), above: far) { return farReduced(x) }
    let n = whole(0.6366197723675814 * x)
    let a = x - rightAngle.first * n
    let b = rightAngle.second * n
    let c = a - b
    let lost = (a - c) - b
    let d = rightAngle.third * n
    let rest = c - (d - lost)
    return Reduced(rest: rest, low: (c - rest) - (d - lost), count: n)
  }

  @inline(never)
  private static func farReduced<L: Lane>(_ x: L) -> Reduced<L> {
    // As many as there are lanes, at most.
    var found = InlineArray<8, Reduced<Double>>(repeating: Reduced(rest: 0, low: 0, count: 0))
    var lane = 0
    func part(_ take: (Int) -> Double) -> L {
      lane = 0
      return L.each(x) { _ in
        defer { lane += 1 }
        return take(lane)
      }
    }
    _ = L.each(x) { number in
      found[lane] = oneReduced(number)
      lane += 1
      return number
    }
    return Reduced(
      rest: part { found[$0].rest }, low: part { found[$0].low }, count: part { found[$0].count })
  }

  private static func oneReduced(_ x: Double) -> Reduced<Double> {
    if !(x.magnitude > far) { return reduced(x) }
    guard x.isFinite else { return Reduced(rest: .nan, low: .nan, count: 0) }
    let (rest, quadrant) = FarAngle.reduced(x)
    return Reduced(rest: rest.high, low: rest.low, count: Double(quadrant))
  }

  @inline(__always)
  private static func sine<L: Lane>(_ r: L, _ low: L) -> L {
    let z = r * r
    var p = 2.8114572543455206e-15 * z + -7.647163731819816e-13
    p = p * z + 1.6059043836821613e-10
    p = p * z + -2.505210838544172e-08
    p = p * z + 2.7557319223985893e-06
    p = p * z + -1.984126984126984e-04
    p = p * z + 8.333333333333333e-03
    p = p * z + -0.16666666666666666
    return r + (r * z * p + low * (1 - 0.5 * z))
  }

  @inline(__always)
  private static func cosine<L: Lane>(_ r: L, _ low: L) -> L {
    let z = r * r
    var p = -1.5619206968586225e-16 * z + 4.779477332387385e-14
    p = p * z + -1.1470745597729725e-11
    p = p * z + 2.08767569878681e-09
    p = p * z + -2.7557319223985888e-07
    p = p * z + 2.48015873015873e-05
    p = p * z + -1.388888888888889e-03
    p = p * z + 4.1666666666666664e-02
    let half = 0.5 * z
    let w = 1 - half
    return w + (((1 - w) - half) + (z * z * p - r * low))
  }

  /// Of the two the one that is the sine of so many right angles and a rest: of every four the
  /// second and the fourth change it for the cosine, the third and the fourth lie below the axis.
  @inline(__always)
  private static func sine<L: Lane>(ofQuarters count: L, _ sine: L, _ cosine: L) -> L {
    // The last bits of a number of this size count its units.
    let count = count + toWhole
    return L.negated(L.whereBit(0, of: count, cosine, else: sine), whereBit: 1, of: count)
  }

  /// The sign of a zero is kept.
  @inline(__always)
  static func sineAndCosine<L: Lane>(_ x: L) -> (sine: L, cosine: L) {
    let angle = reduced(x)
    let (s, c) = (sine(angle.rest, angle.low), cosine(angle.rest, angle.low))
    return (
      L.whereZero(x, x, else: sine(ofQuarters: angle.count, s, c)),
      sine(ofQuarters: angle.count + 1, s, c)
    )
  }
}
