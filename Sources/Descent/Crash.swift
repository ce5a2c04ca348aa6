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
    /// It went, or looked ahead, where a sampled surface has a hole.
    case intoHole
    /// It went, or looked ahead, where the surface has no height or no slope.
    case undefined(at: Point<Double>)
    /// The numbers grew too large.
    case offTheNumbers
  }

  /// What has become of the car, in one of three words.
  package enum Fate: String, CaseIterable, Sendable {
    /// It stands where nothing is defined.
    case undefined
    /// Its numbers are too large.
    case overflowed
    /// It has driven away for good.
    case left
  }

  package var fate: Fate {
    switch reason {
    case .undefined, .intoHole, .offTheGrid, .zeroByZero: .undefined
    case .rateAbove, .bottomless: .left
    case .offTheNumbers: .overflowed
    }
  }

  /// - Parameters:
  ///   - before: the last finite position, and the move that led there.
  ///   - after: where the step at `step` led.
  init(
    step: Int, rule: any Optimizer, from before: (position: Point<Double>, move: Point<Double>),
    lossBefore: Double, to after: Point<Double>, on surface: any Surface
  ) {
    self.step = step
    lastFiniteLoss = lossBefore
    let jet = surface.jet(at: before.position)
    let greatest = jet.hessian.eigenvalues.greatest
    reason =
      if after.x.isNaN && jet.gradient.x == 0 || after.y.isNaN && jet.gradient.y == 0 {
        .zeroByZero
      } else if let extent = surface.unturned.extent,
        !extent.contains(surface.source(of: after))
      {
        // What it looked at ahead is not known here: with holes it may have been one of them.
        surface.hasHoles && !after.isFinite ? .intoHole : .offTheGrid(extent)
      } else if surface.hasHoles, surface.value(at: after).isNaN {
        .intoHole
      } else if lossBefore < -Self.abyss || surface.value(at: after) == -.infinity {
        .bottomless
      } else if let place = Self.undefined(rule, from: before, lossBefore, to: after, on: surface) {
        .undefined(at: place)
      } else if let limit = rule.stableRate(atCurvature: greatest), rule.rate > limit {
        .rateAbove(limit: limit, rate: rule.rate)
      } else {
        .offTheNumbers
      }
  }

  /// Where a car has asked for something that the surface does not have; `nil` if nowhere.
  private static func undefined(
    _ rule: any Optimizer, from before: (position: Point<Double>, move: Point<Double>),
    _ lossBefore: Double, to after: Point<Double>, on surface: any Surface
  ) -> Point<Double>? {
    if after.isFinite { return surface.cause(at: after) == .undefined ? after : nil }
    // A look ahead follows the last move.
    let carried = (rule.number("momentum") ?? 0) * before.move
    for place in [before.position, before.position + carried] {
      guard place.isFinite, place.length < abyss, !(abs(lossBefore) >= abyss) else { continue }
      switch surface.cause(at: place) {
      case .undefined: return place
      case .overflowed: continue
      case nil: if !surface.gradient(at: place).isFinite { return place }
      }
    }
    return nil
  }

  /// No car that overshoots has a loss this low just before it overflows.
  private static let abyss = 1e100
}
