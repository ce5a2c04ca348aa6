/// Lion: only the signs of an average slope, so that every step moves η on each axis.
///
///     c = sign(β₁ m + (1 − β₁) g)
///     m ← β₂ m + (1 − β₂) g
///     θ ← θ − η (c + λ θ)
///
/// sign(0) = 0. Optax computes the same, with λ = 0.001 unless told otherwise; torch has none.
/// Source: Chen et al., "Symbolic discovery of optimization algorithms", NeurIPS 2023.
struct Lion: Dialectal, Slopewise {
  var learningRate = 0.01
  var beta1 = 0.9
  var beta2 = 0.99
  var weightDecay = 0.0
  private(set) var dialect: Dialect

  static var dialects: [Dialect] { [.textbook, .optax] }

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .optax { weightDecay = 1e-3 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("weight-decay", "λ", \.weightDecay, .nonNegative),
    Hyperparameter<Self>.dialect,
  ]

  struct State<L: Lane> {
    var m = Point<L>.zero
  }

  typealias One = State<Double>
  typealias Eight = State<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> State<L> { State() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout State<L>, by g: Point<L>
  ) -> Point<L> {
    let c = sign(beta1 * state.m + (1 - beta1) * g)
    state.m = beta2 * state.m + (1 - beta2) * g
    return theta - learningRate * (c + weightDecay * theta)
  }

  func anatomy(
    from theta: Point<Double>, _ state: State<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    let c = sign(beta1 * state.m + (1 - beta1) * g)
    let m = beta2 * state.m + (1 - beta2) * g
    return [
      .slope(g, at: theta),
      Substep(.memory, .slope("mₜ₋₁", state.m, at: theta)),
      Substep(
        .update, .slope("sign(β₁ mₜ₋₁ + (1−β₁) gₜ)", c, at: theta), .slope("cₜ", c, at: theta),
        .slope("mₜ", m, at: theta)),
      .move(-(learningRate * (c + weightDecay * theta)), from: theta),
    ]
  }

  static let about = About(
    name: "lion", title: "Lion", authors: "Chen et al.", year: 2023,
    source: "NeurIPS 2023, arXiv:2302.06675", link: "https://arxiv.org/abs/2302.06675",
    formula: [
      "cₜ = sign(β₁ mₜ₋₁ + (1−β₁) gₜ)", "mₜ = β₂ mₜ₋₁ + (1−β₂) gₜ",
      "θₜ₊₁ = θₜ − η (cₜ + λ θₜ)",
    ],
    rate: .length, branch: .both, parents: ["adam"])
}
