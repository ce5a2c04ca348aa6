/// What happens to a room. Only the first two come from the network.
package enum RoomMessage: Hashable, Sendable {
  /// Somebody wants a seat.
  ///
  /// - Parameters:
  ///   - code: what she took from the wall.
  ///   - token: a new one; hers if she gets a seat.
  case join(name: String, code: String, token: Token)
  case phone(PhoneMessage, from: Token)
  case teacher(TeacherMessage)
  case wall(WallMessage)
}

/// What a phone with a seat says.
package enum PhoneMessage: Hashable, Sendable {
  case connected, disconnected
  /// An option of the question, from 0; another one takes the place of the one before.
  case vote(Int)
  /// What she wants to race with; another one takes the place of the one before.
  case choose(Choice)
  /// The next step of a drive without the map.
  case move(Move)
  case leave
}

/// What the teacher says.
package enum TeacherMessage: Hashable, Sendable {
  case lock(Bool)
  case hideNames(Bool)
  case rename(Seat.ID, String)
  case remove(Seat.ID)
  case ask(Question)
  case reveal
  /// Lets everybody choose.
  case openRound(Round)
  /// Begins what was opened.
  case startRound
  /// Ends the round as the wall's standings say, and gives points.
  case endRound
  case podium
  /// Leaves what there is: question, round without points, podium.
  case lobby
  case close
}

/// What the wall says, which drives the race.
package enum WallMessage: Hashable, Sendable {
  case standings([Standing], step: Int)
  /// What a driver feels at the start or after her move.
  case felt(Seat.ID, Feeling)
  /// A driver's move has led nowhere.
  case crashed(Seat.ID, reason: Wording)
}

/// What is to be done after a message.
package enum RoomEffect: Hashable, Sendable {
  /// What the phone of a seat shows may have changed.
  case show(Seat.ID)
  /// What every phone shows may have changed.
  case showAll
  /// The wall is to look at the room again.
  case wall
  /// The answer to who has joined.
  case seated(Seat.ID)
  /// The answer to who has said something that has no effect.
  case refuse(Refusal)
  /// The seat is no more.
  case dismiss(Seat.ID)
  /// The class is over.
  case end
}
