/// What Momentum and NAG remember: the speed carried over, in plane units a step.
struct Velocity<L: Lane>: Sendable {
  var velocity = Point<L>.zero
}
