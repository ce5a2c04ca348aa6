import CCurses

#if canImport(Glibc)
  import Glibc
#endif

/// Puts questions to a terminal that curses is not started on, and waits for the answers.
enum TerminalQuery {
  static func ask(
    _ questions: TerminalQuestions, output: Int32, keys: Int32
  ) -> TerminalReplies {
    var replies = TerminalReplies()
    guard !questions.isEmpty, guard_install(output) else { return replies }
    // Whatever ends the program meanwhile, the modes come back.
    guard_arm("", 0)
    defer { guard_disarm() }
    var before = termios()
    guard tcgetattr(output, &before) == 0 else { return replies }
    var modes = before
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(output, TCSANOW, &modes)
    defer { tcsetattr(output, TCSANOW, &before) }

    guard_write(questions.bytes, questions.bytes.utf8.count)
    let end = ContinuousClock.now + TerminalQuestions.deadline
    var bytes = [UInt8](repeating: 0, count: 256)
    while !replies.isComplete {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left > 0 else { break }
      let told = guard_wait(keys, Int32(left.rounded(.up)))
      if told & Int32(GUARD_GONE) != 0 { break }
      guard told & Int32(GUARD_READABLE) != 0 else { continue }
      let count = read(keys, &bytes, bytes.count)
      guard count > 0 else { break }
      replies.take(bytes[..<count])
    }
    return replies
  }
}
