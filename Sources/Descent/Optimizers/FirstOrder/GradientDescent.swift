/// Gradient descent: a step straight down the slope, in proportion to it.
///
///     θ ← θ − η ∇J(θ)
///
/// Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées",
/// Comptes rendus 25 (1847).
struct GradientDescent: Optimizer {
  var learningRate = 0.01

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive)
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
      .slope(g, at: theta, "∇J(θₜ)"),
      .move(-(learningRate * g), from: theta),
    ]
  }

  func stableRate(onParabola greatest: Double) -> Double? { 2 / greatest }

  static let about = About(
    name: "gd", title: "GD", authors: "Cauchy", year: 1847,
    source: "Comptes rendus de l'Académie des sciences 25",
    link: "https://gallica.bnf.fr/ark:/12148/bpt6k2982c",
    formula: ["θₜ₊₁ = θₜ − η ∇J(θₜ)"],
    rate: .slope, branch: .slope)
}
