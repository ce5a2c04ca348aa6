/// A named quantity of a step, as the rule's own formula writes it.
package struct Reading: Sendable {
  /// As it stands in the formula: "γ vₜ₋₁".
  package var symbol: String
  package var value: Point<Double>
  package var picture: Picture

  /// How the quantity looks on the map or beside it.
  package enum Picture: Sendable {
    /// A way to drive from a place, in plane units: a part of the move, or all of it.
    case way(from: Point<Double>, by: Point<Double>)
    /// Something that points, from a place, but is no length on the map: a slope, an average slope.
    case heading(from: Point<Double>, along: Point<Double>)
    /// A point of the plane.
    case place
    /// A size for each axis, 0 or more.
    case perAxis
    /// One number, the same for both axes.
    case number
  }
}

extension Reading {
  /// A slope: its arrow points downhill.
  static func slope(_ symbol: String, _ g: Point<Double>, at place: Point<Double>) -> Reading {
    Reading(symbol: symbol, value: g, picture: .heading(from: place, along: -g))
  }

  /// A direction to drive in, not how far.
  static func heading(_ symbol: String, _ d: Point<Double>, from place: Point<Double>) -> Reading {
    Reading(symbol: symbol, value: d, picture: .heading(from: place, along: d))
  }

  /// A vector that is taken off the position: it moves the car the other way.
  static func taken(_ symbol: String, _ v: Point<Double>, from place: Point<Double>) -> Reading {
    Reading(symbol: symbol, value: v, picture: .way(from: place, by: -v))
  }

  static func place(_ symbol: String, _ place: Point<Double>) -> Reading {
    Reading(symbol: symbol, value: place, picture: .place)
  }

  static func perAxis(_ symbol: String, _ sizes: Point<Double>) -> Reading {
    Reading(symbol: symbol, value: sizes, picture: .perAxis)
  }

  static func number(_ symbol: String, _ number: Double) -> Reading {
    Reading(symbol: symbol, value: Point(number, number), picture: .number)
  }
}

/// One moment of the step about to be taken, with what the rule reads off or works out in it.
///
/// The sub-steps of a step, in the order of driving, are its anatomy; the last is the move.
package struct Substep: Sendable {
  package var part: Part
  package var readings: [Reading]

  package enum Part: String, CaseIterable, Sendable {
    /// ∇J under the wheels.
    case slope
    /// What is carried over from the steps before.
    case memory
    /// Where the memory alone would lead.
    case lookAhead = "look-ahead"
    /// ∇J there.
    case slopeAhead = "slope-ahead"
    /// The memory, with this step's slope taken in.
    case update
    /// The bias of a memory that began at zero, taken out.
    case correction
    /// What each axis is divided by, and the rate that this leaves it.
    case scale
    /// θₜ₊₁ − θₜ.
    case move
  }

  init(_ part: Part, _ readings: Reading...) {
    self.part = part
    self.readings = readings
  }

  static func slope(_ g: Point<Double>, at theta: Point<Double>, _ symbol: String = "gₜ") -> Self {
    Substep(.slope, .slope(symbol, g, at: theta))
  }

  /// What each axis is divided by, the rate that this leaves it, and what else goes into the move.
  static func scale(
    _ symbol: String, _ divisors: Point<Double>, _ rates: Point<Double>, _ others: Reading...
  ) -> Self {
    var substep = Substep(.scale, .perAxis(symbol, divisors), .perAxis("η / \(symbol)", rates))
    substep.readings += others
    return substep
  }

  static func move(_ delta: Point<Double>, from theta: Point<Double>) -> Self {
    move(delta, from: theta, to: theta + delta)
  }

  /// The reading of a rule that says where to go and not how far.
  static func move(to next: Point<Double>, from theta: Point<Double>) -> Self {
    move(next - theta, from: theta, to: next)
  }

  private static func move(
    _ delta: Point<Double>, from theta: Point<Double>, to next: Point<Double>
  ) -> Self {
    Substep(
      .move,
      Reading(symbol: "Δθₜ", value: delta, picture: .way(from: theta, by: delta)),
      .place("θₜ₊₁", next))
  }
}
