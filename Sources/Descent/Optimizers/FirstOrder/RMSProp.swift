/// RMSProp: Adagrad that forgets, by a moving average of the squared slope.
///
///     G ← β G + (1 − β) g²
///     θ ← θ − η / √(G + ε) · g          (or √G + ε)
///
/// The lecture has no ε; without one a zero slope gives 0/0, so here it is a setting. With the
/// switch for bias correction the root is of Ĝ = G / (1 − βᵗ), as in Adam, and the first step is η
/// on each axis instead of η / √(1 − β).
/// Source: Tieleman and Hinton, Lecture 6.5, Neural Networks for Machine Learning (2012).
struct RMSProp: Dialectal {
  var learningRate = 0.05
  var decay = 0.9
  var epsilon = 1e-8
  var epsilonPlacement = EpsilonPlacement.insideRoot
  var initialAccumulator = 0.0
  var biasCorrection = BiasCorrection.off
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { (learningRate, decay, epsilonPlacement) = (0.01, 0.99, .outsideRoot) }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("decay", "β", \.decay, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-placement", "ε in", \.epsilonPlacement),
    Hyperparameter<Self>("initial-accumulator", "G₀", \.initialAccumulator, .nonNegative),
    Hyperparameter<Self>("bias-correction", "Ĝ", \.biasCorrection),
    Hyperparameter<Self>.dialect,
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
    take(g, into: &state)
    return theta - learningRate / epsilonPlacement.root(average(of: state), epsilon) * g
  }

  @inline(__always)
  private func take<L: Lane>(_ g: Point<L>, into state: inout SquaredSlopes<L>) {
    state.squares = decay * state.squares + (1 - decay) * squared(g)
    state.decayPower = faded(state.decayPower, by: decay)
  }

  @inline(__always)
  private func average<L: Lane>(of state: SquaredSlopes<L>) -> Point<L> {
    biasCorrection == .on ? state.squares / (1 - state.decayPower) : state.squares
  }

  func anatomy(
    from theta: Point<Double>, _ state: SquaredSlopes<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    take(g, into: &after)
    let root = epsilonPlacement.root(average(of: after), epsilon)
    let corrects = biasCorrection == .on
    let correction = Substep(
      .correction, .number("βᵗ", after.decayPower), .perAxis("Ĝ", average(of: after)))
    return [
      .slope(g, at: theta),
      Substep(.memory, .perAxis("Gₜ₋₁", state.squares)),
      Substep(.update, .perAxis("Gₜ", after.squares)),
    ] + (corrects ? [correction] : []) + [
      Substep(
        .scale, .perAxis(denominator, root), .perAxis("η / \(denominator)", learningRate / root)),
      .move(-(learningRate / root * g), from: theta),
    ]
  }

  private var denominator: String {
    epsilonPlacement.formula(of: biasCorrection == .on ? "Ĝ" : "Gₜ")
  }

  var formula: [String] {
    ["Gₜ = β Gₜ₋₁ + (1−β) gₜ²"] + (biasCorrection == .on ? ["Ĝ = Gₜ / (1−βᵗ)"] : [])
      + ["θₜ₊₁ = θₜ − η / \(denominator) · gₜ"]
  }

  static let about = About(
    name: "rmsprop", title: "RMSProp", authors: "Tieleman, Hinton", year: 2012,
    source: "Neural Networks for Machine Learning, lecture 6.5",
    link: "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf",
    formula: ["Gₜ = β Gₜ₋₁ + (1−β) gₜ²", "θₜ₊₁ = θₜ − η / √(Gₜ + ε) · gₜ"],
    rate: .length, branch: .length, parents: ["adagrad"])
}
