extension Contour {
  /// About `count` round levels strictly between `min` and `max`, rising.
  ///
  /// Linear: multiples of 1, 2 or 5 times a power of ten. Logarithmic: min + 1, 2, 5 (or 1, 3; or
  /// 1) times powers of ten, from the highest down, so that with a minimum of 0 the levels are
  /// round and with any other their heights above it are; a minimum near 0 counts as 0. Empty
  /// without a range or a count.
  package static func levels(
    min low: Double, max high: Double, count: Int, scale: HeightScale.Kind
  ) -> [Double] {
    guard low < high, low.isFinite, high.isFinite, (high - low).isFinite, count > 0 else {
      return []
    }
    let levels =
      switch scale {
      case .linear: linear(low, high, count)
      case .logarithmic: measured(logarithmic(high - low, count), from: low)
      }
    return levels.filter { $0 > low && $0 < high }
  }

  /// A lowest height nearer to zero than the first level counts as zero: samples never meet the
  /// minimum itself, and 10 is a rounder level than 10.1132.
  private static func measured(_ heights: [Double], from low: Double) -> [Double] {
    guard let first = heights.first, low.magnitude > first else { return heights }
    return heights.map { low + $0 }
  }

  private static func linear(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    let step = roundStep(atLeast: (high - low) / Double(count + 1))
    let first = (low / step).rounded(.down)
    // Far from zero neighbouring multiples may be the same number.
    guard first.magnitude < 1e15 else { return [low + (high - low) / 2] }
    return (1...count + 2).map { (first + Double($0)) * step }
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
  private static func logarithmic(_ span: Double, _ count: Int) -> [Double] {
    let top = Int(Elementary.log10(span).rounded(.down))
    let perDecade = Double(count) / 4
    let mantissas: [Double] = perDecade < 1.5 ? [1] : perDecade < 2.5 ? [3, 1] : [5, 2, 1]
    var numbers: [Double] = []
    var power = top
    while numbers.count < count, power > top - count - 2, power > -300 {
      // 3 × 0.1 is not 0.3: powers below one divide instead.
      let scale = Elementary.powerOfTen(abs(power))
      for mantissa in mantissas where numbers.count < count {
        let number = power < 0 ? mantissa / scale : mantissa * scale
        if number < span { numbers.append(number) }
      }
      power -= 1
    }
    return numbers.reversed()
  }
}
