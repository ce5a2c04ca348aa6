/// Nonlinear conjugate gradients: each direction keeps as much of the last one as spares undoing
/// it.
///
///     d = β d − g,   β = max(0, g · (g − g₋) / (g₋ · g₋))
///     θ ← θ + η a d
///
/// g₋ is the slope before. a is doubled while the loss falls and halved until it does; a direction
/// that would not go down is straight down instead.
/// Sources: Fletcher and Reeves, "Function minimization by conjugate gradients", Computer J. 7
/// (1964); Polak and Ribière (1969) for this β.
struct ConjugateGradient: Lanewise {
  var learningRate = 1.0

  static let hyperparameters = [Hyperparameter<Self>("lr", "η", \.learningRate, .positive)]

  struct State: Sendable {
    var direction = Point<Double>.zero
    var slope = Point<Double>.zero
    /// a of the step before; 0 before the first.
    var factor = 0.0
  }

  typealias One = State
  typealias Eight = EightStates<State>

  func start(at theta: Point<Double>) -> State { State() }

  func step(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> Point<Double> {
    let g = f.gradient(at: theta)
    _ = turn(to: g, at: theta, &state, on: &f)
    return theta + learningRate * state.factor * state.direction
  }

  /// Moves the state on and returns β.
  private func turn(
    to g: Point<Double>, at theta: Point<Double>, _ state: inout State,
    on f: inout Objective<Double>
  ) -> Double {
    let before = state
    let last = before.slope.x * before.slope.x + before.slope.y * before.slope.y
    let change = g - before.slope
    var beta = last > 0 ? max(0, (g.x * change.x + g.y * change.y) / last) : 0
    state.direction = beta * before.direction - g
    if !(state.direction.x * g.x + state.direction.y * g.y < 0) {
      (beta, state.direction) = (0, -g)
    }
    state.slope = g
    // The first step is at most one plane unit long, a later one begins at the last one's length.
    let length = state.direction.length
    let reach = before.factor * before.direction.length
    let first = reach > 0 ? reach / length : min(1, 1 / (learningRate * length))
    state.factor = LineSearch.factor(
      from: theta, height: f.value(at: theta), slope: g, along: learningRate * state.direction,
      first: first, grows: true, on: &f)
    return beta
  }

  func anatomy(
    from theta: Point<Double>, _ state: State, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    var after = state
    let beta = turn(to: g, at: theta, &after, on: &f)
    let d = after.direction
    return [
      .slope(g, at: theta),
      Substep(
        .memory, .heading("dₜ₋₁", state.direction, from: theta), .number("βₜ", beta)),
      Substep(.update, .heading("dₜ", d, from: theta)),
      Substep(.scale, .number("aₜ", after.factor)),
      .move(learningRate * after.factor * d, from: theta),
    ]
  }

  static let about = About(
    name: "cg", title: "CG", authors: "Fletcher, Reeves, Polak, Ribière", year: 1964,
    source: "The Computer Journal 7", link: "https://doi.org/10.1093/comjnl/7.2.149",
    formula: ["dₜ = βₜ dₜ₋₁ − gₜ", "θₜ₊₁ = θₜ + η aₜ dₜ"],
    rate: .factor, branch: .both, order: .second)
}
