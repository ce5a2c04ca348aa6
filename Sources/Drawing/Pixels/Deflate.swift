import CZlib

/// Packs bytes as a zlib stream (RFC 1950, 1951).
package enum Deflate {
  /// How hard to look for repetitions.
  package enum Effort: Int32, Sendable {
    /// For what is drawn once: smaller.
    case thorough = 6
    /// For every frame: faster.
    case quick = 1
  }

  package static func packed(_ bytes: [UInt8], _ effort: Effort) -> [UInt8] {
    let bound = Int(compressBound(uLong(bytes.count)))
    return Array(unsafeUninitializedCapacity: bound) { buffer, initialized in
      var length = uLongf(bound)
      let result = compress2(
        buffer.baseAddress, &length, bytes, uLong(bytes.count), effort.rawValue)
      precondition(result == Z_OK, "there is room for whatever zlib makes of these bytes")
      initialized = Int(length)
    }
  }
}
