/// Tells what a terminal says by itself from what a person types, byte by byte.
///
/// A control sequence (ECMA-48) begins with ESC and comes in one piece; a person who presses Esc
/// and then another key is slower than that. Strings (DCS, SOS, OSC, PM, APC) reach to their end,
/// whether anybody knows what they say or not.
package struct SequenceReader: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    /// Bytes that are no control sequence.
    case typed([UInt8])
    /// A whole control sequence, from its ESC to its last byte; of a long one the beginning.
    case sequence([UInt8])
  }

  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07
  private static let cancellations: [UInt8] = [0x18, 0x1A]
  /// What follows ESC in a control sequence (CSI, SS3) and in a string (DCS, SOS, OSC, PM, APC).
  private static let sequences = Array("[O".utf8)
  private static let strings = Array("PX]^_".utf8)
  /// Bytes that are kept: no answer to a question of ours is longer.
  private static let kept = 256
  /// Bytes after which a string was none.
  private static let longest = 1 << 16

  /// The first bytes of the sequence that has begun; empty if none has.
  private var held: [UInt8] = []
  /// How many bytes it has so far, and the latest of them.
  private var count = 0
  private var latest: UInt8 = 0

  package init() {}

  /// Whether a sequence has begun and not ended.
  package var isOpen: Bool { count > 0 }

  /// Whether what has begun may be keys yet: ESC alone, or ESC and what could begin a sequence.
  package var mayBeKeys: Bool { count == 1 || count == 2 }

  /// Whether it is ESC and no more.
  package var isLoneEscape: Bool { count == 1 }

  /// What this byte completes; `nil` if more must come.
  package mutating func element(adding byte: UInt8) -> Element? {
    switch count {
    case 0:
      if byte != Self.escape { return .typed([byte]) }
      hold(byte)
      return nil
    case 1:
      guard Self.sequences.contains(byte) || Self.strings.contains(byte) else {
        return giveUp(at: byte)
      }
      hold(byte)
      return nil
    default: return Self.strings.contains(held[1]) ? goOnInString(byte) : goOn(byte)
    }
  }

  /// To be asked when no more bytes are there: what may be keys was keys.
  package mutating func release() -> [UInt8] {
    guard mayBeKeys else { return [] }
    defer { drop() }
    return held
  }

  /// Forgets what has begun.
  package mutating func drop() {
    held = []
    count = 0
  }

  /// In a control sequence: parameters and then one last byte. Of a mouse's first protocol three
  /// bytes of any kind follow it.
  private mutating func goOn(_ byte: UInt8) -> Element? {
    if held.starts(with: MouseReport.firstProtocol) {
      hold(byte)
      guard count == MouseReport.firstProtocol.count + 3 else { return nil }
      defer { drop() }
      return .sequence(held)
    }
    guard (0x20...0x7E).contains(byte), count < Self.kept else { return giveUp(at: byte) }
    hold(byte)
    guard byte >= 0x40, held != MouseReport.firstProtocol else { return nil }
    defer { drop() }
    return .sequence(held)
  }

  /// In a string: anything up to its terminator, ESC and a backslash, and BEL too after OSC.
  private mutating func goOnInString(_ byte: UInt8) -> Element? {
    if latest == Self.escape, byte != UInt8(ascii: "\\") {
      // Broken off: another sequence has begun.
      drop()
      hold(Self.escape)
      return element(adding: byte)
    }
    if Self.cancellations.contains(byte) || count >= Self.longest {
      drop()
      return nil
    }
    let isEnd = latest == Self.escape || byte == Self.bell && held[1] == UInt8(ascii: "]")
    hold(byte)
    guard isEnd else { return nil }
    defer { drop() }
    return .sequence(held)
  }

  /// The byte cannot belong to what has begun, which was keys or nothing.
  private mutating func giveUp(at byte: UInt8) -> Element? {
    let typed = release()
    drop()
    guard case .typed(let more) = element(adding: byte) else {
      return typed.isEmpty ? nil : .typed(typed)
    }
    return .typed(typed + more)
  }

  private mutating func hold(_ byte: UInt8) {
    if held.count < Self.kept { held.append(byte) }
    count += 1
    latest = byte
  }
}
