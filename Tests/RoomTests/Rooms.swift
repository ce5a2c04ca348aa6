import Room

/// Rooms that tests begin with.
enum Rooms {
  static let code = RoomCode(0x3210)

  static func token(_ number: Int) -> Token { Token(7, UInt64(number)) }

  /// A room with so many students, each connected: seats 1 …
  static func room(of count: Int) -> Room {
    var room = Room(code: code)
    for number in stride(from: 1, through: count, by: 1) {
      _ = room.take(
        .join(name: "Student \(number)", code: code.description, token: token(number)))
      _ = room.take(.phone(.connected, from: token(number)))
    }
    return room
  }

  static let start = Place(-1, 0.5)
  static let ground = Ground("Bowl", x: -2...2, y: -1...1, map: 1)
  static let rate = SettingOffer("lr", "η", in: 0.001...1, at: 0.1, isLogarithmic: true)
  static let rules = [
    RuleOffer(
      "gd", title: "GD", glyph: "●", onDark: "#ffffff", onLight: "#000000", settings: [rate]),
    RuleOffer(
      "momentum", title: "Momentum", glyph: "▲", onDark: "#ffaa00", onLight: "#884400",
      settings: [rate, SettingOffer("momentum", "γ", in: 0...0.99, at: 0.9)]),
  ]

  /// A race in which all start at `start`, or where they choose.
  static func race(isFree: Bool = false) -> Round {
    Round(.race(RaceOffer(rules: rules, start: isFree ? nil : start)), on: ground)
  }

  static let fog = Round(
    .fog(FogOffer(budget: 2, lengths: 0.1...1, start: start)), on: ground)

  static let tooFast = Wording(["en": "too fast", "ko": "너무 빨라요"])

  /// Standings in this order, the last ones crashed.
  static func standings(_ seats: [Seat.ID], crashed: [Seat.ID] = []) -> [Standing] {
    (seats + crashed).enumerated().map { index, seat in
      Standing(
        seat: seat, place: index + 1, loss: Double(index), position: start,
        crash: crashed.contains(seat) ? tooFast : nil)
    }
  }
}

extension Room {
  /// The room after messages.
  func after(_ messages: RoomMessage...) -> Room {
    var room = self
    for message in messages { _ = room.take(message) }
    return room
  }

  mutating func refusal(_ message: RoomMessage) -> Refusal? {
    for case .refuse(let refusal) in take(message) { return refusal }
    return nil
  }

  var question: Question? {
    if case .question(let question) = phase { question } else { nil }
  }

  var round: Round? {
    switch phase {
    case .choosing(let round), .driving(let round): round
    default: nil
    }
  }

  func json(of seat: Seat.ID) -> JSON? { view(of: seat)?.json }
}
