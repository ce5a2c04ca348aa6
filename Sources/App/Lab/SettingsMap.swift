package import Descent

/// What a car does with each pair of two settings: the rate from left to right, another from the
/// bottom up.
package struct SettingsMap: Hashable, Sendable {
  package let axes: Axes
  /// Row by row from the top, where the second setting is greatest; `nil` where nothing is known.
  package private(set) var cells: [Cell?]
  package private(set) var count = 0

  package struct Axes: Hashable, Sendable {
    package let rates: [Double]
    /// The setting's name on the command line.
    package let setting: String
    /// The values, in rising order.
    package let values: [Double]

    /// - Parameters:
    ///   - setting: any number of the rule but its rate.
    ///   - columns, rows: at least 1 each.
    package init(_ setting: Setting, columns: Int, rows: Int) {
      rates = Sweep.Axis("lr", from: 1e-5, to: 10, count: columns, isLogarithmic: true).values
      self.setting = setting.name
      values = Self.values(of: setting, rows)
    }

    /// All that it may be, as far as that is a range; else from a hundredth to a hundred times of
    /// what it is.
    private static func values(of setting: Setting, _ count: Int) -> [Double] {
      guard case .number(let domain) = setting.range, case .number(let value) = setting.value else {
        return []
      }
      switch domain {
      case .fraction:
        // Never 1; what matters is how near to it.
        return (0..<count).map { said(1 - said(Self.remainder($0, count), digits: 2), digits: 6) }
      case .unit:
        return Sweep.Axis(setting.name, from: 0, to: 1, count: count, isLogarithmic: false).values
          .map { said($0, digits: 3) }
      case .positive, .nonNegative:
        let middle = value > 0 ? value : 0.01
        return Sweep.Axis(
          setting.name, from: middle / 100, to: middle * 100, count: count, isLogarithmic: true
        ).values.map { said($0, digits: 3) }
      case .atLeastOne:
        return Sweep.Axis(
          setting.name, from: 1, to: max(2, value * 10), count: count, isLogarithmic: true
        ).values.map { said($0, digits: 3) }
      }
    }

    /// A value between 1 and 0.0001, at equal ratios.
    private static func remainder(_ index: Int, _ count: Int) -> Double {
      count < 2
        ? 1
        : Sweep.Axis("", from: 1, to: 1e-4, count: count, isLogarithmic: true).values[index]
    }

    /// Gives a car a pair of settings: the rate and the other.
    package func set(_ pair: [Double], of car: inout Car) {
      car.rule.learningRate = pair[0]
      do throws(SettingError) { try car.rule.set(setting, to: "\(pair[1])") } catch {
        preconditionFailure("\(setting) of \(car.name)")
      }
    }

    /// The row, counted from the least, whose value is nearest to another.
    package func row(of value: Double) -> Int {
      values.indices.min { abs(values[$0] - value) < abs(values[$1] - value) } ?? 0
    }
  }

  package struct Cell: Hashable, Sendable {
    package let verdict: Trial.Outcome.Verdict
    /// At the end.
    package let loss: Double
    package let steps: Int
  }

  /// Nothing of it is known.
  package init(_ axes: Axes) {
    self.axes = axes
    cells = Array(repeating: nil, count: axes.rates.count * axes.values.count)
  }

  package var columns: Int { axes.rates.count }
  package var rows: Int { axes.values.count }
  package var isComplete: Bool { count == cells.count }

  package func nearest(column: Int, row: Int) -> Cell? {
    CoarseToFine(columns: columns, rows: rows).nearest(column: column, row: row, in: cells)
  }

  var order: [Int] { CoarseToFine(columns: columns, rows: rows).order }

  /// The car with the settings of a cell.
  func car(_ cell: Int, from car: Car) -> Car {
    var changed = car
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    axes.set([axes.rates[column], axes.values[rows - 1 - row]], of: &changed)
    return changed
  }

  mutating func note(_ indices: [Int], _ found: [Cell]) {
    for (index, cell) in zip(indices, found) {
      if cells[index] == nil { count += 1 }
      cells[index] = cell
    }
  }
}
