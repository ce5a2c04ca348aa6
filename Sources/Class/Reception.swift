package import Room

/// What is answered to whom: every rule of the class's pages, without a network.
package struct Reception: Sendable {
  /// What is done about a request.
  package enum Answer: Hashable, Sendable {
    case reply(Reply)
    /// News go to a seat's phone from now on.
    case stream(Token)
    /// Somebody wants a seat.
    case join(Saying.Joining)
    case say(PhoneMessage, Token)
    /// Whether there is such a seat.
    case ask(Token)
  }

  /// The names by which the class may be addressed, with the port. A page of another site that has
  /// its own name lead here (DNS rebinding) says its own name.
  package let hosts: Set<String>
  let page: PhonePage
  package var map = ClassMap()

  /// - Parameter address: the address listened to, as numbers.
  package init(address: String, port: Int, page: PhonePage) {
    var names = [address.contains(":") ? "[\(address)]" : address]
    if address == "127.0.0.1" || address == "::1" { names.append("localhost") }
    hosts = Set(names.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] })
    self.page = page
  }

  /// - Parameter nonce: a new one for every page.
  package func answer(_ request: Request, nonce: String) -> Answer {
    guard let host = request.headers["host"], hosts.contains(host.lowercased()) else {
      return .reply(Reply(.misdirected))
    }
    switch request.method {
    case "GET", "HEAD": return look(request, nonce: nonce)
    case "POST": return hear(request)
    default:
      return .reply(
        Reply(.methodNotAllowed, headers: [.init(name: "Allow", value: "GET, HEAD, POST")]))
    }
  }

  private func look(_ request: Request, nonce: String) -> Answer {
    switch request.path {
    case "/map.svg":
      // Read as a picture, never as a page: another site may not even show it.
      let picture = request.query["look"] == "light" ? map.light : map.dark
      guard let picture, isOwn(request) else { return .reply(Reply(.notFound)) }
      return .reply(takesPacked(request) ? picture.packed : picture.plain)
    case "/events":
      guard request.method == "GET", isOwn(request),
        let token = request.query["token"].flatMap({ Token($0) })
      else { return .reply(Reply(.forbidden)) }
      return .stream(token)
    case let path where path == "/" || Self.mayBeCode(path.dropFirst()):
      let reply = page.reply(languages: request.headers["accept-language"], nonce: nonce)
      return .reply(takesPacked(request) ? reply.packed : reply)
    default:
      return .reply(Reply(.notFound))
    }
  }

  /// Whether the page itself asks, as far as the browser tells.
  private func isOwn(_ request: Request) -> Bool {
    guard let site = request.headers["sec-fetch-site"] else { return true }
    return site == "same-origin" || site == "none"
  }

  private func takesPacked(_ request: Request) -> Bool {
    request.headers["accept-encoding"]?.split(separator: ",").contains {
      $0.filter { $0 != " " } == "deflate"
    } ?? false
  }

  /// The room code may stand in the address that the wall shows.
  private static func mayBeCode(_ text: Substring) -> Bool {
    text.utf8.count == RoomCode.length
      && text.utf8.allSatisfy { 0x41...0x5A ~= $0 & ~0x20 }
  }

  private func hear(_ request: Request) -> Answer {
    // A browser says whose page posts, and lets no page of another site say `application/json`.
    guard let origin = request.headers["origin"]?.lowercased(),
      hosts.contains(where: { "http://" + $0 == origin })
    else { return .reply(Reply(.forbidden)) }
    let type = request.headers["content-type"]?.lowercased().prefix { $0 != ";" && $0 != " " }
    guard type == "application/json" else { return .reply(Reply(.wrongType)) }
    switch request.path {
    case "/join":
      guard let joining = Saying.joining(request.body) else { return .reply(.refusal(.unreadable)) }
      return .join(joining)
    case "/say":
      guard let (token, message) = Saying.message(request.body) else {
        return .reply(.refusal(.unreadable))
      }
      return message.map { .say($0, token) } ?? .ask(token)
    default:
      return .reply(Reply(.notFound))
    }
  }
}

extension Reply {
  /// What the page reads if something that was said has no effect.
  package static func refusal(_ refusal: Refusal) -> Reply {
    let status: Status =
      switch refusal {
      case .unreadable: .badRequest
      case .unknownSeat, .wrongCode: .forbidden
      case .tooOften: .tooMany
      default: .conflict
      }
    let json: JSON = ["refused": JSON(refusal.rawValue)]
    return Reply(status, type: "application/json", body: Array(json.text.utf8))
  }

  package static func seated(_ token: Token) -> Reply {
    let json: JSON = ["token": JSON(token.description)]
    return Reply(.ok, type: "application/json", body: Array(json.text.utf8))
  }
}
