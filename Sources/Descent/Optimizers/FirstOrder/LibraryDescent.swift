/// Gradient descent as torch.optim.SGD and optax.sgd have it: what SGD, Momentum and NAG are in
/// their dialects. The rate multiplies the velocity, not the slope that goes into it.
///
///     d ← ∇J(θ) + λ θ
///     v ← γ v + (1 − τ) d,   the first time v ← d
///     θ ← θ − η v               Nesterov's: θ ← θ − η (d + γ v)
///
/// λ is torch's weight decay and τ its dampening; without momentum there is neither v nor τ.
struct LibraryDescent {
  var learningRate: Double
  var momentum = 0.0
  var dampening = 0.0
  var weightDecay = 0.0
  var looksAhead = false
  /// ∇J as the rule writes it.
  var slope = "∇J(θₜ)"

  @inline(__always)
  func step<L: Lane>(
    from theta: Point<L>, _ state: inout Velocity<L>, by g: Point<L>
  ) -> Point<L> {
    theta - learningRate * direction(decayed(g, at: theta), &state)
  }

  @inline(__always)
  private func decayed<L: Lane>(_ g: Point<L>, at theta: Point<L>) -> Point<L> {
    weightDecay > 0 ? g + weightDecay * theta : g
  }

  /// Takes d into the velocity and returns what the rate multiplies.
  @inline(__always)
  private func direction<L: Lane>(_ d: Point<L>, _ state: inout Velocity<L>) -> Point<L> {
    guard momentum > 0 else { return d }
    let carried = momentum * state.velocity
    state.velocity = state.isMoving ? carried + (1 - dampening) * d : d
    state.isMoving = true
    return looksAhead ? d + momentum * state.velocity : state.velocity
  }

  func anatomy(
    from theta: Point<Double>, _ state: Velocity<Double>, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    let d = decayed(g, at: theta)
    var after = state
    let direction = direction(d, &after)
    var here = Substep(.slope, .slope(slope, g, at: theta))
    if weightDecay > 0 {
      here.readings += [
        .slope("λ θₜ", weightDecay * theta, at: theta), .slope("dₜ", d, at: theta),
      ]
    }
    let move = Substep.move(-(learningRate * direction), from: theta)
    guard momentum > 0 else { return [here, move] }
    let memory = Substep(
      .memory, .slope("vₜ₋₁", state.velocity, at: theta),
      .slope("γ vₜ₋₁", momentum * state.velocity, at: theta))
    let update = Substep(.update, .slope("vₜ", after.velocity, at: theta))
    guard looksAhead else { return [memory, here, update, move] }
    return [
      here, memory, update, Substep(.lookAhead, .slope(ahead, direction, at: theta)), move,
    ]
  }

  /// d as the formula writes it.
  private var decayedSlope: String { weightDecay > 0 ? "dₜ" : slope }

  private var ahead: String { "(\(decayedSlope) + γ vₜ)" }

  var formula: [String] {
    let decay = weightDecay > 0 ? ["dₜ = \(slope) + λ θₜ"] : []
    guard momentum > 0 else { return decay + ["θₜ₊₁ = θₜ − η \(decayedSlope)"] }
    let share = dampening > 0 ? "(1−τ) \(decayedSlope)" : decayedSlope
    return decay + [
      "vₜ = γ vₜ₋₁ + \(share)", "θₜ₊₁ = θₜ − η \(looksAhead ? ahead : "vₜ")",
    ]
  }

  /// The decay bends the ground by λ everywhere; dampening takes as much off the rate.
  func stableRate(onParabola greatest: Double) -> Double? {
    let bend = greatest + weightDecay
    guard momentum > 0 else { return 2 / bend }
    if looksAhead { return 2 * (1 + momentum) / ((1 + 2 * momentum) * bend) }
    return dampening < 1 ? 2 * (1 + momentum) / ((1 - dampening) * bend) : nil
  }
}
