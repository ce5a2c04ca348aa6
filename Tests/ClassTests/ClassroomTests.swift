import Class
import Room
import Synchronization
import Testing
import Texts

/// A class on this machine's own address, and its visitors.
@Suite(.serialized) struct ClassroomTests {
  /// Opens a class, and closes it behind the test.
  private func withClass(
    _ change: (inout ClassSettings) -> Void = { _ in }, hear: @escaping @Sendable () -> Void = {},
    _ body: (Classroom) throws -> Void
  ) throws {
    var settings = ClassSettings(address: "127.0.0.1", port: 0)
    settings.limits.connectionsOfAddress = 50
    settings.limits.seatsOfAddress = 50
    settings.limits.pause = 0
    change(&settings)
    let classroom = try Classroom(settings, languages: [Strings("en")], hear: hear)
    defer { classroom.close() }
    try body(classroom)
  }

  private func get(_ target: String, _ classroom: Classroom) -> String {
    "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(classroom.port)\r\n\r\n"
  }

  private func post(_ path: String, _ body: String, _ classroom: Classroom) -> String {
    "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(classroom.port)\r\n"
      + "Origin: http://127.0.0.1:\(classroom.port)\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  private func answer(_ text: String, _ classroom: Classroom) -> String? {
    let visitor = Visitor(port: classroom.port)
    visitor.say(text)
    return visitor.rest()
  }

  private func join(_ name: String, _ classroom: Classroom) throws -> String {
    let body = "{\"name\":\"\(name)\",\"code\":\"\(classroom.code)\"}"
    let said = try #require(answer(post("/join", body, classroom), classroom))
    let token = said.firstMatch(of: /"token":"([0-9a-f]{32})"/)
    return String(try #require(token?.1, "\(said)"))
  }

  private func say(_ token: String, _ what: String, _ classroom: Classroom) -> String? {
    answer(post("/say", "{\"token\":\"\(token)\",\(what)}", classroom), classroom)
  }

  @Test func `a student joins, listens and votes`() throws {
    try withClass { classroom in
      #expect(classroom.link == "http://127.0.0.1:\(classroom.port)/\(classroom.code)")
      let token = try join("Kim", classroom)
      let phone = Visitor(port: classroom.port)
      phone.say(get("/events?token=\(token)", classroom))
      #expect(phone.hears("\"page\":\"lobby\""))
      #expect(phone.text.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream"))
      #expect(classroom.room.seats.map(\.isConnected) == [true])
      classroom.take(.ask(Question("Which?", options: ["a", "b"], right: 1)))
      #expect(phone.hears("\"page\":\"question\""))
      #expect(say(token, "\"vote\":1", classroom)?.hasPrefix("HTTP/1.1 204") == true)
      #expect(phone.hears("\"vote\":1"))
      classroom.take(.reveal)
      #expect(phone.hears("\"tally\":[0,1]"))
      classroom.close()
      #expect(phone.hears("event: ended"))
      #expect(phone.rest() != nil)
    }
  }

  @Test func `the class knows whether anybody has reached it`() throws {
    try withClass { classroom in
      #expect(!classroom.hasVisitors)
      #expect(answer(get("/", classroom), classroom)?.hasPrefix("HTTP/1.1 200") == true)
      #expect(classroom.hasVisitors)
    }
  }

  @Test func `who comes back has her seat, and the last page open has it alone`() throws {
    try withClass { classroom in
      let token = try join("Kim", classroom)
      let first = Visitor(port: classroom.port)
      first.say(get("/events?token=\(token)", classroom))
      #expect(first.hears("lobby"))
      let second = Visitor(port: classroom.port)
      second.say(get("/events?token=\(token)", classroom))
      #expect(second.hears("lobby"))
      #expect(first.hears("event: elsewhere") && first.rest() != nil)
      #expect(classroom.room.seats.map(\.isConnected) == [true])
      classroom.take(.remove(1))
      #expect(second.hears("event: removed") && second.rest() != nil)
      #expect(
        answer(get("/events?token=\(token)", classroom), classroom)?.contains("unknown_seat")
          == true)
    }
  }

  @Test func `the program is told once, until it has looked`() throws {
    let rings = Mutex(0)
    try withClass(hear: { rings.withLock { $0 += 1 } }) { classroom in
      _ = try join("A", classroom)
      _ = try join("B", classroom)
      #expect(rings.withLock(\.self) == 1)
      #expect(classroom.room.seats.count == 2)
      _ = try join("C", classroom)
      #expect(rings.withLock(\.self) == 2)
    }
  }

