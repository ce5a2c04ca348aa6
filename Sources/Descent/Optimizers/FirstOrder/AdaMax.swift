/// AdaMax: Adam that measures the slopes of the past by the greatest, fading, not by a mean square.
///
///     m ← β₁ m + (1 − β₁) g
///     u ← max(β₂ u, |g| + ε)
///     θ ← θ − η / (1 − β₁ᵗ) · m / u
///
/// The paper has no ε, which is 0/0 where the slope has always been 0; torch and Optax have one.
/// Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, section 7.1.
struct AdaMax: Dialectal, Slopewise {
  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 0.0
  /// β₁ is that of a one-cycle, another in every step.
  private var isCycled = false
  private(set) var dialect: Dialect

  var cycledMomentum: Double? {
    get { beta1 }
    set { (beta1, isCycled) = (newValue ?? beta1, true) }
  }

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.002 }
    if dialect != .textbook { epsilon = 1e-8 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>.dialect,
  ]

  struct State<L: Lane> {
    var m = Point<L>.zero
    /// The greatest slope, fading.
    var u = Point<L>.zero
    /// β₁ᵗ.
    var beta1Power = 1.0
    /// t, the slopes taken so far.
    var count = 0.0
  }

  typealias One = State<Double>
  typealias Eight = State<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> State<L> { State() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout State<L>, by g: Point<L>
  ) -> Point<L> {
    take(g, into: &state)
    return theta - learningRate * (state.m / (1 - state.beta1Power) / state.u)
  }

  @inline(__always)
  private func take<L: Lane>(_ g: Point<L>, into state: inout State<L>) {
    state.m = beta1 * state.m + (1 - beta1) * g
    state.u = greater(beta2 * state.u, abs(g) + epsilon)
    state.beta1Power = faded(state.beta1Power, by: beta1)
    state.count += 1
    // As in torch, see `Moments.age`.
    if isCycled { state.beta1Power = Precise.pow(beta1, state.count) }
  }

  func anatomy(
    from theta: Point<Double>, _ state: State<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    take(g, into: &after)
    let mHat = after.m / (1 - after.beta1Power)
    return [
      .slope(g, at: theta),
      Substep(.memory, .slope("mₜ₋₁", state.m, at: theta), .perAxis("uₜ₋₁", state.u)),
      Substep(
        .update, .slope("mₜ", after.m, at: theta), .perAxis("max(β₂ uₜ₋₁, |gₜ| + ε)", after.u)),
      Substep(
        .correction, .number("β₁ᵗ", after.beta1Power), .slope("m̂", mHat, at: theta)),
      .scale("uₜ", after.u, learningRate / after.u),
      .move(-(learningRate * (mHat / after.u)), from: theta),
    ]
  }

  static let about = About(
    name: "adamax", title: "AdaMax", authors: "Kingma, Ba", year: 2015,
    source: "ICLR 2015, arXiv:1412.6980", link: "https://arxiv.org/abs/1412.6980",
    formula: [
      "mₜ = β₁ mₜ₋₁ + (1−β₁) gₜ", "uₜ = max(β₂ uₜ₋₁, |gₜ| + ε)", "m̂ = mₜ / (1−β₁ᵗ)",
      "θₜ₊₁ = θₜ − η m̂ / uₜ",
    ],
    rate: .length, branch: .both, parents: ["adam"])
}
