package import Drawing

/// What the user wants of a terminal; `nil` is to be found out.
package struct TerminalWishes: Hashable, Sendable {
  package var colors: ColorDepth?
  package var glyphs: GlyphSet?
  package var ambiguous = AmbiguousWidth.auto
  /// Whether it matters how light the background is.
  package var needsBackground = false

  package init() {}
}

/// What is known about a terminal: at first without a question, and then from what it answers.
package struct TerminalFindings: Hashable, Sendable {
  package private(set) var colors: ColorDecision
  package private(set) var glyphs: GlyphDecision
  package private(set) var background: BackgroundDecision
  /// The terminfo entry to start curses with; `nil` if none fits.
  package let entry: TerminalEntry?
  /// What is worth asking.
  package let questions: TerminalQuestions

  package init(
    _ wishes: TerminalWishes, environment: [String: String], description: TerminalDescription?,
    isUnicode: Bool
  ) {
    colors = ColorDecision(
      choice: wishes.colors, environment: environment, description: description)
    glyphs = GlyphDecision(
      choice: wishes.glyphs, ambiguous: wishes.ambiguous, isUnicode: isUnicode,
      environment: environment)
    background = BackgroundDecision(environment: environment)
    entry = TerminalEntry(for: colors.depth, environment: environment, description: description)
    questions = TerminalQuestions(
      colors: colors, glyphs: glyphs, entry: entry, needsBackground: wishes.needsBackground,
      environment: environment)
  }

  /// The findings of a terminal that shows all glyphs in 24-bit colours.
  package static let everything: TerminalFindings = {
    var wishes = TerminalWishes()
    (wishes.colors, wishes.glyphs) = (.trueColor, .full)
    return TerminalFindings(wishes, environment: [:], description: nil, isUnicode: true)
  }()

  /// Takes in what the terminal has answered so far.
  package mutating func take(_ replies: TerminalReplies) {
    if questions.asksColor, replies.keepsColor == true {
      colors = ColorDecision(depth: .trueColor, reason: .answered)
    }
    if questions.asksWidth, let column = replies.cursorColumn {
      glyphs = GlyphDecision(answer: column)
    }
    if questions.asksBackground, let color = replies.background {
      background = BackgroundDecision(answer: color)
    }
  }
}
