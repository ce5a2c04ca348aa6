import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// What stands in a file that a user names.
enum FileBytes {
  /// The bytes of a file, or of an example that has its name (with or without its ending).
  ///
  /// - Parameters:
  ///   - unreadable, missing: what is said of a file that cannot be read, and of none.
  ///   - limit: what is read at most, and what is said of a file that is longer.
  static func read(
    _ file: String, orExample kind: Example.Kind, unreadable: Text, missing: Text,
    limit: (count: Int, text: Text)? = nil
  ) throws(Fault) -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if Shelf.isFile(file) { throw Fault(.file(file), unreadable) }
      if let example = Example.named(file, kind) { return example.bytes() }
      throw Fault.noFile(file, missing, samples: Example.all(kind).map(\.file))
    }
    defer { close(descriptor) }
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(.file(file), unreadable) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      if let limit, bytes.count > limit.count {
        throw Fault(.file(file), limit.text, ["limit": "\(limit.count >> 20)"])
      }
    }
  }
}
