/// A search along a line for a place that is low enough and where the slope along the line is small
/// enough: the strong Wolfe conditions.
///
///     φ(a) = f(θ + a d)
///     φ(a) ≤ φ(0) + c₁ a φ′(0),   |φ′(a)| ≤ c₂ |φ′(0)|,   c₁ = 10⁻⁴
///
/// Trial places are the lowest ones of the cubic or the parabola through what is known; a slope is
/// asked for only where the height is low enough. Where two heights and two slopes lie on one
/// parabola its lowest place is taken, so that on a quadratic the search is exact.
/// Sources: Wolfe, "Convergence conditions for ascent methods", SIAM Review 11 (1969); Nocedal and
/// Wright, Numerical Optimization, 2nd ed., Springer 2006, section 3.5.
struct WolfeSearch {
  /// A place with what has been asked there.
  struct Place: Sendable {
    var point: Point<Double>
    /// f, and ∇f.
    var height: Double
    var slope: Point<Double>
  }

  /// A factor on the direction, with φ and φ′ there.
  private struct Trial {
    var factor: Double
    var height: Double
    /// `nil` where nobody has asked.
    var steepness: Double?
  }

  private let origin: Place
  private let direction: Point<Double>
  /// φ′(0).
  private let steepness: Double
  /// c₂.
  private let flatness: Double

  private static let trials = 30
  /// A trial beyond all others goes at most so many times as far.
  private static let growth = 10.0
  /// A trial between two others keeps off them by this part of their distance.
  private static let margin = 0.05

  /// - Parameters:
  ///   - d: plane units per unit of the factor.
  ///   - flatness: c₂, between 10⁻⁴ and 1.
  init(from origin: Place, along d: Point<Double>, flatness: Double) {
    (self.origin, direction, self.flatness) = (origin, d, flatness)
    steepness = origin.slope.dot(d)
  }

  /// The factor and its place; `nil` if d does not go down or no place is found that is lower.
  ///
  /// - Parameter first: the factor tried first, above 0.
  func place(
    first: Double, on f: inout Objective<Double>
  ) -> (factor: Double, place: Place)? {
    guard steepness < 0, steepness.isFinite, origin.height.isFinite else { return nil }
    // The lowest trial so far that is low enough, and what bounds the place looked for beyond it.
    var low = Trial(factor: 0, height: origin.height, steepness: steepness)
    var bound: Trial?
    var best: Place?
    var a = first
    for _ in 0..<Self.trials {
      let point = origin.point + a * direction
      if point == (best ?? origin).point { break }
      var trial = Trial(factor: a, height: f.value(at: point), steepness: nil)
      guard trial.height <= origin.height, trial.height < low.height || best == nil else {
        bound = trial
        a = between(low, trial)
        continue
      }
      let place = Place(point: point, height: trial.height, slope: f.gradient(at: point))
      let steep = place.slope.dot(direction)
      trial.steepness = steep
      guard isLow(trial.height, at: a, steep) else {
        bound = trial
        a = between(low, trial)
        continue
      }
      if let bottom = bottom(beside: trial, place, on: &f) { return bottom }
      if abs(steep) <= flatness * -steepness { return (a, place) }
      let turns = bound.map { steep * ($0.factor - low.factor) >= 0 } ?? (steep >= 0)
      if turns { bound = low }
      let before = low
      (low, best) = (trial, place)
      a = bound.map { between(low, $0) } ?? beyond(low, before)
    }
    // No place is flat enough, on a kink say: the lowest will do.
    return best.map { (low.factor, $0) }
  }

  /// Low enough; where heights differ by rounding alone, by what the slopes say.
  /// Source: Hager and Zhang, "A new conjugate gradient method with guaranteed descent and an
  /// efficient line search", SIAM J. Optim. 16 (2005).
  private func isLow(_ height: Double, at a: Double, _ steep: Double) -> Bool {
    let share = Backtracking.share
    return height <= origin.height + share * a * steepness
      || height <= origin.height && steep <= (2 * share - 1) * steepness
        && steep >= flatness * steepness
  }

  // MARK: - On a parabola

  /// How far heights may lie from a parabola, as a part of the fall that the slope promises.
  private static let parabola = 1e-9
  /// So much less steep than at the beginning is level, as far as numbers tell.
  private static let level = 1e-12

  /// The bottom of the parabola that a trial and the beginning lie on; `nil` if they lie on none,
  /// if the trial is at the bottom, or if that is no lower.
  private func bottom(
    beside trial: Trial, _ place: Place, on f: inout Objective<Double>
  ) -> (factor: Double, place: Place)? {
    let (a, steep) = (trial.factor, trial.steepness!)
    let isParabola =
      abs(trial.height - (origin.height + a * (steepness + steep) / 2))
      <= Self.parabola * abs(a * steepness)
    guard isParabola, steep > steepness, abs(steep) > Self.level * -steepness else { return nil }
    let factor = a * steepness / (steepness - steep)
    let point = origin.point + factor * direction
    let height = f.value(at: point)
    guard height <= place.height else { return nil }
    return (factor, Place(point: point, height: height, slope: f.gradient(at: point)))
  }

  // MARK: - Where to try next

  /// Between the lowest trial and the one that bounds the place looked for.
  private func between(_ low: Trial, _ bound: Trial) -> Double {
    let (a, b) = (low.factor, bound.factor)
    let (near, far) = (min(a, b), max(a, b))
    let guess =
      bound.steepness.map { Self.lowest(low, bound, steepness: $0) } ?? Self.lowest(low, bound)
    let width = far - near
    guard let guess, guess.isFinite else { return near + width / 2 }
    return min(max(guess, near + Self.margin * width), far - Self.margin * width)
  }

  /// Beyond the last trial, the lowest of all.
  private func beyond(_ low: Trial, _ before: Trial) -> Double {
    let guess = Self.lowest(before, low, steepness: low.steepness!)
    let furthest = Self.growth * low.factor
    guard let guess, guess > low.factor else { return furthest }
    return min(max(guess, 1.1 * low.factor), furthest)
  }

  /// Where the parabola through a height and slope and another height is lowest.
  private static func lowest(_ a: Trial, _ b: Trial) -> Double? {
    let (h, fall) = (b.factor - a.factor, a.steepness!)
    let bend = b.height - a.height - fall * h
    return bend > 0 ? a.factor - fall * h * h / (2 * bend) : nil
  }

  /// Where the cubic through two heights and two slopes is lowest.
  private static func lowest(_ a: Trial, _ b: Trial, steepness: Double) -> Double? {
    let h = b.factor - a.factor
    let u = a.steepness! + steepness - 3 * (b.height - a.height) / h
    let square = u * u - a.steepness! * steepness
    guard square >= 0 else { return nil }
    let v = h < 0 ? -square.squareRoot() : square.squareRoot()
    let part = steepness - a.steepness! + 2 * v
    return part == 0 ? nil : b.factor - h * (steepness + v - u) / part
  }
}
