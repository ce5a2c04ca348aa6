import Class
import Room
import Testing
import Texts

/// What is answered to whom, without a network.
struct ReceptionTests {
  private static let reception: Reception = {
    var reception = Reception(
      address: "192.168.0.5", port: 8123, page: PhonePage(Strings.languages.map { Strings($0) }))
    reception.map = ClassMap(dark: "<svg>dark</svg>", light: "<svg>light</svg>")
    return reception
  }()
  private static let token = Token(1, 2)

  private static func answer(
    _ method: String, _ target: String, _ headers: [(name: String, value: String)] = [],
    host: String? = "192.168.0.5:8123", body: String = ""
  ) -> Reception.Answer? {
    let host = host.map { [(name: "Host", value: $0)] } ?? []
    guard var request = Request(method: method, target: target, headers: host + headers) else {
      return nil
    }
    request.body = Array(body.utf8)
    return reception.answer(request, nonce: "abc")
  }

  private static func status(_ answer: Reception.Answer?) -> Reply.Status? {
    if case .reply(let reply)? = answer { reply.status } else { nil }
  }

  private static func post(
    _ path: String, _ body: String, origin: String? = "http://192.168.0.5:8123",
    type: String? = "application/json"
  ) -> Reception.Answer? {
    let headers = [("Origin", origin), ("Content-Type", type)].compactMap { name, value in
      value.map { (name: name, value: $0) }
    }
    return answer("POST", path, headers, body: body)
  }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:8123", "192.168.0.5", "192.168.0.5:80", "localhost:8123",
    "192.168.0.5:8123.evil.example",
  ])
  func `who calls it by another name gets nothing`(host: String?) {
    for target in ["/", "/map.svg", "/events?token=\(Self.token)"] {
      #expect(Self.status(Self.answer("GET", target, host: host)) == .misdirected)
    }
  }

  @Test func `two hosts are no request`() {
    #expect(Self.answer("GET", "/", [(name: "host", value: "evil.example")]) == nil)
  }

  @Test func `on this machine it has its name too`() {
    let page = PhonePage([Strings("en")])
    #expect(
      Reception(address: "127.0.0.1", port: 9, page: page).hosts == ["127.0.0.1:9", "localhost:9"])
    #expect(
      Reception(address: "10.0.0.1", port: 80, page: page).hosts == ["10.0.0.1", "10.0.0.1:80"])
    #expect(Reception(address: "fd00::1", port: 9, page: page).hosts == ["[fd00::1]:9"])
  }

  @Test(arguments: ["/", "/CDFH", "/cdfh", "/?x=1"])
  func `the page has its own script and no other`(target: String) throws {
    guard case .reply(let reply)? = Self.answer("GET", target) else {
      throw Unexpected()
    }
    #expect(reply.status == .ok)
    let policy = try #require(reply.headers.first { $0.name == "Content-Security-Policy" }?.value)
    for part in [
      "default-src 'none'", "script-src 'nonce-abc'", "style-src 'nonce-abc'", "connect-src 'self'",
      "frame-ancestors 'none'", "base-uri 'none'",
    ] {
      #expect(policy.contains(part))
    }
    #expect(!policy.contains("unsafe"))
    let page = String(decoding: reply.body, as: UTF8.self)
    #expect(page.ranges(of: "nonce=\"abc\"").count == 2)
    #expect(!page.contains("{{") && !page.contains(" style=\"") && !page.contains("innerHTML"))
  }

  @Test func `the page is small`() {
    guard case .reply(let reply)? = Self.answer("GET", "/") else { return }
    #expect(reply.body.count > 20_000 && reply.body.count < 40_000)
  }

  @Test(arguments: [
    ("", "en"), ("ko-KR,ko;q=0.9,en;q=0.8", "ko"), ("fr,de;q=0.9", "en"), ("fr, ko;q=0.1", "ko"),
    ("en;q=0.5, ko;q=0.7", "ko"), ("ko;q=0, en", "en"), ("KO", "ko"), (";;,,q=,ko;q=x", "ko"),
  ])
  func `the language is the one that the browser asks for`(accepted: String, language: String) {
    guard
      case .reply(let reply)? = Self.answer(
        "GET", "/", [(name: "Accept-Language", value: accepted)])
    else { return }
    #expect(String(decoding: reply.body, as: UTF8.self).contains("<html lang=\"\(language)\">"))
  }

  @Test(arguments: [
    "/x", "/index.html", "/../etc/passwd", "/%2e%2e/etc/passwd", "//", "/CDFHH", "/CD1H",
    "/map.svg/", "/say", "", "*", "http://192.168.0.5:8123/x",
  ])
  func `there is nothing else to find`(target: String) {
    #expect(Self.status(Self.answer("GET", target)) == .notFound)
  }

  @Test func `the map is a picture for dark and for light phones`() {
    for (target, expected) in [("/map.svg", "dark"), ("/map.svg?v=1&look=light", "light")] {
      guard case .reply(let reply)? = Self.answer("GET", target) else { continue }
      #expect(reply.type == "image/svg+xml")
      #expect(String(decoding: reply.body, as: UTF8.self) == "<svg>\(expected)</svg>")
    }
    let packing = [(name: "Accept-Encoding", value: "gzip, deflate, br")]
    guard case .reply(let packed)? = Self.answer("GET", "/map.svg", packing) else { return }
    #expect(packed.body.starts(with: [0x78]))
    #expect(packed.headers.contains(.init(name: "Content-Encoding", value: "deflate")))
    let foreign = [(name: "Sec-Fetch-Site", value: "cross-site")]
    #expect(Self.status(Self.answer("GET", "/map.svg", foreign)) == .notFound)
  }

  @Test func `news go to one who has a token`() {
    #expect(Self.answer("GET", "/events?token=\(Self.token)") == .stream(Self.token))
    for target in ["/events", "/events?token=", "/events?token=1", "/events?TOKEN=\(Self.token)"] {
      #expect(Self.status(Self.answer("GET", target)) == .forbidden)
    }
    let foreign = [(name: "Sec-Fetch-Site", value: "same-site")]
    #expect(Self.status(Self.answer("GET", "/events?token=\(Self.token)", foreign)) == .forbidden)
    #expect(Self.status(Self.answer("HEAD", "/events?token=\(Self.token)")) == .forbidden)
  }

  @Test(arguments: ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get"])
  func `other methods do nothing`(method: String) {
    #expect(Self.status(Self.answer(method, "/join")) == .methodNotAllowed)
  }

  @Test func `only the page itself may post`() {
    let body = "{\"name\":\"Kim\",\"code\":\"CDFH\"}"
    #expect(Self.post("/join", body) == .join(.init(name: "Kim", code: "CDFH")))
    #expect(Self.post("/join", body, type: "application/json; charset=utf-8") != nil)
    for origin in [
      nil, "null", "http://evil.example", "https://192.168.0.5:8123", "http://192.168.0.5",
    ] {
      #expect(Self.status(Self.post("/join", body, origin: origin)) == .forbidden)
    }
    for type in [nil, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
      #expect(Self.status(Self.post("/join", body, type: type)) == .wrongType)
    }
    #expect(Self.status(Self.post("/", body)) == .notFound)
  }

  @Test func `what phones say is read`() {
    func say(_ rest: String) -> Reception.Answer? {
      Self.post("/say", "{\"token\":\"\(Self.token)\"\(rest)}")
    }
    #expect(say("") == .ask(Self.token))
    #expect(say(",\"vote\":2") == .say(.vote(2), Self.token))
    #expect(say(",\"leave\":true") == .say(.leave, Self.token))
    #expect(
      say(",\"move\":{\"heading\":45,\"length\":0.5}")
        == .say(.move(Move(heading: 45, length: 0.5)), Self.token))
    let choice = Choice(rule: "adam", settings: ["lr": 0.1], start: Place(1, -2))
    #expect(
      say(",\"choice\":{\"rule\":\"adam\",\"settings\":{\"lr\":0.1},\"start\":[1,-2]}")
        == .say(.choose(choice), Self.token))
    #expect(say(",\"choice\":{\"rule\":\"gd\"}") == .say(.choose(Choice(rule: "gd")), Self.token))
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"token\":5}", "{\"token\":\"x\"}", "null", "{\"vote\":1}",
  ])
  func `what has no token is not read`(body: String) {
    #expect(Self.status(Self.post("/say", body)) == .badRequest)
  }

  @Test(arguments: [
    "\"vote\":\"1\"", "\"vote\":1.5", "\"vote\":null", "\"leave\":1", "\"move\":{}", "\"move\":5",
    "\"move\":{\"heading\":\"0\",\"length\":1}", "\"choice\":{}",
    "\"choice\":{\"rule\":\"gd\",\"settings\":[]}",
    "\"choice\":{\"rule\":\"gd\",\"settings\":{\"lr\":\"1\"}}",
    "\"choice\":{\"rule\":\"gd\",\"start\":[1]}",
    "\"choice\":{\"rule\":\"gd\",\"start\":{}}", "\"vote\":1e300",
  ])
  func `what is of another form is not read`(rest: String) {
    #expect(Self.status(Self.post("/say", "{\"token\":\"\(Self.token)\",\(rest)}")) == .badRequest)
  }

  /// Whatever a phone says becomes a message of a student, which is what the compiler sees to; here
  /// the words of the teacher are tried all the same.
  @Test(arguments: [
    "lock", "reveal", "startRound", "endRound", "close", "remove", "ask", "standings",
  ])
  func `nobody on the network is the teacher`(word: String) {
    let said = Self.post("/say", "{\"token\":\"\(Self.token)\",\"\(word)\":true,\"teacher\":true}")
    #expect(said == .ask(Self.token))
    #expect(Self.status(Self.post("/\(word)", "{\"token\":\"\(Self.token)\"}")) == .notFound)
  }

  @Test func `an answer says that nothing of it is kept`() {
    let text = String(decoding: Reply(.notFound).bytes(), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.first == "HTTP/1.1 404 Not Found")
    for line in [
      "Connection: close", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      "Content-Length: 10", "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
      "Not Found\n",
    ] {
      #expect(lines.contains { $0 == line }, "\(line)")
    }
    #expect(!String(decoding: Reply(.ok).bytes(withBody: false), as: UTF8.self).contains("OK\n"))
  }
}

struct Unexpected: Error {}
