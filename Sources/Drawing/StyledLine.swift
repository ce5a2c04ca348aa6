/// One row of text whose parts may have inks, papers and styles of their own.
package struct StyledLine: Hashable, Sendable {
  package struct Run: Hashable, Sendable {
    package var text: String
    package var ink: Color
    package var style: Cell.Style = []
    /// Behind the text; `nil` for what is there already.
    package var paper: Color?
    /// The run ends where the row ends.
    package var isAtRight = false
  }

  package private(set) var runs: [Run] = []

  /// An empty row.
  package init() {}

  package init(_ text: String, _ ink: Color, _ style: Cell.Style = [], paper: Color? = nil) {
    add(text, ink, style, paper: paper)
  }

  /// A text in rows of at most `width` cells.
  package static func wrapped(
    _ text: String, to width: Int, _ ink: Color, _ style: Cell.Style = []
  ) -> [StyledLine] {
    text.wrapped(to: width).map { StyledLine($0, ink, style) }
  }

  /// In cells.
  package var width: Int { runs.map(\.text.cellWidth).reduce(0, +) }

  package mutating func add(
    _ text: String, _ ink: Color, _ style: Cell.Style = [], paper: Color? = nil,
    atRight: Bool = false
  ) {
    runs.append(Run(text: text, ink: ink, style: style, paper: paper, isAtRight: atRight))
  }

  package mutating func add(_ line: StyledLine) { runs += line.runs }

  /// Adds blanks up to a column, counted from 0.
  package mutating func pad(to column: Int, _ ink: Color) {
    add(String(repeating: " ", count: max(0, column - width)), ink)
  }
}

extension Frame {
  /// Writes a line from column `x` on and returns the columns it took, at most `width`. What has no
  /// paper of its own stands on `paper`.
  @discardableResult
  package mutating func write(
    _ line: StyledLine, x left: Int, y: Int, paper: Color? = nil, width: Int = .max
  ) -> Int {
    var x = left
    for run in line.runs {
      if run.isAtRight { x = left + width - run.text.cellWidth }
      x += write(
        run.text, x: x, y: y, ink: run.ink, paper: run.paper ?? paper, style: run.style,
        maxWidth: max(0, width == .max ? width : left + width - x))
    }
    return x - left
  }

  /// Writes lines below each other, as many as the rectangle has rows.
  package mutating func write(_ lines: [StyledLine], in rect: Rect) {
    for (row, line) in lines.prefix(rect.height).enumerated() {
      write(line, x: rect.x, y: rect.y + row, width: rect.width)
    }
  }
}
