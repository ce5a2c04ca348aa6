/// Gradient descent: a step straight down the slope, in proportion to it.
///
///     θ ← θ − η ∇J(θ)
///
/// torch and Optax compute the same; torch's default rate is 0.001, Optax has none.
/// Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées",
/// Comptes rendus 25 (1847).
struct GradientDescent: Dialectal, Slopewise {
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

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Stateless, by g: Point<L>
  ) -> Point<L> {
    theta - learningRate * g
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
