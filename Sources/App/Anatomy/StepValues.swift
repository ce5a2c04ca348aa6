package import Descent

/// Every number of the step about to be taken, by its symbol in the rule's formula.
package struct StepValues: Sendable {
  private var values: [String: FilledFormula.Value] = [:]

  package init(_ rule: any Optimizer, at position: Point<Double>, _ anatomy: [Substep]) {
    for setting in rule.settings {
      if case .number(let number) = setting.value { values[setting.symbol] = .number(number) }
    }
    values["θₜ"] = .vector(position)
    for reading in anatomy.flatMap(\.readings) {
      values[reading.symbol] =
        switch reading.picture {
        case .number: .number(reading.value.x)
        case .perAxis: .sizes(reading.value)
        case .way, .heading, .place: .vector(reading.value)
        }
    }
  }

  package subscript(symbol: String) -> FilledFormula.Value? { values[symbol] }
}
