import App
import Descent
import Drawing
import Files
import Room
import Testing

/// A class without a network: its room, and the wall that hears of it.
struct ClassInTests {
  var model: Model
  /// What the class's server would hold.
  var room = Room(code: RoomCode(0x3210))
  /// What was told to the class, in order.
  var orders: [ClassOrder] = []
  var saved: [SavedFile] = []

  /// - Parameter students: each joins under a name of her own.
  init(_ model: Model, students: Int = 0) {
    self.model = model
    let site = "http://192.168.0.5:8123"
    let door = ClassDoor(
      link: "\(site)/\(room.code)", site: site, device: "wlan0", others: ["10.0.0.7"])
    take(.classroom(.opened(door, room)))
    for number in stride(from: 1, through: students, by: 1) { join("Student \(number)", number) }
  }

  static func token(_ seat: Seat.ID) -> Token { Token(7, UInt64(seat)) }

  mutating func join(_ name: String, _ number: Int) {
    phones(
      .join(name: name, code: room.code.description, token: Self.token(number)),
      .phone(.connected, from: Self.token(number)))
  }

  /// Phones say something, and the wall hears of it.
  mutating func phones(_ messages: RoomMessage...) {
    for message in messages { _ = room.take(message) }
    take(.classroom(.news(ClassNews(room, hasVisitors: true))))
  }

  mutating func say(_ message: PhoneMessage, by seat: Seat.ID) {
    phones(.phone(message, from: Self.token(seat)))
  }

  /// Answers a message as the program's loop does.
  mutating func take(_ message: Message) {
    for effect in update(&model, Layout(model)?.meaning(of: message, in: model) ?? message) {
      switch effect {
      case .tellClass(let order):
        orders.append(order)
        switch order {
        case .teacher(let message): _ = room.take(.teacher(message))
        case .wall(let message): _ = room.take(.wall(message))
        case .map, .close: break
        }
      case .save(let file): saved.append(file)
      default: break
      }
    }
  }

  mutating func take(_ messages: ClassMessage...) {
    for message in messages { take(.classroom(message)) }
  }

  var choosing: RaceOffer? {
    guard case .choosing(let round) = room.phase, case .race(let offer) = round.kind else {
      return nil
    }
    return offer
  }

  var round: Round? {
    switch room.phase {
    case .choosing(let round), .driving(let round): round
    default: nil
    }
  }

  var result: RoundResult? {
    if case .result(let result) = room.phase { result } else { nil }
  }

  /// Opens a round in which each seat chooses a rule in turn, all at one rate unless said.
  mutating func openRace(rates: [Seat.ID: Double] = [:]) throws {
    take(.openRound)
    let offer = try #require(choosing)
    for seat in room.seats.map(\.id) {
      let rule = offer.rules[seat % offer.rules.count]
      let rate = rates[seat] ?? 0.01
      let start = ClassPlace(Double(seat % 7) - 3, Double(seat % 5) - 2)
      _ = room.take(
        .phone(
          .choose(Choice(rule: rule.name, settings: ["lr": rate], start: start)),
          from: Self.token(seat)))
    }
    phones()
  }

  /// Drives until the round is over.
  mutating func driveToEnd() {
    for _ in 0..<1000 where result == nil { take(.advance(steps: 4)) }
  }

  func frame(_ size: Size? = nil) -> Frame {
    var model = model
    if let size { model.size = size }
    return view(of: model, scenery: Scenery())
  }

  /// The frame's letters, row after row.
  func text(_ size: Size? = nil) -> String {
    let frame = frame(size)
    return (0..<frame.size.height).map { y in
      String(
        String.UnicodeScalarView(
          (0..<frame.size.width).map { frame[$0, y].glyph }.filter { $0 != Cell.continuation }))
    }.joined(separator: "\n")
  }
}
