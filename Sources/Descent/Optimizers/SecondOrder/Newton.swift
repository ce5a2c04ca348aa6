/// Newton's method: drives to where the parabola through slope and bend has its lowest place.
///
///     p = |H|⁻¹ ∇J(θ)
///     θ ← θ − η a p
///
/// Without safeguards p = H⁻¹ ∇J(θ) and a = 1: it drives to the nearest flat place, a saddle or a
/// summit too. With them p always goes down. Where the ground bends upwards every way |H| is H
/// itself, however small one bend is beside the other. Elsewhere |H| has the absolute values of H's
/// eigenvalues; for one that vanishes (is no more than rounding) it has 10⁻⁸ of the other's size,
/// and where both vanish p is one plane unit straight down. a = 1, ½, ¼ … is the first that lowers
/// the loss enough.
/// Sources: Newton, De analysi (1669); Dauphin et al., "Identifying and attacking the saddle point
/// problem in high-dimensional non-convex optimization", NeurIPS 2014, for |H|.
struct Newton: Lanewise {
  enum Safeguards: String, CaseIterable, Sendable { case on, off }

  var learningRate = 1.0
  var safeguards = Safeguards.on

  static let hyperparameters = [
    Hyperparameter<Self>("lr", "η", \.learningRate, .positive),
    Hyperparameter<Self>("safeguards", "|H|", \.safeguards),
  ]

  typealias One = Stateless
  typealias Eight = EightStates<Stateless>

  func start(at theta: Point<Double>) -> Stateless { Stateless() }

  func step(
    from theta: Point<Double>, _ state: inout Stateless, on f: inout Objective<Double>
  ) -> Point<Double> {
    let (_, p, a) = direction(at: theta, on: &f)
    return theta - learningRate * a * p
  }

  private func direction(
    at theta: Point<Double>, on f: inout Objective<Double>
  ) -> (slope: Point<Double>, p: Point<Double>, a: Double) {
    let jet = f.jet(at: theta)
    guard safeguards == .on else { return (jet.gradient, jet.hessian.inverse * jet.gradient, 1) }
    let p = Self.absoluteInverse(of: jet.hessian, slope: jet.gradient) * jet.gradient
    let a = Backtracking.factor(
      from: theta, height: jet.value, slope: jet.gradient, along: -(learningRate * p),
      on: &f)
    return (jet.gradient, p, a)
  }

  /// |H|⁻¹, which is H⁻¹ where H is positive definite.
  private static func absoluteInverse(
    of hessian: Hessian<Double>, slope: Point<Double>
  ) -> Hessian<Double> {
    let (least, greatest) = hessian.eigenvalues
    guard hessian.isSingular else {
      return least > 0 ? hessian.inverse : hessian.mapped { 1 / abs($0) }
    }
    let floor = 1e-8 * max(abs(least), abs(greatest))
    guard floor > 0 else {
      let length = slope.safeLength
      return Hessian(xx: 1, xy: 0, yy: 1) / (length > 0 ? length : 1)
    }
    return hessian.mapped { 1 / max(abs($0), floor) }
  }

  func anatomy(
    from theta: Point<Double>, _ state: Stateless, on f: inout Objective<Double>
  ) -> [Substep] {
    let (slope, p, a) = direction(at: theta, on: &f)
    return [
      .slope(slope, at: theta, "∇J(θₜ)"),
      Substep(.update, .slope("\(inverse)∇J(θₜ)", p, at: theta), .slope("pₜ", p, at: theta)),
      Substep(.scale, .number("aₜ", a)),
      .move(-(learningRate * a * p), from: theta),
    ]
  }

  private var inverse: String { safeguards == .on ? "|H|⁻¹" : "H⁻¹" }

  var formula: [String] { ["pₜ = \(inverse)∇J(θₜ)", "θₜ₊₁ = θₜ − η aₜ pₜ"] }

  static let about = About(
    name: "newton", title: "Newton", authors: "Newton", year: 1669,
    source: "De analysi per aequationes numero terminorum infinitas",
    link: "https://arxiv.org/abs/1406.2572",
    formula: ["pₜ = |H|⁻¹∇J(θₜ)", "θₜ₊₁ = θₜ − η aₜ pₜ"],
    rate: .factor, branch: .both, order: .second)
}
