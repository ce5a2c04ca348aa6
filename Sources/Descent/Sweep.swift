/// A car driven with every combination of some of its settings: a grid of cells, the last axis
/// counting fastest.
package struct Sweep: Sendable {
  package let surface: any Surface
  package let car: Car
  package let axes: [Axis]
  /// Where each combination starts; at least one.
  package let starts: [Point<Double>]
  package let steps: Int
  package let seed: UInt64

  /// The values that a numeric setting takes.
  package struct Axis: Hashable, Sendable {
    /// As on the command line.
    package let setting: String
    package let values: [Double]

    package init(_ setting: String, _ values: [Double]) {
      (self.setting, self.values) = (setting, values)
    }

    /// From one number to another, at equal distances or at equal ratios; both ends are met
    /// exactly. Those between are in as few digits as move none by more than a twentieth of the way
    /// to the next, at equal ratios in three digits at least.
    ///
    /// - Parameters:
    ///   - count: 1 or more; for 1 the first number alone.
    ///   - isLogarithmic: both numbers are above 0.
    package init(
      _ setting: String, from first: Double, to last: Double, count: Int, isLogarithmic: Bool
    ) {
      self.setting = setting
      values = (0..<count).map { index in
        if index == 0 { return first }
        if index == count - 1 { return last }
        let part = Double(index) / Double(count - 1)
        if isLogarithmic {
          let value = Double.exp((1 - part) * Double.log(first) + part * Double.log(last))
          let ratio = (Double.log(last) - Double.log(first)) / Double(count - 1)
          return Self.said(value, within: value * min(abs(ratio), 0.1))
        }
        return Self.said(
          (1 - part) * first + part * last, within: (last - first) / Double(count - 1))
      }
    }

    /// - Parameter step: to the next number.
    private static func said(_ value: Double, within step: Double) -> Double {
      guard value.isNormal, step.isNormal, abs(step) > 1e-290 else { return value }
      // Half of this power of ten at most is a twentieth of the step.
      return multiple(of: 1, decimalExponent(of: abs(step) / 10), nearestTo: value)
    }
  }

  /// - Parameter axes: of settings that the car's rule has, with values that they may have.
  package init(
    of car: Car, on surface: any Surface, axes: [Axis], starts: [Point<Double>], steps: Int,
    seed: UInt64
  ) {
    (self.car, self.surface, self.axes) = (car, surface, axes)
    (self.starts, self.steps, self.seed) = (starts, steps, seed)
  }

  /// How many combinations there are.
  package var count: Int { axes.map(\.values.count).reduce(1, *) }

  /// The values of a combination, one an axis.
  package func values(_ cell: Int) -> [Double] {
    var rest = cell
    var values: [Double] = []
    for axis in axes.reversed() {
      values.append(axis.values[rest % axis.values.count])
      rest /= axis.values.count
    }
    return values.reversed()
  }

  /// The car with the settings of a combination.
  package func car(_ cell: Int) throws(SettingError) -> Car {
    var changed = car
    for (axis, value) in zip(axes, values(cell)) {
      try changed.rule.set(axis.setting, to: "\(value)")
    }
    return changed
  }

  /// What becomes of combinations, from each start.
  package func outcomes(_ cells: some Collection<Int>) throws(SettingError) -> [[Trial.Outcome]] {
    var trials: [Trial] = []
    for cell in cells { trials.append(try trial(cell)) }
    return Trial.outcomes(of: trials, from: starts)
  }

  package func trial(_ cell: Int) throws(SettingError) -> Trial {
    Trial(of: try car(cell), on: surface, steps: steps, seed: seed)
  }
}

extension Window {
  /// The middles of columns × rows equal cells, row by row from the top.
  package func lattice(columns: Int, rows: Int) -> [Point<Double>] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        point((Double(column) + 0.5) / Double(columns), 1 - (Double(row) + 0.5) / Double(rows))
      }
    }
  }
}
