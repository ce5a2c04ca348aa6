import CCurses
package import Drawing

#if canImport(Glibc)
  import Glibc
#endif

/// What the program would make of the terminal it is started in, without taking it.
package struct TerminalDiagnosis: Sendable {
  /// `TERM`, empty if it is not set.
  package let term: String
  /// What the environment says about characters, empty if nothing.
  package let locale: String
  package let isUnicode: Bool
  package let findings: TerminalFindings
  /// Whether questions could be put to it: keys and screen are a terminal.
  package let canAnswer: Bool
  /// The size in cells; `nil` without a terminal.
  package let size: Size?
  /// Pixels of one cell, across and down; `nil` if the terminal does not tell.
  package let cell: (width: Double, height: Double)?

  /// Looks, asks what is worth asking if the terminal can answer, and waits for the answers.
  package init(_ wishes: TerminalWishes) {
    let environment = TerminalSession.environment()
    (term, locale) = (environment["TERM"] ?? "", environment.characterLocale)
    isUnicode = curses_use_locale()
    let description = TerminalSession.description(of: term, STDOUT_FILENO)
    var findings = TerminalFindings(
      wishes, environment: environment, description: description, isUnicode: isUnicode)
    canAnswer = isatty(STDOUT_FILENO) == 1 && isatty(STDIN_FILENO) == 1
    let window = curses_window(STDOUT_FILENO)
    let hasSize = window.columns > 0 && window.rows > 0
    if canAnswer {
      findings.take(
        TerminalQuery.ask(findings.questions, output: STDOUT_FILENO, keys: STDIN_FILENO),
        window: CellPixels(window))
    }
    self.findings = findings
    size = hasSize ? Size(Int(window.columns), Int(window.rows)) : nil
    cell =
      hasSize && window.width > 0 && window.height > 0
      ? (
        Double(window.width) / Double(window.columns), Double(window.height) / Double(window.rows)
      ) : nil
  }
}
