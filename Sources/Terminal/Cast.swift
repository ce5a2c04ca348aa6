package import Drawing

/// Writes what a terminal is sent, with the times, for players (asciinema's file format, version 2,
/// 2018): a line of JSON each, so that a file that is cut off between two is whole.
package struct Cast: Sendable {
  private let size: Size
  private var shown: Frame?

  package init(_ size: Size) { self.size = size }

  /// The first line.
  package var header: String {
    "{\"version\": 2, \"width\": \(size.width), \"height\": \(size.height), "
      + "\"env\": {\"TERM\": \"xterm-256color\"}}\n"
  }

  /// What brings a screen from the frame before to this one; nothing if they are the same.
  ///
  /// - Parameter seconds: since the beginning.
  package mutating func line(_ frame: Frame, at seconds: Double) -> String {
    let runs = FrameDiff(from: shown, to: frame).runs
    guard !runs.isEmpty else { return "" }
    let time = NumberText.fixed(seconds, decimals: 3)
    let isNew = shown?.size != frame.size
    var text = isNew ? "\u{1B}[?25l\u{1B}[2J" : ""
    // The window has another size than the one before, or than the first line says.
    let resize =
      isNew && frame.size != (shown?.size ?? size)
      ? "[\(time), \"r\", \"\(frame.size.width)x\(frame.size.height)\"]\n" : ""
    var look: Look?
    for run in runs {
      text += "\u{1B}[\(run.row + 1);\(run.columns.lowerBound + 1)H"
      for x in run.columns { Self.write(frame[x, run.row], to: &text, &look) }
    }
    text += "\u{1B}[0m"
    shown = frame
    return resize + "[\(time), \"o\", \"\(Self.escaped(text))\"]\n"
  }

  private struct Look: Equatable {
    var ink, paper: Color?
    var style: Cell.Style
  }

  private static func write(_ cell: Cell, to text: inout String, _ look: inout Look?) {
    guard cell.glyph != Cell.continuation else { return }
    let own = Look(ink: cell.ink, paper: cell.paper, style: cell.style.subtracting(.bare))
    if own != look {
      look = own
      var codes = ["0"]
      if own.style.contains(.bold) { codes.append("1") }
      if own.style.contains(.underline) { codes.append("4") }
      if own.style.contains(.reverse) { codes.append("7") }
      for (color, base) in [(own.ink, 38), (own.paper, 48)] {
        if let color { codes.append("\(base);2;\(color.channels)") }
      }
      text += "\u{1B}[\(codes.joined(separator: ";"))m"
    }
    text.unicodeScalars.append(cell.glyph)
    if let mark = cell.mark { text.unicodeScalars.append(mark) }
  }

  /// As it stands in a string of JSON (RFC 8259).
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
