// Who comes and goes.
extension Room {
  mutating func join(_ said: String, code: String, token: Token) -> [RoomEffect] {
    guard self.code.isMeant(by: code) else { return [.refuse(.wrongCode)] }
    guard !isLocked else { return [.refuse(.locked)] }
    guard seats.count < Self.mostSeats else { return [.refuse(.full)] }
    let name: SeatName
    do { name = try SeatName(said) } catch { return [.refuse(Refusal(error))] }
    // Nobody draws the same 128 bits twice.
    guard tokens[token] == nil else { return [.refuse(.notNow)] }
    seatCount += 1
    seats.append(Seat(id: seatCount, name: name.unique(among: seats.map(\.name))))
    tokens[token] = seatCount
    // Who comes late to a drive without the map has the same budget; to a race she comes too late.
    if case .driving(var round) = phase, round.isFog {
      round.drives[seatCount] = FogDrive()
      phase = .driving(round)
    }
    return [.seated(seatCount), .show(seatCount), .wall]
  }

  mutating func connect(_ seat: Seat.ID, _ isConnected: Bool) -> [RoomEffect] {
    guard change(seat, { $0.isConnected = isConnected }) else { return [] }
    return isConnected ? [.show(seat), .wall] : [.wall]
  }

  mutating func rename(_ seat: Seat.ID, _ said: String) -> [RoomEffect] {
    let name: SeatName
    do { name = try SeatName(said) } catch { return [.refuse(Refusal(error))] }
    let unique = name.unique(among: seats.filter { $0.id != seat }.map(\.name))
    return change(seat) { $0.name = unique } ? [.showAll, .wall] : []
  }

  mutating func remove(_ seat: Seat.ID) -> [RoomEffect] {
    guard let index = seats.firstIndex(where: { $0.id == seat }) else { return [] }
    seats.remove(at: index)
    tokens = tokens.filter { $0.value != seat }
    switch phase {
    case .question(var question) where !question.isRevealed:
      question.votes[seat] = nil
      phase = .question(question)
    case .choosing(var round):
      round.choices[seat] = nil
      phase = .choosing(round)
    case .driving(var round):
      round.choices[seat] = nil
      round.drives[seat] = nil
      round.standings[seat] = nil
      phase = .driving(round)
    default: break
    }
    return [.dismiss(seat), .wall]
  }

  /// - Returns: whether there is such a seat.
  @discardableResult
  mutating func change(_ seat: Seat.ID, _ change: (inout Seat) -> Void) -> Bool {
    guard let index = seats.firstIndex(where: { $0.id == seat }) else { return false }
    change(&seats[index])
    return true
  }
}

extension Refusal {
  init(_ fault: NameFault) {
    switch fault {
    case .empty: self = .emptyName
    case .tooLong: self = .longName
    }
  }
}
