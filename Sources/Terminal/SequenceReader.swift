/// Tells what a terminal says by itself from what a person types, byte by byte.
///
/// A control sequence begins with ESC and comes in one piece; a person who presses Esc and then
/// another key is slower than that.
package struct SequenceReader: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    /// Bytes that are no control sequence.
    case typed([UInt8])
    /// A whole control sequence, from its ESC to its last byte.
    case sequence([UInt8])
  }

  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07
  /// The longest reply, in bytes. A longer string is not a reply.
  private static let longest = 256

  private var held: [UInt8] = []

  package init() {}

  /// What this byte completes; `nil` if more must come.
  package mutating func element(adding byte: UInt8) -> Element? {
    guard !held.isEmpty else {
      if byte != Self.escape { return .typed([byte]) }
      held = [byte]
      return nil
    }
    if held.count >= Self.longest || isInterrupted(by: byte) {
      let typed = held.count <= 2 ? held : []
      held = []
      guard let rest = element(adding: byte), case .typed(let more) = rest else {
        return typed.isEmpty ? nil : .typed(typed)
      }
      return .typed(typed + more)
    }
    held.append(byte)
    guard isComplete else { return nil }
    defer { held = [] }
    return .sequence(held)
  }

  /// To be asked when no more bytes are there: a lone ESC was a key, and so were ESC and what
  /// merely could have begun a sequence. What surely is one goes on when the rest comes.
  package mutating func release() -> [UInt8] {
    guard held.count <= 2 else { return [] }
    defer { held = [] }
    return held
  }

  /// Whether the byte cannot belong to what has begun.
  private func isInterrupted(by byte: UInt8) -> Bool {
    if held.count == 1 { return !"[P]".utf8.contains(byte) }
    guard isString else { return !(0x20...0x7E).contains(byte) }
    // Replies to questions about settings and colours begin with a digit.
    if held.count == 2 { return !(0x30...0x39).contains(byte) }
    if held.last == Self.escape { return byte != UInt8(ascii: "\\") }
    return byte < 0x20 && byte != Self.escape && !(isCommand && byte == Self.bell)
  }

  /// A string of any length up to its terminator: a reply about settings (DCS) or colours (OSC).
  private var isString: Bool { isCommand || held[1] == UInt8(ascii: "P") }

  /// An operating system command (OSC), which may end in BEL too.
  private var isCommand: Bool { held[1] == UInt8(ascii: "]") }

  private var isComplete: Bool {
    guard held.count > 2 else { return false }
    guard isString else { return (0x40...0x7E).contains(held[held.count - 1]) }
    return held.suffix(2) == [Self.escape, UInt8(ascii: "\\")]
      || isCommand && held.last == Self.bell
  }
}
