import Drawing

/// The text of a sheet: the help, a car's card or the list of lessons.
struct SheetText {
  var title: String
  var lines: [StyledLine] = []
  /// Texts are wrapped to this many columns.
  let width: Int

  init(title: String, width: Int) {
    self.title = title
    self.width = width
  }

  mutating func add(_ text: String, _ ink: Color) {
    lines += StyledLine.wrapped(text, to: width, ink)
  }

  /// A text with a word in front of it, in a column of its own.
  mutating func add(_ lead: String, _ text: String, leadWidth: Int, _ ink: Color) {
    let column = leadWidth + 3
    for (row, part) in text.wrapped(to: max(1, width - column)).enumerated() {
      var line = StyledLine((row == 0 ? lead : "").padded(to: column), ink, .bold)
      line.add(part, ink)
      lines.append(line)
    }
  }

  mutating func addBlank() { lines.append(StyledLine()) }
}
