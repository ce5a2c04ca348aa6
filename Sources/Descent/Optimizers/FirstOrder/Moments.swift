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
  /// t, the slopes taken so far.
  var count = 0.0

  /// - Parameter isCycled: β₁ is another in every step (see `age`).
  @inline(__always)
  mutating func take(
    _ g: Point<L>, _ beta1: Double, _ beta2: Double, isCycled: Bool = false
  ) {
    Self.take(g.x, into: &m.x, &v.x, beta1, beta2)
    Self.take(g.y, into: &m.y, &v.y, beta1, beta2)
    age(beta1, beta2, isCycled: isCycled)
  }

  /// One axis of a slope.
  @inline(__always)
  static func take(_ g: L, into m: inout L, _ v: inout L, _ beta1: Double, _ beta2: Double) {
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * squared(g)
  }

  /// One step more, without a slope.
  ///
  /// - Parameter isCycled: β₁ is another in every step; as in torch β₁ᵗ is then the power of this
  ///   step's β₁, not the product of all so far.
  @inline(__always)
  mutating func age(_ beta1: Double, _ beta2: Double, isCycled: Bool = false) {
    beta1Power = faded(beta1Power, by: beta1)
    beta2Power = faded(beta2Power, by: beta2)
    count += 1
    if isCycled { beta1Power = Precise.pow(beta1, count) }
  }

  /// What frees m and v of the zero that they began at, 1 / (1 − βᵗ) of each: a division of two
  /// numbers, and then products of vectors, which divide slowly.
  var unbiasing: SIMD2<Double> {
    @inline(__always) get { 1 / (1 - SIMD2(beta1Power, beta2Power)) }
  }

  /// m̂, the first moment unbiased.
  var mHat: Point<L> {
    @inline(__always) get { unbiasing.x * m }
  }

  /// v̂, likewise.
  var vHat: Point<L> {
    @inline(__always) get { unbiasing.y * v }
  }
}

/// βᵗ from βᵗ⁻¹: the share of an average that is still its beginning.
///
/// Below the normal numbers it is taken for 0. A processor needs longer to multiply subnormal ones
/// than for all the rest of a step, and 1 − βᵗ has been 1 for long.
@inline(__always)
func faded(_ power: Double, by beta: Double) -> Double {
  let next = power * beta
  return next < .leastNormalMagnitude ? 0 : next
}

/// Whether the averages are freed of having begun at zero: a switch to see what that is for.
enum BiasCorrection: String, CaseIterable, Sendable { case on, off }

extension Moments where L == Double {
  /// As carried over.
  func memory(at theta: Point<Double>) -> Substep {
    Substep(.memory, .slope("mₜ₋₁", m, at: theta), .perAxis("vₜ₋₁", v))
  }

  /// With this step's slope taken in.
  func update(at theta: Point<Double>) -> Substep {
    Substep(.update, .slope("mₜ", m, at: theta), .perAxis("vₜ", v))
  }

  /// The bias taken out.
  func correction(at theta: Point<Double>) -> Substep {
    Substep(
      .correction, .number("β₁ᵗ", beta1Power), .number("β₂ᵗ", beta2Power),
      .slope("m̂", mHat, at: theta), .perAxis("v̂", vHat))
  }
}
