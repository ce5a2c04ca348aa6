/// How a height becomes a brightness 0…1.
///
/// With t = (height − low) / (high − low):
/// linear: t; logarithmic: log(1 + k·t) / log(1 + k), k = 10^decades − 1, which opens up the
/// valleys: each of the last `decades` powers of ten above the lowest height gets an equal share.
/// Both rise with the height. Heights outside low…high are cut, −∞ to 0 and ∞ to 1. NaN is no
/// height and has no brightness.
package struct HeightScale: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case linear, logarithmic }

  package let kind: Kind
  package let low: Double
  package let high: Double
  private let perUnit: Double
  private let perLog: Double

  /// A scale from `low` to `high`; where they are equal every finite height is 0.
  package init(_ kind: Kind, low: Double, high: Double, decades: Int = 3) {
    self.kind = kind
    self.low = low
    self.high = high
    // Halves keep a span of more than the largest number finite.
    let half = high * 0.5 - low * 0.5
    let k = kind == .linear ? 1 : Elementary.powerOfTen(min(max(1, decades), 15)) - 1
    perUnit = half > 0 && half.isFinite ? k / half : 0
    perLog = 1 / Elementary.log2(1 + k)
  }

  /// The scale that fits the heights of a grid.
  package init(fitting grid: HeightGrid, kind: Kind? = nil) {
    self.init(kind ?? Kind(suiting: grid), low: grid.lowest, high: grid.highest)
  }

  /// The brightness of a height, 0…1; NaN for NaN.
  @inline(__always)
  package func brightness(of height: Double) -> Double {
    guard height.isFinite else { return height.isNaN ? .nan : height < 0 ? 0 : 1 }
    let t = (height * 0.5 - low * 0.5) * perUnit
    if !(t > 0) { return 0 }
    return kind == .linear ? min(1, t) : min(1, Elementary.log2(1 + t) * perLog)
  }

  /// The height that has a brightness, 0…1; the lowest one for less and the highest for more.
  package func height(ofBrightness brightness: Double) -> Double {
    var (below, above) = (low, high)
    if !(brightness > 0) || perUnit == 0 { return low }
    if brightness >= 1 { return high }
    // Halving ends when no number lies between the two.
    for _ in 0..<200 {
      let middle = below * 0.5 + above * 0.5
      if middle <= below || middle >= above { break }
      if self.brightness(of: middle) < brightness { below = middle } else { above = middle }
    }
    return above
  }

  /// The band of a height among `count` bands (at most 64) of equal brightness; `nil` for NaN.
  @inline(__always)
  package func band(of height: Double, among count: Int = Colormap.maximumLevels) -> Int? {
    height.isNaN ? nil : Self.band(ofBrightness: brightness(of: height), of: count)
  }

  /// - Parameter brightness: not NaN.
  @inline(__always)
  static func band(ofBrightness brightness: Double, of count: Int) -> Int {
    let count = max(1, count)
    guard brightness < 1 else { return count - 1 }
    return brightness > 0 ? min(count - 1, Int(brightness * Double(count))) : 0
  }
}

extension HeightScale.Kind {
  /// Logarithmic where most of the ground lies in the lowest fifth of the range (Rosenbrock),
  /// linear elsewhere (a bowl, Rastrigin).
  package init(suiting grid: HeightGrid) {
    guard let median = grid.median, grid.lowest < grid.highest else {
      self = .linear
      return
    }
    let fifth = grid.lowest * 0.8 + grid.highest * 0.2
    self = median < fifth ? .logarithmic : .linear
  }
}
