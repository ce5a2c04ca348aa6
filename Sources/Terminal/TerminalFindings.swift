package import Drawing

/// What the user wants of a terminal; `nil` is to be found out.
package struct TerminalWishes: Hashable, Sendable {
  package var colors: ColorDepth?
  package var glyphs: GlyphSet?
  package var ambiguous = AmbiguousWidth.auto
  /// Whether the user said that colours, widths are to be found out, even over a slow line.
  package var insistsOnColor = false
  package var insistsOnWidth = false

  package init() {}
}

/// What is known about a terminal before curses starts on it.
package struct TerminalFindings: Hashable, Sendable {
  package private(set) var colors: ColorDecision
  package private(set) var glyphs: GlyphDecision
  /// What was asked, if anything had to be.
  package let questions: TerminalQuestions
  /// Bytes typed while the terminal was being asked.
  package private(set) var typed: [UInt8] = []

  /// Asks what nothing else decides, once.
  package init(
    _ wishes: TerminalWishes, environment: [String: String], description: TerminalDescription?,
    isUnicode: Bool, asking: (TerminalQuestions) -> TerminalReplies
  ) {
    func glyphs(_ column: Int?) -> GlyphDecision {
      GlyphDecision(
        choice: wishes.glyphs, ambiguous: wishes.ambiguous, isUnicode: isUnicode,
        environment: environment, column: column)
    }
    colors = ColorDecision(
      choice: wishes.colors, environment: environment, description: description)
    self.glyphs = glyphs(nil)
    questions = TerminalQuestions(
      colors: colors, glyphs: self.glyphs, environment: environment,
      insists: (wishes.insistsOnColor, wishes.insistsOnWidth))
    guard !questions.isEmpty else { return }
    let replies = asking(questions)
    if replies.keepsColor == true { colors = ColorDecision(depth: .trueColor, reason: .answered) }
    self.glyphs = glyphs(replies.cursorColumn)
    typed = replies.typed
  }
}
