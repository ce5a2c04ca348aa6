/// How a learning rate changes on the way: a factor on it for each step, a function of the step
/// alone, so that it is the same again after going back.
package struct Schedule: Hashable, Sendable {
  package private(set) var form = Form.constant
  /// T, how long it takes, in steps; at least 1.
  package var steps = 100
  /// q, which `step` multiplies by, `cosine` ends at and `warm-up` begins at; 0 ≤ q ≤ 1.
  package var factor = 0.0

  package enum Form: String, CaseIterable, Sendable {
    /// 1.
    case constant
    /// q^⌊t/T⌋, torch's StepLR.
    case step
    /// q + (1 − q) (1 + cos πt/T) / 2 up to T, then q, as in Optax.
    /// Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts",
    /// ICLR 2017.
    case cosine
    /// q + (1 − q) t/T up to T, then 1.
    case warmUp = "warm-up"
    /// From 1/25 by half a cosine to 1 at 0.3 T, and by another to 1/250,000 at T: torch's
    /// OneCycleLR at its defaults.
    /// Source: Smith and Topin, "Super-convergence", arXiv:1708.07120 (2017).
    case oneCycle = "one-cycle"
    /// 1 / (1 + t/T): slow enough to reach everything, fast enough to come to rest under noise.
    /// Source: Robbins and Monro, "A stochastic approximation method", Ann. Math. Statist. 22
    /// (1951).
    case inverse

    /// Whether q means anything.
    package var hasFactor: Bool { self == .step || self == .cosine || self == .warmUp }
  }

  package init() {}

  /// Another form, at its usual q.
  package mutating func change(to form: Form) {
    guard form != self.form else { return }
    self.form = form
    factor = form == .step ? 0.1 : 0
  }

  /// What the rate of the step from `tick` to the next is multiplied by.
  package func factor(at tick: Int) -> Double {
    let (t, length) = (Double(tick), Double(steps))
    let part = min(1, t / length)
    switch form {
    case .constant: return 1
    case .step: return power(factor, tick / steps)
    case .cosine: return between(1, factor, part)
    case .warmUp: return factor + (1 - factor) * part
    case .oneCycle:
      let peak = max(0, 0.3 * length - 1)
      return t <= peak
        ? between(0.04, 1, peak > 0 ? t / peak : 1)
        : between(1, 4e-6, min(1, (t - peak) / max(1, length - 1 - peak)))
    case .inverse: return 1 / (1 + t / length)
    }
  }

  /// From one number to another by half a cosine, 0 ≤ part ≤ 1.
  private func between(_ start: Double, _ end: Double, _ part: Double) -> Double {
    end + (start - end) / 2 * (1 + Double.cos(.pi * part))
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    // Below every rate that moves anything long before the exponent grows large.
    (0..<min(exponent, 2000)).reduce(1.0) { product, _ in product * base }
  }
}
