/// One direction of a chart: a range of numbers, linear or logarithmic.
package struct Axis: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case linear, logarithmic

    /// Numbers above this have a place.
    var least: Double { self == .linear ? -.infinity : 0 }
  }

  package let kind: Kind
  /// The ends of the range; `low` < `high`, both finite, both positive on a logarithmic axis.
  package let low: Double
  package let high: Double
  private let start: Double
  private let perUnit: Double

  /// An axis over a range. Ends that are equal, not finite or, on a logarithmic axis, not
  /// positive are replaced by ones that are near them and do.
  package init(_ kind: Kind, low: Double, high: Double) {
    var (low, high) = (min(low, high), max(low, high))
    if !(low <= high) || low == .infinity || high == -.infinity { (low, high) = (0, 1) }
    let largest = Double.greatestFiniteMagnitude
    (low, high) = (max(low, -largest), min(high, largest))
    if kind == .logarithmic {
      if high <= 0 { high = 1 }
      if low <= 0 { low = high / 10 }
      low = min(max(low, .leastNormalMagnitude), largest / 100)
      if low >= high { (low, high) = (max(low / 10, .leastNormalMagnitude), low * 10) }
    } else if low == high {
      let room = max(1, low.magnitude / 10)
      (low, high) = (max(low - room, -largest), min(high + room, largest))
    }
    self.kind = kind
    self.low = low
    self.high = high
    start = kind == .linear ? low * 0.5 : Elementary.log2(low)
    perUnit = 1 / ((kind == .linear ? high * 0.5 : Elementary.log2(high)) - start)
  }

  /// An axis around the numbers that can be shown on it (see `shows`): whole powers of ten on a
  /// logarithmic one.
  package init(_ kind: Kind, fitting numbers: some Sequence<Double>) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for number in numbers where number > kind.least && number < .infinity {
      low = min(low, number)
      high = max(high, number)
    }
    if kind == .logarithmic, low <= high {
      // A hair's breadth of tolerance: log10(1000) may come out just under or over 3.
      low = Elementary.powerOfTen(Int((Elementary.log10(low) + 1e-12).rounded(.down)))
      high = Elementary.powerOfTen(Int((Elementary.log10(high) - 1e-12).rounded(.up)))
    }
    self.init(kind, low: low, high: high)
  }

  /// Whether a number has a place on the axis, inside the range or not.
  @inline(__always)
  package func shows(_ number: Double) -> Bool {
    number > kind.least && number < .infinity
  }

  /// The place of a number that the axis shows: 0 at `low`, 1 at `high`, beyond outside.
  @inline(__always)
  package func position(of number: Double) -> Double {
    ((kind == .linear ? number * 0.5 : Elementary.log2(number)) - start) * perUnit
  }

  /// Round numbers in the range, rising, at most `count` of them.
  package func ticks(atMost count: Int) -> [Double] {
    guard count > 0 else { return [] }
    var ticks: [Double] = []
    switch kind {
    case .linear:
      let step = Contour.roundStep(atLeast: (high - low) / Double(max(1, count - 1)))
      guard step > 0, step.isFinite, (low / step).magnitude < 1e15 else { return [] }
      var number = (low / step).rounded(.up)
      while number * step <= high {
        ticks.append(number * step)
        number += 1
      }
    case .logarithmic:
      let first = Int((Elementary.log10(low) - 1e-9).rounded(.up))
      let last = Int((Elementary.log10(high) + 1e-9).rounded(.down))
      guard first <= last else { return [] }
      let step =
        [1, 2, 3, 5, 10, 20, 50, 100, 200].first { (last - first) / $0 < count } ?? 1000
      // From the top: the start of a race is what its curves have in common.
      for power in stride(from: last, through: first, by: -step) {
        ticks.append(Elementary.powerOfTen(power))
      }
      ticks.reverse()
    }
    return Array(ticks.prefix(count))
  }

  /// Texts for ticks, all of them with as many decimals as the distance between two asks for.
  ///
  /// - Parameter limit: from which number on an axis needs powers of ten; higher for counts.
  package func labels(for ticks: [Double], plainUnder limit: Double = 1e4) -> [String] {
    guard kind == .linear, let first = ticks.first else {
      return ticks.map { NumberText.brief($0) }
    }
    let step = ticks.count > 1 ? ticks[1] - first : first.magnitude
    let largest = max(low.magnitude, high.magnitude)
    if step < 1e-4 || largest < 0.001 || largest >= limit {
      let texts = ticks.map { NumberText.brief($0) }
      // Close to a place far from 0 three digits are the same for all.
      if Set(texts).count == texts.count { return texts }
    }
    let decimals = max(0, -Int((Elementary.log10(step) + 1e-9).rounded(.down)))
    return ticks.map { NumberText.fixed($0, decimals: decimals) }
  }
}
