/// A class that races: who is here, and what it does. A value that knows neither network nor clock;
/// it changes only by `take`, and equal messages make equal rooms.
///
/// It drives no race: the wall reads what seats have chosen, drives, and tells the standings.
package struct Room: Hashable, Sendable {
  package enum Phase: Hashable, Sendable {
    case lobby
    case question(Question)
    case choosing(Round)
    case driving(Round)
    case result(RoundResult)
    case podium
    case closed
  }

  package static let mostSeats = 200

  package let code: RoomCode
  package internal(set) var phase = Phase.lobby
  /// In the order of joining.
  package internal(set) var seats: [Seat] = []
  /// Nobody else may join.
  package internal(set) var isLocked = false
  /// The wall and other phones show numbers of seats instead of names.
  package internal(set) var hidesNames = false
  package internal(set) var results: [RoundResult] = []
  package internal(set) var answers: [QuestionResult] = []
  var tokens: [Token: Seat.ID] = [:]
  /// How many seats there have been.
  var seatCount = 0

  package init(code: RoomCode) { self.code = code }

  /// Changes the room as the message says; one that does not fit leaves it as it is.
  package mutating func take(_ message: RoomMessage) -> [RoomEffect] {
    if phase == .closed { return refuses(message) ? [.refuse(.notNow)] : [] }
    switch message {
    case .join(let name, let code, let token): return join(name, code: code, token: token)
    case .phone(let message, let token):
      guard let seat = tokens[token] else { return [.refuse(.unknownSeat)] }
      return hear(message, from: seat)
    case .teacher(let message): return obey(message)
    case .wall(let message): return note(message)
    }
  }

  /// Whether the one who says it waits for an answer.
  private func refuses(_ message: RoomMessage) -> Bool {
    switch message {
    case .join, .phone: true
    case .teacher, .wall: false
    }
  }

  private mutating func hear(_ message: PhoneMessage, from seat: Seat.ID) -> [RoomEffect] {
    switch message {
    case .connected: connect(seat, true)
    case .disconnected: connect(seat, false)
    case .vote(let option): vote(for: option, by: seat)
    case .choose(let choice): choose(choice, by: seat)
    case .move(let move): make(move, by: seat)
    case .leave: remove(seat)
    }
  }

  private mutating func obey(_ message: TeacherMessage) -> [RoomEffect] {
    switch message {
    case .lock(let isLocked):
      self.isLocked = isLocked
      return [.wall]
    case .hideNames(let hides):
      hidesNames = hides
      return [.showAll, .wall]
    case .rename(let seat, let name): return rename(seat, name)
    case .remove(let seat): return remove(seat)
    case .ask(let question): return ask(question)
    case .reveal: return reveal()
    case .openRound(let round): return open(round)
    case .startRound: return startRound()
    case .endRound: return endRound()
    case .podium: return enter(.podium)
    case .lobby: return enter(.lobby)
    case .close:
      phase = .closed
      return [.end, .wall]
    }
  }

  private mutating func note(_ message: WallMessage) -> [RoomEffect] {
    switch message {
    case .standings(let standings, let step): take(standings, at: step)
    case .felt(let seat, let feeling): feel(feeling, by: seat)
    case .crashed(let seat, let reason): crash(seat, reason)
    }
  }

  mutating func enter(_ phase: Phase) -> [RoomEffect] {
    self.phase = phase
    return [.showAll, .wall]
  }
}

extension Room {
  /// The seat that the token is for.
  package func seat(of token: Token) -> Seat.ID? { tokens[token] }

  package subscript(seat: Seat.ID) -> Seat? { seats.first { $0.id == seat } }

  /// What others read of a seat: its name, or its number where names are hidden.
  package func shownName(of seat: Seat.ID) -> String {
    guard !hidesNames, let seat = self[seat] else { return "#\(seat)" }
    return seat.name
  }

  /// All seats with their places by points, the best first; equal ones share a place and are in the
  /// order of joining.
  package var ranking: [(place: Int, seat: Seat)] {
    let sorted = seats.sorted { ($1.points, $0.id) < ($0.points, $1.id) }
    var places: [(place: Int, seat: Seat)] = []
    for (index, seat) in sorted.enumerated() {
      let isTied = places.last?.seat.points == seat.points
      places.append((isTied ? places[index - 1].place : index + 1, seat))
    }
    return places
  }
}
