/// What the Adam family remembers: decaying averages of the slope and of its square, and how far
/// their start at zero still weighs.
struct Moments<L: Lane>: Sendable {
  /// First moment, the average slope.
  var m = Point<L>.zero
  /// Second moment, the average squared slope.
  var v = Point<L>.zero
  /// β₁ᵗ, 1 before the first step.
  var beta1Power = 1.0
  /// β₂ᵗ.
  var beta2Power = 1.0

  @inline(__always)
  mutating func take(_ g: Point<L>, _ beta1: Double, _ beta2: Double) {
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * squared(g)
    beta1Power *= beta1
    beta2Power *= beta2
  }
}
