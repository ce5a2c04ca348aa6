package import Drawing

/// Where frames are shown and events come from: a terminal, or memory in tests.
package protocol Screen: AnyObject {
  /// The size now, in cells.
  var size: Size { get }

  /// The height of a cell divided by its width; 2 where the terminal does not tell.
  var cellAspect: Double { get }

  /// What is known about the terminal, with what it has answered by now.
  func findings() -> TerminalFindings

  /// Shows a frame. A frame of another size than the screen's is cut or padded.
  func show(_ frame: Frame)

  /// Waits for the next event at most `seconds` (`nil`: for ever); `nil` when the time is up.
  func event(within seconds: Double?) -> Event?

  /// Repaints everything at the next `show` (after ^L, or when something else wrote on the screen).
  func invalidate()

  /// Takes the mouse, or gives it back to the terminal so that text can be selected.
  func useMouse(_ on: Bool)

  /// Restores the terminal, stops the program as ^Z does, and returns when it goes on.
  func suspend()
}

/// Something that happened at the terminal.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted, its lines parted by line feeds; other control characters are left out.
  case paste(String)
  /// Columns and rows from 0.
  case mouse(MouseAction, x: Int, y: Int)
  case resize
  /// The terminal has answered a question: see `Screen.findings`.
  case told
  /// Another thread has called: see `CursesScreen.call`.
  case called
  /// The terminal is gone, or a signal asks the program to end.
  case hangUp
}

package enum MouseAction: Hashable, Sendable {
  case press, drag, release, wheelUp, wheelDown
}

/// A key as the user thinks of it, whatever bytes the terminal sent.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a lower-case letter.
  case control(Character)
  case function(Int)
  case left, right, up, down
  case shiftLeft, shiftRight
  case home, end, pageUp, pageDown, insert, delete
  case enter, tab, shiftTab, backspace, escape
}
