/// The few elementary functions that pictures need, in IEEE operations alone, so that every
/// machine draws the same dots and colours.
package enum Elementary {
  /// Base-2 logarithm, to about 4e-16 of it (of 1 where it is smaller). Zero gives −∞, negative
  /// numbers and NaN give NaN.
  package static func log2(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.4142135623730951 {
      mantissa *= 0.5
      exponent += 1
    }
    // ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1), |s| ≤ 0.172.
    let s = (mantissa - 1) / (mantissa + 1)
    let q = s * s
    var tail = 1.0 / 21
    tail = tail * q + 1.0 / 19
    tail = tail * q + 1.0 / 17
    tail = tail * q + 1.0 / 15
    tail = tail * q + 1.0 / 13
    tail = tail * q + 1.0 / 11
    tail = tail * q + 1.0 / 9
    tail = tail * q + 1.0 / 7
    tail = tail * q + 1.0 / 5
    tail = tail * q + 1.0 / 3
    tail = tail * q + 1
    return exponent + 2 * s * tail * 1.4426950408889634
  }

  /// Sine and cosine of an angle, to about 1e-16; those of multiples of 90° exactly.
  package static func sineAndCosine(ofDegrees degrees: Double) -> (sine: Double, cosine: Double) {
    guard degrees.isFinite else { return (.nan, .nan) }
    let quarters = (degrees / 90).rounded()
    let x = (degrees - 90 * quarters) * 0.017453292519943295
    let square = x * x
    var (sine, cosine) = (1.0, 1.0)
    for k in stride(from: 19.0, through: 3, by: -2) { sine = 1 - square * sine / (k * (k - 1)) }
    for k in stride(from: 20.0, through: 2, by: -2) { cosine = 1 - square * cosine / (k * (k - 1)) }
    sine *= x
    return switch Int((quarters - 4 * (quarters / 4).rounded(.down))) {
    case 0: (sine, cosine)
    case 1: (cosine, -sine)
    case 2: (-sine, -cosine)
    default: (-cosine, sine)
    }
  }

  /// Base-10 logarithm; see `log2`.
  package static func log10(_ x: Double) -> Double { log2(x) * 0.3010299956639812 }

  /// (√2)ⁿ, exact for even n.
  package static func power(ofRootTwo n: Int) -> Double {
    let half = n >= 0 ? n / 2 : (n - 1) / 2
    return Double(
      sign: .plus, exponent: half, significand: n - 2 * half == 1 ? 1.4142135623730951 : 1)
  }

  /// 10ⁿ, correctly rounded; 0 and ∞ beyond the range of `Double`.
  package static func powerOfTen(_ n: Int) -> Double {
    n > 308 ? .infinity : n < -324 ? 0 : Double("1e\(n)")!
  }

  /// The cube root of a number up to ±1e300, to a few ulps.
  package static func cubeRoot(_ x: Double) -> Double {
    guard x != 0, x.isFinite else { return x }
    guard x.isNormal else { return cubeRoot(x * 0x1p54) * 0x1p-18 }
    let a = x.magnitude
    // A third of the bits is nearly a third of the logarithm: within a twentieth.
    var y = Double(bitPattern: a.bitPattern / 3 + 0x2A9F_7893_0000_0000)
    for _ in 0..<3 {  // Halley's rule cubes the error.
      let cube = y * y * y
      y *= (cube + 2 * a) / (2 * cube + a)
    }
    return x < 0 ? -y : y
  }

  /// The fifth root of a number in 0…1.
  package static func fifthRoot(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    var y = 1.0
    for _ in 0..<60 {
      let fourth = y * y * y * y
      let next = (4 * y + x / fourth) / 5
      if next == y { break }
      y = next
    }
    return y
  }
}
