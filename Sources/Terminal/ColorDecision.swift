/// A colour depth, and what decided it.
package struct ColorDecision: Hashable, Sendable {
  package let depth: ColorDepth
  package let reason: Reason

  package init(depth: ColorDepth, reason: Reason) {
    self.depth = depth
    self.reason = reason
  }

  package enum Reason: String, Sendable {
    /// The user chose it on the command line or in a file.
    case chosen
    /// `NO_COLOR` is set.
    case noColor
    /// The terminal description has no colours.
    case describedMono
    /// GNU screen drops 24-bit colours.
    case gnuScreen
    /// tmux takes 24-bit colours and converts them for each of its own terminals.
    case tmux
    /// `COLORTERM` says truecolor or 24bit.
    case colorTerm
    /// The terminal description says RGB, Tc or setrgbf.
    case describedDirect
    /// `TERM` names a terminal that is known to show 24-bit colours.
    case terminalName
    /// `TERM_PROGRAM`, `WT_SESSION` or `XTERM_VERSION` tells which program the terminal is.
    case terminalProgram
    /// The terminal was asked, and keeps 24-bit colours as they are.
    case answered
    /// Nothing but the number of colours in the terminal description.
    case describedCount
  }
}

extension ColorDecision {
  /// Decides from what is known before a byte is sent; the first rule that applies wins.
  ///
  /// - Parameters:
  ///   - choice: what the user asked for; it overrides even `NO_COLOR`, as no-color.org allows.
  ///   - description: what terminfo knows about `TERM`; `nil` if it does not know the name.
  package init(
    choice: ColorDepth?, environment: [String: String], description: TerminalDescription?
  ) {
    let term = environment["TERM"] ?? ""
    let program = environment["TERM_PROGRAM"] ?? ""
    let inTmux = environment.has("TMUX") || term.hasPrefix("tmux")
    let described = ColorDepth(colors: description?.colors ?? 0)

    if let choice {
      self.init(depth: choice, reason: .chosen)
    } else if environment.has("NO_COLOR") {
      self.init(depth: .mono, reason: .noColor)
    } else if description != nil, described == .mono {
      self.init(depth: .mono, reason: .describedMono)
    } else if !inTmux, environment.has("STY") || term.hasPrefix("screen") {
      self.init(depth: described == .trueColor ? .colors256 : described, reason: .gnuScreen)
    } else if inTmux {
      self.init(depth: .trueColor, reason: .tmux)
    } else if ["truecolor", "24bit"].contains(environment["COLORTERM"]) {
      self.init(depth: .trueColor, reason: .colorTerm)
    } else if description?.hasDirectColor == true {
      self.init(depth: .trueColor, reason: .describedDirect)
    } else if Self.directTerminals.contains(where: term.hasPrefix) || term.hasSuffix("-direct") {
      self.init(depth: .trueColor, reason: .terminalName)
    } else if environment.has("WT_SESSION") || environment.has("XTERM_VERSION")
      || Self.directPrograms.contains(program)
    {
      self.init(depth: .trueColor, reason: .terminalProgram)
    } else if program == "Apple_Terminal" {
      self.init(depth: .colors256, reason: .terminalProgram)
    } else {
      self.init(depth: described, reason: .describedCount)
    }
  }

  /// The variables that the rules look at.
  static let variables = [
    "TERM", "COLORTERM", "NO_COLOR", "STY", "TMUX", "TERM_PROGRAM", "WT_SESSION", "XTERM_VERSION",
  ]

  private static let directTerminals = [
    "xterm-kitty", "kitty", "alacritty", "foot", "wezterm", "ghostty", "xterm-ghostty", "contour",
  ]
  private static let directPrograms: Set = ["iTerm.app", "vscode", "WezTerm", "ghostty"]
}

extension [String: String] {
  /// Whether the variable is set to anything but nothing.
  func has(_ name: String) -> Bool { self[name]?.isEmpty == false }
}
