/// The slower elementary functions, of one number at a time: computed in `DoubleDouble` and rounded
/// once, so that the error is hardly more than half a unit in the last place, over all doubles.
/// Special values are those of IEEE 754.
enum Precise {
  static func tan(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    if x.magnitude < 0x1p-27 { return x }
    let (rest, quadrant) = reduced(x)
    let (sine, cosine) = DoubleDouble.sineAndCosine(rest)
    return (quadrant & 1 == 0 ? sine / cosine : -cosine / sine).rounded
  }

  /// An angle less its multiples of a right angle.
  static func reduced(_ x: Double) -> (rest: DoubleDouble, quadrant: Int) {
    x.magnitude < 0.78
      ? (DoubleDouble(x), 0) : x.magnitude < 1 ? nearRightAngle(x) : FarAngle.reduced(x)
  }

  private static func nearRightAngle(_ x: Double) -> (rest: DoubleDouble, quadrant: Int) {
    x < 0
      ? (DoubleDouble(x) + .halfPi, 3) : (DoubleDouble(x) - .halfPi, 1)
  }

  static func asin(_ x: Double) -> Double {
    guard x.magnitude <= 1 else { return .nan }
    if x.magnitude < 0x1p-27 { return x }
    return atan2(DoubleDouble(x), leg(x)).rounded
  }

  static func acos(_ x: Double) -> Double {
    guard x.magnitude <= 1 else { return .nan }
    return x == 1 ? 0 : atan2(leg(x), DoubleDouble(x)).rounded
  }

  /// √(1 − x²)
  private static func leg(_ x: Double) -> DoubleDouble {
    let square = DoubleDouble.one - DoubleDouble.product(x, x)
    return square.high > 0 ? square.squareRoot : DoubleDouble(0)
  }

  static func atan(_ x: Double) -> Double {
    if x.isNaN || x.magnitude < 0x1p-27 { return x }
    if x.magnitude > 0x1p60 { return x < 0 ? -DoubleDouble.halfPi.high : DoubleDouble.halfPi.high }
    return atan2(DoubleDouble(x), .one).rounded
  }

  static func atan2(_ y: Double, _ x: Double) -> Double {
    if y.isNaN || x.isNaN { return .nan }
    let isBehind = x.sign == .minus
    if y == 0 || x.isInfinite && !y.isInfinite {
      let angle = isBehind ? DoubleDouble.pi.high : 0
      return y.sign == .minus ? -angle : angle
    }
    if y.isInfinite || x == 0 {
      let angle =
        !x.isInfinite
        ? DoubleDouble.halfPi.high
        : (isBehind ? DoubleDouble.pi.high * 0.75 : DoubleDouble.halfPi.high / 2)
      return y < 0 ? -angle : angle
    }
    // Neither too far apart for a product nor too small for one.
    let (a, b) = (Int(y.exponent), Int(x.exponent))
    if a - b > 60 { return y < 0 ? -DoubleDouble.halfPi.high : DoubleDouble.halfPi.high }
    if b - a > 60 {
      if !isBehind { return y / x }
      return y < 0 ? -DoubleDouble.pi.high : DoubleDouble.pi.high
    }
    return atan2(
      DoubleDouble(scaled(y, by: -b)), DoubleDouble(scaled(x, by: -b))
    ).rounded
  }

  /// The angle of a direction whose sides differ by a factor below 1e18.
  private static func atan2(_ y: DoubleDouble, _ x: DoubleDouble) -> DoubleDouble {
    let (across, along) = (y.high < 0 ? -y : y, x.high < 0 ? -x : x)
    var angle =
      across.high > along.high
      ? DoubleDouble.halfPi - .angle(along, across) : DoubleDouble.angle(across, along)
    if x.high < 0 { angle = .pi - angle }
    return y.high < 0 ? -angle : angle
  }

  static func sinh(_ x: Double) -> Double {
    guard x.isFinite else { return x }
    if x.magnitude < 0x1p-20 { return x + x * x * x / 6 }
    if x.magnitude > 712 { return x < 0 ? -.infinity : .infinity }
    let (grown, shrunk) = (power(x), power(-x))
    return halfSum(grown, -shrunk)
  }

  static func cosh(_ x: Double) -> Double {
    guard x.isFinite else { return x * x }
    if x.magnitude > 712 { return .infinity }
    return halfSum(power(x), power(-x))
  }

  /// eˣ · 2⁻⁴, which does not overflow where cosh does not.
  private static func power(_ x: Double) -> DoubleDouble {
    let (significand, exponent) = DoubleDouble.exp(DoubleDouble(x))
    return exponent < -900
      ? DoubleDouble(0)
      : significand.scaled(by: Double(sign: .plus, exponent: exponent - 4, significand: 1))
  }

  private static func halfSum(_ a: DoubleDouble, _ b: DoubleDouble) -> Double {
    (a + b).rounded * 8
  }

