/// A number as the unevaluated sum of two doubles, about 106 bits: what the slower elementary
/// functions compute in, so that their one rounding at the end is the only one that shows.
///
/// Sources: Dekker, "A floating-point technique for extending the available precision", Numer.
/// Math. 18 (1971); Knuth, The Art of Computer Programming 2, section 4.2.2.
struct DoubleDouble {
  var high: Double
  /// The rest, at most half a unit in the last place of `high`.
  var low: Double

  init(_ high: Double, _ low: Double = 0) { (self.high, self.low) = (high, low) }

  /// Rounded once.
  var rounded: Double { high + low }

  /// a + b exactly.
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let v = s - a
    return DoubleDouble(s, (a - (s - v)) + (b - v))
  }

  /// a · b exactly, unless parts of it overflow or vanish: the factors lie in 1e±140.
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    let (a1, a2) = halves(a)
    let (b1, b2) = halves(b)
    return DoubleDouble(p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// The upper 26 bits of a double and the rest.
  @inline(__always)
  private static func halves(_ a: Double) -> (Double, Double) {
    let upper = Double(bitPattern: a.bitPattern & 0xFFFF_FFFF_F800_0000)
    return (upper, a - upper)
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = sum(s.high, s.low + t.high)
    return sum(u.high, u.low + t.low)
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }
  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return sum(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let third = (rest - b * DoubleDouble(second)).high / b.high
    let quotient = sum(first, second)
    return sum(quotient.high, quotient.low + third)
  }

  /// √a for a > 0.
  var squareRoot: DoubleDouble {
    let root = high.squareRoot()
    let rest = self - Self.product(root, root)
    return Self.sum(root, rest.high / (2 * root))
  }

  /// a · 2ⁿ, exactly.
  func scaled(by power: Double) -> DoubleDouble { DoubleDouble(high * power, low * power) }

  static let one = DoubleDouble(1)
  static let halfPi = DoubleDouble(1.5707963267948966, 6.123233995736766e-17)
  static let pi = DoubleDouble(3.141592653589793, 1.2246467991473532e-16)
  static let ln2 = DoubleDouble(0.6931471805599453, 2.3190468138462996e-17)
  static let perLn2 = DoubleDouble(1.4426950408889634, 2.0355273740931033e-17)
  static let perLn10 = DoubleDouble(0.4342944819032518, 1.098319650216765e-17)
}

extension DoubleDouble {
  /// 1/k for k up to 26; the first is of no use.
  private static let inverses = [one] + (1...26).map { one / DoubleDouble(Double($0)) }
}

// Kernels, each with an error below 2⁻⁹⁰ of the result.
extension DoubleDouble {
  /// eˣ for |x| ≤ 750, as a number near 1 and a power of two.
  static func exp(_ x: DoubleDouble) -> (significand: DoubleDouble, exponent: Int) {
    let n = (x.high * perLn2.high).rounded()
    // A sixteenth of what is left, whose series is short, and its sixteenth power.
    let r = (x - ln2 * DoubleDouble(n)).scaled(by: 0x1p-4)
    var sum = DoubleDouble.one
    for k in stride(from: 12, through: 1, by: -1) { sum = one + r * sum * inverses[k] }
    for _ in 0..<4 { sum = sum * sum }
    return (sum, Int(n))
  }

  /// ln x for x > 0, normal.
  static func log(_ x: DoubleDouble) -> DoubleDouble {
    let f = x - one
    // Near 1 the series: what is left of a guess would be too small a part of 1.
    if f.high.magnitude < 0x1p-10 {
      var sum = inverses[11]
      for k in stride(from: 10, through: 1, by: -1) { sum = inverses[k] - f * sum }
      return f * sum
    }
    // Newton's step from a good guess y: ln x = y + ln(x e⁻ʸ), and that number is nearly 1.
    let guess = Double.log(x.high)
    let (power, exponent) = exp(DoubleDouble(-guess))
    let scale = Double(sign: .plus, exponent: x.high.exponent, significand: 1)
    let ratio =
      x.scaled(by: 1 / scale)
      * power.scaled(
        by: Double(sign: .plus, exponent: exponent + Int(x.high.exponent), significand: 1))
    let d = ratio - one
    return DoubleDouble(guess) + (d - d * d.scaled(by: 0.5))
  }

  /// Sine and cosine for |x| ≤ 0.8.
  static func sineAndCosine(_ x: DoubleDouble) -> (sine: DoubleDouble, cosine: DoubleDouble) {
    let square = x * x
    var (sine, cosine) = (one, one)
    for k in stride(from: 25, through: 3, by: -2) {
      sine = one - square * sine * (inverses[k] * inverses[k - 1])
    }
    for k in stride(from: 26, through: 2, by: -2) {
      cosine = one - square * cosine * (inverses[k] * inverses[k - 1])
    }
    return (x * sine, cosine)
  }

  /// The angle of a direction (x, y) with x ≥ y ≥ 0 and x > 0, 0…π/4; neither tiny nor huge.
  static func angle(_ y: DoubleDouble, _ x: DoubleDouble) -> DoubleDouble {
    // Twice half of the angle, whose series is short: a guess to 1e-12.
    var t = y.high / x.high
    t /= 1 + (1 + t * t).squareRoot()
    t /= 1 + (1 + t * t).squareRoot()
    let q = t * t
    var guess = 1 / 13.0
    for k in stride(from: 11.0, through: 1, by: -2) { guess = 1 / k - q * guess }
    guess *= 4 * t
    // What is left is the angle of the direction turned back by the guess.
    let (sine, cosine) = sineAndCosine(DoubleDouble(guess))
    let d = (y * cosine - x * sine) / (x * cosine + y * sine)
    return DoubleDouble(guess) + d
  }
}
