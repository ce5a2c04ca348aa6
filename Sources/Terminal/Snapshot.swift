package import Drawing

/// A frame as text that a person can read and a version control can compare: the glyphs, one letter
/// for the colours and style of each cell, and what the letters mean.
///
/// ```
/// 5×2
/// |Loss |
/// |한 1 |
/// ~~~~~
/// |aaaa.|
/// |bb.a.|
/// ~~~~~
/// a #FFFFFF on #000000 bold
/// b #E69F00 on default
/// ```
///
/// A point stands for the terminal's default colours. A glyph two cells wide stands alone in the
/// first grid, where it takes the room of two letters, and has two letters in the second. When a
/// frame has more combinations than letters, colours are rounded to fewer levels a channel until
/// they suffice, and the first line says how many levels were left.
package struct Snapshot: CustomStringConvertible, Sendable {
  package let description: String

  package init(_ frame: Frame) {
    var look = Look.exact
    var letters = Self.letters(frame, look)
    while letters == nil, look.levels > 2 {
      look.levels = look.levels > 16 ? 16 : look.levels - 1
      letters = Self.letters(frame, look)
    }
    let named = letters ?? ([:], [])

    let (width, height) = (frame.size.width, frame.size.height)
    let rule = String(repeating: "~", count: max(5, width + 2))
    var lines = ["\(width)×\(height)" + (look == .exact ? "" : " in \(look.levels) levels")]
    for y in 0..<height {
      var glyphs = String.UnicodeScalarView()
      for x in 0..<width where frame[x, y].glyph != Cell.continuation {
        glyphs.append(frame[x, y].glyph)
        if let mark = frame[x, y].mark { glyphs.append(mark) }
      }
      lines.append("|\(String(glyphs))|")
    }
    lines.append(rule)
    for y in 0..<height {
      let row = (0..<width).map { named.letters[look.style(of: frame[$0, y])] ?? "?" }
      lines.append("|\(String(row))|")
    }
    lines.append(rule)
    for style in named.order { lines.append("\(named.letters[style]!) \(style)") }
    description = lines.joined(separator: "\n") + "\n"
  }

  /// Letters in the order in which the styles appear; `nil` if there are too few.
  private static func letters(
    _ frame: Frame, _ look: Look
  ) -> (letters: [Style: Character], order: [Style])? {
    let plain = Style(ink: nil, paper: nil, style: [])
    var letters: [Style: Character] = [plain: "."]
    var order: [Style] = []
    for cell in frame.cells {
      let style = look.style(of: cell)
      guard letters[style] == nil else { continue }
      guard order.count < alphabet.count else { return nil }
      letters[style] = alphabet[order.count]
      order.append(style)
    }
    return (letters, order)
  }

  private static let alphabet = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>^_:;,!?#$%&@()[]{}'`\"~")

  /// How exactly colours are told apart.
  private struct Look: Hashable {
    var levels: Int
    static let exact = Look(levels: 256)

    func style(of cell: Cell) -> Style {
      Style(ink: cell.ink.map(rounded), paper: cell.paper.map(rounded), style: cell.style)
    }

    private func rounded(_ color: Color) -> Color {
      func rounded(_ channel: UInt8) -> UInt8 {
        let level = (Int(channel) * (levels - 1) + 127) / 255
        return UInt8((level * 255 + (levels - 1) / 2) / (levels - 1))
      }
      return self == .exact
        ? color
        : Color(red: rounded(color.red), green: rounded(color.green), blue: rounded(color.blue))
    }
  }

  private struct Style: Hashable, CustomStringConvertible {
    var ink, paper: Color?
    var style: Cell.Style

    var description: String {
      var words = [Self.name(ink), "on", Self.name(paper)]
      if style.contains(.bold) { words.append("bold") }
      if style.contains(.underline) { words.append("underline") }
      if style.contains(.reverse) { words.append("reverse") }
      return words.joined(separator: " ")
    }

    private static func name(_ color: Color?) -> String {
      guard let color else { return "default" }
      let digits = String(color.hex, radix: 16, uppercase: true)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }
}
