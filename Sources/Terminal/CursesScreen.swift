import CCurses
package import Drawing

#if canImport(Glibc)
  import Glibc
#endif

/// The terminal that the program was started in, through curses.
///
/// One at a time, on the main thread. However the program ends, the guard in C gives the terminal
/// back; `close` does so in good order.
package final class CursesScreen: Screen {
  private let terminal: TerminalSession
  private let input: UnsafeMutablePointer<WINDOW>?
  private var brush: Brush
  private let isSynchronized: Bool
  private var shown: Frame?
  private var mouse = false
  private var isOpen = true
  private var emptyReads = 0
  private var reader = InputReader()
  /// What has come and is still to be told.
  private var events: [Event] = []
  private var known: TerminalFindings
  /// What the terminal has answered; complete if it was asked nothing.
  private var replies = TerminalReplies()
  private var asked = ContinuousClock.now
  /// It has been asked again how large a cell is.
  private var awaitsCell = false
  /// Shows pictures, once the terminal has said that it can.
  private var pictures: (any PicturePainter)?

  /// Takes the terminal and asks it what is worth asking; answers come as events.
  ///
  /// - Parameters:
  ///   - wishes: what the user wants decided otherwise than by finding out.
  ///   - synchronized: whether each frame is put between the marks of synchronized output (mode
  ///     2026), which terminals that do not know it ignore.
  ///   - mouse: whether to take the mouse; see `useMouse`.
  /// - Throws: `TerminalError`, before anything has been written.
  package init(
    _ wishes: TerminalWishes = TerminalWishes(), synchronized: Bool = true, mouse: Bool = true
  ) throws(TerminalError) {
    terminal = try TerminalSession(
      wishes, isUnicode: curses_use_locale(), synchronized: synchronized)
    known = terminal.findings
    isSynchronized = synchronized
    brush = Brush(known.colors.depth)
    // A pad: reading keys from a window would refresh it.
    input = newpad(1, 1)
    keypad(input, true)
    // Only now does curses know its keys. It hands over the bytes of mouse reports instead of one:
    // see `MouseReport`.
    keyok(KEY_MOUSE, false)
    nodelay(input, true)
    if !known.questions.isEmpty { terminal.ask(known.questions) }
    asked = .now
    useMouse(mouse)
    terminal.markPastes(true)
    invalidate()
  }

  deinit { close() }

  /// Gives the terminal back. What came on standard error meanwhile appears now.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    useMouse(false)
    terminal.markPastes(false)
    hearOut()
    sendPicturesAway()
    terminal.close()
  }

  // MARK: Showing

  package var size: Size { Size(Int(getmaxx(curses_stdscr())), Int(getmaxy(curses_stdscr()))) }

  package var cellAspect: Double {
    if let cell = known.pixels.cell { return cell.aspect }
    let window = curses_window(terminal.output)
    let width = Double(window.width) / Double(window.columns)
    let height = Double(window.height) / Double(window.rows)
    let aspect = height / width
    return aspect >= 1.5 && aspect <= 3 ? aspect : 2
  }

  package func show(_ whole: Frame) {
    let cells = pictures.map { PictureCells(fitted(whole), isLayered: $0.isLayered) }
    let frame = cells?.frame ?? fitted(whole)
    var changes = FrameDiff(from: shown, to: frame).runs
    if !brush.hasPaint(for: changes.reduce(0) { $0 + $1.columns.count }) {
      brush.rinse()
      invalidate()
      changes = FrameDiff(from: nil, to: frame).runs
    }
    if shown == nil { pictures?.forget() }
    let pixels = cells.flatMap { cells in
      pictures?.bytes(for: whole.pictures, on: cells, redrawn: changes.widened())
    }
    guard !changes.isEmpty || shown == nil || !(pixels?.isEmpty ?? true) else { return }
    for run in changes { brush.paint(frame, run) }
    wnoutrefresh(curses_stdscr())
    // Past stdio, and nothing but the frame between the marks.
    if isSynchronized { terminal.write("\u{1B}[?2026h") }
    doupdate()
    if let pixels, !pixels.isEmpty { terminal.write(pixels) }
    if isSynchronized { terminal.write("\u{1B}[?2026l") }
    shown = frame
  }

  package func invalidate() {
    shown = nil
    clearok(curses_curscr(), true)
  }

  private func fitted(_ frame: Frame) -> Frame {
    guard frame.size != size else { return frame }
    var fitted = Frame(size)
    fitted.pictures = frame.pictures
    for y in 0..<min(size.height, frame.size.height) {
      for x in 0..<min(size.width, frame.size.width) { fitted[x, y] = frame[x, y] }
    }
    return fitted
  }

  // MARK: Events

  /// See `Screen`. SIGINT, SIGTERM and their like end the program at once, without an event.
  package func event(within seconds: Double?) -> Event? {
    let end = seconds.map { ContinuousClock.now + .seconds(max(0, $0)) }
    while true {
      if let event = noticed() ?? typed() { return event }
      let now = ContinuousClock.now
      if let end, end <= now, seconds != 0 { return nil }
      let told = wait(until: [end, reader.deadline].compactMap(\.self).min())
      if told & Int32(GUARD_READABLE) != 0 {
        // Readable for ever, and nothing to read: that is how a terminal at its end looks.
        if let event = typed() { return event }
        emptyReads += 1
        if emptyReads > 3 { return .hangUp }
      }
      if told & Int32(GUARD_GONE) != 0 { return .hangUp }
      if seconds == 0 { return noticed() }
    }
  }

  /// Waits for keys, a hang-up or a notice, at most so long; see `guard_wait`.
  private func wait(until end: ContinuousClock.Instant?) -> Int32 {
    guard let end else { return guard_wait(terminal.keys, -1) }
    let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
    return guard_wait(terminal.keys, Int32(min(max(0, left), 1e9).rounded(.up)))
  }

  private func noticed() -> Event? {
    let notices = guard_notices()
    if notices & Int32(GUARD_STOP) != 0 {
      suspend()
      return .resize
    }
    if notices & Int32(GUARD_CONTINUED) != 0 {
      terminal.forgetModes()
      resume()
      return .resize
    }
    if notices & Int32(GUARD_RESIZED) != 0, fitToWindow() { return .resize }
    return notices & Int32(GUARD_CALLED) != 0 ? .called : nil
  }

  /// Ends a wait for events, from any thread: something has come that is no event.
  package static func call() { guard_call() }

  /// The next event that has come; keys without a name are skipped.
  private func typed() -> Event? {
    // A paste may be of any length, and the picture must not wait for its end.
    var patience = 4096
    while events.isEmpty {
      if patience > 0, takeIn() {
        patience -= 1
        continue
      }
      guard patience > 0 else { break }
      reader.settle(at: .now)
      hear()
      guard events.isEmpty, reader.isUndecided else { break }
      _ = wait(until: reader.deadline)
    }
    return events.isEmpty ? nil : events.removeFirst()
  }

  /// Reads what curses has or can read at once, one byte or key; false if there is nothing.
  private func takeIn() -> Bool {
    // Bytes, not `wget_wch`: that one loses a character whose bytes have not all come yet.
    let code = wgetch(input)
    guard code != ERR else { return false }
    emptyReads = 0
    if code < 256 {
      reader.take(UInt8(code), at: .now)
    } else if code == KEY_RESIZE {
      reader.take(.resize, at: .now)
    } else if let key = Key(code: code) {
      reader.take(.key(key), at: .now)
    }
    hear()
    return true
  }

  private func hear() {
    for output in reader.takeOutputs() {
      switch output {
      // One that was on its way when the mouse was given back.
      case .event(.mouse) where !mouse: break
      case .event(let event): events.append(event)
      case .answer(let sequence): learn(from: sequence)
      }
    }
  }

  // MARK: Answers

  package func findings() -> TerminalFindings {
    // However much is typed, the picture must come.
    for _ in 0..<256 where takeIn() {}
    return known
  }

  /// Takes a control sequence that is no key: an answer, late perhaps, or a key of no use.
  private func learn(from sequence: [UInt8]) {
    guard isWaiting else { return }
    replies.take(sequence: sequence)
    if sequence.last == UInt8(ascii: "t") { awaitsCell = false }
    let before = known
    known.take(replies, window: terminal.windowCell)
    guard known != before else { return }
    if known.colors.depth != before.colors.depth {
      brush.rinse()
      brush = Brush(known.colors.depth)
      invalidate()
    }
    if known.pixels != before.pixels { usePixels() }
    events.append(.told)
  }

  /// Shows pictures from here on as the terminal has said, or none.
  private func usePixels() {
    let pixels = known.pixels
    pictures =
      switch (pixels.way, pixels.cell) {
      case (.kitty, let cell?): KittyPainter(cell)
      case (.sixel, let cell?): SixelPainter(cell, largest: pixels.largest)
      default: nil
      }
    terminal.beginReset(with: pictures?.reset ?? "")
    invalidate()
  }

  /// Whether an answer may still come.
  private var isWaiting: Bool {
    awaitsCell || !known.questions.isEmpty && !replies.isComplete
  }

  /// Waits for the last answer as long as it is worth: one that came when the program is gone, the
  /// shell would take for keys.
  private func hearOut() {
    while isWaiting {
      let left = (TerminalQuestions.lifetime - asked.duration(to: .now)) / .milliseconds(1)
      guard left > 0,
        guard_wait(terminal.keys, Int32(left.rounded(.up))) & Int32(GUARD_READABLE) != 0
      else { return }
      while takeIn() {}
    }
  }

  // MARK: The window, the mouse, the shell

  private func sendPicturesAway() {
    if let pictures, !pictures.farewell.isEmpty { terminal.write(pictures.farewell) }
  }

  /// Takes over the size of the window; false if it is the same.
  private func fitToWindow() -> Bool {
    guard terminal.fitToWindow() else { return false }
    if known.pixels.way != nil { measureCell() }
    invalidate()
    return true
  }

  /// Another size of the window may come from another size of its letters.
  private func measureCell() {
    if replies.cell != nil {
      terminal.write(TerminalQuestions.cellPixels)
      (awaitsCell, asked) = (true, .now)
    } else {
      let before = known.pixels
      known.take(replies, window: terminal.windowCell)
      if known.pixels != before {
        usePixels()
        events.append(.told)
      }
    }
  }

  package func useMouse(_ on: Bool) {
    mouse = on && terminal.hasMouse
    if terminal.hasMouse { terminal.write(mouse ? MouseReport.start : MouseReport.end) }
  }

  package func suspend() {
    let mouse = mouse
    useMouse(false)
    terminal.markPastes(false)
    hearOut()
    sendPicturesAway()
    terminal.giveBack()
    guard_stop()
    self.mouse = mouse
    resume()
  }

  /// Takes the terminal again after the program was stopped.
  private func resume() {
    terminal.retake()
    useMouse(mouse)
    terminal.markPastes(true)
    invalidate()
    _ = fitToWindow()
  }
}
