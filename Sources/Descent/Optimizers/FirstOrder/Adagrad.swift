/// Adagrad: each axis slows down by all the slope it has ever met.
///
///     G ← G + g²
///     θ ← θ − η / √(G + ε) · g          (or √G + ε)
///
/// First order: g² is a square of first derivatives, not a second derivative.
/// Source: Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and
/// stochastic optimization", JMLR 12 (2011).
struct Adagrad: Dialectal, Slopewise {
  var learningRate = 0.5
  var epsilon = 1e-8
  var epsilonPlacement = EpsilonPlacement.insideRoot
  var initialAccumulator = 0.0
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    switch dialect {
    case .textbook: break
    case .torch: (learningRate, epsilon, epsilonPlacement) = (0.01, 1e-10, .outsideRoot)
    case .optax: (epsilon, initialAccumulator) = (1e-7, 0.1)
    }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-placement", "ε in", \.epsilonPlacement),
    Hyperparameter<Self>("initial-accumulator", "G₀", \.initialAccumulator, .nonNegative),
    Hyperparameter<Self>.dialect,
  ]

  typealias One = SquaredSlopes<Double>
  typealias Eight = SquaredSlopes<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> SquaredSlopes<L> {
    SquaredSlopes(squares: Point(repeating: initialAccumulator))
  }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout SquaredSlopes<L>, by g: Point<L>
  ) -> Point<L> {
    state.squares = state.squares + squared(g)
    return theta - rate(over: state.squares) * g
  }

  /// η over the root, for each axis; in Optax's dialect no rate on an axis without any slope yet,
  /// where the others divide 0 by 0 if ε is 0.
  @inline(__always)
  private func rate<L: Lane>(over squares: Point<L>) -> Point<L> {
    let rate = learningRate / epsilonPlacement.root(squares, epsilon)
    return dialect == .optax ? whereZero(squares, .zero, else: rate) : rate
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
        .scale, .perAxis(epsilonPlacement.formula(), root),
        .perAxis("η / \(epsilonPlacement.formula())", rate(over: squares))),
      .move(-(rate(over: squares) * g), from: theta),
    ]
  }

  var formula: [String] {
    ["Gₜ = Gₜ₋₁ + gₜ²", "θₜ₊₁ = θₜ − η / \(epsilonPlacement.formula()) · gₜ"]
  }

  static let about = About(
    name: "adagrad", title: "Adagrad", authors: "Duchi, Hazan, Singer", year: 2011,
    source: "Journal of Machine Learning Research 12",
    link: "https://jmlr.org/papers/v12/duchi11a.html",
    formula: ["Gₜ = Gₜ₋₁ + gₜ²", "θₜ₊₁ = θₜ − η / √(Gₜ + ε) · gₜ"],
    rate: .length, branch: .length, parents: ["sgd"])
}
