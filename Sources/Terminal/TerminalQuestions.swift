import Drawing

/// What has to be asked of a terminal because nothing else tells, as one string of bytes.
package struct TerminalQuestions: Hashable, Sendable {
  /// Whether it keeps 24-bit colours.
  package let asksColor: Bool
  /// How wide it draws characters of ambiguous East Asian width.
  package let asksWidth: Bool
  /// Which colour its background has.
  package let asksBackground: Bool
  /// Whether it shows pictures, and how.
  package let asksPixels: Bool

  /// How long a terminal is waited for where that must be, over slow lines too.
  static let deadline = Duration.milliseconds(500)
  /// How long after asking an answer may still be on its way. A program that ends sooner waits for
  /// it, or the shell would take it for keys; the slowest lines take as long.
  static let lifetime = Duration.seconds(2)

  package init(
    asksColor: Bool, asksWidth: Bool, asksBackground: Bool, asksPixels: Bool = false
  ) {
    self.asksColor = asksColor
    self.asksWidth = asksWidth
    self.asksBackground = asksBackground
    self.asksPixels = asksPixels
  }

  /// Decides what is worth a question.
  ///
  /// Nothing on the Linux console, which knows few sequences, and in screen; tmux hands on the
  /// background at most.
  ///
  /// - Parameters:
  ///   - colors: what is known about colours; only a guess from the terminal description is asked
  ///     about.
  ///   - glyphs: what is known about glyphs; likewise.
  ///   - entry: what curses is to be started with; only our own entries can show other colours
  ///     later.
  ///   - wishes: what anything depends on.
  init(
    colors: ColorDecision, glyphs: GlyphDecision, entry: TerminalEntry?, _ wishes: TerminalWishes,
    environment: [String: String]
  ) {
    let term = environment["TERM"] ?? ""
    let inTmux = environment.has("TMUX") || term.hasPrefix("tmux")
    let inScreen = !inTmux && (environment.has("STY") || term.hasPrefix("screen"))
    let answers = entry != nil && !term.isEmpty && term != "linux" && !inScreen
    asksColor =
      answers && !inTmux && colors.reason == .describedCount && colors.depth != .mono
      && entry != .system
    asksWidth = answers && !inTmux && glyphs.reason == .usual
    asksBackground = answers && wishes.needsBackground && colors.depth != .mono
    // A multiplexer draws anew what it believes to be on the screen, and knows of no picture.
    asksPixels =
      answers && !inTmux && wishes.pixels != .off && entry != .system
      && (colors.depth == .trueColor || asksColor) && glyphs.set == .full
  }

  package var isEmpty: Bool { !asksColor && !asksWidth && !asksBackground && !asksPixels }

  /// The colour that is set and asked back; no palette has it.
  static let trialColor = [1, 2, 3]

  /// The number of the picture of one pixel that is offered and not shown.
  static let trialImage = 31

  /// How many pixels a cell has.
  static let cellPixels = "\u{1B}[16t"

  private static let pixels =
    "\u{1B}_Gi=\(trialImage),s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}[>q" + cellPixels
    + "\u{1B}[?2;1;0S"

  /// Every terminal answers the last question, and answers come in order. The row of the cursor is
  /// left empty.
  package var bytes: String {
    let color = Self.trialColor.map { ";\($0)" }.joined()
    return (asksColor ? "\u{1B}[48;2\(color)m\u{1B}P$qm\u{1B}\\\u{1B}[m" : "")
      + (asksBackground ? "\u{1B}]11;?\u{1B}\\" : "")
      + (asksPixels ? Self.pixels : "")
      + (asksWidth ? "\r▄\u{1B}[6n\r\u{1B}[K" : "") + "\u{1B}[c"
  }
}

extension [String: String] {
  /// The locale of characters: the first of these that is set decides, as for any program.
  package var characterLocale: String {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { self[$0] }.first { !$0.isEmpty } ?? ""
  }
}
