/// One student in the room.
package struct Seat: Hashable, Sendable, Identifiable {
  /// From 1, in the order of joining; nobody gets that of one who has left. The wall shows it where
  /// names are hidden.
  package let id: Int
  package internal(set) var name: String
  /// Her phone listens.
  package internal(set) var isConnected = false
  package internal(set) var points = 0
}

/// A point of the plane.
package struct Place: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

/// Why what a phone has said has no effect.
package enum Refusal: String, Hashable, Sendable, CaseIterable {
  /// The room has as many seats as it may.
  case full
  case locked
  /// The room code is another one.
  case wrongCode = "wrong_code"
  case emptyName = "empty_name"
  case longName = "long_name"
  /// Nobody has this token.
  case unknownSeat = "unknown_seat"
  /// It comes too late or too early: there is no such question, round or drive now.
  case notNow = "not_now"
  /// It is none of what may be chosen.
  case notOffered = "not_offered"
  /// A move is still being made.
  case waiting
  /// The budget of the drive is spent, or the car has crashed.
  case spent
  /// Too many wrong room codes have come from there.
  case tooOften = "too_often"
  /// It cannot be read.
  case unreadable
}
