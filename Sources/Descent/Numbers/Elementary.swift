import CLanes

// Elementary functions as formulas write them. Those of `Double` and of `Lanes` are one generic
// function (`Fast`) or the same function lane by lane (`Precise`): the same bits at any number of
// lanes, on every machine.

@inline(__always) func sqrt<F: Field>(_ x: F) -> F { F.sqrt(x) }
@inline(__always) func exp<F: Field>(_ x: F) -> F { F.exp(x) }
@inline(__always) func sin<F: Field>(_ x: F) -> F { F.sin(x) }
@inline(__always) func cos<F: Field>(_ x: F) -> F { F.cos(x) }
@inline(__always) func abs<F: Field>(_ x: F) -> F { F.abs(x) }
@inline(__always) func norm<F: Field>(_ x: F, _ y: F) -> F { F.norm(x, y) }

/// x²⁰ and the like: products all the way.
@inline(__always) func power<F: Field>(_ x: F, _ exponent: Int) -> F {
  precondition(exponent > 0)
  let half = exponent / 2
  if exponent == 1 { return x }
  let root = power(x, half)
  return exponent.isMultiple(of: 2) ? root * root : root * root * x
}

/// x². A product, like every integer power here: `pow` would round differently.
@inline(__always) func squared<F: Field>(_ x: F) -> F { x * x }

extension Double {
  static let pi2 = 2 * pi

  @inline(__always) package static func sqrt(_ x: Double) -> Double { double_sqrt(x) }
  package static func exp(_ x: Double) -> Double { Fast.exp(x) }
  package static func log(_ x: Double) -> Double { Fast.log(x) }
  package static func sin(_ x: Double) -> Double { Fast.sineAndCosine(x).sine }
  package static func cos(_ x: Double) -> Double { Fast.sineAndCosine(x).cosine }
  package static func sineAndCosine(_ x: Double) -> (sine: Double, cosine: Double) {
    Fast.sineAndCosine(x)
  }
  @inline(__always) package static func abs(_ x: Double) -> Double { x.magnitude }
  @inline(__always) package static func norm(_ x: Double, _ y: Double) -> Double {
    double_sqrt(x * x + y * y)
  }
  @inline(__always)
  package static func each(_ x: Double, _ function: (Double) -> Double) -> Double { function(x) }
  @inline(__always)
  package static func each(
    _ a: Double, _ b: Double, _ function: (Double, Double) -> Double
  ) -> Double {
    function(a, b)
  }
  @inline(__always) package static func sign(_ x: Double) -> Double {
    x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0
  }
  @inline(__always) package static func greater(_ a: Double, _ b: Double) -> Double {
    a > b ? a : b
  }
  @inline(__always) package static func lesser(_ a: Double, _ b: Double) -> Double {
    a < b ? a : b
  }
  @inline(__always)
  package static func whereZero(_ x: Double, _ a: Double, else b: Double) -> Double {
    x == 0 ? a : b
  }
  @inline(__always)
  package static func whereNegative(_ x: Double, _ a: Double, else b: Double) -> Double {
    x < 0 ? a : b
  }

  @inline(__always)
  package static func whereLess(
    _ a: Double, _ b: Double, _ then: Double, else other: Double
  ) -> Double {
    a < b ? then : other
  }
  @inline(__always)
  package static func isAny(_ x: Double, above limit: Double) -> Bool { x > limit }
  @inline(__always)
  package static func whereBit(_ bit: UInt64, of x: Double, _ a: Double, else b: Double) -> Double {
    x.bitPattern >> bit & 1 == 1 ? a : b
  }
  @inline(__always)
  package static func negated(_ a: Double, whereBit bit: UInt64, of x: Double) -> Double {
    Double(bitPattern: a.bitPattern ^ (x.bitPattern >> bit & 1) << 63)
  }
  @inline(__always)
  package static func powerOfTwo(_ n: Double) -> Double {
    // Whole numbers stand in the last bits of doubles beyond 2⁵².
    Double(bitPattern: (n + 0x1p52 + 1023).bitPattern << 52)
  }
  @inline(__always)
  package static func exponentAndSignificand(_ x: Double) -> (Double, Double) {
    let k = Double(bitPattern: x.bitPattern >> 52 | 0x1p52.bitPattern) - 0x1p52 - 1023
    let m = Double(bitPattern: x.bitPattern & significandBits | 1.0.bitPattern)
    return m > rootOfTwo ? (k + 1, 0.5 * m) : (k, m)
  }
  fileprivate static let significandBits: UInt64 = (1 << 52) - 1
  fileprivate static let rootOfTwo = 1.4142135623730951

