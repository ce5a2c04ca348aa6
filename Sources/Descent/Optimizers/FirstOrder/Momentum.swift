/// Momentum: the car keeps rolling; each slope only changes its velocity.
///
///     v ← γ v + η ∇J(θ)
///     θ ← θ − v
///
/// The rate stands inside the velocity, as in the textbook; torch multiplies it on afterwards.
/// Source: Polyak, "Some methods of speeding up the convergence of iteration methods",
/// USSR Comput. Math. Math. Phys. 4 (1964).
struct Momentum: Optimizer {
  var learningRate = 0.01
  var momentum = 0.9

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("momentum", "γ", \.momentum, .unit),
  ]

  typealias One = Velocity<Double>
  typealias Eight = Velocity<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> Velocity<L> { Velocity() }

  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Velocity<L>, on f: inout Objective<L>
  ) -> Point<L> {
    state.velocity = momentum * state.velocity + learningRate * f.gradient(at: theta)
    return theta - state.velocity
  }

  func anatomy(
    from theta: Point<Double>, _ state: Velocity<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let carried = momentum * state.velocity
    let g = f.gradient(at: theta)
    let velocity = carried + learningRate * g
    return [
      Substep(
        .memory, .taken("vₜ₋₁", state.velocity, from: theta),
        .taken("γ vₜ₋₁", carried, from: theta)),
      Substep(
        .slope, .slope("∇J(θₜ)", g, at: theta),
        .taken("η ∇J(θₜ)", learningRate * g, from: theta - carried)),
      Substep(.update, .taken("vₜ", velocity, from: theta)),
      .move(-velocity, from: theta),
    ]
  }

  /// Source: Goh, "Why momentum really works", Distill 2017.
  func stableRate(onParabola greatest: Double) -> Double? { 2 * (1 + momentum) / greatest }

  static let about = About(
    name: "momentum", title: "Momentum", authors: "Polyak", year: 1964,
    source: "USSR Computational Mathematics and Mathematical Physics 4",
    link: "https://doi.org/10.1016/0041-5553(64)90137-5",
    formula: ["vₜ = γ vₜ₋₁ + η ∇J(θₜ)", "θₜ₊₁ = θₜ − vₜ"],
    rate: .slope, branch: .direction, parents: ["sgd"])
}
