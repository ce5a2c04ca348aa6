package import Drawing

/// Text in 24-bit colours for a terminal that is written to line by line, as lists are.
package struct ColoredText: Sendable {
  /// The text with its control sequences; colours end with it.
  package private(set) var text = ""

  package init() {}

  package mutating func add(_ words: String, ink: Color? = nil, paper: Color? = nil) {
    let codes = [ink.map { "38;2;\($0.channels)" }, paper.map { "48;2;\($0.channels)" }]
      .compactMap { $0 }.joined(separator: ";")
    text += codes.isEmpty ? words : "\u{1B}[\(codes)m\(words)\u{1B}[0m"
  }
}

extension Color {
  fileprivate var channels: String { "\(red);\(green);\(blue)" }
}
