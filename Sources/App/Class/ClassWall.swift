import Descent
import Files
package import Room

/// The wall of a class: what the projector shows of it, and what the teacher has decided.
package struct ClassWall: Sendable {
  package let door: ClassDoor
  /// The room as it was last heard of, with what has been told to it since.
  package internal(set) var room: Room
  package internal(set) var hasVisitors = false
  /// The wall covers the race or the lesson.
  package internal(set) var isShown = true

  /// What students may race with.
  let rules: [any Optimizer]
  /// The place of the next round's surface among the model's.
  var surfaceIndex: Int
  var isFromOneStart: Bool
  var allowsSettings: Bool
  /// The next round is driven without the map.
  var isFog = false
  /// How many maps phones have been shown.
  var maps = 0

  /// The race of the round under way, or of the last one.
  var race: ClassRace?
  /// The ways of those who drive without the map, from the start on.
  var fogWays: [Seat.ID: [Point<Double>]] = [:]
  /// What the wall's races have taken the place of.
  var before: RaceBefore?
  /// The speed of what waits under the wall.
  var speedBefore: Speed?
  /// A drive without the map that waits under the wall.
  var driveBefore: BlindDrive?
  /// The list of seats, while it is open.
  package internal(set) var list: SeatList?
  /// The page of the lesson whose question the class has been asked.
  var asked: AskedPage?

  /// The list of seats, with a cursor.
  package struct SeatList: Hashable, Sendable {
    /// The row of the cursor, from 0.
    package internal(set) var row = 0
    /// A new name for the seat there, while it is typed.
    package internal(set) var typed: String?
    /// The seat that the same key once more removes.
    package internal(set) var isLeaving: Seat.ID?
  }

  /// A page of a lesson.
  struct AskedPage: Hashable, Sendable {
    var lesson: String
    var page: Int
  }

  /// What the wall shows.
  package enum Page: Hashable, Sendable {
    case lobby, choosing, race, fog, result, podium, list
  }

  package var page: Page {
    if list != nil { return .list }
    return switch room.phase {
    case .lobby, .question, .closed: .lobby
    case .choosing: .choosing
    case .driving(let round): round.isFog ? .fog : .race
    case .result: .result
    case .podium: .podium
    }
  }

  /// The round that is open or under way.
  package var round: Round? {
    switch room.phase {
    case .choosing(let round), .driving(let round): round
    default: nil
    }
  }

  /// A name is being typed on it.
  var isTyping: Bool { isShown && list?.typed != nil }

  var isDriving: Bool { if case .driving = room.phase { true } else { false } }

  /// The seat under the cursor of the list.
  package var seatAtCursor: Seat? {
    guard let list, room.seats.indices.contains(list.row) else { return nil }
    return room.seats[list.row]
  }
}

/// What happens to a class.
package enum ClassMessage: Hashable, Sendable {
  /// Opens a class; where one is open, shows its wall or hides it.
  case toggle
  case opened(ClassDoor, Room)
  case refused(ClassRefusal)
  case news(ClassNews)
  // Rounds.
  case openRound, startRound, endRound
  case otherSurface(by: Int)
  case toggleStarts, toggleSettings, toggleFog
  case podium, lobby
  // The seats.
  case toggleList, move(by: Int)
  case remove
  case rename, type(String), erase, take, drop
  case lock, hideNames
  case export
  /// Ends the class; asks once.
  case close
}
