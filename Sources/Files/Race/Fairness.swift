/// What "fair" may mean in a race.
package enum Fairness: String, CaseIterable, Sendable {
  /// The same rate for all.
  case same
  /// Each at its own best rate, as `RateStrip.best` chooses it.
  case best
}
