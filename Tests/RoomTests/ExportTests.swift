import Room
import Testing

struct ExportTests {
  @Test func `everything that the class has done is a line`() {
    let room = Rooms.room(of: 2).after(
      .teacher(.rename(1, "=SUM(A1)")), .teacher(.rename(2, "Kim \"K\", J")),
      .teacher(.ask(Question("Which?", options: ["a", "b"], right: 1))),
      .phone(.vote(1), from: Rooms.token(2)), .phone(.vote(0), from: Rooms.token(1)),
      .teacher(.reveal), .teacher(.openRound(Rooms.race())),
      .phone(.choose(Choice(rule: "gd", settings: ["lr": 0.5])), from: Rooms.token(2)),
      .phone(.choose(Choice(rule: "momentum")), from: Rooms.token(1)), .teacher(.startRound),
      .wall(.standings(Rooms.standings([2], crashed: [1]), step: 5)), .teacher(.endRound))
    #expect(
      room.csv.split(separator: "\r\n").map(String.init) == [
        "event,number,title,seat,name,answer,right,place,loss,crash,points",
        "question,1,Which?,1,'=SUM(A1),a,0,,,,",
        "question,1,Which?,2,\"Kim \"\"K\"\", J\",b,1,,,,",
        "race,1,Bowl,2,\"Kim \"\"K\"\", J\",gd:lr=0.5,,1,0.0,,25",
        "race,1,Bowl,1,'=SUM(A1),\"momentum:lr=0.1,momentum=0.9\",,2,1.0,too fast,0",
        "total,,,2,\"Kim \"\"K\"\", J\",,,1,,,25",
        "total,,,1,'=SUM(A1),,,2,,,0",
      ])
  }
}