  static func tanh(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.magnitude < 0x1p-20 { return x - x * x * x / 3 }
    if x.magnitude > 22 { return x < 0 ? -1 : 1 }
    let (significand, exponent) = DoubleDouble.exp(DoubleDouble(2 * x))
    let e = significand.scaled(by: Double(sign: .plus, exponent: exponent, significand: 1))
    return ((e - .one) / (e + .one)).rounded
  }

  static func log2(_ x: Double) -> Double { log(x, times: .perLn2) }
  static func log10(_ x: Double) -> Double { log(x, times: .perLn10) }

  private static func log(_ x: Double, times factor: DoubleDouble) -> Double {
    guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    return (log(x) * factor).rounded
  }

  /// ln x for finite x > 0.
  private static func log(_ x: Double) -> DoubleDouble {
    x.isNormal ? .log(DoubleDouble(x)) : .log(DoubleDouble(x * 0x1p54)) - .ln2 * DoubleDouble(54)
  }

  static func cbrt(_ x: Double) -> Double {
    if x == 0 || !x.isFinite { return x }
    // A multiple of three off the exponent leaves a third of it.
    let shift = Int(x.magnitude.exponent) / 3
    let a = scaled(x.magnitude, by: -3 * shift)
    let guess = Double.exp(Double.log(a) / 3)
    let square = DoubleDouble.product(guess, guess)
    let error = square * DoubleDouble(guess) - DoubleDouble(a)
    let root = DoubleDouble(guess) - error / (square * DoubleDouble(3))
    return scaled(x < 0 ? -root.rounded : root.rounded, by: shift)
  }

  static func hypot(_ a: Double, _ b: Double) -> Double {
    if a.isInfinite || b.isInfinite { return .infinity }
    if a.isNaN || b.isNaN { return .nan }
    let (long, short) = (max(a.magnitude, b.magnitude), min(a.magnitude, b.magnitude))
    if short == 0 || Int(long.exponent) - Int(short.exponent) > 60 { return long + short }
    let shift = Int(long.exponent)
    let (x, y) = (scaled(long, by: -shift), scaled(short, by: -shift))
    let square = DoubleDouble.product(x, x) + DoubleDouble.product(y, y)
    return scaled(square.squareRoot.rounded, by: shift)
  }

  /// aᵇ; not a number where that is not real.
  static func pow(_ a: Double, _ b: Double) -> Double {
    if b == 0 || a == 1 { return 1 }
    if a.isNaN || b.isNaN { return .nan }
    let isWhole = b.rounded(.towardZero) == b
    let isOdd = isWhole && b.magnitude < 0x1p53 && (b / 2).rounded(.towardZero) * 2 != b
    let isNegative = a.sign == .minus && isOdd
    if a == 0 || a.isInfinite {
      let grows = (a == 0) == (b < 0)
      return grows ? (isNegative ? -.infinity : .infinity) : (isNegative ? -0.0 : 0)
    }
    if b.isInfinite {
      if a == -1 { return 1 }
      return (a.magnitude > 1) == (b > 0) ? .infinity : 0
    }
    if a < 0, !isWhole { return .nan }
    let size = a.magnitude == 1 ? 1 : grown(a.magnitude, b)
    return isNegative ? -size : size
  }

  private static func grown(_ a: Double, _ b: Double) -> Double {
    let log = log(a)
    let guess = log.high * b
    if guess > 710 { return .infinity }
    if guess < -746 { return 0 }
    // Split so that no product of parts overflows.
    let scale = b.magnitude > 0x1p100 ? 0x1p-100 : 1
    let exponent = (log * DoubleDouble(b * scale)).scaled(by: 1 / scale)
    let (significand, power) = DoubleDouble.exp(exponent)
    // Below the normal numbers one more rounding.
    return scaled(significand.rounded, by: power)
  }

  static func sigmoid(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < -745.2 { return 0 }
    if x > 40 { return 1 }
    let (significand, exponent) = DoubleDouble.exp(DoubleDouble(-x.magnitude))
    if exponent < -900 { return scaled(significand.rounded, by: exponent) }
    let e = significand.scaled(by: Double(sign: .plus, exponent: exponent, significand: 1))
    return ((x < 0 ? e : .one) / (.one + e)).rounded
  }

  /// ln(1 + eˣ)
  static func softplus(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 40 { return x }
    if x < -745.2 { return 0 }
    let (significand, exponent) = DoubleDouble.exp(DoubleDouble(-x.magnitude))
    if exponent < -900 { return scaled(significand.rounded, by: exponent) }
    let e = significand.scaled(by: Double(sign: .plus, exponent: exponent, significand: 1))
    // For small e the sum would lose it: ln(1 + e) = e − e²/2 + …
    let log = e.high < 0x1p-30 ? e - e * e.scaled(by: 0.5) : DoubleDouble.log(.one + e)
    return (x > 0 ? DoubleDouble(x) + log : log).rounded
  }

  /// x · 2ⁿ, rounded once where it is no longer normal.
  static func scaled(_ x: Double, by exponent: Int) -> Double {
    Double(sign: x.sign, exponent: exponent, significand: x.magnitude)
  }
}
