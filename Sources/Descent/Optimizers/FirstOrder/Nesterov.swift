/// Nesterov's accelerated gradient: momentum that looks round the bend before it steers.
///
///     v ← γ v + η ∇J(θ − γ v)
///     θ ← θ − v
///
/// torch and Optax move the look-ahead point itself, and call it θ: v ← μ v + ∇J(θ),
/// θ ← θ − η (∇J(θ) + μ v). torch has a weight decay besides (`LibraryDescent`).
/// Source: Nesterov, "A method for solving the convex programming problem with convergence rate
/// O(1/k²)", Dokl. Akad. Nauk SSSR 269 (1983); in this form Sutskever et al., ICML 2013.
struct Nesterov: Dialectal, Slopewise {
  var learningRate = 0.01
  var momentum = 0.9
  var weightDecay = 0.0
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.001 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("momentum", "γ", \.momentum, .unit),
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
      learningRate: learningRate, momentum: momentum, weightDecay: weightDecay,
      looksAhead: true)
  }

  static var looksAhead: Bool { true }

  func start<L: Lane>(at theta: Point<L>) -> Velocity<L> { Velocity() }

  func lookout<L: Lane>(from theta: Point<L>, _ state: Velocity<L>) -> Point<L> {
    dialect == .textbook ? theta - momentum * state.velocity : theta
  }

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
    let ahead = theta - carried
    let g = f.gradient(at: ahead)
    let velocity = carried + learningRate * g
    return [
      Substep(
        .memory, .taken("vₜ₋₁", state.velocity, from: theta),
        .taken("γ vₜ₋₁", carried, from: theta)),
      Substep(.lookAhead, .place("θₜ − γ vₜ₋₁", ahead)),
      Substep(
        .slopeAhead, .slope("∇J(θₜ − γ vₜ₋₁)", g, at: ahead),
        .taken("η ∇J(θₜ − γ vₜ₋₁)", learningRate * g, from: ahead)),
      Substep(.update, .taken("vₜ", velocity, from: theta)),
      .move(-velocity, from: theta),
    ]
  }

  var formula: [String] { dialect == .textbook ? about.formula : library.formula }

  /// Where the roots of z² − (1 + γ)(1 − ηλ) z + γ (1 − ηλ) leave the unit circle.
  func stableRate(onParabola greatest: Double) -> Double? {
    dialect == .textbook
      ? 2 * (1 + momentum) / ((1 + 2 * momentum) * greatest)
      : library.stableRate(onParabola: greatest)
  }

  static let about = About(
    name: "nesterov", title: "NAG", authors: "Nesterov", year: 1983,
    source: "Doklady Akademii Nauk SSSR 269",
    link: "https://proceedings.mlr.press/v28/sutskever13.html",
    formula: ["vₜ = γ vₜ₋₁ + η ∇J(θₜ − γ vₜ₋₁)", "θₜ₊₁ = θₜ − vₜ"],
    rate: .slope, branch: .direction, parents: ["momentum"])
}
