package import Drawing

/// What the user wants of a terminal; `nil` is to be found out.
package struct TerminalWishes: Hashable, Sendable {
  package var colors: ColorDepth?
  package var glyphs: GlyphSet?
  package var ambiguous = AmbiguousWidth.auto
  /// Whether it matters how light the background is.
  package var needsBackground = false
  package var pixels = PixelWish.auto

  package init() {}
}

/// What is known about a terminal: at first without a question, and then from what it answers.
package struct TerminalFindings: Hashable, Sendable {
  package private(set) var colors: ColorDecision
  package private(set) var glyphs: GlyphDecision
  package private(set) var background: BackgroundDecision
  package private(set) var pixels: PixelDecision
  /// The ways to send it pictures that it says it knows; `nil` if it was not asked or has not
  /// answered.
  package private(set) var offers: Set<PixelProtocol>?
  /// The terminfo entry to start curses with; `nil` if none fits.
  package let entry: TerminalEntry?
  /// What is worth asking.
  package let questions: TerminalQuestions
  private let pixelWish: PixelWish

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
      colors: colors, glyphs: glyphs, entry: entry, wishes, environment: environment)
    pixelWish = wishes.pixels
    pixels = PixelDecision(before: questions, wishes.pixels)
  }

  /// The findings of a terminal that shows all glyphs in 24-bit colours.
  package static let everything: TerminalFindings = {
    var wishes = TerminalWishes()
    (wishes.colors, wishes.glyphs) = (.trueColor, .full)
    return TerminalFindings(wishes, environment: [:], description: nil, isUnicode: true)
  }()

  /// What pictures stand beside: all colours and all glyphs.
  private var showsAll: Bool { colors.depth == .trueColor && glyphs.set == .full }

  /// Takes in what the terminal has answered so far.
  ///
  /// - Parameter window: the pixels of a cell as the window's size has them, if it has any.
  package mutating func take(_ replies: TerminalReplies, window: CellPixels? = nil) {
    if questions.asksColor, replies.keepsColor == true {
      colors = ColorDecision(depth: .trueColor, reason: .answered)
    }
    if questions.asksWidth, let column = replies.cursorColumn {
      glyphs = GlyphDecision(answer: column)
    }
    if questions.asksBackground, let color = replies.background {
      background = BackgroundDecision(answer: color)
    }
    if questions.asksPixels, replies.isComplete {
      pixels = PixelDecision(pixelWish, replies, window: window, showsAll: showsAll)
      offers = []
      if replies.knowsKittyGraphics { offers?.insert(.kitty) }
      if replies.knowsSixel { offers?.insert(.sixel) }
    }
  }
}
