import App
import Drawing
import Synchronization
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// A bar about a long piece of work and a line beside it, on standard error where that is a
/// terminal: how much, how fast, how long yet. Any thread may tell how far the work is.
final class Progress: Sendable {
  private let count: Int
  private let first: Int
  private let began = ContinuousClock.now
  private let shown = Mutex(ContinuousClock.Instant?.none)
  private let text: Text
  private let isVisible: Bool

  /// Cells of the bar.
  private static let width = 20

  /// - Parameters:
  ///   - text: what is said, with the blanks `done`, `count`, `speed` and `left`.
  ///   - isShown: `false` where nobody wants to see it, or where it would stand among lines of the
  ///     work itself.
  init(
    of count: Int, from first: Int = 0, saying text: Text = .sweepProgress, isShown: Bool = true
  ) {
    (self.count, self.first, self.text) = (count, first, text)
    isVisible = isShown && isatty(STDERR_FILENO) == 1
  }

  /// Some of it has been done; said a few times a second, and not before it has taken a while.
  func show(_ done: Int) {
    guard isVisible else { return }
    let now = ContinuousClock.now
    let isDue = shown.withLock { shown in
      guard now - (shown ?? began) > .milliseconds(shown == nil ? 500 : 200) else { return false }
      shown = now
      return true
    }
    guard isDue else { return }
    let speed = Double(done - first) / ((now - began) / .seconds(1))
    let left = speed > 0 ? Double(count - done) / speed : 0
    let line = Words.strings(
      text,
      [
        "done": "\(done)", "count": "\(count)",
        "speed": NumberText.fixed(min(speed, 1e12), decimals: 0),
        "left": Self.time(left),
      ])
    say("\(bar(done))   \(line)")
  }

  /// The line goes.
  func end() {
    if shown.withLock({ $0 != nil }) { say("") }
  }

  /// `[========            ]  40 %`, in signs that every terminal has.
  private func bar(_ done: Int) -> String {
    let share = min(1, max(0, Double(done) / Double(max(1, count))))
    let full = Int(share * Double(Self.width))
    let cells = String(repeating: "=", count: full).padded(to: Self.width)
    let percent = "\(Int(100 * share))"
    return "[\(cells)] " + String(repeating: " ", count: 3 - percent.count) + "\(percent) %"
  }

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