  /// The angle of the direction (x, y) from the x axis, −π…π.
  static func atan2(_ y: Double, _ x: Double) -> Double { Precise.atan2(y, x) }
}

extension Lanes {
  /// The sign of every lane turned, that of 0 too.
  @inline(__always) package static prefix func - (a: Lanes) -> Lanes { lanes8_negated(a) }

  @inline(__always) package static func sqrt(_ x: Lanes) -> Lanes { lanes8_sqrt(x) }
  package static func exp(_ x: Lanes) -> Lanes { Fast.exp(x) }
  package static func log(_ x: Lanes) -> Lanes { Fast.log(x) }
  package static func sin(_ x: Lanes) -> Lanes { Fast.sineAndCosine(x).sine }
  package static func cos(_ x: Lanes) -> Lanes { Fast.sineAndCosine(x).cosine }
  @inline(__always)
  package static func sineAndCosine(_ x: Lanes) -> (sine: Lanes, cosine: Lanes) {
    Fast.sineAndCosine(x)
  }

  @inline(__always)
  package static func each(_ x: Lanes, _ function: (Double) -> Double) -> Lanes {
    x.eachLane(function)
  }
  @inline(__always)
  package static func each(
    _ a: Lanes, _ b: Lanes, _ function: (Double, Double) -> Double
  ) -> Lanes {
    var result = a
    for lane in 0..<8 { result[lane] = function(a[lane], b[lane]) }
    return result
  }

  @inline(__always) package static func abs(_ x: Lanes) -> Lanes { lanes8_abs(x) }
  @inline(__always) package static func norm(_ x: Lanes, _ y: Lanes) -> Lanes {
    lanes8_sqrt(x * x + y * y)
  }
  @inline(__always) package static func sign(_ x: Lanes) -> Lanes {
    let upper = Lanes.zero.replacing(with: 1, where: x .> 0)
    let both = upper.replacing(with: -1, where: x .< 0)
    return both.replacing(with: x, where: x .!= x)
  }
  @inline(__always) package static func greater(_ a: Lanes, _ b: Lanes) -> Lanes {
    b.replacing(with: a, where: a .> b)
  }
  @inline(__always) package static func lesser(_ a: Lanes, _ b: Lanes) -> Lanes {
    b.replacing(with: a, where: a .< b)
  }
  @inline(__always)
  package static func whereZero(_ x: Lanes, _ a: Lanes, else b: Lanes) -> Lanes {
    b.replacing(with: a, where: x .== 0)
  }
  @inline(__always)
  package static func whereNegative(_ x: Lanes, _ a: Lanes, else b: Lanes) -> Lanes {
    b.replacing(with: a, where: x .< 0)
  }

  @inline(__always)
  package static func whereLess(_ a: Lanes, _ b: Lanes, _ then: Lanes, else other: Lanes) -> Lanes {
    other.replacing(with: then, where: a .< b)
  }
  @inline(__always)
  package static func isAny(_ x: Lanes, above limit: Double) -> Bool {
    lanes8_any_above(x, limit) != 0
  }
  @inline(__always)
  package static func whereBit(_ bit: UInt64, of x: Lanes, _ a: Lanes, else b: Lanes) -> Lanes {
    lanes8_where_bit(UInt32(bit), x, a, b)
  }
  @inline(__always)
  package static func negated(_ a: Lanes, whereBit bit: UInt64, of x: Lanes) -> Lanes {
    Lanes(bits: a.bits ^ ((x.bits &>> bit & 1) &<< 63))
  }
  @inline(__always)
  package static func powerOfTwo(_ n: Lanes) -> Lanes {
    Lanes(bits: (n + 0x1p52 + 1023).bits &<< 52)
  }
  @inline(__always)
  package static func exponentAndSignificand(_ x: Lanes) -> (Lanes, Lanes) {
    let k = Lanes(bits: x.bits &>> 52 | 0x1p52.bitPattern) - 0x1p52 - 1023
    let m = Lanes(bits: x.bits & Double.significandBits | 1.0.bitPattern)
    let isLarge = m .> Double.rootOfTwo
    return (
      k.replacing(with: k + 1, where: isLarge), m.replacing(with: 0.5 * m, where: isLarge)
    )
  }

  @inline(__always)
  private var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }
  @inline(__always)
  private init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Lanes.self) }

  @inline(__always)
  private func eachLane(_ function: (Double) -> Double) -> Lanes {
    Lanes(
      function(self[0]), function(self[1]), function(self[2]), function(self[3]),
      function(self[4]), function(self[5]), function(self[6]), function(self[7]))
  }
}
