/// RMSProp: Adagrad that forgets, by a moving average of the squared slope.
///
///     G ← β G + (1 − β) g²
///     θ ← θ − η / √(G + ε) · g          (or √G + ε)
///
/// The lecture has no ε; without one a zero slope gives 0/0, so here it is a setting.
/// Source: Tieleman and Hinton, Lecture 6.5, Neural Networks for Machine Learning (2012).
struct RMSProp: Optimizer {
  var learningRate = 0.05
  var decay = 0.9
  var epsilon = 1e-8
  var epsilonPlacement = EpsilonPlacement.insideRoot
  var initialAccumulator = 0.0

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("decay", "β", \.decay, .fraction),
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
    state.squares = decay * state.squares + (1 - decay) * squared(g)
    return theta - learningRate / epsilonPlacement.root(state.squares, epsilon) * g
  }

  func anatomy(
    from theta: Point<Double>, _ state: SquaredSlopes<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    let squares = decay * state.squares + (1 - decay) * squared(g)
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
    ["Gₜ = β Gₜ₋₁ + (1−β) gₜ²", "θₜ₊₁ = θₜ − η / \(epsilonPlacement.formula) · gₜ"]
  }

  static let about = About(
    name: "rmsprop", title: "RMSProp", authors: "Tieleman, Hinton", year: 2012,
    source: "Neural Networks for Machine Learning, lecture 6.5",
    link: "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf",
    formula: ["Gₜ = β Gₜ₋₁ + (1−β) gₜ²", "θₜ₊₁ = θₜ − η / √(Gₜ + ε) · gₜ"],
    rate: .length, branch: .length, parents: ["adagrad"])
}
