/// How a car of the race stands.
package struct Standing: Hashable, Sendable {
  package let seat: Seat.ID
  /// From 1; equal ones share a place. Crashed cars come behind all others.
  package let place: Int
  package let loss: Double
  package let position: Place
  /// Why the car cannot go on.
  package let crash: Wording?

  package init(
    seat: Seat.ID, place: Int, loss: Double, position: Place, crash: Wording? = nil
  ) {
    (self.seat, self.place, self.loss) = (seat, place, loss)
    (self.position, self.crash) = (position, crash)
  }
}

/// What a round is about.
package enum RoundKind: Hashable, Sendable {
  /// Everybody chooses a rule, and all drive at once.
  case race(RaceOffer)
  /// Everybody drives by hand, and feels only height and slope.
  case fog(FogOffer)
}

/// A round: the class drives on one surface.
package struct Round: Hashable, Sendable {
  package let kind: RoundKind
  package let ground: Ground
  /// From 1.
  package internal(set) var number = 0
  /// What those who race have chosen, complete: every setting, and a start.
  package internal(set) var choices: [Seat.ID: Choice] = [:]
  /// The drives of those who drive without the map.
  package internal(set) var drives: [Seat.ID: FogDrive] = [:]
  /// How many steps the race has made.
  package internal(set) var step = 0
  package internal(set) var standings: [Seat.ID: Standing] = [:]

  package init(_ kind: RoundKind, on ground: Ground) { (self.kind, self.ground) = (kind, ground) }

  package var isFog: Bool { if case .fog = kind { true } else { false } }

  /// Points of the places from the first on, as in a motor race.
  package static let points = [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]

  /// What a place at the end is worth. Who has crashed gets nothing.
  static func points(for standing: Standing) -> Int {
    let place = standing.place - 1
    return standing.crash == nil && points.indices.contains(place) ? points[place] : 0
  }
}

/// What came of a round.
package struct RoundResult: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let standing: Standing
    package let name: String
    package let choice: Choice?
    package let points: Int
  }

  package let number: Int
  package let isFog: Bool
  package let ground: Ground
  /// The best first.
  package let rows: [Row]
}

/// What came of a question.
package struct QuestionResult: Hashable, Sendable {
  package let question: Question
  /// Those who have voted, as they were called then.
  package let names: [Seat.ID: String]
}
