/// Which cars drive when nobody has chosen any.
package enum Lineup {
  package static let names = ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]

  /// Six rules from the lecture, each at the rate that the surface suggests for its kind.
  package static func standard(on surface: any Surface) -> [Car] {
    names.compactMap { name in
      Catalog.optimizer(named: name).map { Car(name: name, rule: suited($0, to: surface)) }
    }
  }

  /// The rule with the rate that the surface suggests for what its rate multiplies; torch's rules
  /// keep the rate that torch gives them.
  package static func suited(_ rule: any Optimizer, to surface: any Surface) -> any Optimizer {
    guard rule.dialect != .torch else { return rule }
    let rates = surface.about.rates
    return switch rule.about.rate {
    case .slope: rule.withRate(rates.ofSlope)
    case .length, .start: rule.withRate(rates.ofLength)
    case .factor, .absent: rule
    }
  }
}

extension Optimizer {
  package func withRate(_ rate: Double) -> any Optimizer {
    var rule = self
    rule.learningRate = rate
    return rule
  }
}
