/// The rule of a car that a person steers: each step goes where she points it, as seen from
/// straight down the slope.
///
///     θ ← θ − η R ∇J(θ)             at a rate η
///     θ ← θ − s R ∇J(θ) / ‖∇J(θ)‖   at a length s
///
/// R turns to the right by `turn`. Straight down at a rate it is gradient descent to the last bit.
/// It is no rule of the catalogue: nobody can race it who does not steer.
package struct Steered: Lanewise, Hashable {
  package var learningRate = 0.01
  /// s, in plane units; `nil` for a step at a rate. At 0 the car stays where it is.
  package var length: Double?
  /// Degrees to the right of straight down.
  package var turn = 0.0

  package init() {}

  package init(rate: Double, turn: Double) { (learningRate, self.turn) = (rate, turn) }

  package init(length: Double, turn: Double) { (self.length, self.turn) = (length, turn) }

  package static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive)
  ]

  package typealias One = Stateless
  package typealias Eight = EightStates<Stateless>

  package func start(at theta: Point<Double>) -> Stateless { Stateless() }

  package func step(
    from theta: Point<Double>, _ state: inout Stateless, on f: inout Objective<Double>
  ) -> Point<Double> {
    theta + move(against: f.gradient(at: theta))
  }

  package func anatomy(
    from theta: Point<Double>, _ state: Stateless, on f: inout Objective<Double>
  ) -> [Substep] {
    let g = f.gradient(at: theta)
    return [.slope(g, at: theta, "∇J(θₜ)"), .move(move(against: g), from: theta)]
  }

  /// The step that such a slope leads to: none where only a direction counts and there is none,
  /// and not finite where the slope is not.
  package func move(against slope: Point<Double>) -> Point<Double> {
    guard let length else { return turned(-(learningRate * slope)) }
    if length == 0 { return .zero }
    return slope.isFinite ? turned(slope.unitVector.map { -(length * $0) } ?? .zero) : slope
  }

  private func turned(_ move: Point<Double>) -> Point<Double> {
    guard turn != 0 else { return move }
    let (sine, cosine) = Double.sineAndCosine(turn * .pi2 / 360)
    return Point(move.x * cosine + move.y * sine, move.y * cosine - move.x * sine)
  }

  package func stableRate(onParabola greatest: Double) -> Double? {
    length == nil ? 2 / greatest : nil
  }

  package static let about = About(
    name: "you", title: "You", authors: "", year: 0, source: "", link: "",
    formula: ["θₜ₊₁ = θₜ − η R ∇J(θₜ)"], rate: .slope, branch: .direction)
}
