/// What Momentum and NAG remember: the speed carried over, in plane units a step; in the libraries'
/// dialects without the rate in it, in loss per plane unit.
struct Velocity<L: Lane>: Sendable {
  var velocity = Point<L>.zero
  /// A slope has been taken in: torch's dampening spares the first.
  var isMoving = false
}
