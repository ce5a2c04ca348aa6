package import Descent
package import Drawing

/// The settings of rules as text: on cards, in titles, in tables.
extension Setting {
  package var valueText: String {
    switch value {
    case .number(let number): NumberText.compact(number)
    case .word(let word): word
    }
  }
}

extension Car {
  /// `lr=0.05,beta1=0.9,batch=8`: as the command line takes it.
  package func settingsText(on surface: any Surface) -> String {
    var parts = rule.spokenSettings.map { "\($0.name)=\($0.valueText)" }
    if let batch = batch(on: surface) { parts.append("batch=\(batch)") }
    if sampling.noise > 0 { parts.append("noise=\(NumberText.compact(sampling.noise))") }
    if schedule.form != .constant {
      parts += ["schedule=\(schedule.form.rawValue)", "schedule-steps=\(schedule.steps)"]
      if schedule.form.hasFactor {
        parts.append("schedule-factor=\(NumberText.compact(schedule.factor))")
      }
      if canCycleMomentum { parts.append("cycle-momentum=\(cyclesMomentum ? "on" : "off")") }
    }
    return parts.joined(separator: ",")
  }

  /// `η 0.05`: the rate alone, in the formula's symbols; that of the step from `tick` on if it has
  /// a schedule.
  package func rateText(at tick: Int) -> String {
    let symbol = rule.settings.first { $0.name == "lr" }?.symbol ?? "η"
    guard schedule.form != .constant else {
      return "\(symbol) \(NumberText.compact(rule.rate))"
    }
    return "\(symbol) \(NumberText.brief(rule(at: tick).rate)) \(schedule.form.rawValue)"
  }

  /// The momentum or β₁ that its schedule has come to, with its symbol; `nil` if it stays.
  package func cycledMomentum(at tick: Int) -> (symbol: String, value: Double)? {
    guard cyclesMomentum, let value = schedule.momentum(at: tick) else { return nil }
    let setting = rule.settings.first { $0.name == "momentum" || $0.name == "beta1" }
    return setting.map { ($0.symbol, value) }
  }

  /// Calls itself stochastic and samples nothing here.
  package func isStochasticInName(on surface: any Surface) -> Bool {
    rule.about.samplesByDefault && seesExactSlope(on: surface)
  }
}

extension NumberText {
  /// A setting or a start as it was typed: the shortest text of a number if that is short; of one
  /// that was worked out six significant digits, to be typed again.
  package static func said(_ number: Double) -> String {
    let exact = compact(number)
    guard exact.count > 9 else { return exact }
    return Double(plain(number, digits: 6, width: .max)).map(compact) ?? exact
  }
}
