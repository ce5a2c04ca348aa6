package import Drawing

#if canImport(Glibc)
  import Glibc
#endif

/// Text in the colours of a terminal that is written to line by line, as lists are.
package struct ColoredText: Sendable {
  /// The text with its control sequences; colours end with it.
  package private(set) var text = ""
  private let depth: ColorDepth
  private var palette: Palette?

  package init(_ depth: ColorDepth) {
    self.depth = depth
    palette = Palette(depth)
  }

  package mutating func add(_ words: String, ink: Color? = nil, paper: Color? = nil) {
    let codes = codes(ink, paper)
    text += codes.isEmpty ? words : "\u{1B}[\(codes)m\(words)\u{1B}[0m"
  }

  private mutating func codes(_ ink: Color?, _ paper: Color?) -> String {
    guard depth != .mono else { return "" }
    guard palette != nil else {
      return [ink.map { "38;2;\($0.channels)" }, paper.map { "48;2;\($0.channels)" }]
        .compactMap { $0 }.joined(separator: ";")
    }
    let paperIndex = paper.flatMap { palette?.nearest(to: $0) }
    var inkIndex = ink.flatMap { palette?.nearest(to: $0) }
    if let paperIndex, inkIndex == paperIndex { inkIndex = palette?.contrast(to: paperIndex) }
    return [inkIndex.map { code($0, 30) }, paperIndex.map { code($0, 40) }]
      .compactMap { $0 }.joined(separator: ";")
  }

  /// - Parameter base: 30 for ink, 40 for paper.
  private func code(_ index: Int, _ base: Int) -> String {
    if depth == .colors256 { return "\(base + 8);5;\(index)" }
    return "\(index < 8 ? base + index : base + 60 + index - 8)"
  }
}

extension ColorDepth {
  /// What standard output shows, as far as can be told without asking it; nothing if it is no
  /// terminal.
  ///
  /// - Parameter choice: what the user asked for.
  package static func ofOutput(choice: ColorDepth?) -> ColorDepth {
    guard isatty(STDOUT_FILENO) == 1 else { return .mono }
    let environment = TerminalSession.environment()
    let description = TerminalSession.description(of: environment["TERM"] ?? "", STDOUT_FILENO)
    return ColorDecision(choice: choice, environment: environment, description: description).depth
  }
}

extension Color {
  /// As control sequences have it.
  var channels: String { "\(red);\(green);\(blue)" }
}
