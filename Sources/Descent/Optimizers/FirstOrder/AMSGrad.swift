/// AMSGrad: Adam whose denominator never shrinks, so that no axis forgets how steep it has been.
///
///     m, v as in Adam
///     x ← max(x, v)
///     θ ← θ − η m / (√x + ε)                      textbook: no bias correction
///     θ ← θ − η m̂ / (√(x / (1 − β₂ᵗ)) + ε)        torch
///     x ← max(x, v̂),  θ ← θ − η m̂ / (√x + ε)      Optax
///
/// Three algorithms under one name, a whole plane unit apart on common surfaces.
/// Source: Reddi, Kale and Kumar, "On the convergence of Adam and beyond", ICLR 2018.
struct AMSGrad: Dialectal, Slopewise {
  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  var epsilonRoot = 0.0
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
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-root", "εᵣ", \.epsilonRoot, .nonNegative) { $0.dialect == .optax },
    Hyperparameter<Self>.dialect,
  ]

  struct State<L: Lane> {
    var moments = Moments<L>()
    /// The greatest second moment so far.
    var greatest = Point<L>.zero
  }

  typealias One = State<Double>
  typealias Eight = State<Lanes>

  /// Optax keeps the maximum of the corrected average.
  var memoryForm: String { dialect == .optax ? "corrected" : "" }

  func start<L: Lane>(at theta: Point<L>) -> State<L> { State() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout State<L>, by g: Point<L>
  ) -> Point<L> {
    state.moments.take(g, beta1, beta2, isCycled: isCycled)
    let now = state.moments
    state.greatest = greater(state.greatest, dialect == .optax ? now.vHat : now.v)
    let average = dialect == .textbook ? now.m : now.mHat
    return theta - learningRate * (average / denominator(state))
  }

  @inline(__always)
  private func denominator<L: Lane>(_ state: State<L>) -> Point<L> {
    let x = state.greatest
    return switch dialect {
    case .textbook: sqrt(x) + epsilon
    case .torch: sqrt(x / (1 - state.moments.beta2Power)) + epsilon
    case .optax: sqrt(x + epsilonRoot) + epsilon
    }
  }

  func anatomy(
    from theta: Point<Double>, _ state: State<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    after.moments.take(g, beta1, beta2, isCycled: isCycled)
    let now = after.moments
    after.greatest = greater(state.greatest, dialect == .optax ? now.vHat : now.v)
    let average = dialect == .textbook ? now.m : now.mHat
    let root = denominator(after)
    var memory = state.moments.memory(at: theta)
    memory.readings.append(.perAxis("xₜ₋₁", state.greatest))
    var update = now.update(at: theta)
    let greatest = [
      Reading.perAxis(maximum, after.greatest), .perAxis("xₜ", after.greatest),
    ]
    var correction = now.correction(at: theta)
    switch dialect {
    case .textbook: update.readings += greatest
    case .torch:
      update.readings += greatest
      correction.readings[3] = .perAxis("x̂", after.greatest / (1 - now.beta2Power))
    case .optax: correction.readings += greatest
    }
    return [.slope(g, at: theta), memory, update]
      + (dialect == .textbook ? [] : [correction])
      + [
        .scale(denominator, root, learningRate / root),
        .move(-(learningRate * (average / root)), from: theta),
      ]
  }

  private var maximum: String { dialect == .optax ? "max(xₜ₋₁, v̂)" : "max(xₜ₋₁, vₜ)" }

  private var denominator: String {
    dialect.denominator(of: dialect == .torch ? "x̂" : "xₜ")
  }

  var formula: [String] {
    let averages = Adam.about.formula
    return switch dialect {
    case .textbook:
      averages.prefix(2) + ["xₜ = \(maximum)", "θₜ₊₁ = θₜ − η mₜ / \(denominator)"]
    case .torch:
      averages.prefix(2) + [
        "xₜ = \(maximum)", "m̂ = mₜ / (1−β₁ᵗ)   x̂ = xₜ / (1−β₂ᵗ)",
        "θₜ₊₁ = θₜ − η m̂ / \(denominator)",
      ]
    case .optax:
      averages.prefix(3) + ["xₜ = \(maximum)", "θₜ₊₁ = θₜ − η m̂ / \(denominator)"]
    }
  }

  static let about = About(
    name: "amsgrad", title: "AMSGrad", authors: "Reddi, Kale, Kumar", year: 2018,
    source: "ICLR 2018, arXiv:1904.09237", link: "https://arxiv.org/abs/1904.09237",
    formula: Adam.about.formula.prefix(2) + [
      "xₜ = max(xₜ₋₁, vₜ)", "θₜ₊₁ = θₜ − η mₜ / (√xₜ + ε)",
    ],
    rate: .length, branch: .both, parents: ["adam"])
}
