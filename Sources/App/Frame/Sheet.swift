import Drawing

/// A text that lies over the map: the help or a car's card, before it is laid out on the screen.
struct Sheet {
  struct Line {
    var text: String
    var ink: Color
    var style: Cell.Style = []
    /// Columns before the text, where `lead` stands.
    var indent = 0
    var lead = ""
    /// Behind it; the sheet's own if `nil`.
    var paper: Color?
  }

  var title: String
  var lines: [Line] = []
  /// Texts are wrapped to this many columns.
  let width: Int

  init(title: String, width: Int) {
    self.title = title
    self.width = width
  }

  mutating func add(_ text: String, _ ink: Color) {
    for part in text.wrapped(to: width) { lines.append(Line(text: part, ink: ink)) }
  }

  /// A text with a word in front of it, in a column of its own.
  mutating func add(_ lead: String, _ text: String, leadWidth: Int, _ ink: Color) {
    lines.append(Line(text: text, ink: ink, indent: leadWidth + 3, lead: lead))
  }

  mutating func addBlank(_ ink: Color) { lines.append(Line(text: "", ink: ink)) }
}
