/// AdaDelta: RMSProp whose rate is its own recent step length, so that the units agree.
///
///     E ← ρ E + (1 − ρ) g²
///     d = −√(D + ε) / √(E + ε) · g
///     D ← ρ D + (1 − ρ) d²
///     θ ← θ + η d
///
/// The paper has no η; at 1, the default here, it is absent. torch and Optax compute the same and
/// have ρ = 0.9; Optax without a rate leaves out the sign and climbs, so here its rate is 1 too.
/// Source: Zeiler, "ADADELTA: an adaptive learning rate method", arXiv:1212.5701 (2012).
struct AdaDelta: Dialectal, Slopewise {
  var learningRate = 1.0
  var rho = 0.95
  var epsilon = 1e-6
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect != .textbook { rho = 0.9 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("rho", "ρ", \.rho, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>.dialect,
  ]

  struct State<L: Lane> {
    var squaredSlopes: Point<L>
    var squaredSteps: Point<L>
  }

  typealias One = State<Double>
  typealias Eight = State<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> State<L> {
    State(squaredSlopes: .zero, squaredSteps: .zero)
  }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout State<L>, by g: Point<L>
  ) -> Point<L> {
    state.squaredSlopes = rho * state.squaredSlopes + (1 - rho) * squared(g)
    let scale = sqrt(state.squaredSteps + epsilon) / sqrt(state.squaredSlopes + epsilon)
    let step = -(scale * g)
    state.squaredSteps = rho * state.squaredSteps + (1 - rho) * squared(step)
    return theta + learningRate * step
  }

  func anatomy(
    from theta: Point<Double>, _ state: State<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    let squaredSlopes = rho * state.squaredSlopes + (1 - rho) * squared(g)
    let (ownSteps, slopes) = (sqrt(state.squaredSteps + epsilon), sqrt(squaredSlopes + epsilon))
    let step = -(ownSteps / slopes * g)
    return [
      .slope(g, at: theta),
      Substep(
        .memory, .perAxis("Eₜ₋₁", state.squaredSlopes), .perAxis("Dₜ₋₁", state.squaredSteps)),
      Substep(.update, .perAxis("Eₜ", squaredSlopes)),
      Substep(
        .scale, .perAxis("√(Eₜ + ε)", slopes), .perAxis("√(Dₜ₋₁ + ε)", ownSteps),
        .perAxis("√(Dₜ₋₁ + ε) / √(Eₜ + ε)", ownSteps / slopes),
        Reading(symbol: "dₜ", value: step, picture: .way(from: theta, by: step)),
        .perAxis("Dₜ", rho * state.squaredSteps + (1 - rho) * squared(step))),
      .move(learningRate * step, from: theta),
    ]
  }

  static let about = About(
    name: "adadelta", title: "AdaDelta", authors: "Zeiler", year: 2012,
    source: "arXiv:1212.5701", link: "https://arxiv.org/abs/1212.5701",
    formula: [
      "Eₜ = ρ Eₜ₋₁ + (1−ρ) gₜ²", "dₜ = −√(Dₜ₋₁ + ε) / √(Eₜ + ε) · gₜ",
      "Dₜ = ρ Dₜ₋₁ + (1−ρ) dₜ²", "θₜ₊₁ = θₜ + η dₜ",
    ],
    rate: .factor, branch: .length, parents: ["adagrad"])
}
