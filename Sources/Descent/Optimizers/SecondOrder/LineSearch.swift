/// How far to go along a direction: as far as the loss falls by a fair part of what the slope
/// promises.
///
/// Source: Armijo, "Minimization of functions having Lipschitz continuous first partial
/// derivatives", Pacific J. Math. 16 (1966).
enum LineSearch {
  /// The part of the promised fall that is asked for.
  private static let share = 1e-4
  /// After so many halvings a step is too short to be seen.
  private static let halvings = 40
  private static let doublings = 20

  /// The factor a such that θ + a d is low enough; 0 if there is none, or if d does not go down.
  ///
  /// - Parameters:
  ///   - height: f(θ).
  ///   - first: the factor tried first, halved until it is short enough.
  ///   - grows: doubles it first, for as long as that leads lower.
  static func factor(
    from theta: Point<Double>, height: Double, slope: Point<Double>, along d: Point<Double>,
    first: Double, grows: Bool = false, on f: inout Objective<Double>
  ) -> Double {
    let promised = slope.x * d.x + slope.y * d.y
    guard promised < 0, height.isFinite else { return 0 }
    var (a, found) = (first, f.value(at: theta + first * d))
    func isLow(_ a: Double, _ found: Double) -> Bool { found <= height + share * a * promised }
    if grows, isLow(a, found) {
      for _ in 0..<doublings {
        let further = f.value(at: theta + 2 * a * d)
        guard further < found, isLow(2 * a, further) else { return a }
        (a, found) = (2 * a, further)
      }
      return a
    }
    for _ in 0..<halvings {
      if isLow(a, found) { return a }
      a /= 2
      found = f.value(at: theta + a * d)
    }
    return 0
  }
}
