// What a class does: it votes, it races, it drives without the map.
extension Room {
  mutating func ask(_ question: Question) -> [RoomEffect] {
    if case .driving = phase { return [] }
    var asked = Question(question.text, options: question.options, right: question.right)
    asked.number = answers.count + 1
    return enter(.question(asked))
  }

  mutating func vote(for option: Int, by seat: Seat.ID) -> [RoomEffect] {
    guard case .question(var question) = phase, !question.isRevealed else {
      return [.refuse(.notNow)]
    }
    guard question.options.indices.contains(option) else { return [.refuse(.notOffered)] }
    question.votes[seat] = option
    phase = .question(question)
    return [.show(seat), .wall]
  }

  mutating func reveal() -> [RoomEffect] {
    guard case .question(var question) = phase, !question.isRevealed else { return [] }
    question.isRevealed = true
    let names = seats.filter { question.votes[$0.id] != nil }.map { ($0.id, $0.name) }
    answers.append(
      QuestionResult(question: question, names: Dictionary(uniqueKeysWithValues: names)))
    return enter(.question(question))
  }

  mutating func open(_ round: Round) -> [RoomEffect] {
    if case .driving = phase { return [] }
    var opened = Round(round.kind, on: round.ground)
    opened.number = results.count + 1
    return enter(.choosing(opened))
  }

  mutating func choose(_ choice: Choice, by seat: Seat.ID) -> [RoomEffect] {
    guard case .choosing(var round) = phase, case .race(let offer) = round.kind else {
      return [.refuse(.notNow)]
    }
    guard let choice = offer.completed(choice, on: round.ground) else {
      return [.refuse(.notOffered)]
    }
    round.choices[seat] = choice
    phase = .choosing(round)
    return [.show(seat), .wall]
  }

  mutating func startRound() -> [RoomEffect] {
    guard case .choosing(var round) = phase else { return [] }
    if round.isFog {
      for seat in seats { round.drives[seat.id] = FogDrive() }
    }
    return enter(.driving(round))
  }

  mutating func endRound() -> [RoomEffect] {
    guard case .driving(let round) = phase else { return [] }
    let standings = round.standings.values.sorted { ($0.place, $0.seat) < ($1.place, $1.seat) }
    var rows: [RoundResult.Row] = []
    for standing in standings {
      guard let name = self[standing.seat]?.name else { continue }
      let points = Round.points(for: standing)
      change(standing.seat) { $0.points += points }
      rows.append(
        .init(
          standing: standing, name: name, choice: round.choices[standing.seat], points: points))
    }
    let result = RoundResult(
      number: round.number, isFog: round.isFog, ground: round.ground, rows: rows)
    results.append(result)
    return enter(.result(result))
  }

  /// What the wall says of cars that nobody drives is left out.
  mutating func take(_ standings: [Standing], at step: Int) -> [RoomEffect] {
    guard case .driving(var round) = phase else { return [] }
    round.step = step
    round.standings = [:]
    for standing in standings
    where round.choices[standing.seat] != nil || round.drives[standing.seat] != nil {
      round.standings[standing.seat] = standing
    }
    phase = .driving(round)
    return [.showAll]
  }

  // The drive without the map.

  mutating func make(_ move: Move, by seat: Seat.ID) -> [RoomEffect] {
    guard case .driving(var round) = phase, case .fog(let offer) = round.kind,
      var drive = round.drives[seat]
    else { return [.refuse(.notNow)] }
    guard 0..<360 ~= move.heading, offer.lengths.contains(move.length) else {
      return [.refuse(.notOffered)]
    }
    guard !drive.waits else { return [.refuse(.waiting)] }
    guard drive.crash == nil, drive.used < offer.budget else { return [.refuse(.spent)] }
    drive.pending = move
    drive.used += 1
    round.drives[seat] = drive
    phase = .driving(round)
    return [.show(seat), .wall]
  }

  mutating func feel(_ feeling: Feeling, by seat: Seat.ID) -> [RoomEffect] {
    change(driveOf: seat) {
      $0.pending = nil
      $0.feeling = feeling
      $0.heights.append(feeling.height)
    }
  }

  mutating func crash(_ seat: Seat.ID, _ reason: Wording) -> [RoomEffect] {
    change(driveOf: seat) {
      $0.pending = nil
      $0.crash = reason
    }
  }

  private mutating func change(
    driveOf seat: Seat.ID, _ change: (inout FogDrive) -> Void
  ) -> [RoomEffect] {
    guard case .driving(var round) = phase, var drive = round.drives[seat], drive.waits else {
      return []
    }
    change(&drive)
    round.drives[seat] = drive
    phase = .driving(round)
    return [.show(seat)]
  }
}
