import Class
import Dispatch
import Drawing
import Room
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// Opens a class on this machine's own address, with a wall that follows a script: a command a line
/// on standard input, an object of JSON a line on standard output.
///
/// Arguments: the port, and how many connections and seats one address may have.
@main struct Script {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    var settings = ClassSettings(address: "127.0.0.1", port: numbers.first ?? 0)
    if numbers.count > 1 {
      settings.limits.connectionsOfAddress = numbers[1]
      settings.limits.seatsOfAddress = numbers[1]
    }
    let classroom = try Classroom(settings, languages: Strings.languages.map { Strings($0) }) {}
    let wall = Wall(classroom)
    tell([
      "link": JSON(classroom.link), "site": JSON(classroom.site),
      "code": JSON(classroom.code.description),
    ])
    let queue = DispatchQueue(label: "wall")
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now(), repeating: .milliseconds(33))
    timer.setEventHandler { @Sendable in wall.tick() }
    timer.activate()
    while let command = readLine() { queue.sync { obey(command, wall) } }
    timer.cancel()
    classroom.close()
  }

  static func obey(_ command: String, _ wall: Wall) {
    let classroom = wall.classroom
    let words = command.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first {
    case "lock": classroom.take(.lock(true))
    case "unlock": classroom.take(.lock(false))
    case "hide": classroom.take(.hideNames(true))
    case "remove": if let seat = Int(words[1]) { classroom.take(.remove(seat)) }
    case "ask":
      let parts = words[1].split(separator: "|").map(String.init)
      classroom.take(.ask(Question(parts[0], options: Array(parts.dropFirst()), right: 0)))
    case "reveal": classroom.take(.reveal)
    case "race": classroom.take(.openRound(wall.race(isFree: false)))
    case "race-anywhere": classroom.take(.openRound(wall.race(isFree: true)))
    case "fog": classroom.take(.openRound(wall.fog()))
    case "start": wall.begin(steps: words.count > 1 ? Int(words[1]) ?? 60 : 60)
    case "end": wall.end()
    case "podium": classroom.take(.podium)
    case "lobby": classroom.take(.lobby)
    case "qr":
      let rows = QRCode(words[1])?.rows.map { $0.map { $0 ? "1" : "0" }.joined() } ?? []
      tell(["rows": .array(rows.map { JSON($0) })])
    case "csv": tell(["csv": JSON(classroom.room.csv)])
    case "room": tell(describe(classroom.room))
    default: tell(["unknown": JSON(command)])
    }
  }

  static func tell(_ json: JSON) {
    print(json.text)
    fflush(nil)
  }

  /// What the wall sees.
  static func describe(_ room: Room) -> JSON {
    let seats = room.seats.map { seat -> JSON in
      [
        "seat": JSON(seat.id), "name": JSON(seat.name), "connected": JSON(seat.isConnected),
        "points": JSON(seat.points),
      ]
    }
    var phase = JSON.null
    switch room.phase {
    case .lobby: phase = ["page": "lobby"]
    case .question(let question):
      phase = [
        "page": "question", "tally": .array(question.tally.map { JSON($0) }),
        "votes": JSON(question.votes.count), "revealed": JSON(question.isRevealed),
      ]
    case .choosing(let round):
      phase = ["page": "choosing", "chosen": JSON(round.choices.count)]
    case .driving(let round):
      let standings = round.standings.values.sorted { $0.place < $1.place }
      phase = [
        "page": "driving", "step": JSON(round.step), "cars": JSON(standings.count),
        "crashed": JSON(standings.count { $0.crash != nil }),
        "used": .array(round.drives.sorted { $0.key < $1.key }.map { JSON($0.value.used) }),
      ]
    case .result(let result):
      phase = ["page": "result", "rows": JSON(result.rows.count)]
    case .podium: phase = ["page": "podium"]
    case .closed: phase = ["page": "closed"]
    }
    return ["seats": .array(seats), "phase": phase]
  }
}
