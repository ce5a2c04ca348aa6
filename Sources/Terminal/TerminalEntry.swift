/// The terminfo entry to start curses with.
package enum TerminalEntry: Hashable, Sendable {
  /// The system's entry for `TERM`.
  case system
  /// One of the entries inside the program.
  case own(String)

  /// Chooses the entry that can show `depth`; `nil` if `TERM` is unknown and nothing tells what
  /// kind of terminal it is.
  package init?(
    for depth: ColorDepth, environment: [String: String], description: TerminalDescription?
  ) {
    let term = environment["TERM"] ?? ""
    let inTmux = environment.has("TMUX") || term.hasPrefix("tmux") || term.hasPrefix("screen")
    let own = Self.own(inTmux ? "downhill-tmux" : "downhill-xterm")
    if depth == .trueColor {
      self = own
    } else if let description {
      // Where ours fits it is the better one: more colour pairs, no repeats, exact mouse reports.
      let fits = inTmux || term.hasPrefix("xterm")
      self = fits || description.colors < depth.count ? own : .system
    } else if depth == .colors256 || inTmux || environment.has("COLORTERM") {
      self = own
    } else {
      return nil
    }
  }
}
