#if canImport(Glibc)
  import Glibc
#endif

/// Standard input line by line, from a keyboard, a pipe or a file.
final class TypedLines {
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// The next line without its end; `nil` when there is none and never will be.
  func next() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = bytes[..<end]
        bytes.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
      }
      if isAtEnd {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      }
      fill()
    }
  }

  enum Waiting {
    case line(String)
    /// No line has come in that time.
    case nothing
    case end
  }

  /// The next line, if it begins to come in that time.
  func next(withinMilliseconds time: Int32) -> Waiting {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    if bytes.isEmpty, !isAtEnd, poll(&input, 1, time) <= 0 { return .nothing }
    return next().map { .line($0) } ?? .end
  }

  /// Whether it is known that nothing more will come; a keyboard is not waited for.
  var hasEnded: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    if bytes.isEmpty, !isAtEnd, poll(&input, 1, 0) > 0 { fill() }
    return bytes.isEmpty && isAtEnd
  }

  private func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count > 0 {
      bytes += chunk[..<count]
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }
}