  @Test func `refusals have their names`() throws {
    try withClass { classroom in
      func join(_ name: String, code: String) -> String? {
        answer(
          post("/join", "{\"name\":\"\(name)\",\"code\":\"\(code)\"}", classroom), classroom)
      }
      #expect(join("Kim", code: "XXXX")?.contains("wrong_code") == true)
      #expect(join("\u{200B}", code: classroom.code.description)?.contains("empty_name") == true)
      classroom.take(.lock(true))
      #expect(join("Kim", code: classroom.code.description)?.contains("locked") == true)
      for _ in 0..<9 { #expect(join("Kim", code: "AAAA")?.contains("wrong_code") == true) }
      #expect(join("Kim", code: classroom.code.description)?.contains("too_often") == true)
    }
  }

  @Test func `one address takes so many seats`() throws {
    try withClass({ $0.limits.seatsOfAddress = 2 }) { classroom in
      let token = try join("A", classroom)
      _ = try join("B", classroom)
      let body = "{\"name\":\"C\",\"code\":\"\(classroom.code)\"}"
      #expect(answer(post("/join", body, classroom), classroom)?.contains("too_often") == true)
      #expect(say(token, "\"leave\":true", classroom)?.contains("204") == true)
      _ = try join("C", classroom)
      #expect(classroom.room.seats.map(\.name) == ["B", "C"])
    }
  }

  @Test func `one address has so many connections`() throws {
    try withClass({ $0.limits.connectionsOfAddress = 3 }) { classroom in
      let token = try join("Kim", classroom)
      let open = (0..<3).map { _ in Visitor(port: classroom.port) }
      for visitor in open { visitor.say("GET ") }
      // The first three may go on for as long as they have time; a fourth hears nothing.
      let fourth = Visitor(port: classroom.port)
      fourth.say(get("/", classroom))
      #expect(fourth.rest() == "")
      open[0].say("/events?token=\(token) HTTP/1.1\r\nHost: 127.0.0.1:\(classroom.port)\r\n\r\n")
      #expect(open[0].hears("lobby"))
    }
  }

  @Test func `a request that does not come to its end is left`() throws {
    try withClass({ $0.limits.patience = 100 }) { classroom in
      for part in [
        "", "GET / HT", "GET / HTTP/1.1\r\nHost: a\r\n",
        "POST /say HTTP/1.1\r\nContent-Length: 9\r\n\r\n{",
      ] {
        let visitor = Visitor(port: classroom.port)
        visitor.say(part)
        #expect(visitor.rest()?.hasPrefix("HTTP/1.1 408") == true)
      }
    }
  }

  @Test func `too much is refused before it is read`() throws {
    try withClass { classroom in
      let long = String(repeating: "x", count: 9000)
      func status(_ text: String) -> String? {
        answer(text, classroom).map { String($0.prefix(12)) }
      }
      let host = "Host: 127.0.0.1:\(classroom.port)\r\n"
      #expect(status("GET /\(long) HTTP/1.1\r\n\(host)\r\n") == "HTTP/1.1 431")
      #expect(status("GET /\(long.prefix(600)) HTTP/1.1\r\n\(host)\r\n") == "HTTP/1.1 431")
      #expect(status("GET / HTTP/1.1\r\n\(host)A: \(long)\r\n\r\n") == "HTTP/1.1 431")
      let many = (0..<100).map { "A\($0): b\r\n" }.joined()
      #expect(status("GET / HTTP/1.1\r\n\(host)\(many)\r\n") == "HTTP/1.1 431")
      #expect(status(post("/say", String(long.prefix(4097)), classroom)) == "HTTP/1.1 413")
      #expect(status(post("/say", String(long.prefix(4096)), classroom)) == "HTTP/1.1 400")
      let chunk = "1000\r\n\(long.prefix(4096))\r\n"
      let head = "POST /say HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"
      #expect(status(head + chunk + chunk + "0\r\n\r\n") == "HTTP/1.1 413")
    }
  }

  @Test(arguments: [
    "\r\n\r\n\r\n", "hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}",
    "GET / HTTP/1.1\r\nA\r\n\r\n", "POST /say HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  ])
  func `what is no request is no request`(text: String) throws {
    try withClass({ $0.limits.patience = 200 }) { classroom in
      let said = try #require(answer(text, classroom))
      #expect(said.isEmpty || said.hasPrefix("HTTP/1.1 4"), "\(said)")
      #expect(answer(get("/", classroom), classroom)?.hasPrefix("HTTP/1.1 200") == true)
    }
  }

  @Test func `a phone that does not read is left, and nobody waits for it`() throws {
    try withClass({ $0.limits.drain = 300 }) { classroom in
      let (deaf, quick) = (try join("Deaf", classroom), try join("Quick", classroom))
      let silent = Visitor(port: classroom.port)
      silent.say(get("/events?token=\(deaf)", classroom))
      let phone = Visitor(port: classroom.port)
      phone.say(get("/events?token=\(quick)", classroom))
      #expect(phone.hears("lobby"))
      var asked = 0
      let filler = String(repeating: "x", count: 30_000)
      while classroom.room[1]?.isConnected == true, asked < 2000 {
        asked += 1
        classroom.take(.ask(Question("\(asked).\(filler)", options: ["a", "b"])))
        #expect(phone.hears("\"text\":\"\(asked)."))
        phone.forget()
      }
      #expect(asked > 2 && asked < 2000)
      #expect(classroom.room[2]?.isConnected == true)
    }
  }

  @Test func `what cannot be opened is told`() throws {
    #expect(throws: ClassError.noAddress("here")) {
      try Classroom(ClassSettings(address: "here"), languages: []) {}
    }
    #expect(throws: ClassError.notOurs("192.0.2.1")) {
      try Classroom(ClassSettings(address: "192.0.2.1", port: 0), languages: []) {}
    }
    try withClass { classroom in
      #expect(throws: ClassError.portTaken(classroom.port)) {
        try Classroom(ClassSettings(address: "127.0.0.1", port: classroom.port), languages: []) {}
      }
    }
  }

  @Test func `nobody is heard once it is closed`() throws {
    var port = 0
    try withClass { port = $0.port }
    let visitor = Visitor(port: port)
    #expect(!visitor.say("GET / HTTP/1.1\r\n\r\n") || visitor.rest() == "")
  }
}
