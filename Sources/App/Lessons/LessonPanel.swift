import Descent
import Drawing
import Files
import Texts

/// The page of a lesson, beside the maps or instead of them.
enum LessonPanel {
  static func draw(
    _ model: Model, _ layout: Layout, in rect: Rect, scenery: Scenery, on frame: inout Frame
  ) {
    guard let lecture = model.lecture else { return }
    let page = page(of: rect)
    let rows = layout.lessonRows
    let first = first(of: rows, lecture, in: page)
    for (place, row) in rows.dropFirst(first).prefix(page.height).enumerated() {
      frame.write(row.line, x: page.x, y: page.y + place, width: page.width)
    }
    layout.lessonColumn?.draw(model, scenery: scenery, on: &frame)
    if let step = layout.step, !model.isPresentation {
      var below = page.inset(top: rows.count + 2)
      if let top = layout.lessonColumn?.top { below = below.inset(bottom: below.maxY - top + 1) }
      if below.height >= leastColumn {
        _ = StepColumn.draw(
          step, model, in: below, mayExplain: false, scenery: scenery, on: &frame)
      }
    }
    let (accent, x) = (model.theme.accent, rect.maxX - 1)
    if first + page.height < rows.count {
      frame.write("↓", x: x, y: page.maxY - 1, ink: accent, style: .bold)
    }
    if first > 0 { frame.write("↑", x: x, y: page.y, ink: accent, style: .bold) }
  }

  /// The choice of the page's question whose words are in that row of the screen.
  static func choice(atRow y: Int, in rect: Rect, _ layout: Layout, _ model: Model) -> Int? {
    guard let lecture = model.lecture else { return nil }
    let page = page(of: rect)
    let rows = layout.lessonRows
    let place = first(of: rows, lecture, in: page) + y - page.y
    return y >= page.y && y < page.maxY && place < rows.count ? rows[place].choice : nil
  }

  /// The formula is left to the parts of the step, where there is room for them below.
  static func rows(of model: Model, in rect: Rect) -> [LessonRows.Row] {
    let page = page(of: rect)
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

  /// What stands under the text; `nil` where the parts of a step do.
  static func column(
    below rows: [LessonRows.Row], of model: Model, in rect: Rect
  ) -> LessonColumn? {
    let below = page(of: rect).inset(top: rows.count + 1)
    guard model.view == .focus, below.height > leastColumn, !model.isPresentation else {
      return LessonColumn(model, below: below)
    }
    // The parts of the step come first.
    let rest = below.inset(top: leastColumn + 3)
    guard model.lecture?.current.column != nil, rest.height >= 9 else { return nil }
    return LessonColumn(model, below: rest)
  }

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
