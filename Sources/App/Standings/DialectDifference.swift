package import Descent
import Drawing
import Files

/// What a library has otherwise than the textbook: read off the rule itself, so that it is true.
package struct DialectDifference: Sendable {
  package var dialect: Dialect
  /// Settings that the textbook has at another value or not at all. A rate is among them only if
  /// the library gives one.
  package var settings: [Setting]
  /// The lines of its formula that the textbook does not have.
  package var formula: [String]

  /// `lr=0.001, beta2=0.99`
  package var settingsText: String {
    settings.map { "\($0.name)=\($0.valueText)" }.joined(separator: ", ")
  }
}

extension Optimizer {
  /// Each library's differences, in the order of the dialects; a library that has none is there
  /// too.
  package var dialectDifferences: [DialectDifference] {
    let textbook = Self()
    return dialects.dropFirst().map { dialect in
      var other = textbook
      do { try other.set("dialect", to: dialect.rawValue) } catch {
        preconditionFailure("\(dialect) of \(about.name)")
      }
      let settings = other.settings.filter { setting in
        guard setting.name != "dialect" else { return false }
        return setting.name == "lr" && dialect == .torch || !textbook.settings.contains(setting)
      }
      return DialectDifference(
        dialect: dialect, settings: settings,
        formula: other.formula.filter { !textbook.formula.contains($0) })
    }
  }
}
