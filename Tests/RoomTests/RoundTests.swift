import Room
import Testing

/// Questions, races, drives without the map, and the podium.
struct RoundTests {
  private static let question = Question("Which?", options: ["a", "b", "c"], right: 1)

  private static func choose(_ choice: Choice, _ seat: Int) -> RoomMessage {
    .phone(.choose(choice), from: Rooms.token(seat))
  }

  @Test func `one vote a seat, which may change until the answer`() {
    var room = Rooms.room(of: 3).after(.teacher(.ask(Self.question)))
    #expect(room.json(of: 1)?["vote"] == .null)
    #expect(room.take(.phone(.vote(0), from: Rooms.token(1))) == [.show(1), .wall])
    _ = room.take(.phone(.vote(1), from: Rooms.token(1)))
    _ = room.take(.phone(.vote(1), from: Rooms.token(2)))
    #expect(room.refusal(.phone(.vote(3), from: Rooms.token(3))) == .notOffered)
    #expect(room.refusal(.phone(.vote(-1), from: Rooms.token(3))) == .notOffered)
    #expect(room.question?.tally == [0, 2, 0])
    // Before the answer no phone knows anything of the others.
    #expect(room.json(of: 3)?["tally"] == .null && room.json(of: 3)?["right"] == .null)
    #expect(room.take(.teacher(.reveal)) == [.showAll, .wall])
    #expect(room.refusal(.phone(.vote(0), from: Rooms.token(3))) == .notNow)
    #expect(room.json(of: 3)?["tally"] == [0, 2, 0])
    #expect(room.json(of: 3)?["right"] == 1)
    #expect(room.take(.teacher(.reveal)) == [])
    #expect(room.answers.count == 1)
    #expect(room.json(of: 1)?["number"] == 1)
    // Asked again it is another one, without votes.
    _ = room.take(.teacher(.ask(Self.question)))
    #expect(room.json(of: 1)?["number"] == 2 && room.json(of: 1)?["vote"] == .null)
  }

  @Test func `the vote of one who is removed does not count`() {
    let room = Rooms.room(of: 2).after(
      .teacher(.ask(Self.question)), .phone(.vote(0), from: Rooms.token(1)),
      .phone(.vote(1), from: Rooms.token(2)), .teacher(.remove(1)), .teacher(.reveal))
    #expect(room.question?.tally == [0, 1, 0])
  }

  @Test func `a choice is completed by what is offered`() {
    var room = Rooms.room(of: 1).after(.teacher(.openRound(Rooms.race())))
    #expect(room.refusal(Self.choose(Choice(rule: "momentum", settings: ["lr": 0.5]), 1)) == nil)
    let expected = Choice(
      rule: "momentum", settings: ["lr": 0.5, "momentum": 0.9], start: Rooms.start)
    #expect(room.round?.choices[1] == expected)
    #expect(room.json(of: 1)?["choice"]?["settings"]?["momentum"] == 0.9)
  }

  @Test(arguments: [
    Choice(rule: "adam"), Choice(rule: "gd", settings: ["lr": 1.01]),
    Choice(rule: "gd", settings: ["lr": 0]), Choice(rule: "gd", settings: ["lr": .nan]),
    Choice(rule: "gd", settings: ["lr": .infinity]),
    Choice(rule: "gd", settings: ["momentum": 0.5]),
  ])
  func `what is not offered is refused`(choice: Choice) {
    var room = Rooms.room(of: 1).after(.teacher(.openRound(Rooms.race())))
    #expect(room.refusal(Self.choose(choice, 1)) == .notOffered)
  }

  @Test func `a start is chosen on the map`() {
    var room = Rooms.room(of: 1).after(.teacher(.openRound(Rooms.race(isFree: true))))
    func start(_ place: Place?) -> Refusal? {
      room.refusal(Self.choose(Choice(rule: "gd", start: place), 1))
    }
    #expect(start(nil) == .notOffered)
    #expect(start(Place(2.01, 0)) == .notOffered)
    #expect(start(Place(.nan, 0)) == .notOffered)
    #expect(start(Place(2, -1)) == nil)
    // A choice that is refused leaves the one before.
    #expect(start(Place(0, 5)) == .notOffered)
    #expect(room.round?.choices[1]?.start == Place(2, -1))
  }

  @Test func `those who have chosen race, the others watch`() {
    var room = Rooms.room(of: 3).after(
      .teacher(.openRound(Rooms.race())), Self.choose(Choice(rule: "gd"), 1),
      Self.choose(Choice(rule: "momentum"), 2), .teacher(.startRound))
    #expect(room.json(of: 1)?["page"] == "racing")
    #expect(room.json(of: 1)?["place"] == .null)
    #expect(room.json(of: 3)?["page"] == "watching")
    #expect(room.refusal(Self.choose(Choice(rule: "gd"), 3)) == .notNow)
    // Nobody drives for seat 3, whatever the wall says.
    let standings = Rooms.standings([2], crashed: [1, 3])
    #expect(room.take(.wall(.standings(standings, step: 7))) == [.showAll])
    let own = room.json(of: 1)
    #expect(own?["place"] == 2 && own?["of"] == 2 && own?["step"] == 7)
    #expect(own?["crash"]?["ko"] == "너무 빨라요")
    #expect(own?["rule"]?["title"] == "GD")
    // While cars drive nothing else begins.
    #expect(room.take(.teacher(.ask(Self.question))) == [])
    #expect(room.take(.teacher(.openRound(Rooms.race()))) == [])
  }

