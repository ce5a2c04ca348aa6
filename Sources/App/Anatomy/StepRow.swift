import Drawing

/// One row of a column of text: runs side by side, each in a colour of its own.
struct StepRow {
  struct Run {
    var text: String
    var ink: Color
    var style: Cell.Style = []
    var paper: Color?
  }

  var runs: [Run] = []

  init(_ runs: [Run] = []) { self.runs = runs }

  init(_ text: String, _ ink: Color, _ style: Cell.Style = []) {
    runs = [Run(text: text, ink: ink, style: style)]
  }

  static let blank = StepRow()

  var width: Int { runs.map(\.text.cellWidth).reduce(0, +) }

  mutating func add(
    _ text: String, _ ink: Color, _ style: Cell.Style = [], paper: Color? = nil
  ) {
    runs.append(Run(text: text, ink: ink, style: style, paper: paper))
  }

  /// Blanks up to a column.
  mutating func pad(to column: Int, _ ink: Color) {
    add(String(repeating: " ", count: max(0, column - width)), ink)
  }

  func draw(in rect: Rect, row: Int, on frame: inout Frame) {
    var x = rect.x
    for run in runs {
      x += frame.write(
        run.text, x: x, y: rect.y + row, ink: run.ink, paper: run.paper, style: run.style,
        maxWidth: max(0, rect.maxX - x))
    }
  }
}
