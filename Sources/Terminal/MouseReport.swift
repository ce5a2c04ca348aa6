/// What a terminal tells about its mouse, read from the bytes themselves.
///
/// Curses reads them too, but waits inside `wgetch` for the next key when a report is none that it
/// asked for, and the picture would stand still meanwhile.
package struct MouseReport: Hashable, Sendable {
  package let action: MouseAction
  /// Columns and rows from 0.
  package let x, y: Int

  /// Asks for presses, releases, drags and the wheel, with places in decimal digits (mode 1006),
  /// which reach further than the 223 columns of the first protocol.
  package static let start = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  package static let end = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  /// How the first protocol's reports begin, in which three bytes of any kind follow.
  static let firstProtocol = Array("\u{1B}[M".utf8)
  private static let decimal = Array("\u{1B}[<".utf8)

  /// Reads `ESC [ < button ; column ; row M` (`m`: released), or `ESC [ M` and three bytes from a
  /// terminal that knows the first protocol only.
  ///
  /// `nil` if the sequence is no such report, or one of a button that we have no use for.
  package init?(_ sequence: [UInt8]) {
    let button, column, row: Int
    var isReleased = false
    if sequence.starts(with: Self.decimal), let last = sequence.last {
      let numbers = sequence.dropFirst(Self.decimal.count).dropLast()
        .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .compactMap { UInt16(String(decoding: $0, as: UTF8.self)).map(Int.init) }
      guard numbers.count == 3, "Mm".utf8.contains(last) else { return nil }
      (button, column, row) = (numbers[0], numbers[1], numbers[2])
      isReleased = last == UInt8(ascii: "m")
    } else if sequence.starts(with: Self.firstProtocol), sequence.count == 6 {
      let numbers = sequence.suffix(3).map { Int($0) - 32 }
      (button, column, row) = (numbers[0], numbers[1], numbers[2])
    } else {
      return nil
    }
    guard column > 0, row > 0, let action = Self.action(of: button, isReleased: isReleased) else {
      return nil
    }
    (self.action, x, y) = (action, column - 1, row - 1)
  }

  /// What the number of a button says, whichever of Shift, Alt and Ctrl is held with it.
  private static func action(of button: Int, isReleased: Bool) -> MouseAction? {
    let modifiers = 4 | 8 | 16
    return switch (button & ~modifiers, isReleased) {
    case (0, false): .press
    // The first protocol does not say which button has been let go.
    case (0, true), (3, false): .release
    case (32, false): .drag
    case (64, false): .wheelUp
    case (65, false): .wheelDown
    default: nil
    }
  }
}
