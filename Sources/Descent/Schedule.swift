/// How a learning rate changes on the way: a factor on it for each step, a function of the step
/// alone, so that it is the same again after going back.
package struct Schedule: Hashable, Sendable {
  package private(set) var form = Form.constant
  /// T, how long it takes, in steps; at least 1.
  package var steps = 100
  /// q, which `step` multiplies by, `cosine` ends at and `warm-up` begins at; 0 ≤ q ≤ 1.
  package var factor = 0.0
  /// Whether a one-cycle moves the momentum (or β₁) too, from 0.95 down to 0.85 while the rate
  /// rises and back while it falls; `nil` where nobody has said: then in torch's dialect alone.
  package var cyclesMomentum: Bool?

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
    /// OneCycleLR at its defaults, which also cycles the momentum (`cyclesMomentum`).
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

  /// What it makes of a rule in the step from `tick` to the next.
  func pace(at tick: Int) -> Pace {
    Pace(rate: factor(at: tick), momentum: cyclesMomentum == true ? momentum(at: tick) : nil)
  }

  /// The momentum that a one-cycle has come to; `nil` for other forms.
  package func momentum(at tick: Int) -> Double? {
    form == .oneCycle ? cycle(at: tick, from: 0.95, peak: 0.85, to: 0.95) : nil
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
    case .oneCycle: return cycle(at: tick, from: 0.04, peak: 1, to: 4e-6)
    case .inverse: return 1 / (1 + t / length)
    }
  }

  /// A one-cycle of any number.
  private func cycle(
    at tick: Int, from first: Double, peak middle: Double, to last: Double
  ) -> Double {
    let (t, length) = (Double(tick), Double(steps))
    let peak = max(0, 0.3 * length - 1)
    return t <= peak
      ? between(first, middle, peak > 0 ? t / peak : 1)
      : between(middle, last, min(1, (t - peak) / max(1, length - 1 - peak)))
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

/// What a schedule makes of a rule in one step.
package struct Pace: Hashable, Sendable {
  /// What the rate is multiplied by.
  var rate = 1.0
  /// The momentum or β₁ in place of the rule's own; `nil` leaves it.
  var momentum: Double?
}
