/// What a terminal has answered so far, and what a person typed meanwhile.
package struct TerminalReplies: Hashable, Sendable {
  /// Where the cursor was said to be, from 1; `nil` if it was not said.
  package private(set) var cursorColumn: Int?
  /// Whether the terminal keeps 24-bit colours as they are; `nil` if it does not tell.
  package private(set) var keepsColor: Bool?
  /// The answer that every terminal gives and that was asked for last has come.
  package private(set) var isComplete = false
  /// Bytes that were no answers, control sequences of keys among them.
  package private(set) var typed: [UInt8] = []

  private var reader = SequenceReader()

  package init() {}

  /// Takes in bytes as they come, torn anywhere.
  package mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch reader.element(adding: byte) {
      case .typed(let bytes): typed += bytes
      case .sequence(let bytes): if !isReply(bytes) { typed += bytes }
      case nil: break
      }
    }
  }

  /// To be asked when no more is waited for: a key that looked like the beginning of an answer.
  package mutating func finish() { typed += reader.release() }

  /// Takes a reply in; `false` if the sequence is none.
  private mutating func isReply(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    switch (bytes[1], bytes[bytes.count - 1]) {
    case (UInt8(ascii: "P"), _):
      // "1$r0;48:2::1:2:3m", with one empty place or none between the 2 and the colour.
      let color = TerminalQuestions.trialColor
      keepsColor = text.hasPrefix("1$r") && Array(numbers.suffix(5)) == [48, 2] + color
    case (_, UInt8(ascii: "R")):
      guard numbers.count == 2 else { return false }
      cursorColumn = numbers[1]
    case (_, UInt8(ascii: "c")):
      guard text.hasPrefix("?") else { return false }
      isComplete = true
    default: return false
    }
    return true
  }
}
