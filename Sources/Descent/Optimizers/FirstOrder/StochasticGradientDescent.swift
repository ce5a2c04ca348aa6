/// Stochastic gradient descent: gradient descent on the slope of a few samples.
///
///     θ ← θ − η ∇J(θ; batch)
///
/// The rule is gradient descent's; what differs is what it is shown. Without data and without
/// noise nothing is sampled, and SGD is GD.
/// Source: Robbins and Monro, "A stochastic approximation method", Ann. Math. Statist. 22 (1951).
struct StochasticGradientDescent: Dialectal {
  var learningRate = 0.01
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.001 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>.dialect,
  ]

  typealias One = Stateless
  typealias Eight = Stateless

  func start<L: Lane>(at theta: Point<L>) -> Stateless { Stateless() }

  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Stateless, on f: inout Objective<L>
  ) -> Point<L> {
    theta - learningRate * f.gradient(at: theta)
  }

  func anatomy(
    from theta: Point<Double>, _ state: Stateless, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    return [
      .slope(g, at: theta, "∇J(θₜ; batchₜ)"),
      .move(-(learningRate * g), from: theta),
    ]
  }

  func stableRate(onParabola greatest: Double) -> Double? { 2 / greatest }

  static let about = About(
    name: "sgd", title: "SGD", authors: "Robbins, Monro", year: 1951,
    source: "Annals of Mathematical Statistics 22",
    link: "https://doi.org/10.1214/aoms/1177729586",
    formula: ["θₜ₊₁ = θₜ − η ∇J(θₜ; batchₜ)"],
    rate: .slope, branch: .slope, parents: ["gd"], samplesByDefault: true)
}
