package import Descent
import Drawing

/// The round values that keys step a setting through: about 10 % apart, or wide apart.
package enum Ladder {
  /// The next value of the ladder; `nil` at its end.
  ///
  /// - Parameter least: where a ladder that goes down to 0 has its lowest rung above it.
  package static func step(
    from value: Double, up: Bool, isWide: Bool, in domain: Domain, least: Double = 0.01
  ) -> Double? {
    switch domain {
    case .positive: decimal(from: value, up, isWide)
    case .nonNegative:
      if up {
        value < least ? least : decimal(from: value, up, isWide)
      } else {
        value == 0
          ? nil
          : value <= least
            ? 0
            : decimal(from: value, up, isWide).map {
              max($0, least)
            }
      }
    case .fraction: nearest(to: value, up, isWide ? wideFractions : fractions)
    case .unit: nearest(to: value, up, isWide ? wideUnits : units)
    case .atLeastOne:
      decimal(from: value, up, isWide).flatMap { up ? $0 : value > 1 ? max(1, $0) : nil }
    }
  }

  /// The next size of a batch of 1…`count`: one more or less, or the next power of two.
  package static func step(from size: Int, up: Bool, isWide: Bool, of count: Int) -> Int? {
    var next = size + (up ? 1 : -1)
    if isWide {
      next = up ? 1 : count
      while up ? next <= size : next >= size { next = up ? 2 * next : smallerPower(than: next) }
      next = min(next, count)
    }
    return (1...max(1, count)).contains(next) && next != size ? next : nil
  }

  private static func smallerPower(than size: Int) -> Int {
    var power = 1
    while 2 * power < size { power *= 2 }
    return size <= 1 ? 0 : power
  }

  /// Tenths of a power of ten.
  private static let tenths = [
    10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 33, 36, 40, 45, 50, 55, 60, 65, 70,
    80, 90,
  ]
  private static let wideTenths = [10, 20, 50]

  private static func decimal(from value: Double, _ up: Bool, _ isWide: Bool) -> Double? {
    let exponent = Int(Elementary.log10(value).rounded(.down))
    let rungs = (exponent - 1...exponent + 1).flatMap { exponent in
      (isWide ? wideTenths : tenths).map { Double("\($0)e\(exponent - 1)")! }
    }
    return nearest(to: value, up, rungs.filter { $0.isNormal })
  }

  /// 1 − β on a ladder of 1, 2, 5, from where steps of 0.05 are too coarse.
  private static let fractions =
    (0...18).map { Double($0) / 20 }
    + [
      0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9998, 0.9999, 0.99995, 0.99998, 0.99999,
    ]
  private static let wideFractions = [0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999]

  private static let units = (0...19).map { Double($0) / 20 } + [0.99, 1]
  private static let wideUnits = [0, 0.25, 0.5, 0.75, 1]

  /// - Parameter rungs: in order.
  private static func nearest(to value: Double, _ up: Bool, _ rungs: [Double]) -> Double? {
    up ? rungs.first { $0 > value } : rungs.last { $0 < value }
  }
}
