/// Momentum: the car keeps rolling; each slope only changes its velocity.
///
///     v ← γ v + η ∇J(θ)
///     θ ← θ − v
///
/// torch and Optax multiply the rate on afterwards, v ← μ v + ∇J(θ), θ ← θ − η v: the same path
/// at a constant rate, another once the rate changes on the way. torch has a dampening and a weight
/// decay besides (`LibraryDescent`).
/// Source: Polyak, "Some methods of speeding up the convergence of iteration methods",
/// USSR Comput. Math. Math. Phys. 4 (1964).
struct Momentum: Dialectal, Slopewise {
  var learningRate = 0.01
  var momentum = 0.9
  var dampening = 0.0
  var weightDecay = 0.0
  private(set) var dialect: Dialect

  /// The libraries' own default is no momentum at all, which is GD; here it stays 0.9.
  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.001 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("momentum", "γ", \.momentum, .unit),
    Hyperparameter<Self>("dampening", "τ", \.dampening, .unit) { $0.dialect == .torch },
    Hyperparameter<Self>("weight-decay", "λ", \.weightDecay, .nonNegative) {
      $0.dialect == .torch
    },
    Hyperparameter<Self>.dialect,
  ]

  typealias One = Velocity<Double>
  typealias Eight = Velocity<Lanes>

  var memoryForm: String { dialect == .textbook ? "" : "slopes" }

  var cycledMomentum: Double? {
    get { momentum }
    set { momentum = newValue ?? momentum }
  }

  private var library: LibraryDescent {
    LibraryDescent(
      learningRate: learningRate, momentum: momentum, dampening: dampening,
      weightDecay: weightDecay,
      looksAhead: false)
  }

  func start<L: Lane>(at theta: Point<L>) -> Velocity<L> { Velocity() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Velocity<L>, by g: Point<L>
  ) -> Point<L> {
    guard dialect == .textbook else { return library.step(from: theta, &state, by: g) }
    state.velocity = momentum * state.velocity + learningRate * g
    return theta - state.velocity
  }

  func anatomy(
    from theta: Point<Double>, _ state: Velocity<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    guard dialect == .textbook else { return library.anatomy(from: theta, state, on: &f) }
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

  var formula: [String] { dialect == .textbook ? about.formula : library.formula }

  /// Source: Goh, "Why momentum really works", Distill 2017.
  func stableRate(onParabola greatest: Double) -> Double? {
    dialect == .textbook
      ? 2 * (1 + momentum) / greatest : library.stableRate(onParabola: greatest)
  }

  static let about = About(
    name: "momentum", title: "Momentum", authors: "Polyak", year: 1964,
    source: "USSR Computational Mathematics and Mathematical Physics 4",
    link: "https://doi.org/10.1016/0041-5553(64)90137-5",
    formula: ["vₜ = γ vₜ₋₁ + η ∇J(θₜ)", "θₜ₊₁ = θₜ − vₜ"],
    rate: .slope, branch: .direction, parents: ["sgd"])
}
