/// How much of a step to take: a = 1, ½, ¼ … times it, the first that lowers the loss by a fair
/// part of what the slope promises.
///
/// Source: Armijo, "Minimization of functions having Lipschitz continuous first partial
/// derivatives", Pacific J. Math. 16 (1966).
enum Backtracking {
  /// The part of the promised fall that is asked for.
  static let share = 1e-4
  /// After so many halvings a step is too short to be seen.
  private static let halvings = 40

  /// The factor a such that θ + a d is low enough; 0 if there is none, or if d does not go down.
  ///
  /// - Parameters:
  ///   - height: f(θ).
  ///   - slope: ∇f(θ).
  ///   - d: the step, plane units.
  static func factor(
    from theta: Point<Double>, height: Double, slope: Point<Double>, along d: Point<Double>,
    on f: inout Objective<Double>
  ) -> Double {
    let promised = slope.x * d.x + slope.y * d.y
    guard promised < 0, height.isFinite else { return 0 }
    var a = 1.0
    for _ in 0..<halvings {
      if f.value(at: theta + a * d) <= height + share * a * promised { return a }
      // What is promised is less than rounding hides: no shorter step can be told from none.
      if height + a * promised == height { break }
      a /= 2
    }
    return 0
  }
}
