/// What has to be asked of a terminal because nothing else tells, as one string of bytes.
package struct TerminalQuestions: Hashable, Sendable {
  /// Whether it keeps 24-bit colours.
  package let asksColor: Bool
  /// How wide it draws characters of ambiguous East Asian width.
  package let asksWidth: Bool

  package init(asksColor: Bool, asksWidth: Bool) {
    self.asksColor = asksColor
    self.asksWidth = asksWidth
  }

  /// Decides what is worth a question.
  ///
  /// Not over ssh, where an answer takes long, unless the user asked to find out; not inside tmux
  /// and screen, which answer for themselves; not on the Linux console, which knows few sequences.
  ///
  /// - Parameters:
  ///   - colors: what is known about colours; only a guess from the terminal description is asked
  ///     about.
  ///   - glyphs: what is known about glyphs; likewise. Without a wish to find out, only in locales
  ///     where terminals are set up for wide characters.
  ///   - insists: the user asked to find out colours, widths.
  package init(
    colors: ColorDecision, glyphs: GlyphDecision, environment: [String: String],
    insists: (color: Bool, width: Bool) = (false, false)
  ) {
    let term = environment["TERM"] ?? ""
    let answers =
      !term.isEmpty && term != "linux" && !environment.has("TMUX") && !environment.has("STY")
      && !term.hasPrefix("tmux") && !term.hasPrefix("screen")
    let isFar = environment.has("SSH_TTY") || environment.has("SSH_CONNECTION")
    let language = environment.characterLocale.prefix { $0 != "_" && $0 != "." }
    asksColor =
      answers && colors.reason == .describedCount && colors.depth != .mono
      && (!isFar || insists.color)
    asksWidth =
      answers && glyphs.reason == .usual
      && (insists.width || (!isFar && ["ko", "ja", "zh"].contains(language)))
  }

  package var isEmpty: Bool { !asksColor && !asksWidth }

  /// The colour that is set and asked back; no palette has it.
  static let trialColor = [1, 2, 3]

  /// Every terminal answers the last question, and answers come in order.
  package var bytes: String {
    let color = Self.trialColor.map { ";\($0)" }.joined()
    return (asksColor ? "\u{1B}[48;2\(color)m\u{1B}P$qm\u{1B}\\\u{1B}[m" : "")
      + (asksWidth ? "\r▄\u{1B}[6n\r\u{1B}[K" : "") + "\u{1B}[c"
  }
}

extension [String: String] {
  /// The locale of characters: the first of these that is set decides, as for any program.
  package var characterLocale: String {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { self[$0] }.first { !$0.isEmpty } ?? ""
  }
}
