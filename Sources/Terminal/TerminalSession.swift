import CCurses
import Drawing

#if canImport(Glibc)
  import Glibc
#endif

/// A terminal that curses has been started on: its descriptors, modes and environment.
final class TerminalSession {
  /// What was known about it before it was asked anything.
  let findings: TerminalFindings
  /// What curses writes to, and what it reads keys from.
  let output, keys: Int32
  let hasMouse: Bool
  private let reset: String

  /// The largest part of a window that is drawn in. Nobody can read more; serial lines and tests
  /// report up to 65535 × 65535 cells.
  static let largest = Size(1000, 500)

  init(
    _ wishes: TerminalWishes, isUnicode: Bool, synchronized: Bool
  ) throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    // Data may come through standard input; the keyboard is still there.
    guard
      let keyboard = isatty(STDIN_FILENO) == 1
        ? fdopen(dup(STDIN_FILENO), "r") : fopen("/dev/tty", "r")
    else { throw .noKeyboard }
    // A descriptor of its own, which the guard can silence (see Guard.h).
    guard let screen = fdopen(dup(STDOUT_FILENO), "w") else { throw .outputIsNoTerminal }
    (output, keys) = (fileno(screen), fileno(keyboard))
    for descriptor in [output, keys] { _ = curses_close_on_exec(descriptor) }

    let environment = Self.environment()
    let name = environment["TERM"] ?? ""
    let description = Self.description(of: name, output)
    if let description, !description.movesCursor { throw .tooDumb(name) }
    findings = TerminalFindings(
      wishes, environment: environment, description: description, isUnicode: isUnicode)
    guard let entry = findings.entry else {
      throw name.isEmpty ? .termNotSet : .unknownTerminal(name)
    }

