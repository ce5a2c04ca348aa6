/// Whose convention a rule follows where papers and libraries differ.
package enum Dialect: String, CaseIterable, Sendable {
  /// The paper, or the lecture where the paper has no definite form.
  case textbook
  /// PyTorch 2.13, torch.optim.
  case torch
  /// Optax 0.2.8.
  case optax

  /// What Adam and its heirs divide by: Optax has a second ε, under the root.
  func denominator(of squares: String) -> String {
    self == .optax ? "(√(\(squares) + εᵣ) + ε)" : "(√\(squares) + ε)"
  }
}

/// A rule that libraries compute in ways of their own, each with its own defaults.
package protocol Dialectal: Optimizer {
  /// The rule as that library has it, at its defaults. A rate that it leaves open is the
  /// textbook's.
  init(_ dialect: Dialect)
}

extension Dialectal {
  package static var dialects: [Dialect] { Dialect.allCases }

  package init() { self.init(.textbook) }
}
