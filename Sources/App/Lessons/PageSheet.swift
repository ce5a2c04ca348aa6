import Drawing
import Files
import Texts

/// The pages of the lesson that is being given, one of them chosen.
enum PageSheet {
  static func sheet(of model: Model, width: Int) -> SheetText {
    guard let lecture = model.lecture else { return SheetText(title: "", width: width) }
    let theme = model.theme
    var sheet = SheetText(title: lecture.lesson.title, width: width)
    for (index, page) in lecture.lesson.pages.enumerated() {
      let isChosen = index == model.chosenRow
      let number = "\(index + 1)".padded(to: 2, .right)
      let text = "\(number) \(sign(of: index, lecture)) \(page.title)"
      sheet.lines.append(
        StyledLine(
          text.cut(to: width), isChosen ? theme.accentInk : theme.ink,
          index == lecture.page ? .bold : [], paper: isChosen ? theme.accent : nil))
    }
    sheet.addBlank()
    sheet.add(model.strings[.lessonPagesLegend], theme.dim)
    return sheet
  }

  /// The first line to show of so many that have room, so that the chosen page is among them.
  static func scroll(of model: Model, rows: Int) -> Int { max(0, model.chosenRow + 1 - rows) }

  /// `?` where a question waits, `✓` where it has been answered.
  private static func sign(of page: Int, _ lecture: Lecture) -> String {
    guard lecture.lesson.pages[page].question != nil else { return " " }
    return lecture.revealed.contains(page) ? "✓" : "?"
  }
}
