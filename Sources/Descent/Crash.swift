/// The end of a car whose x, y or loss is no longer a finite number.
package struct Crash: Hashable, Sendable {
  /// The first step after which something was not finite.
  package var step: Int
  package var reason: Reason
  /// The loss one step earlier.
  package var lastFiniteLoss: Double

  /// The likely reason, judged at the last finite position.
  package enum Reason: Hashable, Sendable {
    /// Each step overshoots further: the rate is above what the bend of the surface allows.
    case rateAbove(limit: Double, rate: Double)
    /// A zero slope divided by its zero average, ε being 0.
    case zeroByZero
    /// The loss fell for ever: the surface has no floor that way.
    case bottomless
    /// It went, or looked ahead, where the surface is not known.
    case offTheGrid(Window)
    /// The surface is not a finite number there.
    case offTheNumbers
  }

  init(
    step: Int, rule: any Optimizer, from before: Point<Double>, lossBefore: Double,
    to after: Point<Double>, on surface: any Surface
  ) {
    self.step = step
    lastFiniteLoss = lossBefore
    let jet = surface.jet(at: before)
    let greatest = jet.hessian.eigenvalues.greatest
    reason =
      if after.x.isNaN && jet.gradient.x == 0 || after.y.isNaN && jet.gradient.y == 0 {
        .zeroByZero
      } else if let extent = surface.unturned.extent,
        !extent.contains(surface.source(of: after))
      {
        .offTheGrid(extent)
      } else if lossBefore < Self.abyss {
        .bottomless
      } else if let limit = rule.stableRate(atCurvature: greatest), rule.rate > limit {
        .rateAbove(limit: limit, rate: rule.rate)
      } else {
        .offTheNumbers
      }
  }

  /// No car that overshoots has a loss this low just before it overflows.
  private static let abyss = -1e100
}
