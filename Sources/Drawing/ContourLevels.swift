extension Contour {
  /// A height that has a contour line.
  package struct Level: Hashable, Sendable {
    package var height: Double
    /// Whether its line is drawn brighter, as on printed maps: every fifth of even steps, and the
    /// powers of ten of logarithmic ones. No line is, where all would be.
    package var isMajor: Bool
  }

  /// About `count` round levels strictly between `min` and `max`, rising.
  ///
  /// Linear: multiples of 1, 2 or 5 times a power of ten. Logarithmic: min + 1, 2, 5 (or 1, 3; or
  /// 1) times powers of ten, from the highest down, so that with a minimum of 0 the levels are
  /// round and with any other their heights above it are; a minimum near 0 counts as 0. Empty
  /// without a range or a count.
  package static func rankedLevels(
    min low: Double, max high: Double, count: Int, scale: HeightScale.Kind
  ) -> [Level] {
    guard low < high, low.isFinite, high.isFinite, (high - low).isFinite, count > 0 else {
      return []
    }
    let all =
      switch scale {
      case .linear: linear(low, high, count)
      case .logarithmic: measured(logarithmic(high - low, count), from: low)
      }
    let levels = all.filter { $0.height > low && $0.height < high }
    return levels.allSatisfy(\.isMajor)
      ? levels.map { Level(height: $0.height, isMajor: false) } : levels
  }

  /// The heights of `rankedLevels`.
  package static func levels(
    min low: Double, max high: Double, count: Int, scale: HeightScale.Kind
  ) -> [Double] {
    rankedLevels(min: low, max: high, count: count, scale: scale).map(\.height)
  }

  /// A lowest height nearer to zero than the first level counts as zero: samples never meet the
  /// minimum itself, and 10 is a rounder level than 10.1132.
  private static func measured(_ levels: [Level], from low: Double) -> [Level] {
    guard let first = levels.first, low.magnitude > first.height else { return levels }
    return levels.map { Level(height: low + $0.height, isMajor: $0.isMajor) }
  }

  private static func linear(_ low: Double, _ high: Double, _ count: Int) -> [Level] {
    let step = roundStep(atLeast: (high - low) / Double(count + 1))
    let first = (low / step).rounded(.down)
    // Far from zero neighbouring multiples may be the same number.
    guard first.magnitude < 1e15 else {
      return [Level(height: low + (high - low) / 2, isMajor: false)]
    }
    return (1...count + 2).map { place in
      let multiple = first + Double(place)
      return Level(
        height: multiple * step, isMajor: multiple.truncatingRemainder(dividingBy: 5) == 0)
    }
  }

  /// The smallest 1, 2 or 5 times a power of ten that is no smaller than a positive number.
  static func roundStep(atLeast number: Double) -> Double {
    let power = Elementary.powerOfTen(Int(Elementary.log10(number).rounded(.down)))
    guard power > 0 else { return number }
    for mantissa in [1.0, 2, 5] where mantissa * power >= number * (1 - 1e-9) {
      return mantissa * power
    }
    return 10 * power
  }

  /// The highest `count` round numbers under a span, within about four powers of ten: few levels
  /// stand wide apart, many close together.
  private static func logarithmic(_ span: Double, _ count: Int) -> [Level] {
    let top = Int(Elementary.log10(span).rounded(.down))
    let perDecade = Double(count) / 4
    let mantissas: [Double] = perDecade < 1.5 ? [1] : perDecade < 2.5 ? [3, 1] : [5, 2, 1]
    var levels: [Level] = []
    var power = top
    while levels.count < count, power > top - count - 2, power > -300 {
      // 3 × 0.1 is not 0.3: powers below one divide instead.
      let scale = Elementary.powerOfTen(abs(power))
      for mantissa in mantissas where levels.count < count {
        let number = power < 0 ? mantissa / scale : mantissa * scale
        if number < span { levels.append(Level(height: number, isMajor: mantissa == 1)) }
      }
      power -= 1
    }
    return levels.reversed()
  }
}