  @Test func `points are those of a motor race, and nothing for a crash`() {
    var room = Rooms.room(of: 12).after(.teacher(.openRound(Rooms.race())))
    for seat in 1...12 { _ = room.take(Self.choose(Choice(rule: "gd"), seat)) }
    _ = room.take(.teacher(.startRound))
    let standings = Rooms.standings([12, 11, 10, 9, 8, 7, 6, 5], crashed: [1, 2, 3, 4])
    _ = room.take(.wall(.standings(standings, step: 100)))
    #expect(room.take(.teacher(.endRound)) == [.showAll, .wall])
    #expect(room.seats.map(\.points) == [0, 0, 0, 0, 4, 6, 8, 10, 12, 15, 18, 25])
    #expect(room.json(of: 12)?["won"] == 25)
    #expect(room.json(of: 1)?["won"] == 0)
    #expect(room.json(of: 1)?["rank"] == 9)
    // A second time there is no round to end.
    #expect(room.take(.teacher(.endRound)) == [])
  }

  @Test func `equal cars get equal points, and equal points an equal rank`() {
    var room = Rooms.room(of: 3).after(.teacher(.openRound(Rooms.race())))
    for seat in 1...3 { _ = room.take(Self.choose(Choice(rule: "gd"), seat)) }
    let standings = [(3, 1), (1, 1), (2, 3)].map { seat, place in
      Standing(seat: seat, place: place, loss: 1, position: Rooms.start)
    }
    room = room.after(
      .teacher(.startRound), .wall(.standings(standings, step: 1)), .teacher(.endRound),
      .teacher(.podium))
    #expect(room.ranking.map(\.seat.id) == [1, 3, 2])
    #expect(room.ranking.map(\.place) == [1, 1, 3])
    #expect(room.json(of: 2)?["leaders"]?.text.contains("\"points\":15,\"own\":true") == true)
  }

  @Test func `rounds are counted, and the lobby ends one without points`() {
    let room = Rooms.room(of: 1).after(
      .teacher(.openRound(Rooms.race())), Self.choose(Choice(rule: "gd"), 1), .teacher(.startRound),
      .wall(.standings(Rooms.standings([1]), step: 3)), .teacher(.lobby))
    #expect(room.results.isEmpty && room.seats[0].points == 0)
    let second = room.after(.teacher(.openRound(Rooms.race())))
    #expect(second.json(of: 1)?["round"] == 1)
  }

  // The drive without the map.

  @Test func `everybody has the same steps, one at a time`() {
    var room = Rooms.room(of: 1).after(.teacher(.openRound(Rooms.fog)))
    #expect(room.json(of: 1)?["page"] == "fog_ahead")
    _ = room.take(.teacher(.startRound))
    func move(_ heading: Int, _ length: Double, _ seat: Int = 1) -> Refusal? {
      room.refusal(.phone(.move(Move(heading: heading, length: length)), from: Rooms.token(seat)))
    }
    func feel(_ seat: Int = 1) {
      let feeling = Feeling(at: Rooms.start, height: 5, slope: Place(1, -2))
      _ = room.take(.wall(.felt(seat, feeling)))
    }
    // The wall first says what there is at the start.
    #expect(move(90, 0.5) == .waiting)
    feel()
    #expect(room.json(of: 1)?["slope"] == [1, -2])
    #expect(move(360, 0.5) == .notOffered)
    #expect(move(90, 1.5) == .notOffered)
    #expect(move(90, .nan) == .notOffered)
    #expect(move(90, 0.5) == nil)
    #expect(move(90, 0.5) == .waiting)
    #expect(room.json(of: 1)?["left"] == 1)
    feel()
    #expect(move(0, 1) == nil)
    feel()
    #expect(move(0, 1) == .spent)
    #expect(room.json(of: 1)?["heights"] == [5, 5, 5])
    // What was not asked for changes nothing.
    feel()
    #expect(room.json(of: 1)?["heights"] == [5, 5, 5])
    // Who comes late has as many.
    _ = room.take(.join(name: "Late", code: "CDFH", token: Rooms.token(2)))
    #expect(room.json(of: 2)?["left"] == 2)
    feel(2)
    #expect(move(0, 1, 2) == nil)
    _ = room.take(.wall(.crashed(2, reason: Rooms.tooFast)))
    #expect(move(0, 1, 2) == .spent)
    #expect(room.json(of: 2)?["crash"]?["en"] == "too fast")
  }

  @Test func `no phone is told where it is in the fog`() {
    let room = Rooms.room(of: 1).after(
      .teacher(.openRound(Rooms.fog)), .teacher(.startRound),
      .wall(.felt(1, Feeling(at: Place(1.2345, 0), height: 1, slope: Place(0, 0)))))
    let json = room.json(of: 1)
    #expect(json?.text.contains("1.2345") == false)
    #expect(json?["ground"] == nil && json?.text.contains("Bowl") == false)
  }
}
