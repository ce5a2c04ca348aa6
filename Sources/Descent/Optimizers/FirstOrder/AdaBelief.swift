/// AdaBelief: Adam that divides not by how steep the slope is but by how much it surprises.
///
///     m ← β₁ m + (1 − β₁) g
///     s ← β₂ s + (1 − β₂) (g − m)² + εᵣ
///     θ ← θ − η m̂ / (√ŝ + ε)
///
/// m has this step's slope in it already. The paper has one ε for both places; Optax computes this,
/// torch has none.
/// Source: Zhuang et al., "AdaBelief optimizer: adapting stepsizes by the belief in observed
/// gradients", NeurIPS 2020.
struct AdaBelief: Dialectal, Slopewise {
  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  var epsilonRoot = 1e-8
  private(set) var dialect: Dialect

  static var dialects: [Dialect] { [.textbook, .optax] }

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .optax { (epsilon, epsilonRoot) = (1e-16, 1e-16) }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-root", "εᵣ", \.epsilonRoot, .nonNegative),
    Hyperparameter<Self>.dialect,
  ]

  struct State<L: Lane> {
    /// v is s, the average squared surprise.
    var moments = Moments<L>()
  }

  typealias One = State<Double>
  typealias Eight = State<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> State<L> { State() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout State<L>, by g: Point<L>
  ) -> Point<L> {
    take(g, into: &state.moments)
    let root = sqrt(state.moments.vHat) + epsilon
    return theta - learningRate * (state.moments.mHat / root)
  }

  @inline(__always)
  private func take<L: Lane>(_ g: Point<L>, into moments: inout Moments<L>) {
    moments.m = beta1 * moments.m + (1 - beta1) * g
    let surprise = squared(g - moments.m)
    moments.v = beta2 * moments.v + (1 - beta2) * surprise + epsilonRoot
    moments.age(beta1, beta2)
  }

  func anatomy(
    from theta: Point<Double>, _ state: State<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state.moments
    take(g, into: &after)
    let root = sqrt(after.vHat) + epsilon
    return [
      .slope(g, at: theta),
      Substep(
        .memory, .slope("mₜ₋₁", state.moments.m, at: theta), .perAxis("sₜ₋₁", state.moments.v)),
      Substep(
        .update, .slope("mₜ", after.m, at: theta), .slope("eₜ", g - after.m, at: theta),
        .perAxis("sₜ", after.v)),
      Substep(
        .correction, .number("β₁ᵗ", after.beta1Power), .number("β₂ᵗ", after.beta2Power),
        .slope("m̂", after.mHat, at: theta), .perAxis("ŝ", after.vHat)),
      .scale("(√ŝ + ε)", root, learningRate / root),
      .move(-(learningRate * (after.mHat / root)), from: theta),
    ]
  }

  static let about = About(
    name: "adabelief", title: "AdaBelief", authors: "Zhuang et al.", year: 2020,
    source: "NeurIPS 2020, arXiv:2010.07468", link: "https://arxiv.org/abs/2010.07468",
    formula: [
      "mₜ = β₁ mₜ₋₁ + (1−β₁) gₜ", "eₜ = gₜ − mₜ", "sₜ = β₂ sₜ₋₁ + (1−β₂) eₜ² + εᵣ",
      "m̂ = mₜ / (1−β₁ᵗ)   ŝ = sₜ / (1−β₂ᵗ)", "θₜ₊₁ = θₜ − η m̂ / (√ŝ + ε)",
    ],
    rate: .length, branch: .both, parents: ["adam"])
}
