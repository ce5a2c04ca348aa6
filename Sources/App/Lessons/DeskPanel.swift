import Drawing
import Files
import Texts

/// The lecturer's notes: what the class does not see, large enough to be read in passing.
enum DeskPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    guard model.lecture != nil, model.desk != nil else { return }
    let (head, body) = rect.split(top: 1)
    drawHead(model, in: head, on: &frame)
    let page = page(of: body)
    let rows = DeskRows(model, width: page.width)
    frame.write(rows.top, in: page.split(top: rows.top.count).top)
    let (notes, bottom) = places(of: rows, in: page)
    let first = min(model.desk?.scroll ?? 0, max(0, rows.notes.count - notes.height))
    frame.write(Array(rows.notes.dropFirst(first)), in: notes)
    frame.write(rows.question, in: bottom.split(top: rows.question.count).top)
    // What comes next is said where there is room for it.
    let rest = bottom.inset(top: rows.question.count)
    if rest.height > 2 { frame.write(rows.next, in: rest.inset(top: 1)) }
    let (accent, x) = (model.theme.accent, rect.maxX - 1)
    if first > 0 { frame.write("↑", x: x, y: notes.y, ink: accent, style: .bold) }
    if first + notes.height < rows.notes.count, notes.height > 0 {
      frame.write("↓", x: x, y: notes.maxY - 1, ink: accent, style: .bold)
    }
  }

  /// How far the notes can be scrolled until their last row shows.
  static func lastScroll(of model: Model, in rect: Rect) -> Int {
    let page = page(of: rect.inset(top: 1))
    let rows = DeskRows(model, width: page.width)
    return max(0, rows.notes.count - places(of: rows, in: page).notes.height)
  }

  /// The notes have what the question leaves them.
  private static func places(of rows: DeskRows, in page: Rect) -> (notes: Rect, bottom: Rect) {
    let rest = page.inset(top: rows.top.count)
    let height = min(rows.notes.count, max(3, rest.height - rows.question.count))
    let (notes, bottom) = rest.split(top: height)
    return (notes, bottom)
  }

  private static func page(of rect: Rect) -> Rect {
    let margin = rect.width >= 48 ? 2 : 1
    let columns = min(rect.width - 2 * margin, Layout.sheetColumns + 8)
    return Rect(
      x: rect.x + margin, y: rect.y, width: columns, height: rect.height
    ).inset(top: rect.height > 18 ? 1 : 0)
  }

  /// The lesson, and the time of day.
  private static func drawHead(_ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let lecture = model.lecture, let desk = model.desk else { return }
    let (theme, strings) = (model.theme, model.strings)
    let clock = ClockText.ofDay(desk.now.secondOfDay)
    let right = rect.maxX - 1 - clock.cellWidth
    var x = rect.x
    x += frame.write(
      " \(strings[.deskTitle]) ", x: x, y: rect.y, ink: theme.accentInk, paper: theme.accent,
      style: .bold)
    let title =
      (lecture.place.map { place in
        strings(.headerLesson, ["number": "\(place.number)", "count": "\(place.count)"]) + "  "
      } ?? "") + lecture.lesson.title
    frame.write(
      title.cut(to: max(0, right - x - 3)), x: x + 1, y: rect.y, ink: theme.ink, style: .bold)
    frame.write(clock, x: right, y: rect.y, ink: theme.ink, style: .bold)
  }
}

/// Times as clocks have them.
package enum ClockText {
  /// `14:05`.
  package static func ofDay(_ second: Int) -> String {
    "\(second / 3600 % 24):\(twoDigits(second / 60 % 60))"
  }

  /// `2:05`, `1:02:05`.
  package static func duration(_ seconds: Int) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = twoDigits(seconds % 60)
    return hours == 0 ? "\(minutes):\(rest)" : "\(hours):\(twoDigits(minutes)):\(rest)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
