import Drawing
import Files
import Texts

/// The list of lessons, one of them chosen.
enum LessonSheet {
  static func sheet(of model: Model, width: Int) -> SheetText {
    let (strings, theme) = (model.strings, model.theme)
    var sheet = SheetText(title: strings[.lessonsTitle], width: width)
    for entry in entries(of: model) {
      let isChosen = sheet.lines.count == 2 * model.chosenRow
      let ink = isChosen ? theme.accentInk : theme.ink
      let text = entry.number.padded(to: indent) + entry.title.cut(to: width - indent)
      sheet.lines += [
        StyledLine(text, ink, .bold, paper: isChosen ? theme.accent : nil),
        StyledLine(
          String(repeating: " ", count: indent) + entry.line.cut(to: width - indent), theme.dim),
      ]
    }
    return sheet
  }

  /// The first line to show of so many that have room, so that the chosen lesson is among them.
  static func scroll(of model: Model, rows: Int) -> Int {
    let first = 2 * model.chosenRow
    return max(0, min(first + 2 - rows, first))
  }

  private static func entries(
    of model: Model
  ) -> [(number: String, title: String, line: String)] {
    let lessons = model.lessons?.lessons ?? []
    var entries = lessons.enumerated().map { place, lesson in
      (number: "\(place + 1)".padded(to: 2, .right), title: lesson.title, line: lesson.summary)
    }
    if model.lecture != nil {
      entries.append(("", model.strings[.lessonsLeave], model.strings[.lessonsLeaveMore]))
    }
    return entries
  }

  private static let indent = 4
}
