/// Why a terminal cannot show full-screen frames.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard output is a file or a pipe.
  case outputIsNoTerminal
  /// Neither standard input nor the controlling terminal can be read.
  case noKeyboard
  /// `TERM` is unset or empty, and nothing else tells what the terminal is.
  case termNotSet
  /// terminfo has no entry of this name.
  case unknownTerminal(String)
  /// The terminal of this name cannot put the cursor where it wants.
  case tooDumb(String)
}
