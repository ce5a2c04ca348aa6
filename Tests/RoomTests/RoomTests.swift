import Room
import Testing

/// Who comes, who goes, and what the teacher decides about them.
struct RoomTests {
  @Test func `a code is four letters that a number chooses`() {
    #expect(Rooms.code.description == "CDFH")
    #expect(RoomCode(0xFFFF).description == "YYYY")
    #expect(Set((0..<UInt64(1 << 16)).map { RoomCode($0).description }).count == 1 << 16)
    #expect(Set(RoomCode.letters).isDisjoint(with: Array("AEIOU0123456789BGQSZ")))
    #expect(Rooms.code.isMeant(by: "cd fh "))
    #expect(!Rooms.code.isMeant(by: "CDF") && !Rooms.code.isMeant(by: "CDFHH"))
  }

  @Test func `a token is written and read`() {
    let token = Token(0x0123_4567_89AB_CDEF, 5)
    #expect(token.description == "0123456789abcdef0000000000000005")
    #expect(Token(token.description) == token)
    for text in [
      "", "0", token.description + "0", token.description.uppercased(),
      "+" + token.description.dropFirst(),
    ] {
      #expect(Token(text) == nil)
    }
  }

  @Test func `students get seats in their order, with names of their own`() {
    var room = Room(code: Rooms.code)
    let first = room.take(.join(name: "Kim", code: "cdfh", token: Rooms.token(1)))
    #expect(first == [.seated(1), .show(1), .wall])
    _ = room.take(.join(name: "Kim", code: "CDFH", token: Rooms.token(2)))
    #expect(room.seats.map(\.name) == ["Kim", "Kim 2"])
    #expect(room.seats.map(\.isConnected) == [false, false])
    #expect(room.take(.phone(.connected, from: Rooms.token(2))) == [.show(2), .wall])
    #expect(room[2]?.isConnected == true)
    #expect(room.seat(of: Rooms.token(2)) == 2)
  }

  @Test func `who may not join is told why`() {
    var room = Rooms.room(of: 2)
    func join(_ name: String, _ code: String = "CDFH") -> RoomMessage {
      .join(name: name, code: code, token: Rooms.token(9))
    }
    #expect(room.refusal(join("Ada", "CDFY")) == .wrongCode)
    #expect(room.refusal(join(" ")) == .emptyName)
    #expect(room.refusal(join(String(repeating: "m", count: 21))) == .longName)
    _ = room.take(.teacher(.lock(true)))
    #expect(room.refusal(join("Ada")) == .locked)
    // A wrong code says nothing of the lock.
    #expect(room.refusal(join("Ada", "CDFY")) == .wrongCode)
    // Who has a seat comes back.
    #expect(room.refusal(.phone(.connected, from: Rooms.token(1))) == nil)
    _ = room.take(.teacher(.lock(false)))
    #expect(room.refusal(join("Ada")) == nil)
    #expect(room.refusal(.phone(.vote(0), from: Rooms.token(77))) == .unknownSeat)
  }

  @Test func `a room has two hundred seats`() {
    var room = Rooms.room(of: Room.mostSeats)
    #expect(room.seats.count == 200)
    #expect(room.refusal(.join(name: "Late", code: "CDFH", token: Rooms.token(999))) == .full)
    _ = room.take(.teacher(.remove(5)))
    #expect(room.refusal(.join(name: "Late", code: "CDFH", token: Rooms.token(999))) == nil)
    // Nobody gets the number of one who has left.
    #expect(room.seats.last?.id == 201)
  }

  @Test func `who loses the network keeps seat, vote and points`() {
    var room = Rooms.room(of: 2).after(
      .teacher(.ask(Question("?", options: ["a", "b"]))), .phone(.vote(1), from: Rooms.token(1)),
      .phone(.disconnected, from: Rooms.token(1)))
    #expect(room[1]?.isConnected == false)
    #expect(room.take(.phone(.connected, from: Rooms.token(1))) == [.show(1), .wall])
    #expect(room.json(of: 1)?["vote"] == 1)
  }

  @Test func `the teacher renames and removes`() {
    var room = Rooms.room(of: 3)
    #expect(room.take(.teacher(.rename(2, "Student 1"))) == [.showAll, .wall])
    #expect(room[2]?.name == "Student 1 2")
    // Its own name is free to it.
    _ = room.take(.teacher(.rename(2, "Student 1 2")))
    #expect(room[2]?.name == "Student 1 2")
    #expect(room.refusal(.teacher(.rename(2, "\u{200B}"))) == .emptyName)
    #expect(room.take(.teacher(.rename(9, "Ada"))) == [])
    #expect(room.take(.teacher(.remove(2))) == [.dismiss(2), .wall])
    #expect(room.refusal(.phone(.vote(0), from: Rooms.token(2))) == .unknownSeat)
    #expect(room.view(of: 2) == nil)
    #expect(room.take(.phone(.leave, from: Rooms.token(3))) == [.dismiss(3), .wall])
    #expect(room.seats.map(\.id) == [1])
  }

  @Test func `hidden names are numbers to others, and names to their own`() {
    let room = Rooms.room(of: 2).after(
      .teacher(.hideNames(true)), .teacher(.openRound(Rooms.race())),
      .phone(.choose(Choice(rule: "gd")), from: Rooms.token(1)),
      .phone(.choose(Choice(rule: "gd")), from: Rooms.token(2)), .teacher(.startRound),
      .wall(.standings(Rooms.standings([1, 2]), step: 9)), .teacher(.endRound))
    #expect(room.shownName(of: 2) == "#2")
    let json = room.json(of: 1)
    #expect(json?["name"] == "Student 1")
    #expect(json?.text.contains("Student 2") == false)
    #expect(room.after(.teacher(.hideNames(false))).json(of: 1)?.text.contains("Student 2") == true)
  }

  @Test func `equal messages make equal rooms`() {
    #expect(Rooms.room(of: 40) == Rooms.room(of: 40))
  }

  @Test func `a closed room hears nobody`() {
    var room = Rooms.room(of: 1)
    #expect(room.take(.teacher(.close)) == [.end, .wall])
    #expect(room.refusal(.join(name: "Ada", code: "CDFH", token: Rooms.token(3))) == .notNow)
    #expect(room.refusal(.phone(.vote(1), from: Rooms.token(1))) == .notNow)
    #expect(room.take(.teacher(.lobby)) == [])
    #expect(room.phase == .closed)
    #expect(room.view(of: 1) == nil)
  }
}
