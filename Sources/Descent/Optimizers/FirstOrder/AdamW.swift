/// AdamW: Adam, and beside it a pull of the parameters towards zero that is not divided by
/// anything.
///
///     m, v as in Adam
///     θ ← θ − η (m̂ / (√v̂ + ε) + λ θ)
///
/// torch and Optax compute the same up to rounding and differ in the default λ.
/// Source: Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019.
struct AdamW: Dialectal, Slopewise {
  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  var epsilonRoot = 0.0
  var weightDecay = 0.01
  /// β₁ is that of a one-cycle, another in every step.
  private var isCycled = false
  private(set) var dialect: Dialect

  var cycledMomentum: Double? {
    get { beta1 }
    set { (beta1, isCycled) = (newValue ?? beta1, true) }
  }

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.001 }
    if dialect == .optax { weightDecay = 1e-4 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-root", "εᵣ", \.epsilonRoot, .nonNegative) { $0.dialect == .optax },
    Hyperparameter<Self>("weight-decay", "λ", \.weightDecay, .nonNegative),
    Hyperparameter<Self>.dialect,
  ]

  typealias One = Moments<Double>
  typealias Eight = Moments<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> Moments<L> { Moments() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Moments<L>, by g: Point<L>
  ) -> Point<L> {
    state.take(g, beta1, beta2, isCycled: isCycled)
    let root = sqrt(state.vHat + epsilonRoot) + epsilon
    return theta - learningRate * (state.mHat / root + weightDecay * theta)
  }

  func anatomy(
    from theta: Point<Double>, _ state: Moments<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    after.take(g, beta1, beta2, isCycled: isCycled)
    let root = sqrt(after.vHat + epsilonRoot) + epsilon
    let decay = weightDecay * theta
    return [
      .slope(g, at: theta), state.memory(at: theta), after.update(at: theta),
      after.correction(at: theta),
      .scale(
        dialect.denominator(of: "v̂"), root, learningRate / root,
        .slope("λ θₜ", decay, at: theta)),
      .move(-(learningRate * (after.mHat / root + decay)), from: theta),
    ]
  }

  var formula: [String] {
    Adam.about.formula.prefix(3)
      + ["θₜ₊₁ = θₜ − η (m̂ / \(dialect.denominator(of: "v̂")) + λ θₜ)"]
  }

  static let about = About(
    name: "adamw", title: "AdamW", authors: "Loshchilov, Hutter", year: 2019,
    source: "ICLR 2019, arXiv:1711.05101", link: "https://arxiv.org/abs/1711.05101",
    formula: Adam.about.formula.prefix(3) + ["θₜ₊₁ = θₜ − η (m̂ / (√v̂ + ε) + λ θₜ)"],
    rate: .length, branch: .both, parents: ["adam"])
}
