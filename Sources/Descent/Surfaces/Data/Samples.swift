/// Two columns of numbers that a model is fitted to.
package struct Samples: Sendable {
  package let inputs: [Double]
  package let targets: [Double]

  /// - Parameters:
  ///   - inputs, targets: finite numbers, equally many, at least two; not all inputs equal.
  package init(inputs: [Double], targets: [Double]) throws(SamplesError) {
    precondition(inputs.count == targets.count)
    guard inputs.count >= 2 else { throw .tooFew(found: inputs.count) }
    let spread = Self.spread(of: inputs)
    guard spread.deviation > 0 else { throw .constantInputs(found: inputs[0]) }
    guard spread.deviation.isFinite, spread.mean.isFinite else { throw .overflow }
    (self.inputs, self.targets) = (inputs, targets)
  }

  package var count: Int { inputs.count }

  /// Mean and standard deviation of the population.
  static func spread(of numbers: [Double]) -> (mean: Double, deviation: Double) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / count).squareRoot())
  }

  /// (x − mean) / standard deviation; numbers that are all alike become 0.
  static func standardised(_ numbers: [Double]) -> [Double] {
    let (mean, deviation) = spread(of: numbers)
    return numbers.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
  }

  /// At most so many of the samples, evenly from first to last.
  func thinned(to limit: Int) -> (inputs: [Double], targets: [Double]) {
    guard count > limit else { return (inputs, targets) }
    let places = (0..<limit).map { $0 * count / limit }
    return (places.map { inputs[$0] }, places.map { targets[$0] })
  }
}

package enum SamplesError: Error, Hashable, Sendable {
  case tooFew(found: Int)
  case constantInputs(found: Double)
  case overflow
  /// Of a classification: every target is of one class.
  case oneClass(found: Double)
}

/// A surface of data that knows what standardised columns would make of it.
package protocol ModelSurface: DataSurface {
  init(_ samples: Samples, standardised: Bool) throws(SamplesError)

  /// The columns as they were given.
  var samples: Samples { get }
  var isStandardised: Bool { get }

  /// The columns as the model is fitted to them, standardised where it standardises them.
  var inputs: [Double] { get }
  var targets: [Double] { get }

  /// What the model with these parameters says of an input, in units of the targets.
  func prediction(of input: Double, at parameters: Point<Double>) -> Double
}

extension ModelSurface {
  /// The same data with the columns standardised, or as they were given.
  package func standardised(_ isStandardised: Bool) -> any Surface {
    // What could be fitted once can be fitted again.
    (try? Self(samples, standardised: isStandardised)) ?? self
  }

  /// λmax / λmin at the lowest labelled minimum; `nil` if there is none.
  package var conditionNumber: Double? {
    let lowest = about.criticalPoints.filter { $0.kind == .globalMinimum }
    return lowest.first.flatMap { CriticalPointCheck($0, on: self).conditionNumber }
  }
}

extension Surface {
  /// Of a model's surface, λmax / λmin at the minimum with the columns as they were given and with
  /// standardised ones; `nil` for a surface that is no model of data.
  package var conditionNumbers: (plain: Double?, standardised: Double?)? {
    guard let own = unturned as? any ModelSurface,
      let other = own.standardised(!own.isStandardised) as? any ModelSurface
    else { return nil }
    let pair = (own.conditionNumber, other.conditionNumber)
    return own.isStandardised ? (pair.1, pair.0) : pair
  }
}
