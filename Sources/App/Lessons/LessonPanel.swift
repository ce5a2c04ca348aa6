import Descent
import Drawing
import Files
import Texts

/// The page of a lesson, beside the maps or instead of them.
enum LessonPanel {
  static func draw(
    _ model: Model, _ layout: Layout, in rect: Rect, on frame: inout Frame
  ) {
    guard let lecture = model.lecture else { return }
    let page = page(of: rect)
    let rows = rows(of: model, on: page)
    let first = first(of: rows, lecture, in: page)
    for (place, row) in rows.dropFirst(first).prefix(page.height).enumerated() {
      frame.write(row.line, x: page.x, y: page.y + place, width: page.width)
    }
    if !model.isPresentation {
      drawBelow(model, layout, in: page.inset(top: rows.count + 2), on: &frame)
    }
    let (accent, x) = (model.theme.accent, rect.maxX - 1)
    if first + page.height < rows.count {
      frame.write("↓", x: x, y: page.maxY - 1, ink: accent, style: .bold)
    }
    if first > 0 { frame.write("↑", x: x, y: page.y, ink: accent, style: .bold) }
  }

  /// The choice of the page's question whose words are in that row of the screen.
  static func choice(atRow y: Int, in rect: Rect, of model: Model) -> Int? {
    guard let lecture = model.lecture else { return nil }
    let page = page(of: rect)
    let rows = rows(of: model, on: page)
    let place = first(of: rows, lecture, in: page) + y - page.y
    return y >= page.y && y < page.maxY && place < rows.count ? rows[place].choice : nil
  }

  /// The formula is left to the parts of the step, where there is room for them below.
  private static func rows(of model: Model, on page: Rect) -> [LessonRows.Row] {
    if model.view == .focus, !model.isPresentation {
      let rows = LessonRows(model, width: page.width, hasFormula: false).rows
      if page.height - rows.count - 2 >= leastColumn { return rows }
    }
    return LessonRows(model, width: page.width).fitted(to: page.height)
  }

  /// The topmost row in view of a text that is longer than its page.
  private static func first(of rows: [LessonRows.Row], _ lecture: Lecture, in page: Rect) -> Int {
    min(lecture.scroll, max(0, rows.count - page.height))
  }

  /// Where the text leaves room: the parts of the step in the focus view, else what the navigator
  /// of the car in focus says.
  private static func drawBelow(
    _ model: Model, _ layout: Layout, in rect: Rect, on frame: inout Frame
  ) {
    if let step = layout.step, rect.height >= leastColumn {
      _ = StepColumn.draw(step, model, in: rect, mayExplain: false, on: &frame)
      return
    }
    let rows = min(rect.height, navigatorRows)
    guard rows > NavigatorPanel.titledHeight, !layout.maps.isEmpty else { return }
    NavigatorPanel.draw(model, car: model.focus, in: rect.split(top: rows).top, on: &frame)
  }

  private static let navigatorRows = 10
  /// The least rows that the parts of a step need.
  private static let leastColumn = 12

  /// How far the page can be scrolled until its last row shows.
  static func lastScroll(of model: Model, in rect: Rect) -> Int {
    let page = page(of: rect)
    let rows = LessonRows(model, width: page.width).fitted(to: page.height)
    return max(0, rows.count - page.height)
  }

  private static func page(of rect: Rect) -> Rect {
    let margin = rect.width >= 48 ? 2 : 1
    return rect.inset(left: margin, top: rect.height > 16 ? 1 : 0, right: margin)
  }
}
