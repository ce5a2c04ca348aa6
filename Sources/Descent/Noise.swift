/// Random numbers as a function of (seed, tick, car), not of a generator with a state: stepping
/// back and forth through a race meets the same numbers again.
///
/// Source of the mixing function: Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014 (SplitMix64).
package struct Noise: Hashable, Sendable {
  private let key: UInt64

  package init(seed: UInt64, tick: Int, car: Int) {
    key = Self.mixed(
      Self.mixed(Self.mixed(seed) ^ UInt64(truncatingIfNeeded: tick))
        ^ UInt64(truncatingIfNeeded: car))
  }

  /// The draw number `index`: 64 random bits.
  func bits(_ index: UInt64) -> UInt64 { Self.mixed(key &+ index &* 0x9E37_79B9_7F4A_7C15) }

  /// Uniform in 0 < u ≤ 1.
  func uniform(_ index: UInt64) -> Double { Double((bits(index) >> 11) + 1) * 0x1p-53 }

  /// Two independent standard normal numbers, by Box and Muller (1958); each index has its own
  /// pair.
  package func normalPair(_ index: UInt64 = 0) -> Point<Double> {
    let radius = (-2 * Double.log(uniform(2 * index))).squareRoot()
    let angle = Double.pi2 * uniform(2 * index + 1)
    return Point(radius * Double.cos(angle), radius * Double.sin(angle))
  }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var z = bits &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A random point of a window: what a new random start is.
package func randomPoint(in window: Window, seed: UInt64, draw: Int) -> Point<Double> {
  let noise = Noise(seed: seed, tick: draw, car: -1)
  func within(_ range: ClosedRange<Double>, _ u: Double) -> Double {
    range.lowerBound + u * (range.upperBound - range.lowerBound)
  }
  return Point(within(window.x, noise.uniform(0)), within(window.y, noise.uniform(1)))
}
