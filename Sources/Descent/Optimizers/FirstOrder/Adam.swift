/// Adam: momentum's average of slopes over RMSProp's average of their squares, both corrected
/// for having started at zero.
///
///     m ← β₁ m + (1 − β₁) g
///     v ← β₂ v + (1 − β₂) g²
///     θ ← θ − η m̂ / (√v̂ + ε),   m̂ = m / (1 − β₁ᵗ),   v̂ = v / (1 − β₂ᵗ)
///
/// torch and Optax compute the same; Optax can add ε_r to v̂ under the root.
/// Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015.
struct Adam: Dialectal, Slopewise {
  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  var epsilonRoot = 0.0
  var biasCorrection = BiasCorrection.on
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
    Hyperparameter<Self>("bias-correction", "m̂ v̂", \.biasCorrection),
    Hyperparameter<Self>.dialect,
  ]

  typealias One = Moments<Double>
  typealias Eight = Moments<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> Moments<L> { Moments() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Moments<L>, by g: Point<L>
  ) -> Point<L> {
    state.age(beta1, beta2, isCycled: isCycled)
    let unbiasing = biasCorrection == .on ? state.unbiasing : SIMD2(1, 1)
    // Axis by axis: one is worked out while the other waits for its root and its quotient.
    let x = move(g.x, &state.m.x, &state.v.x, unbiasing)
    return theta - Point(x, move(g.y, &state.m.y, &state.v.y, unbiasing))
  }

  @inline(__always)
  private func move<L: Lane>(
    _ g: L, _ m: inout L, _ v: inout L, _ unbiasing: SIMD2<Double>
  ) -> L {
    Moments.take(g, into: &m, &v, beta1, beta2)
    return learningRate * (unbiasing.x * m / denominator(unbiasing.y * v))
  }

  @inline(__always)
  private func denominator<L: Lane>(_ v: L) -> L { sqrt(v + epsilonRoot) + epsilon }

  func anatomy(
    from theta: Point<Double>, _ state: Moments<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    after.take(g, beta1, beta2, isCycled: isCycled)
    let corrects = biasCorrection == .on
    let mHat = corrects ? after.mHat : after.m
    let vHat = corrects ? after.vHat : after.v
    let root = Point(denominator(vHat.x), denominator(vHat.y))
    return [.slope(g, at: theta), state.memory(at: theta), after.update(at: theta)]
      + (corrects ? [after.correction(at: theta)] : [])
      + [
        .scale(denominator, root, learningRate / root),
        .move(-(learningRate * (mHat / root)), from: theta),
      ]
  }

  private var denominator: String {
    dialect.denominator(of: biasCorrection == .on ? "v̂" : "vₜ")
  }

  var formula: [String] {
    Self.about.formula.prefix(2)
      + (biasCorrection == .on ? [Self.about.formula[2]] : [])
      + ["θₜ₊₁ = θₜ − η \(biasCorrection == .on ? "m̂" : "mₜ") / \(denominator)"]
  }

  static let about = About(
    name: "adam", title: "Adam", authors: "Kingma, Ba", year: 2015,
    source: "ICLR 2015, arXiv:1412.6980", link: "https://arxiv.org/abs/1412.6980",
    formula: [
      "mₜ = β₁ mₜ₋₁ + (1−β₁) gₜ", "vₜ = β₂ vₜ₋₁ + (1−β₂) gₜ²",
      "m̂ = mₜ / (1−β₁ᵗ)   v̂ = vₜ / (1−β₂ᵗ)", "θₜ₊₁ = θₜ − η m̂ / (√v̂ + ε)",
    ],
    rate: .length, branch: .both, parents: ["momentum", "rmsprop"])
}
