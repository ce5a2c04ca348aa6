/// BFGS: learns the bend of the ground from how the slope changes on the way, and drives by it.
///
///     p = B ∇J(θ)
///     θ ← θ − η a p
///
/// B, the inverse Hessian as far as it is known, begins at 1 and is changed after each step so that
/// it explains the last change of slope; where the slope has not risen along the way it stays, and
/// after a search that finds nothing it begins at 1 again. a is found by a strong Wolfe search
/// (`WolfeSearch`, c₂ = 0.9), which is exact on a quadratic and tries 1 first; while B is 1, at
/// most one plane unit. What it has asked where it ended is not asked again.
/// Source: Broyden, Fletcher, Goldfarb and Shanno, four papers of 1970; Nocedal and Wright,
/// Numerical Optimization, 2nd ed., Springer 2006, chapter 6.
struct BFGS: Lanewise {
  var learningRate = 1.0

  static let hyperparameters = [Hyperparameter<Self>("lr", "η", \.learningRate, .positive)]

  struct State: Sendable {
    /// B, plane units² per unit of loss.
    var inverse = Hessian<Double>(xx: 1, xy: 0, yy: 1)
    /// θ and ∇J(θ) of the step before; `nil` before the first.
    var before: (theta: Point<Double>, slope: Point<Double>)?
    /// Where the last search ended.
    var place: WolfeSearch.Place?
    /// B is 1: nothing has been learnt yet, or since a search that found nothing.
    var isFresh = true
    /// Nor has a search straight down the slope found anything.
    var isAtRest = false
  }

  typealias One = State
  typealias Eight = EightStates<State>

  /// c₂ of the search.
  private static let flatness = 0.9

  func start(at theta: Point<Double>) -> State { State() }

  func step(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> Point<Double> {
    move(from: theta, &state, on: &f).next
  }

  private struct Move {
    var slope, p: Point<Double>
    var a: Double
    var next: Point<Double>
  }

  /// Moves the state on.
  private func move(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> Move {
    let here = f.place(at: theta, known: state.place)
    if let before = state.before { learn(theta - before.theta, here.slope - before.slope, &state) }
    let wasAtRest = state.isAtRest && f.isExact && state.before?.theta == theta
    state.before = (theta, here.slope)
    state.place = here
    let p = state.inverse * here.slope
    var move = Move(slope: here.slope, p: p, a: 0, next: theta)
    // The same search from the same place has found nothing.
    guard !wasAtRest else { return move }
    let first = state.isFresh ? min(1, 1 / (learningRate * p.length)) : 1
    let search = WolfeSearch(from: here, along: -(learningRate * p), flatness: Self.flatness)
    let found = search.place(first: first, on: &f)
    if let found {
      (move.a, move.next, state.place) = (found.factor, found.place.point, found.place)
    } else {
      state.isAtRest = state.isFresh
      (state.inverse, state.isFresh) = (Hessian(xx: 1, xy: 0, yy: 1), true)
      // A slope that is no number leads nowhere.
      if !p.isFinite { move.next = theta + p }
    }
    return move
  }

  /// Takes a step s and the change of slope y that came of it into B.
  private func learn(_ s: Point<Double>, _ y: Point<Double>, _ state: inout State) {
    let sy = s.x * y.x + s.y * y.y
    guard sy > 1e-12 * s.length * y.length, sy.isFinite else { return }
    state.isFresh = false
    let r = 1 / sy
    let by = state.inverse * y
    let yby = y.x * by.x + y.y * by.y
    let outer = (1 + yby * r) * r
    state.inverse.xx += outer * s.x * s.x - r * (by.x * s.x + s.x * by.x)
    state.inverse.xy += outer * s.x * s.y - r * (by.x * s.y + s.x * by.y)
    state.inverse.yy += outer * s.y * s.y - r * (by.y * s.y + s.y * by.y)
  }

  func anatomy(
    from theta: Point<Double>, _ state: State, on f: inout Objective<Double>
  ) -> [Substep] {
    var after = state
    let move = move(from: theta, &after, on: &f)
    return [
      .slope(move.slope, at: theta, "∇J(θₜ)"),
      Substep(
        .update, .slope("Bₜ∇J(θₜ)", move.p, at: theta), .slope("pₜ", move.p, at: theta)),
      Substep(.scale, .number("aₜ", move.a)),
      .move(to: move.next, from: theta),
    ]
  }

  static let about = About(
    name: "bfgs", title: "BFGS", authors: "Broyden, Fletcher, Goldfarb, Shanno", year: 1970,
    source: "Mathematics of Computation 24 and others",
    link: "https://doi.org/10.1090/S0025-5718-1970-0274029-X",
    formula: ["pₜ = Bₜ∇J(θₜ)", "θₜ₊₁ = θₜ − η aₜ pₜ"],
    rate: .factor, branch: .both, parents: ["newton"], order: .second)
}
