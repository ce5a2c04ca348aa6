#if canImport(Glibc)
  import Glibc
#endif

/// Korean text as Korean Windows saves it: CP949, also called UHC, which contains EUC-KR.
enum CP949 {
  /// Whether bytes that are no UTF-8 can only be Korean: ASCII and pairs of bytes of which at least
  /// three quarters are Hangul syllables of KS X 1001, the 2350 that Korean is written with.
  ///
  /// Single letters with accents of Windows-1252 make pairs too, but not of these.
  static func isEvident(in bytes: [UInt8]) -> Bool {
    var (pairs, syllables, place) = (0, 0, 0)
    while place < bytes.count {
      let lead = bytes[place]
      place += 1
      if lead < 0x80 { continue }
      guard place < bytes.count, 0x81...0xFE ~= lead, isTrail(bytes[place]) else { return false }
      pairs += 1
      if 0xB0...0xC8 ~= lead, 0xA1...0xFE ~= bytes[place] { syllables += 1 }
      place += 1
    }
    return pairs > 0 && 4 * syllables >= 3 * pairs
  }

  private static func isTrail(_ byte: UInt8) -> Bool {
    0x41...0x5A ~= byte || 0x61...0x7A ~= byte || 0x81...0xFE ~= byte
  }

  /// As UTF-8, by the C library's converter; `nil` where it has none for CP949, or where the bytes
  /// are no CP949.
  static func utf8(of bytes: [UInt8]) -> [UInt8]? {
    #if canImport(Glibc)
      // What iconv_open answers if it has no such converter.
      let none = iconv_t(bitPattern: -1)
      guard let converter = iconv_open("UTF-8", "CP949"), converter != none else { return nil }
      defer { iconv_close(converter) }
      var source = bytes.map { CChar(bitPattern: $0) }
      // Two bytes of CP949 are at most three of UTF-8.
      var target = [CChar](repeating: 0, count: 2 * bytes.count + 1)
      let (sourceCount, targetCount) = (source.count, target.count)
      let written = source.withUnsafeMutableBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target -> Int? in
          var (from, to) = (source.baseAddress, target.baseAddress)
          var (left, room) = (sourceCount, targetCount)
          let failed = iconv(converter, &from, &left, &to, &room) == -1
          return failed || left > 0 ? nil : targetCount - room
        }
      }
      return written.map { count in target[..<count].map { UInt8(bitPattern: $0) } }
    #else
      return nil
    #endif
  }
}
