/// What Adagrad and RMSProp remember: for each axis, its squared slopes so far, summed or averaged.
struct SquaredSlopes<L: Lane>: Sendable {
  var squares: Point<L>
}
