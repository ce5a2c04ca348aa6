/// Nadam: Adam with Nesterov's look-ahead worked into its average of slopes.
///
///     m, v as in Adam
///     θ ← θ − η / (√v̂ + ε) · (β₁ M + (1 − β₁) g / (1 − β₁ᵗ))
///
/// where M = m / (1 − β₁ᵗ) in Ruder's form and M = m / (1 − β₁ᵗ⁺¹) in Dozat's, which is Optax's.
/// torch has μₜ = β₁ (1 − ½ · 0.96^(t ψ)) in place of β₁, which begins at half of it:
///
///     θ ← θ − η / (√v̂ + ε) · (μₜ₊₁ m / (1 − P μₜ₊₁) + (1 − μₜ) g / (1 − P)),   P = μ₁ μ₂ … μₜ
///
/// Sources: Dozat, "Incorporating Nesterov momentum into Adam", ICLR 2016 workshop;
/// Ruder, "An overview of gradient descent optimization algorithms", arXiv:1609.04747 (2016).
struct Nadam: Dialectal, Slopewise {
  enum Form: String, CaseIterable, Sendable { case ruder, dozat }

  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  var epsilonRoot = 0.0
  var form = Form.ruder
  /// ψ
  var momentumDecay = 0.004
  private(set) var dialect: Dialect

  var cycledMomentum: Double? {
    get { beta1 }
    set { beta1 = newValue ?? beta1 }
  }

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.002 }
    if dialect == .optax { form = .dozat }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-root", "εᵣ", \.epsilonRoot, .nonNegative) { $0.dialect == .optax },
    Hyperparameter<Self>("form", "form", \.form) { $0.dialect == .textbook },
    Hyperparameter<Self>("momentum-decay", "ψ", \.momentumDecay, .nonNegative) {
      $0.dialect == .torch
    },
    Hyperparameter<Self>.dialect,
  ]

  typealias One = Moments<Double>
  typealias Eight = Moments<Lanes>

  /// torch keeps P where the others keep β₁ᵗ.
  var memoryForm: String { dialect == .torch ? "product" : "" }

  func start<L: Lane>(at theta: Point<L>) -> Moments<L> { Moments() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Moments<L>, by g: Point<L>
  ) -> Point<L> {
    take(g, into: &state)
    let shares = shares(of: state)
    let slope = shares.average * (state.m / shares.ahead) + shares.slope * (g / shares.now)
    return theta - learningRate * (slope / (sqrt(state.vHat + epsilonRoot) + epsilon))
  }

  @inline(__always)
  private func take<L: Lane>(_ g: Point<L>, into state: inout Moments<L>) {
    let product = state.beta1Power
    state.take(g, beta1, beta2)
    state.beta1Power = faded(product, by: momentum(atStep: state.count))
  }

  /// μ of a step counted from 1.
  private func momentum(atStep count: Double) -> Double {
    guard dialect == .torch else { return beta1 }
    return beta1 * (1 - 0.5 * Double.exp(count * momentumDecay * Double.log(0.96)))
  }

  /// What the average and the slope are multiplied by, and what each is divided by to be freed of
  /// having begun at zero.
  private func shares<L: Lane>(
    of state: Moments<L>
  ) -> (average: Double, slope: Double, ahead: Double, now: Double) {
    let (now, next) = (momentum(atStep: state.count), momentum(atStep: state.count + 1))
    let unbiased = 1 - state.beta1Power
    let looksBack = form == .ruder && dialect == .textbook
    return (next, 1 - now, looksBack ? unbiased : 1 - state.beta1Power * next, unbiased)
  }

  func anatomy(
    from theta: Point<Double>, _ state: Moments<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    take(g, into: &after)
    let shares = shares(of: after)
    let mHat = after.m / shares.ahead
    let slope = shares.average * mHat + shares.slope * (g / shares.now)
    let root = sqrt(after.vHat + epsilonRoot) + epsilon
    var correction = after.correction(at: theta)
    correction.readings[2] = .slope("m̂", mHat, at: theta)
    if dialect == .torch {
      correction.readings[0] = .number("Pₜ", after.beta1Power)
      correction.readings.insert(.number("Pₜ₊₁", after.beta1Power * shares.average), at: 1)
      correction.readings += [
        .number("μₜ", momentum(atStep: after.count)), .number("μₜ₊₁", shares.average),
      ]
    } else if form == .dozat {
      correction.readings.insert(.number("β₁ᵗ⁺¹", after.beta1Power * beta1), at: 1)
    }
    return [
      .slope(g, at: theta), state.memory(at: theta), after.update(at: theta), correction,
      Substep(.lookAhead, .slope(lookAhead, slope, at: theta)),
      .scale(denominator, root, learningRate / root),
      .move(-(learningRate * (slope / root)), from: theta),
    ]
  }

  private var denominator: String { dialect.denominator(of: "v̂") }

  private var lookAhead: String {
    dialect == .torch
      ? "(μₜ₊₁ m̂ + (1−μₜ) gₜ / (1−Pₜ))" : "(β₁ m̂ + (1−β₁) gₜ / (1−β₁ᵗ))"
  }

  var formula: [String] {
    let corrected =
      dialect == .torch
      ? "m̂ = mₜ / (1−Pₜ₊₁)" : form == .dozat ? "m̂ = mₜ / (1−β₁ᵗ⁺¹)" : "m̂ = mₜ / (1−β₁ᵗ)"
    return Adam.about.formula.prefix(2) + [
      "\(corrected)   v̂ = vₜ / (1−β₂ᵗ)", "θₜ₊₁ = θₜ − η / \(denominator) · \(lookAhead)",
    ]
  }

  static let about = About(
    name: "nadam", title: "Nadam", authors: "Dozat", year: 2016,
    source: "ICLR 2016 workshop", link: "https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ",
    formula: [
      "mₜ = β₁ mₜ₋₁ + (1−β₁) gₜ", "vₜ = β₂ vₜ₋₁ + (1−β₂) gₜ²",
      "m̂ = mₜ / (1−β₁ᵗ)   v̂ = vₜ / (1−β₂ᵗ)",
      "θₜ₊₁ = θₜ − η / (√v̂ + ε) · (β₁ m̂ + (1−β₁) gₜ / (1−β₁ᵗ))",
    ],
    rate: .length, branch: .both, parents: ["nesterov", "adam"])
}
