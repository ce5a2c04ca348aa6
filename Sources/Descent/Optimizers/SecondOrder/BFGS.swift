/// BFGS: learns the bend of the ground from how the slope changes on the way, and drives by it.
///
///     p = B ∇J(θ)
///     θ ← θ − η a p
///
/// B, the inverse Hessian as far as it is known, begins at 1 and is changed after each step so that
/// it explains the last change of slope; where the slope has not risen along the way it stays. a is
/// halved until the loss falls enough; the first step is at most one plane unit long.
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
  }

  typealias One = State
  typealias Eight = EightStates<State>

  func start(at theta: Point<Double>) -> State { State() }

  func step(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> Point<Double> {
    let slope = f.gradient(at: theta)
    let (p, a) = direction(at: theta, slope, &state, on: &f)
    return theta - learningRate * a * p
  }

  private func direction(
    at theta: Point<Double>, _ slope: Point<Double>, _ state: inout State,
    on f: inout Objective<Double>
  ) -> (p: Point<Double>, a: Double) {
    let isFirst = state.before == nil
    if let before = state.before { learn(theta - before.theta, slope - before.slope, &state) }
    state.before = (theta, slope)
    let p = state.inverse * slope
    let reach = isFirst ? min(1, 1 / (learningRate * p.length)) : 1
    let a = LineSearch.factor(
      from: theta, height: f.value(at: theta), slope: slope, along: -(learningRate * p),
      first: reach, on: &f)
    return (p, a)
  }

  /// Takes a step s and the change of slope y that came of it into B.
  private func learn(_ s: Point<Double>, _ y: Point<Double>, _ state: inout State) {
    let sy = s.x * y.x + s.y * y.y
    guard sy > 1e-12 * s.length * y.length, sy.isFinite else { return }
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
    let slope = f.gradient(at: theta)
    var after = state
    let (p, a) = direction(at: theta, slope, &after, on: &f)
    return [
      .slope(slope, at: theta, "∇J(θₜ)"),
      Substep(.update, .slope("Bₜ∇J(θₜ)", p, at: theta), .slope("pₜ", p, at: theta)),
      Substep(.scale, .number("aₜ", a)),
      .move(-(learningRate * a * p), from: theta),
    ]
  }

  static let about = About(
    name: "bfgs", title: "BFGS", authors: "Broyden, Fletcher, Goldfarb, Shanno", year: 1970,
    source: "Mathematics of Computation 24 and others",
    link: "https://doi.org/10.1090/S0025-5718-1970-0274029-X",
    formula: ["pₜ = Bₜ∇J(θₜ)", "θₜ₊₁ = θₜ − η aₜ pₜ"],
    rate: .factor, branch: .both, order: .second)
}
