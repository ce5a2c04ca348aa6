import CEmbedded

/// A file that is part of the program, by its path within its floor: `Lessons/Course/map.toml`.
///
/// - Precondition: `CEmbedded.c` names it.
package func embeddedFile(_ path: String) -> [UInt8] {
  let file = embedded_bytes(path)
  guard let bytes = file.bytes else { preconditionFailure("no \(path) in CEmbedded.c") }
  return Array(UnsafeBufferPointer(start: bytes, count: file.count))
}