    (hasMouse, reset) = try Self.start(entry, name, screen, keyboard, synchronized)
    setModes()
    if findings.colors.depth != .mono {
      start_color()
      use_default_colors()
    }
    _ = fitToWindow()
    // ncurses flushes its buffer at every cursor movement until the first `doupdate` that follows
    // an `endwin`: dozens of writes a frame instead of one or two.
    endwin()
    doupdate()
    curs_set(0)
  }

  private static func start(
    _ entry: TerminalEntry, _ name: String, _ screen: UnsafeMutablePointer<FILE>,
    _ keyboard: UnsafeMutablePointer<FILE>, _ synchronized: Bool
  ) throws(TerminalError) -> (hasMouse: Bool, reset: String) {
    let before = getenv("TERMINFO").map { String(cString: $0) }
    var name = name
    if case .own(let own) = entry {
      name = own
      setenv("TERMINFO", curses_entry(own), 1)
    }
    // Children find the environment as it was.
    defer {
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    // The size comes from the terminal alone: LINES and COLUMNS, where a shell exports them, are
    // as old as the shell's last prompt and would hold for ever. Beyond `largest` curses may not
    // ask either, for it would make room for every cell that there might be: it begins with the
    // size that the entry names, and `fitToWindow` does the rest.
    let window = curses_window(fileno(screen))
    use_env(false)
    use_tioctl(window.rows <= largest.height && window.columns <= largest.width)

    guard curses_look_up(name, fileno(screen)) else { throw .unknownTerminal(name) }
    let hasMouse = curses_capability("kmous") != nil
    let reset = resetSequence(synchronized: synchronized, hasMouse: hasMouse)
    curses_forget()
    guard guard_install(fileno(screen)) else { throw .outputIsNoTerminal }
    guard_arm(reset, reset.utf8.count)
    guard newterm(name, screen, keyboard) != nil else {
      guard_disarm()
      throw .unknownTerminal(name)
    }
    return (hasMouse, reset)
  }

  /// What gives any terminal back in one go, even in the middle of a frame.
  private static func resetSequence(synchronized: Bool, hasMouse: Bool) -> String {
    func capability(_ name: String) -> String {
      curses_capability(name).map { String(cString: $0) } ?? ""
    }
    return (synchronized ? "\u{1B}[?2026l" : "") + "\u{1B}[?2004l"
      + (hasMouse ? MouseReport.end : "")
      + capability("cnorm") + capability("rmkx") + capability("rmcup") + capability("sgr0")
  }

  private func setModes() {
    // Not raw: ^C, ^\ and ^Z stay signals, so they work even while the program is busy, and reach
    // every process of the job; the guard gives the terminal back. All else arrives as keys.
    cbreak()
    noecho()
    nonl()
    intrflush(nil, false)
    typeahead(-1)
    leaveok(curses_stdscr(), true)
    curses_take_flow_keys(output)
    def_prog_mode()
    let asked = getenv("ESCDELAY").flatMap { Int32(String(cString: $0)) }
    // How long a lone ESC waits for the rest of an arrow key; slow lines tear them apart.
    set_escdelay(asked ?? (getenv("SSH_TTY") == nil ? 25 : 100))
    for (bytes, code) in Key.sequences { define_key(bytes, code) }
  }

  /// Takes over the size of the window, up to `largest`; false if there is none (some report
  /// 0 × 0) or nothing has changed.
  func fitToWindow() -> Bool {
    let window = curses_window(output)
    guard window.rows > 0, window.columns > 0 else { return false }
    let rows = min(window.rows, Int32(Self.largest.height))
    let columns = min(window.columns, Int32(Self.largest.width))
    guard is_term_resized(rows, columns) else {
      // Beyond the largest size a change does not show in ours.
      return rows < window.rows || columns < window.columns
    }
    // Not `resizeterm`, which would report the same once more as a key.
    resize_term(rows, columns)
    return true
  }

  /// Takes the terminal again after it was given back with `endwin`.
  func retake() {
    doupdate()
    curs_set(0)
  }

  /// To be called before `retake` after SIGSTOP: the shell has set modes of its own, and curses,
  /// which was not told, would not set its own again.
  func forgetModes() {
    reset_prog_mode()
    endwin()
  }

  /// Gives the terminal back; what has been typed and not read is for nobody.
  func giveBack() {
    guard_discard_input()
    endwin()
  }

  func close() {
    giveBack()
    guard_disarm()
  }

  /// Puts the questions, whose answers come as if typed. What they leave on the screen has to be
  /// painted over.
  func ask(_ questions: TerminalQuestions) {
    // Not in the first row: a cursor there is reported by what Shift and F3 send in many terminals.
    write("\u{1B}[2H" + questions.bytes + "\u{1B}[H")
  }

  /// Asks for marks around what is pasted (mode 2004), or for none; a terminal that does not know
  /// the mode ignores it.
  func markPastes(_ on: Bool) { write(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l") }

  /// What gives the terminal back begins with this from here on, even in the middle of a picture.
  func beginReset(with bytes: String) {
    let reset = bytes + reset
    guard_set_reset(reset, reset.utf8.count)
  }

  /// The pixels of a cell as the size of the window has them, if it has any.
  var windowCell: CellPixels? { CellPixels(curses_window(output)) }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      guard_write($0.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  func write(_ text: String) { guard_write(text, text.utf8.count) }

  static func description(of name: String, _ output: Int32) -> TerminalDescription? {
    guard !name.isEmpty, curses_look_up(name, output) else { return nil }
    defer { curses_forget() }
    let direct = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || curses_capability("RGB") != nil
    return TerminalDescription(
      colors: Int(max(0, tigetnum("colors"))),
      hasDirectColor: direct || tigetflag("Tc") > 0 || curses_capability("setrgbf") != nil,
      movesCursor: curses_capability("cup") != nil)
  }

  /// The variables that decisions look at.
  static func environment() -> [String: String] {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
    var values: [String: String] = [:]
    for name in ColorDecision.variables + ["COLORFGBG"] + locale {
      values[name] = getenv(name).map { String(cString: $0) }
    }
    return values
  }
}

extension CellPixels {
  /// The pixels of a cell in a window that knows its own; `nil` if it does not.
  init?(_ window: curses_window) {
    guard window.columns > 0, window.rows > 0 else { return nil }
    self.init(
      width: Int(window.width / window.columns), height: Int(window.height / window.rows))
  }
}
