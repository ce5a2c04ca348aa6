/// Stochastic gradient descent: gradient descent on the slope of a few samples.
///
///     θ ← θ − η ∇J(θ; batch)
///
/// The rule is gradient descent's; what differs is what it is shown. Without data and without
/// noise nothing is sampled, and SGD is GD. In torch's dialect it is torch.optim.SGD, with
/// momentum, dampening, weight decay and Nesterov's look-ahead, all off by default
/// (`LibraryDescent`).
/// Source: Robbins and Monro, "A stochastic approximation method", Ann. Math. Statist. 22 (1951).
struct StochasticGradientDescent: Dialectal, Slopewise {
  enum LookAhead: String, CaseIterable, Sendable { case on, off }

  var learningRate = 0.01
  var momentum = 0.0
  var dampening = 0.0
  var weightDecay = 0.0
  var nesterov = LookAhead.off
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { learningRate = 0.001 }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("momentum", "γ", \.momentum, .unit) { $0.dialect == .torch },
    Hyperparameter<Self>("dampening", "τ", \.dampening, .unit) { $0.dialect == .torch },
    Hyperparameter<Self>("weight-decay", "λ", \.weightDecay, .nonNegative) {
      $0.dialect == .torch
    },
    Hyperparameter<Self>("nesterov", "v", \.nesterov) { $0.dialect == .torch },
    Hyperparameter<Self>.dialect,
  ]

  typealias One = Velocity<Double>
  typealias Eight = Velocity<Lanes>

  /// Only torch's remembers anything.
  var memoryForm: String { dialect == .torch ? "slopes" : "none" }

  var cycledMomentum: Double? {
    get { dialect == .torch ? momentum : nil }
    set { momentum = newValue ?? momentum }
  }

  private var library: LibraryDescent {
    LibraryDescent(
      learningRate: learningRate, momentum: momentum, dampening: dampening,
      weightDecay: weightDecay, looksAhead: nesterov == .on, slope: "∇J(θₜ; batchₜ)")
  }

  func start<L: Lane>(at theta: Point<L>) -> Velocity<L> { Velocity() }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Velocity<L>, by g: Point<L>
  ) -> Point<L> {
    guard dialect == .torch else { return theta - learningRate * g }
    return library.step(from: theta, &state, by: g)
  }

  func anatomy(
    from theta: Point<Double>, _ state: Velocity<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    library.anatomy(from: theta, state, on: &f)
  }

  var formula: [String] { library.formula }

  func stableRate(onParabola greatest: Double) -> Double? {
    library.stableRate(onParabola: greatest)
  }

  static let about = About(
    name: "sgd", title: "SGD", authors: "Robbins, Monro", year: 1951,
    source: "Annals of Mathematical Statistics 22",
    link: "https://doi.org/10.1214/aoms/1177729586",
    formula: ["θₜ₊₁ = θₜ − η ∇J(θₜ; batchₜ)"],
    rate: .slope, branch: .slope, parents: ["gd"], samplesByDefault: true)
}
