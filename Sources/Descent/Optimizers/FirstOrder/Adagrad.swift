/// Adagrad: each axis slows down by all the slope it has ever met.
///
///     G ← G + g²
///     θ ← θ − η / √(G + ε) · g          (or √G + ε)
///
/// First order: g² is a square of first derivatives, not a second derivative.
/// Source: Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and
/// stochastic optimization", JMLR 12 (2011).
struct Adagrad: Optimizer {
  var learningRate = 0.5
  var epsilon = 1e-8
  var epsilonPlacement = EpsilonPlacement.insideRoot
  var initialAccumulator = 0.0

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-placement", "ε in", \.epsilonPlacement),
    Hyperparameter<Self>("initial-accumulator", "G₀", \.initialAccumulator, .nonNegative),
  ]

  typealias One = SquaredSlopes<Double>
  typealias Eight = SquaredSlopes<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> SquaredSlopes<L> {
    SquaredSlopes(squares: Point(repeating: initialAccumulator))
  }

  func step<L: Lane>(
    from theta: Point<L>, _ state: inout SquaredSlopes<L>, on f: inout Objective<L>
  ) -> Point<L> {
    let g = f.gradient(at: theta)
    state.squares = state.squares + squared(g)
    return theta - learningRate / epsilonPlacement.root(state.squares, epsilon) * g
  }

  func anatomy(
    from theta: Point<Double>, _ state: SquaredSlopes<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    let squares = state.squares + squared(g)
    let root = epsilonPlacement.root(squares, epsilon)
    return [
      .slope(g, at: theta),
      Substep(.memory, .perAxis("Gₜ₋₁", state.squares)),
      Substep(.update, .perAxis("Gₜ", squares)),
      Substep(
        .scale, .perAxis(epsilonPlacement.formula, root),
        .perAxis("η / \(epsilonPlacement.formula)", learningRate / root)),
      .move(-(learningRate / root * g), from: theta),
    ]
  }

  var formula: [String] {
    ["Gₜ = Gₜ₋₁ + gₜ²", "θₜ₊₁ = θₜ − η / \(epsilonPlacement.formula) · gₜ"]
  }

  static let about = About(
    name: "adagrad", title: "Adagrad", authors: "Duchi, Hazan, Singer", year: 2011,
    source: "Journal of Machine Learning Research 12",
    link: "https://jmlr.org/papers/v12/duchi11a.html",
    formula: ["Gₜ = Gₜ₋₁ + gₜ²", "θₜ₊₁ = θₜ − η / √(Gₜ + ε) · gₜ"],
    rate: .length, branch: .length, parents: ["sgd"])
}
