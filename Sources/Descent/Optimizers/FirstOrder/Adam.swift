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

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
  ]

  typealias One = Moments<Double>
  typealias Eight = Moments<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> Moments<L> { Moments() }

  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Moments<L>, on f: inout Objective<L>
  ) -> Point<L> {
    state.take(f.gradient(at: theta), beta1, beta2)
    let mHat = state.m / (1 - state.beta1Power)
    let vHat = state.v / (1 - state.beta2Power)
    return theta - learningRate * (mHat / (sqrt(vHat) + epsilon))
  }

  static let about = About(
    name: "adam", title: "Adam", authors: "Kingma, Ba", year: 2015,
    source: "ICLR 2015, arXiv:1412.6980", link: "https://arxiv.org/abs/1412.6980",
    formula: [
      "mₜ = β₁ mₜ₋₁ + (1−β₁) gₜ", "vₜ = β₂ vₜ₋₁ + (1−β₂) gₜ²",
      "m̂ = mₜ / (1−β₁ᵗ)   v̂ = vₜ / (1−β₂ᵗ)", "θₜ₊₁ = θₜ − η m̂ / (√v̂ + ε)",
    ],
    rate: .length)
}
