package import Drawing

/// What a terminal has answered so far.
package struct TerminalReplies: Hashable, Sendable {
  /// Where the cursor was said to be after one character from the left, from 1: 2 or 3; `nil` if it
  /// was not said.
  package private(set) var cursorColumn: Int?
  /// Whether the terminal keeps 24-bit colours as they are; `nil` if it does not tell.
  package private(set) var keepsColor: Bool?
  /// The colour of its background; `nil` if it does not tell.
  package private(set) var background: Color?
  /// The name and version that it gives itself, as `kitty(0.26.5)`.
  package private(set) var name: String?
  /// It has understood a question of the kitty graphics protocol.
  package private(set) var knowsKittyGraphics = false
  /// It has said that it shows sixel pictures.
  package private(set) var knowsSixel = false
  /// The pixels of a cell.
  package private(set) var cell: CellPixels?
  /// The largest sixel picture it takes, in pixels.
  package private(set) var largestSixel: Size?
  /// The answer that every terminal gives and that was asked for last has come.
  package private(set) var isComplete = false

  private var reader = SequenceReader()

  package init() {}

  /// Takes in bytes as they come, torn anywhere; what is no answer is dropped.
  package mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if case .sequence(let sequence) = reader.element(adding: byte) { take(sequence: sequence) }
    }
  }

  /// Takes in a whole control sequence, if it is an answer.
  package mutating func take(sequence: [UInt8]) {
    guard sequence.count > 2 else { return }
    let text = String(decoding: sequence.dropFirst(2), as: UTF8.self)
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    switch (sequence[1], sequence[sequence.count - 1]) {
    case (UInt8(ascii: "P"), _) where text.hasPrefix(">|"):
      name = String(text.dropFirst(2).prefix { $0 != "\u{1B}" })
    case (UInt8(ascii: "_"), _):
      if text.hasPrefix("Gi=\(TerminalQuestions.trialImage);OK") { knowsKittyGraphics = true }
    case (UInt8(ascii: "["), UInt8(ascii: "t")):
      if numbers.count == 3, numbers[0] == 6 {
        cell = CellPixels(width: numbers[2], height: numbers[1])
      }
    case (UInt8(ascii: "["), UInt8(ascii: "S")):
      if numbers.count == 4, numbers[0] == 2, numbers[1] == 0 {
        largestSixel = Size(numbers[2], numbers[3])
      }
    case (UInt8(ascii: "P"), _):
      // "1$r0;48:2::1:2:3m", with one empty place or none between the 2 and the colour.
      let color = TerminalQuestions.trialColor
      keepsColor = text.hasPrefix("1$r") && Array(numbers.suffix(5)) == [48, 2] + color
    case (UInt8(ascii: "]"), _):
      if text.hasPrefix("11;") { background = Color(report: text.dropFirst(3)) }
    case (_, UInt8(ascii: "R")):
      // After one character; anything else answers somebody else's question.
      if numbers.count == 2, 2...3 ~= numbers[1] { cursorColumn = numbers[1] }
    case (_, UInt8(ascii: "c")):
      if text.hasPrefix("?") {
        isComplete = true
        // The first number is a class of terminals.
        knowsSixel = numbers.dropFirst().contains(4)
      }
    default: break
    }
  }
}

extension Color {
  /// A colour as terminals report theirs: `rgb:f/f/f`, `rgb:ffff/ffff/ffff`, `rgba:` likewise with
  /// one part more, or `#ffffff`.
  fileprivate init?(report: Substring) {
    // Up to the end of the string: BEL, or ESC and a backslash.
    let text = report.prefix { $0 != "\u{7}" && $0 != "\u{1B}" }
    if text.hasPrefix("#") {
      self.init(hex: String(text))
      return
    }
    guard text.hasPrefix("rgb:") || text.hasPrefix("rgba:") else { return nil }
    let channels = text.drop { $0 != ":" }.dropFirst()
      .split(separator: "/", omittingEmptySubsequences: false).map(Self.channel)
    guard channels.count >= 3, let red = channels[0], let green = channels[1],
      let blue = channels[2]
    else { return nil }
    self.init(red: red, green: green, blue: blue)
  }

  /// One to four hexadecimal digits, of which the largest means full light.
  private static func channel(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    let most = (1 << (4 * digits.count)) - 1
    return UInt8((value * 255 + most / 2) / most)
  }
}
