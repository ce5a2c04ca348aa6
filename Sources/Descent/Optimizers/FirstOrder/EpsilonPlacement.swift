/// Where ε keeps the denominator of Adagrad and RMSProp from zero: a choice that papers and
/// libraries make differently.
enum EpsilonPlacement: String, CaseIterable, Sendable {
  /// √(G + ε): the lecture notes, Optax.
  case insideRoot = "inside-sqrt"
  /// √G + ε: torch.
  case outsideRoot = "outside-sqrt"

  /// The denominator as mathematics, ready to divide by.
  func formula(of squares: String = "Gₜ") -> String {
    switch self {
    case .insideRoot: "√(\(squares) + ε)"
    case .outsideRoot: "(√\(squares) + ε)"
    }
  }

  @inline(__always)
  func root<L: Lane>(_ squares: Point<L>, _ epsilon: Double) -> Point<L> {
    switch self {
    case .insideRoot: sqrt(squares + epsilon)
    case .outsideRoot: sqrt(squares) + epsilon
    }
  }
}
