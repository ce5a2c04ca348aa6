/// Adam: momentum's average of slopes over RMSProp's average of their squares, both corrected
/// for having started at zero.
///
///     m ← β₁ m + (1 − β₁) g
///     v ← β₂ v + (1 − β₂) g²
///     θ ← θ − η m̂ / (√v̂ + ε),   m̂ = m / (1 − β₁ᵗ),   v̂ = v / (1 − β₂ᵗ)
///
/// Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015.
struct Adam: Optimizer {
  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  var biasCorrection = BiasCorrection.on

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("bias-correction", "m̂ v̂", \.biasCorrection),
  ]

  typealias One = Moments<Double>
  typealias Eight = Moments<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> Moments<L> { Moments() }

  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Moments<L>, on f: inout Objective<L>
  ) -> Point<L> {
    state.take(f.gradient(at: theta), beta1, beta2)
    let mHat = biasCorrection == .on ? state.m / (1 - state.beta1Power) : state.m
    let vHat = biasCorrection == .on ? state.v / (1 - state.beta2Power) : state.v
    return theta - learningRate * (mHat / (sqrt(vHat) + epsilon))
  }

  func anatomy(
    from theta: Point<Double>, _ state: Moments<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    after.take(g, beta1, beta2)
    let corrects = biasCorrection == .on
    let mHat = corrects ? after.m / (1 - after.beta1Power) : after.m
    let vHat = corrects ? after.v / (1 - after.beta2Power) : after.v
    let root = sqrt(vHat) + epsilon
    let denominator = corrects ? "(√v̂ + ε)" : "(√vₜ + ε)"
    return [.slope(g, at: theta), state.memory(at: theta), after.update(at: theta)]
      + (corrects ? [after.correction(mHat, vHat, at: theta)] : [])
      + [
        Substep(
          .scale, .perAxis(denominator, root),
          .perAxis("η / \(denominator)", learningRate / root)),
        .move(-(learningRate * (mHat / root)), from: theta),
      ]
  }

  var formula: [String] {
    guard biasCorrection == .off else { return Self.about.formula }
    return Self.about.formula.prefix(2) + ["θₜ₊₁ = θₜ − η mₜ / (√vₜ + ε)"]
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
