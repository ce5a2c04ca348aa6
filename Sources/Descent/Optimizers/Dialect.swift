/// Whose convention a rule follows where papers and libraries differ.
package enum Dialect: String, CaseIterable, Sendable {
  /// The paper, or the lecture where the paper has no definite form.
  case textbook
  /// PyTorch 2.13, torch.optim.
  case torch
  /// Optax 0.2.8.
  case optax
}

/// A rule that libraries compute in ways of their own, each with its own defaults.
package protocol Dialectal: Optimizer {
  var dialect: Dialect { get }

  /// The rule as that library has it. A rate that the library leaves open is that of the textbook.
  init(_ dialect: Dialect)

  /// The dialects that there are, the textbook first.
  static var dialects: [Dialect] { get }
}

extension Dialectal {
  package static var dialects: [Dialect] { Dialect.allCases }

  package init() { self.init(.textbook) }
}
