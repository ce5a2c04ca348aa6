import Drawing

/// What a browser asks for.
package struct Request: Hashable, Sendable {
  package var method: String
  /// The target's path, and its query by names.
  package let path: String
  package let query: [String: String]
  /// By names in lower case.
  package let headers: [String: String]
  package var body: [UInt8] = []

  /// - Parameter target: the path with its query. What is spelt with `%` is none of ours and stays.
  /// - Returns: `nil` if a header is there twice that may be there only once.
  package init?(method: String, target: String, headers: [(name: String, value: String)]) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    var query: [String: String] = [:]
    for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2 { query[String(halves[0])] = String(halves[1]) }
    }
    self.query = query
    var byName: [String: String] = [:]
    for (name, value) in headers {
      let name = name.lowercased()
      if byName[name] != nil, Self.single.contains(name) { return nil }
      byName[name] = value
    }
    self.headers = byName
  }

  private static let single: Set<String> = ["host", "origin", "content-type", "content-length"]
}

/// What a browser is answered.
package struct Reply: Hashable, Sendable {
  package let status: Status
  package var type = "text/plain; charset=utf-8"
  package var body: [UInt8] = []
  /// What else is said of it.
  package var headers: [Header] = []

  package struct Header: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  package enum Status: Int, Sendable {
    case ok = 200, noContent = 204
    case badRequest = 400, forbidden = 403, notFound = 404, methodNotAllowed = 405
    case timeout = 408, conflict = 409, tooLarge = 413, wrongType = 415, misdirected = 421
    case tooMany = 429, headTooLarge = 431

    package var reason: String {
      switch self {
      case .ok: "OK"
      case .noContent: "No Content"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .timeout: "Request Timeout"
      case .conflict: "Conflict"
      case .tooLarge: "Content Too Large"
      case .wrongType: "Unsupported Media Type"
      case .misdirected: "Misdirected Request"
      case .tooMany: "Too Many Requests"
      case .headTooLarge: "Request Header Fields Too Large"
      }
    }
  }

  package init(
    _ status: Status, type: String = "text/plain; charset=utf-8", body: [UInt8]? = nil,
    headers: [Header] = []
  ) {
    self.status = status
    self.type = type
    self.headers = headers
    self.body = body ?? (status == .noContent ? [] : Array((status.reason + "\n").utf8))
  }

  /// The same answer with its body as a zlib stream, which HTTP calls `deflate` (RFC 9110,
  /// 8.4.1.2).
  package var packed: Reply {
    Reply(
      status, type: type, body: Deflate.packed(body, .thorough),
      headers: headers + [.init(name: "Content-Encoding", value: "deflate")])
  }

  /// What every answer says: nothing of it is kept, framed, guessed at or told to other sites, and
  /// the connection ends with it.
  private static let always = [
    "Connection: close", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
    "X-Frame-Options: DENY", "Referrer-Policy: no-referrer",
    "Cross-Origin-Resource-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
  ]
  private static let closed = "default-src 'none'; frame-ancestors 'none'"

  /// The answer as it goes to the browser.
  package func bytes(withBody: Bool = true) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status.rawValue) \(status.reason)"]
    if status != .noContent {
      lines += ["Content-Type: \(type)", "Content-Length: \(body.count)"]
    }
    lines += Self.always + headers.map { "\($0.name): \($0.value)" }
    if !headers.contains(where: { $0.name == "Content-Security-Policy" }) {
      lines.append("Content-Security-Policy: \(Self.closed)")
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (withBody ? body : [])
  }

  /// What goes before a stream of events that ends with its connection.
  package static let streamHead = Array(
    ((["HTTP/1.1 200 OK", "Content-Type: text/event-stream; charset=utf-8"] + always
      + ["Content-Security-Policy: \(closed)"]).joined(separator: "\r\n")
      + "\r\n\r\nretry: 1500\n\n").utf8)
}
