/// CMA-ES: throws six darts a step, goes to the middle of the best three, and learns from them
/// where to throw next.
///
///     xᵢ ~ N(θ, σ² C),   i = 1 … 6, numbered by height
///     θ ← w₁ x₁ + w₂ x₂ + w₃ x₃
///
/// σ grows while the steps go one way and shrinks while they turn back; C leans along the steps
/// that helped. The rate is σ at the start. It asks for no slope. The darts are a function of seed,
/// step and car.
/// Source: Hansen, "The CMA evolution strategy: a tutorial", arXiv:1604.00772 (2016), with its
/// constants for two dimensions.
struct CMAES: Lanewise {
  var learningRate = 0.5

  static let hyperparameters = [Hyperparameter<Self>("lr", "σ₀", \.learningRate, .positive)]

  struct State: Sendable {
    var sigma: Double
    var covariance = Hessian<Double>(xx: 1, xy: 0, yy: 1)
    /// p_σ and p_c, the ways taken of late.
    var pathOfSigma = Point<Double>.zero
    var pathOfCovariance = Point<Double>.zero
    var generation = 0
  }

  typealias One = State
  typealias Eight = EightStates<State>

  func start(at theta: Point<Double>) -> State { State(sigma: learningRate) }

  private static let weights: [Double] = {
    let raw = (1...3).map { Double.log(3.5) - Double.log(Double($0)) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }()
  /// μ_w, how many darts the weights are worth.
  private static let worth = 1 / weights.reduce(0) { $0 + $1 * $1 }
  private static let cSigma = (worth + 2) / (2 + worth + 5)
  private static let damping =
    1 + 2 * max(0, ((worth - 1) / 3).squareRoot() - 1) + cSigma
  private static let cPath = (4 + worth / 2) / (2 + 4 + 2 * worth / 2)
  private static let cOne = 2 / (3.3 * 3.3 + worth)
  private static let cMu = min(1 - cOne, 2 * (worth - 2 + 1 / worth) / (16 + worth))
  /// The expected length of a normal vector of the plane.
  private static let expectedLength = 2.0.squareRoot() * (1 - 1.0 / 8 + 1.0 / 84)

  func step(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> Point<Double> {
    mean(of: throwDarts(from: theta, &state, on: &f))
  }

  private func mean(of best: [Point<Double>]) -> Point<Double> {
    zip(Self.weights, best).map { $0 * $1 }.reduce(.zero, +)
  }

  /// Moves the state on and returns the best three places.
  private func throwDarts(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> [Point<Double>] {
    let root = state.covariance.mapped { max(0, $0).squareRoot() }
    let darts = (0..<6).map { index in
      let z = f.luck.normalPair(UInt64(index), ofDraw: state.generation)
      let place = theta + state.sigma * (root * z)
      return (place: place, height: f.value(at: place))
    }
    // A height that is no number is worse than any.
    let best = darts.enumerated().sorted { a, b in
      let (one, other) = (a.element.height, b.element.height)
      return one.isNaN ? false : other.isNaN || one < other || one == other && a.offset < b.offset
    }.prefix(3).map(\.element.place)
    learn(best, from: theta, &state)
    return best
  }

  private func learn(_ best: [Point<Double>], from theta: Point<Double>, _ state: inout State) {
    let ways = best.map { ($0 - theta) / state.sigma }
    let way = mean(of: ways)
    let (c, cs) = (state.covariance, Self.cSigma)
    let round = c.mapped { 1 / max(1e-300, $0).squareRoot() } * way
    state.generation += 1
    state.pathOfSigma =
      (1 - cs) * state.pathOfSigma + (cs * (2 - cs) * Self.worth).squareRoot() * round
    let length = state.pathOfSigma.length
    let age = 1 - power(1 - cs, 2 * state.generation)
    let isSteady = length / age.squareRoot() < (1.4 + 2.0 / 3) * Self.expectedLength
    let share = isSteady ? (Self.cPath * (2 - Self.cPath) * Self.worth).squareRoot() : 0
    state.pathOfCovariance = (1 - Self.cPath) * state.pathOfCovariance + share * way
    let lost = isSteady ? 0 : Self.cOne * Self.cPath * (2 - Self.cPath)
    var next = (1 - Self.cOne - Self.cMu + lost) * c + Self.cOne * .outer(state.pathOfCovariance)
    for (weight, way) in zip(Self.weights, ways) { next = next + Self.cMu * weight * .outer(way) }
    state.covariance = next
    state.sigma *= Double.exp(cs / Self.damping * (length / Self.expectedLength - 1))
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    Double.exp(Double(exponent) * Double.log(base))
  }

  func anatomy(
    from theta: Point<Double>, _ state: State, on f: inout Objective<Double>
  ) -> [Substep] {
    var after = state
    let best = throwDarts(from: theta, &after, on: &f)
    let names = ["₁", "₂", "₃"]
    var update = Substep(.update)
    for (name, (weight, place)) in zip(names, zip(Self.weights, best)) {
      update.readings += [.place("x\(name)", place), .number("w\(name)", weight)]
    }
    return [update, .move(to: mean(of: best), from: theta)]
  }

  static let about = About(
    name: "cma-es", title: "CMA-ES", authors: "Hansen, Ostermeier", year: 2001,
    source: "Evolutionary Computation 9, arXiv:1604.00772",
    link: "https://arxiv.org/abs/1604.00772",
    formula: ["θₜ₊₁ = w₁ x₁ + w₂ x₂ + w₃ x₃"],
    rate: .start, branch: .both, order: .zeroth)
}
