package import Drawing

/// Whether the terminal's own background is light, and what decided it.
package struct BackgroundDecision: Hashable, Sendable {
  package let isLight: Bool
  package let reason: Reason

  package enum Reason: Hashable, Sendable {
    /// The terminal was asked, and this is its background.
    case answered(Color)
    /// `COLORFGBG`, which some terminals set, says it.
    case colorFGBG
    /// Nothing tells, and most terminals are dark.
    case usual
  }

  /// What is known before a question.
  package init(environment: [String: String]) {
    // "15;0" or "0;default;15": the last number is that of the background among the sixteen.
    let number = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    if let number, (0...15).contains(number) {
      (isLight, reason) = (number == 7 || number > 8, .colorFGBG)
    } else {
      (isLight, reason) = (false, .usual)
    }
  }

  /// - Parameter color: of the background, as the terminal has told it.
  package init(answer color: Color) {
    // Middle grey has a lightness of 0.6.
    (isLight, reason) = (color.lightness > 0.6, .answered(color))
  }
}
