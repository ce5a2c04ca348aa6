import App
import Drawing
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// One line about a long piece of work, on standard error where that is a terminal: how much, how
/// fast, how long yet.
struct Progress {
  private let count: Int
  private let first: Int
  private let began = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private let text: Text
  private let isVisible: Bool

  /// - Parameters:
  ///   - text: what is said, with the blanks `done`, `count`, `speed` and `left`.
  ///   - isShown: `false` where the line would stand among lines of the work itself.
  init(
    of count: Int, from first: Int = 0, saying text: Text = .sweepProgress, isShown: Bool = true
  ) {
    (self.count, self.first, self.text) = (count, first, text)
    isVisible = isShown && isatty(STDERR_FILENO) == 1
  }

  /// Some of it has been done; said a few times a second, and not before it has taken a while.
  mutating func show(_ done: Int) {
    let now = ContinuousClock.now
    guard isVisible, now - (shown ?? began) > .milliseconds(shown == nil ? 500 : 200) else {
      return
    }
    shown = now
    let speed = Double(done - first) / ((now - began) / .seconds(1))
    let left = speed > 0 ? Double(count - done) / speed : 0
    say(
      Words.strings(
        text,
        [
          "done": "\(done)", "count": "\(count)",
          "speed": NumberText.fixed(min(speed, 1e12), decimals: 0),
          "left": Self.time(left),
        ]))
  }

  /// The line goes.
  func end() { if shown != nil { say("") } }

  private func say(_ text: String) {
    // Back to the first column, and the rest of an older line cleared.
    let bytes = Array("\r\u{1B}[K\(text)".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// `1:02:03`, `2:03`.
  private static func time(_ seconds: Double) -> String {
    let total = Int(min(seconds.rounded(), 1e9))
    let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
