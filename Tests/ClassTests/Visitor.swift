#if canImport(Glibc)
  import Glibc
#endif

/// A plain connection to a class on this machine. It reads until the other side closes, or until
/// what it waits for is there.
final class Visitor {
  private let descriptor: Int32
  private(set) var heard: [UInt8] = []

  /// How long it waits for a byte before a test fails, in seconds.
  private static let patience = 20

  init(port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var wait = timeval(tv_sec: Self.patience, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { Glibc.close(descriptor) }

  @discardableResult
  func say(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  var text: String { String(decoding: heard, as: UTF8.self) }

  func forget() { heard = [] }

  /// - Returns: whether the text has come.
  func hears(_ text: String) -> Bool {
    while !self.text.contains(text) { guard readMore() else { return false } }
    return true
  }

  /// All that comes until the connection is closed; `nil` if it is not.
  func rest() -> String? {
    while true {
      let count = read()
      if count == 0 { return text }
      // Who is cut off has heard all that there was.
      if count < 0 { return errno == ECONNRESET ? text : nil }
    }
  }

  private func readMore() -> Bool { read() > 0 }

  private func read() -> Int {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count > 0 { heard += buffer[..<count] }
    return count
  }
}
