/// Nadam: Adam with Nesterov's look-ahead worked into its average of slopes.
///
///     m, v as in Adam
///     θ ← θ − η / (√v̂ + ε) · (β₁ M + (1 − β₁) g / (1 − β₁ᵗ))
///
/// where M = m / (1 − β₁ᵗ) in Ruder's form and M = m / (1 − β₁ᵗ⁺¹) in Dozat's.
/// Sources: Dozat, "Incorporating Nesterov momentum into Adam", ICLR 2016 workshop;
/// Ruder, "An overview of gradient descent optimization algorithms", arXiv:1609.04747 (2016).
struct Nadam: Optimizer {
  enum Form: String, CaseIterable, Sendable { case ruder, dozat }

  var learningRate = 0.05
  var beta1 = 0.9
  var beta2 = 0.999
  var epsilon = 1e-8
  var form = Form.ruder

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("beta1", "β₁", \.beta1, .fraction),
    Hyperparameter<Self>("beta2", "β₂", \.beta2, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("form", "form", \.form),
  ]

  typealias One = Moments<Double>
  typealias Eight = Moments<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> Moments<L> { Moments() }

  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Moments<L>, on f: inout Objective<L>
  ) -> Point<L> {
    let g = f.gradient(at: theta)
    state.take(g, beta1, beta2)
    let now = 1 - state.beta1Power
    let ahead = form == .ruder ? now : 1 - state.beta1Power * beta1
    let slope = beta1 * (state.m / ahead) + (1 - beta1) * (g / now)
    let vHat = state.v / (1 - state.beta2Power)
    return theta - learningRate * (slope / (sqrt(vHat) + epsilon))
  }

  func anatomy(
    from theta: Point<Double>, _ state: Moments<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    after.take(g, beta1, beta2)
    let now = 1 - after.beta1Power
    let ahead = form == .ruder ? now : 1 - after.beta1Power * beta1
    let mHat = after.m / ahead
    let slope = beta1 * mHat + (1 - beta1) * (g / now)
    let vHat = after.v / (1 - after.beta2Power)
    let root = sqrt(vHat) + epsilon
    var correction = after.correction(mHat, vHat, at: theta)
    if form == .dozat {
      correction.readings.insert(.number("β₁ᵗ⁺¹", after.beta1Power * beta1), at: 1)
    }
    return [
      .slope(g, at: theta), state.memory(at: theta), after.update(at: theta), correction,
      Substep(
        .lookAhead, .slope("(β₁ m̂ + (1−β₁) gₜ / (1−β₁ᵗ))", slope, at: theta)),
      Substep(
        .scale, .perAxis("(√v̂ + ε)", root), .perAxis("η / (√v̂ + ε)", learningRate / root)),
      .move(-(learningRate * (slope / root)), from: theta),
    ]
  }

  var formula: [String] {
    guard form == .dozat else { return Self.about.formula }
    var lines = Self.about.formula
    lines[2] = "m̂ = mₜ / (1−β₁ᵗ⁺¹)   v̂ = vₜ / (1−β₂ᵗ)"
    return lines
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
