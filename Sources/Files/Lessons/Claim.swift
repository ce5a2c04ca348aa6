package import Descent

/// A statement about a race that can be checked, as a lesson writes it in one line:
/// `loss of adam at 100 < 0.5 * loss of gd at 100`.
package struct Claim: Hashable, Sendable {
  /// The claim as it was written.
  package let text: String
  let left: Term
  package let relation: Relation
  let right: Side

  /// A quantity of one car at one step.
  package struct Term: Hashable, Sendable {
    package var quantity: Quantity
    /// The car's name in the race.
    package var car: String
    /// What `distance` is to; the nearest lowest minimum if `nil`.
    package var place: Point<Double>?
    /// The step looked at; where the page stops if `nil`.
    package var step: Int?
  }

  package enum Relation: String, CaseIterable, Sendable {
    case less = "<"
    case greater = ">"
    case equal = "="
    /// Within 1 %.
    case near = "~"
  }

  package enum Side: Hashable, Sendable {
    case number(Double)
    /// The crash or the arrival has not happened.
    case never
    case term(factor: Double, Term)
  }

  package enum Quantity: String, Hashable, CaseIterable, Sendable {
    /// f, ‖∇f‖ of the whole loss, and ‖Δθ‖ of the last step.
    case loss, slope, move
    case x, y
    /// The distance to a place, else to the nearest of the lowest minima.
    case distance
    /// η; the largest stable rate at the car's place, 2/λmax for rules without one of their own;
    /// λmax there.
    case rate, limit, curvature
    /// Turns of more than 90° so far.
    case turns
    /// Steps so far that began downhill along their way and ended uphill along it.
    case overshoots
    /// Steps so far on which the loss rose.
    case climbs
    /// The step of a crash, and the first step from which the car stays within `reach` of one
    /// labelled minimum.
    case crash, arrival
    /// Gradients asked for so far, and samples of data read.
    case gradients, samples
    /// The lowest and the highest loss so far.
    case lowest, height
  }

  /// So near to a minimum a car has arrived, in plane units.
  static let reach = 0.1

  /// The cars that it speaks of.
  package var cars: [String] { terms.map(\.car) }

  /// The last step that it looks at, if what names none looks at `step`.
  func lastStep(_ step: Int) -> Int { terms.map { $0.step ?? step }.max() ?? step }

  private var terms: [Term] {
    if case .term(_, let other) = right { [left, other] } else { [left] }
  }
}

extension Claim {
  /// What came of it.
  package struct Finding: Hashable, Sendable {
    package var holds: Bool
    /// The numbers compared; infinite for what never comes.
    package var left, right: Double
  }

  /// - Parameters:
  ///   - logbook: of a race that has come as far as the claim looks.
  ///   - step: the step looked at where the claim names none.
  package func finding(in logbook: Logbook, at step: Int) -> Finding {
    let found = logbook.value(of: left, at: step)
    let other =
      switch right {
      case .number(let number): number
      case .never: Double.infinity
      case .term(let factor, let term): factor * logbook.value(of: term, at: step)
      }
    let holds =
      switch relation {
      case .less: found < other
      case .greater: found > other
      case .equal: found == other
      case .near: found == other || (found - other).magnitude <= 0.01 * other.magnitude
      }
    return Finding(holds: holds, left: found, right: other)
  }
}
