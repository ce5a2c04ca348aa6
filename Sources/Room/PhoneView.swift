/// What a student's phone is to show.
package struct PhoneView: Hashable, Sendable {
  package enum Page: Hashable, Sendable {
    case lobby
    case question(Question, own: Int?)
    /// A race opens.
    case choosing(Round, RaceOffer, own: Choice?)
    /// A drive without the map opens.
    case fogAhead(Round, FogOffer)
    /// A round is driven that she has no part in.
    case watching(Round)
    case racing(Round, RuleOffer?, Choice, Standing?)
    case fog(Round, FogOffer, FogDrive, Standing?)
    case result(RoundResult, own: RoundResult.Row?)
    case podium
  }

  /// One of the best.
  package struct Leader: Hashable, Sendable {
    package let place: Int
    /// Her name, or her seat's number where names are hidden.
    package let name: String
    package let points: Int
    package let isOwn: Bool
  }

  /// How many of the best a phone shows.
  static let mostLeaders = 3

  package let seat: Seat
  /// Her place by points and how many have one; `nil` before the first round has ended.
  package let rank: Int?
  package let seats: Int
  package let page: Page
  /// On the pages of results: those of the first places.
  package let leaders: [Leader]
}

extension Room {
  /// What the phone of a seat is to show; `nil` if there is no such seat, or the class is over.
  package func view(of seat: Seat.ID) -> PhoneView? {
    guard let own = self[seat], let page = page(of: seat) else { return nil }
    let rank = results.isEmpty ? nil : 1 + seats.count { $0.points > own.points }
    return PhoneView(
      seat: own, rank: rank, seats: results.isEmpty ? 0 : seats.count, page: page,
      leaders: leaders(for: seat))
  }

  private func page(of seat: Seat.ID) -> PhoneView.Page? {
    switch phase {
    case .lobby: return .lobby
    case .question(let question): return .question(question, own: question.votes[seat])
    case .choosing(let round):
      switch round.kind {
      case .race(let offer): return .choosing(round, offer, own: round.choices[seat])
      case .fog(let offer): return .fogAhead(round, offer)
      }
    case .driving(let round):
      switch round.kind {
      case .race(let offer):
        guard let choice = round.choices[seat] else { return .watching(round) }
        let rule = offer.rules.first { $0.name == choice.rule }
        return .racing(round, rule, choice, round.standings[seat])
      case .fog(let offer):
        guard let drive = round.drives[seat] else { return .watching(round) }
        return .fog(round, offer, drive, round.standings[seat])
      }
    case .result(let result):
      return .result(result, own: result.rows.first { $0.standing.seat == seat })
    case .podium: return .podium
    case .closed: return nil
    }
  }

  private func leaders(for seat: Seat.ID) -> [PhoneView.Leader] {
    switch phase {
    case .result(let result):
      return result.rows.prefix(PhoneView.mostLeaders).map { row in
        .init(
          place: row.standing.place, name: shownName(of: row.standing.seat), points: row.points,
          isOwn: row.standing.seat == seat)
      }
    case .podium:
      return ranking.prefix(PhoneView.mostLeaders).map { place, leader in
        .init(
          place: place, name: shownName(of: leader.id), points: leader.points,
          isOwn: leader.id == seat)
      }
    default: return []
    }
  }
}
