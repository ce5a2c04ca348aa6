/// RMSProp: Adagrad that forgets, by a moving average of the squared slope.
///
///     G ← β G + (1 − β) g²
///     θ ← θ − η / √(G + ε) · g          (or √G + ε)
///
/// The lecture has no ε; without one a zero slope gives 0/0, so here it is a setting. With the
/// switch for bias correction the root is of Ĝ = G / (1 − βᵗ), as in Adam, and the first step is η
/// on each axis instead of η / √(1 − β).
///
/// torch's can have momentum, b ← γ b + g / (√G + ε), θ ← θ − η b, and can be centred, with G − m²
/// in place of G, m being the average slope: the slope's variance. That may come out below 0 by
/// rounding where the slope never changes, and its root is then no number, as in torch.
/// Source: Tieleman and Hinton, Lecture 6.5, Neural Networks for Machine Learning (2012).
struct RMSProp: Dialectal, Slopewise {
  enum Centering: String, CaseIterable, Sendable { case on, off }

  var learningRate = 0.05
  var decay = 0.9
  var epsilon = 1e-8
  var epsilonPlacement = EpsilonPlacement.insideRoot
  var initialAccumulator = 0.0
  var biasCorrection = BiasCorrection.off
  var momentum = 0.0
  var centered = Centering.off
  private(set) var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .torch { (learningRate, decay, epsilonPlacement) = (0.01, 0.99, .outsideRoot) }
  }

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("decay", "β", \.decay, .fraction),
    Hyperparameter<Self>("eps", "ε", \.epsilon, .nonNegative),
    Hyperparameter<Self>("eps-placement", "ε in", \.epsilonPlacement),
    Hyperparameter<Self>("initial-accumulator", "G₀", \.initialAccumulator, .nonNegative),
    Hyperparameter<Self>("bias-correction", "Ĝ", \.biasCorrection),
    Hyperparameter<Self>("momentum", "γ", \.momentum, .unit) { $0.dialect == .torch },
    Hyperparameter<Self>("centered", "m", \.centered) { $0.dialect == .torch },
    Hyperparameter<Self>.dialect,
  ]

  typealias One = SquaredSlopes<Double>
  typealias Eight = SquaredSlopes<Lanes>

  func start<L: Lane>(at theta: Point<L>) -> SquaredSlopes<L> {
    SquaredSlopes(squares: Point(repeating: initialAccumulator))
  }

  var cycledMomentum: Double? {
    get { dialect == .torch ? momentum : nil }
    set { momentum = newValue ?? momentum }
  }

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout SquaredSlopes<L>, by g: Point<L>
  ) -> Point<L> {
    take(g, into: &state)
    let root = epsilonPlacement.root(average(of: state), epsilon)
    guard momentum > 0 else { return theta - learningRate / root * g }
    state.velocity = momentum * state.velocity + g / root
    return theta - learningRate * state.velocity
  }

  @inline(__always)
  private func take<L: Lane>(_ g: Point<L>, into state: inout SquaredSlopes<L>) {
    state.squares = decay * state.squares + (1 - decay) * squared(g)
    state.decayPower = faded(state.decayPower, by: decay)
    if centered == .on { state.mean = decay * state.mean + (1 - decay) * g }
  }

  @inline(__always)
  private func average<L: Lane>(of state: SquaredSlopes<L>) -> Point<L> {
    let weight = biasCorrection == .on ? 1 - state.decayPower : 1
    let squares = biasCorrection == .on ? state.squares / weight : state.squares
    return centered == .on ? squares - squared(state.mean / weight) : squares
  }

  func anatomy(
    from theta: Point<Double>, _ state: SquaredSlopes<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    take(g, into: &after)
    let root = epsilonPlacement.root(average(of: after), epsilon)
    var memory = Substep(.memory, .perAxis("Gₜ₋₁", state.squares))
    var update = Substep(.update, .perAxis("Gₜ", after.squares))
    if centered == .on {
      memory.readings.append(.slope("mₜ₋₁", state.mean, at: theta))
      update.readings.append(.slope("mₜ", after.mean, at: theta))
      if biasCorrection == .off {
        update.readings.append(.perAxis("Vₜ", average(of: after)))
      }
    }
    var correction: [Substep] = []
    if biasCorrection == .on {
      correction = [
        Substep(
          .correction, .number("βᵗ", after.decayPower), .perAxis(variance, average(of: after)))
      ]
    }
    var scale = Substep(
      .scale, .perAxis(denominator, root), .perAxis("η / \(denominator)", learningRate / root))
    var move = learningRate / root * g
    if momentum > 0 {
      let velocity = momentum * state.velocity + g / root
      memory.readings.append(.slope("bₜ₋₁", state.velocity, at: theta))
      scale.readings.append(.slope("bₜ", velocity, at: theta))
      move = learningRate * velocity
    }
    return [.slope(g, at: theta), memory, update] + correction + [
      scale, .move(-move, from: theta),
    ]
  }

  /// What the root is taken of.
  private var variance: String {
    switch (biasCorrection, centered) {
    case (.off, .off): "Gₜ"
    case (.on, .off): "Ĝ"
    case (.off, .on): "Vₜ"
    case (.on, .on): "V̂"
    }
  }

  private var denominator: String { epsilonPlacement.formula(of: variance) }

  var formula: [String] {
    var lines = ["Gₜ = β Gₜ₋₁ + (1−β) gₜ²"]
    if centered == .on { lines.append("mₜ = β mₜ₋₁ + (1−β) gₜ") }
    switch (biasCorrection, centered) {
    case (.off, .off): break
    case (.on, .off): lines.append("Ĝ = Gₜ / (1−βᵗ)")
    case (.off, .on): lines.append("Vₜ = Gₜ − mₜ²")
    case (.on, .on): lines.append("V̂ = Gₜ / (1−βᵗ) − (mₜ / (1−βᵗ))²")
    }
    guard momentum > 0 else { return lines + ["θₜ₊₁ = θₜ − η / \(denominator) · gₜ"] }
    return lines + ["bₜ = γ bₜ₋₁ + gₜ / \(denominator)", "θₜ₊₁ = θₜ − η bₜ"]
  }

  static let about = About(
    name: "rmsprop", title: "RMSProp", authors: "Tieleman, Hinton", year: 2012,
    source: "Neural Networks for Machine Learning, lecture 6.5",
    link: "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf",
    formula: ["Gₜ = β Gₜ₋₁ + (1−β) gₜ²", "θₜ₊₁ = θₜ − η / √(Gₜ + ε) · gₜ"],
    rate: .length, branch: .length, parents: ["adagrad"])
}
