package import Descent
import Drawing

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
    var parts = rule.settings.map { "\($0.name)=\($0.valueText)" }
    if let batch = batch(on: surface) { parts.append("batch=\(batch)") }
    if sampling.noise > 0 { parts.append("noise=\(NumberText.compact(sampling.noise))") }
    return parts.joined(separator: ",")
  }

  /// `η 0.05`: the rate alone, in the formula's symbols.
  package var rateText: String { "η \(NumberText.compact(rule.rate))" }

  /// Calls itself stochastic and samples nothing here.
  package func isStochasticInName(on surface: any Surface) -> Bool {
    rule.about.samplesByDefault && seesExactSlope(on: surface)
  }
}
