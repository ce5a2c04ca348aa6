package import Drawing

/// How wide a terminal draws characters of ambiguous East Asian width, as the user says.
package enum AmbiguousWidth: String, CaseIterable, Sendable {
  case auto, narrow, wide
}

/// A glyph set, and what decided it.
package struct GlyphDecision: Hashable, Sendable {
  package let set: GlyphSet
  package let reason: Reason

  package enum Reason: String, Sendable {
    /// The user chose it on the command line or in a file.
    case chosen
    /// The locale's character set is not UTF-8.
    case locale
    /// The font of the Linux console has no braille.
    case console
    /// The user says that ambiguous characters are wide.
    case saidWide
    /// The user says that they are narrow.
    case saidNarrow
    /// The terminal moved its cursor by two cells for one of them.
    case foundWide
    /// By one cell.
    case foundNarrow
    /// Nothing speaks against it.
    case usual
  }

  /// The first rule that applies wins.
  package init(
    choice: GlyphSet?, ambiguous: AmbiguousWidth = .auto, isUnicode: Bool,
    environment: [String: String]
  ) {
    (set, reason) =
      if let choice {
        (choice, .chosen)
      } else if !isUnicode {
        (.ascii, .locale)
      } else if environment["TERM"] == "linux" {
        (.ascii, .console)
      } else if ambiguous == .wide {
        (.safe, .saidWide)
      } else if ambiguous == .narrow {
        (.full, .saidNarrow)
      } else {
        (.full, .usual)
      }
  }

  /// - Parameter column: where the terminal says that the cursor is after one ambiguous character
  ///   in the first column, from 1.
  package init(answer column: Int) {
    (set, reason) = column > 2 ? (.safe, .foundWide) : (.full, .foundNarrow)
  }
}
