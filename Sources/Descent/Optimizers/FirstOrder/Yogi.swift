/// Yogi: Adam whose average square moves towards g² by a share of g², however far away it is.
///
///     m ← β₁ m + (1 − β₁) g
///     v ← v − (1 − β₂) sign(v − g²) g²
///     θ ← θ − η m / (√v + ε)
///
/// Optax corrects both averages as Adam does and begins them at 10⁻⁶; torch has none.
/// Source: Zaheer et al., "Adaptive methods for nonconvex optimization", NeurIPS 2018.
struct Yogi: Dialectal, Slopewise {
  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-3
  /// What m and v begin at.
  var initialAccumulator = 0.0
  private(set) var dialect: Dialect

  static var dialects: [Dialect] { [.textbook, .optax] }

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .optax { initialAccumulator = 1e-6 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("initial-accumulator", "m₀ v₀", \.initialAccumulator, .nonNegative),
    Hyperparameter<Self>.dialect,
  ]

  struct State<L: Lane> {
    var moments: Moments<L>
  }

  typealias One = State<Double>
  typealias Eight = State<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> State<L> {
    let beginning = Point<L>(repeating: initialAccumulator)
    return State(moments: Moments(m: beginning, v: beginning))
  }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout State<L>, by g: Point<L>
  ) -> Point<L> {
    take(g, into: &state.moments)
    let now = state.moments
    return dialect == .optax
      ? theta - learningRate * (now.mHat / (sqrt(now.vHat) + epsilon))
      : theta - learningRate * (now.m / (sqrt(now.v) + epsilon))
  }

  @inline(__always)
  private func take<L: Lane>(_ g: Point<L>, into moments: inout Moments<L>) {
    let square = squared(g)
    moments.m = beta1 * moments.m + (1 - beta1) * g
    moments.v = moments.v - (1 - beta2) * (sign(moments.v - square) * square)
    moments.age(beta1, beta2)
  }

  func anatomy(
    from theta: Point<Double>, _ state: State<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state.moments
    take(g, into: &after)
    let corrects = dialect == .optax
    let average = corrects ? after.mHat : after.m
    let root = sqrt(corrects ? after.vHat : after.v) + epsilon
    let towards = sign(state.moments.v - squared(g))
    var update = after.update(at: theta)
    update.readings.insert(.slope("sign(vₜ₋₁ − gₜ²)", towards, at: theta), at: 1)
    return [.slope(g, at: theta), state.moments.memory(at: theta), update]
      + (corrects ? [after.correction(at: theta)] : [])
      + [
        .scale(corrects ? "(√v̂ + ε)" : "(√vₜ + ε)", root, learningRate / root),
        .move(-(learningRate * (average / root)), from: theta),
      ]
  }

  var formula: [String] {
    guard dialect == .optax else { return Self.about.formula }
    return Self.about.formula.prefix(2) + Adam.about.formula.suffix(2)
  }

  static let about = About(
    name: "yogi", title: "Yogi", authors: "Zaheer et al.", year: 2018,
    source: "NeurIPS 2018",
    link: "https://papers.nips.cc/paper/8186-adaptive-methods-for-nonconvex-optimization",
    formula: [
      "mₜ = β₁ mₜ₋₁ + (1−β₁) gₜ", "vₜ = vₜ₋₁ − (1−β₂) sign(vₜ₋₁ − gₜ²) gₜ²",
      "θₜ₊₁ = θₜ − η mₜ / (√vₜ + ε)",
    ],
    rate: .length, branch: .both, parents: ["adam"])
}
