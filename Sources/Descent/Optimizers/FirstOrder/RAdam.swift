/// RAdam: Adam that drives on the average slope alone until its average square can be trusted.
///
///     m, v as in Adam
///     ρₜ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ),   ρ∞ = 2 / (1 − β₂) − 1
///     θ ← θ − η r m̂ / (√v̂ + ε)    where ρₜ > 4,   r = √((ρₜ−4)(ρₜ−2)ρ∞ / ((ρ∞−4)(ρ∞−2)ρₜ))
///     θ ← θ − η m̂                 before
///
/// torch begins at ρₜ > 5 and adds ε to √v before the correction; Optax begins at ρₜ ≥ 5. The paper
/// has no ε.
/// Source: Liu et al., "On the variance of the adaptive learning rate and beyond", ICLR 2020.
struct RAdam: Dialectal, Slopewise {
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

  typealias One = Moments<Double>
  typealias Eight = Moments<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> Moments<L> { Moments() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Moments<L>, by g: Point<L>
  ) -> Point<L> {
    state.take(g, beta1, beta2, isCycled: isCycled)
    guard let r = rectification(state.count, state.beta2Power) else {
      return theta - learningRate * state.mHat
    }
    return theta - learningRate * r * (state.mHat / denominator(state))
  }

  @inline(__always)
  private func denominator<L: Lane>(_ state: Moments<L>) -> Point<L> {
    if dialect == .torch {
      // Under r √(1 − β₂ᵗ).
      (sqrt(state.v) + epsilon) / (1 - state.beta2Power).squareRoot()
    } else {
      sqrt(state.vHat + epsilonRoot) + epsilon
    }
  }

  /// r after so many slopes; `nil` while the average square cannot be trusted.
  private func rectification(_ count: Double, _ beta2Power: Double) -> Double? {
    let longest = 2 / (1 - beta2) - 1
    let length = longest - 2 * count * beta2Power / (1 - beta2Power)
    let isTrusted =
      switch dialect {
      case .textbook: length > 4
      case .torch: length > 5
      case .optax: length >= 5
      }
    guard isTrusted else { return nil }
    let above = (length - 4) * (length - 2) * longest
    let below = (longest - 4) * (longest - 2) * length
    return (above / below).squareRoot()
  }

  func anatomy(
    from theta: Point<Double>, _ state: Moments<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    after.take(g, beta1, beta2, isCycled: isCycled)
    let root = denominator(after)
    let r = rectification(after.count, after.beta2Power)
    let weight = r.map { $0 / root } ?? Point(1, 1)
    var scale = Substep(.scale)
    if let r { scale.readings += [.perAxis(denominator, root), .number("r", r)] }
    scale.readings += [.perAxis(self.weight, weight), .perAxis("wₜ", weight)]
    let move = r.map { learningRate * $0 * (after.mHat / root) } ?? learningRate * after.mHat
    var correction = after.correction(at: theta)
    if dialect == .torch { correction.readings[3] = .number("c₂", 1 - after.beta2Power) }
    return [
      .slope(g, at: theta), state.memory(at: theta), after.update(at: theta), correction, scale,
      .move(-move, from: theta),
    ]
  }

  private var denominator: String {
    dialect == .torch ? "(√vₜ+ε)" : dialect == .optax ? "(√(v̂+εᵣ)+ε)" : "(√v̂+ε)"
  }

  /// What the average slope is multiplied by: 1 before the average square can be trusted.
  private var weight: String {
    switch dialect {
    case .textbook: "if(ρₜ>4, r/\(denominator), 1)"
    case .torch: "if(ρₜ>5, r√c₂/\(denominator), 1)"
    case .optax: "if(ρₜ≥5, r/\(denominator), 1)"
    }
  }

  var formula: [String] {
    let averages = Adam.about.formula.prefix(2)
    let corrected = dialect == .torch ? "m̂ = mₜ / (1−β₁ᵗ)   c₂ = 1−β₂ᵗ" : Adam.about.formula[2]
    return averages + [corrected, "wₜ = \(weight)", "θₜ₊₁ = θₜ − η wₜ m̂"]
  }

  static let about = About(
    name: "radam", title: "RAdam", authors: "Liu et al.", year: 2020,
    source: "ICLR 2020, arXiv:1908.03265", link: "https://arxiv.org/abs/1908.03265",
    formula: Adam.about.formula.prefix(3) + [
      "wₜ = if(ρₜ>4, r/(√v̂+ε), 1)", "θₜ₊₁ = θₜ − η wₜ m̂",
    ],
    // Its first steps are multiples of the slope: a rate for lengths would throw it off the map.
    rate: .slope, branch: .both, parents: ["adam"])
}
