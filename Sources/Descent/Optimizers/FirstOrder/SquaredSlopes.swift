/// What Adagrad and RMSProp remember: for each axis, its squared slopes so far, summed or averaged.
struct SquaredSlopes<L: Lane>: Sendable {
  var squares: Point<L>
  /// βᵗ of an average, which is how far its beginning still weighs; of a sum, 1.
  var decayPower = 1.0
  /// The averaged slope, and the steps so far without the rate: of torch's RMSProp if it is centred
  /// or has momentum.
  var mean = Point<L>.zero
  var velocity = Point<L>.zero
}
