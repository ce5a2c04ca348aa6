/// Rprop: only the signs of the slope; each axis drives faster while its sign stays the same, and
/// slower where it turns.
///
///     z ← z η₊ where gₜ gₜ₋₁ > 0,   z η₋ where gₜ gₜ₋₁ < 0,   kept in z_min … z_max
///     g ← 0 where gₜ gₜ₋₁ < 0
///     θ ← θ − sign(g) z
///
/// This is iRprop⁻: an axis whose slope turns stands still for a step, without driving back. z
/// begins at the learning rate, whatever z_min and z_max are; torch keeps the first step between
/// them too. Optax works out the same step but drives the one before it, none where the sign has
/// just turned, so that it is a step late.
/// Sources: Riedmiller and Braun, "A direct adaptive method for faster backpropagation learning:
/// the RPROP algorithm", ICNN 1993; Igel and Hüsken, "Improving the Rprop learning algorithm",
/// 2000.
struct Rprop: Dialectal, Slopewise {
  var learningRate = 0.1
  var etaMinus = 0.5
  var etaPlus = 1.2
  var stepMin = 1e-6
  var stepMax = 50.0
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.01 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "z₀", \.learningRate, .positive),
    Hyperparameter<Self>("eta-minus", "η₋", \.etaMinus, .fraction),
    Hyperparameter<Self>("eta-plus", "η₊", \.etaPlus, .atLeastOne),
    Hyperparameter<Self>("step-min", "z min", \.stepMin, .positive),
    Hyperparameter<Self>("step-max", "z max", \.stepMax, .positive),
    Hyperparameter<Self>.dialect,
  ]

  struct State<L: Lane> {
    /// z, plane units.
    var sizes: Point<L>
    /// The slope before, 0 where it turned; in Optax's dialect the move before instead.
    var before = Point<L>.zero
  }

  typealias One = State<Double>
  typealias Eight = State<Lanes>

  var memoryForm: String { dialect == .optax ? "moves" : "" }

  func start<L: Lane>(at theta: Point<L>) -> State<L> {
    State(sizes: Point(repeating: learningRate))
  }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout State<L>, by g: Point<L>
  ) -> Point<L> {
    theta - move(on: g, &state)
  }

  /// What is taken off the position.
  @inline(__always)
  private func move<L: Lane>(on g: Point<L>, _ state: inout State<L>) -> Point<L> {
    let (late, agreement) = (state.before, g * state.before)
    let turned = Point<L>(repeating: etaMinus)
    let factor = whereNegative(agreement, turned, else: Point(repeating: etaPlus))
    let kept = dialect == .torch ? within(state.sizes, stepMin, stepMax) : state.sizes
    state.sizes = whereZero(
      agreement, kept, else: within(factor * state.sizes, stepMin, stepMax))
    let felt = whereNegative(agreement, .zero, else: g)
    let now = sign(felt) * state.sizes
    state.before = dialect == .optax ? now : felt
    return dialect == .optax ? whereNegative(agreement, .zero, else: late) : now
  }

  func anatomy(
    from theta: Point<Double>, _ state: State<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    let taken = move(on: g, &after)
    let isLate = dialect == .optax
    let agrees = whereNegative(g * state.before, .zero, else: Point(1, 1))
    let felt = whereNegative(g * state.before, .zero, else: g)
    var scale = Substep(
      .scale, .perAxis("clip(η± zₜ₋₁)", after.sizes), .perAxis("zₜ", after.sizes))
    if isLate { scale.readings.append(.slope("dₜ", after.before, at: theta)) }
    return [
      .slope(g, at: theta),
      Substep(
        .memory, .slope(isLate ? "dₜ₋₁" : "hₜ₋₁", state.before, at: theta),
        .perAxis("zₜ₋₁", state.sizes)),
      Substep(
        .update, .perAxis(isLate ? "[gₜdₜ₋₁≥0]" : "[gₜhₜ₋₁≥0]", agrees),
        .slope("hₜ", felt, at: theta), .slope("sign(hₜ)", sign(felt), at: theta)),
      scale,
      .move(-taken, from: theta),
    ]
  }

  /// A late move is worked out now and driven in the next step.
  var formula: [String] {
    dialect == .optax
      ? [
        "hₜ = [gₜdₜ₋₁≥0] gₜ", "zₜ = clip(η± zₜ₋₁)", "dₜ = sign(hₜ) zₜ",
        "θₜ₊₁ = θₜ − [gₜdₜ₋₁≥0] dₜ₋₁",
      ] : Self.about.formula
  }

  static let about = About(
    name: "rprop", title: "Rprop", authors: "Riedmiller, Braun", year: 1993,
    source: "IEEE International Conference on Neural Networks",
    link: "https://doi.org/10.1109/ICNN.1993.298623",
    formula: ["hₜ = [gₜhₜ₋₁≥0] gₜ", "zₜ = clip(η± zₜ₋₁)", "θₜ₊₁ = θₜ − sign(hₜ) zₜ"],
    rate: .start, branch: .length, parents: ["gd"])
}
