/// Nonlinear conjugate gradients: each direction keeps as much of the last one as spares undoing
/// it.
///
///     d = β d − g,   β = max(0, g · (g − g₋) / (g₋ · g₋))
///     θ ← θ + η a d
///
/// g₋ is the slope before. a is found by a strong Wolfe search (`WolfeSearch`, c₂ = 0.2), which is
/// exact on a quadratic: one of two variables ends in two steps. The first trial is as long as the
/// last step, in the first step at most one plane unit. A direction that would not go down is
/// straight down instead. What the search has asked where it ended is not asked again.
/// Sources: Fletcher and Reeves, "Function minimization by conjugate gradients", Computer J. 7
/// (1964); Polak and Ribière (1969) for this β.
struct ConjugateGradient: Lanewise {
  var learningRate = 1.0

  static let hyperparameters = [Hyperparameter<Self>("lr", "η", \.learningRate, .positive)]

  struct State: Sendable {
    /// dₜ₋₁ and gₜ₋₁.
    var direction = Point<Double>.zero
    var slope = Point<Double>.zero
    /// a of the step before; 0 before the first, and where no lower place was found.
    var factor = 0.0
    /// Where the last search ended.
    var place: WolfeSearch.Place?
  }

  typealias One = State
  typealias Eight = EightStates<State>

  /// c₂ of the search.
  private static let flatness = 0.2

  func start(at theta: Point<Double>) -> State { State() }

  func step(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> Point<Double> {
    move(from: theta, &state, on: &f).next
  }

  /// Moves the state on and returns β and where the search ended.
  private func move(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> (beta: Double, next: Point<Double>) {
    let before = state
    let here = f.place(at: theta, known: before.place)
    let g = here.slope
    let last = before.slope.dot(before.slope)
    var beta = last > 0 ? max(0, g.dot(g - before.slope) / last) : 0
    state.direction = beta * before.direction - g
    if !(state.direction.dot(g) < 0) { (beta, state.direction) = (0, -g) }
    (state.slope, state.factor, state.place) = (g, 0, here)
    // The same search from the same place has found nothing.
    let isAtRest =
      f.isExact && before.factor == 0 && before.place?.point == theta
      && state.direction == before.direction
    guard !isAtRest else { return (beta, theta) }
    let length = state.direction.length
    let reach = before.factor * before.direction.length
    let first = reach > 0 ? reach / length : min(1, 1 / (learningRate * length))
    let search = WolfeSearch(
      from: here, along: learningRate * state.direction, flatness: Self.flatness)
    guard let found = search.place(first: first, on: &f) else {
      // No way down, or none that can be told: a slope that is no number leads nowhere.
      return (beta, g.isFinite ? theta : theta + g)
    }
    (state.factor, state.place) = (found.factor, found.place)
    return (beta, found.place.point)
  }

  func anatomy(
    from theta: Point<Double>, _ state: State, on f: inout Objective<Double>
  ) -> [Substep] {
    var after = state
    let (beta, next) = move(from: theta, &after, on: &f)
    return [
      .slope(after.slope, at: theta),
      Substep(
        .memory, .heading("dₜ₋₁", state.direction, from: theta), .number("βₜ", beta)),
      Substep(.update, .heading("dₜ", after.direction, from: theta)),
      Substep(.scale, .number("aₜ", after.factor)),
      .move(to: next, from: theta),
    ]
  }

  static let about = About(
    name: "cg", title: "CG", authors: "Fletcher, Reeves, Polak, Ribière", year: 1964,
    source: "The Computer Journal 7", link: "https://doi.org/10.1093/comjnl/7.2.149",
    formula: ["dₜ = βₜ dₜ₋₁ − gₜ", "θₜ₊₁ = θₜ + η aₜ dₜ"],
    rate: .factor, branch: .both, order: .second)
}
