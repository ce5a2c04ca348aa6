import Drawing
import Files

/// Lays the open sheet over the maps.
enum SheetPanel {
  static func draw(_ model: Model, _ layout: Layout, on frame: inout Frame) {
    guard let open = model.sheet else { return }
    let rect = layout.sheet
    let (theme, sheet) = (model.theme, sheet(open.kind, of: model, in: rect))
    let paper = theme.paper.mixed(with: theme.ink, 0.08)
    frame.fill(rect, with: Cell(" ", ink: theme.ink, paper: paper))
    frame.write(
      " \(sheet.title) ".padded(to: rect.width), x: rect.x, y: rect.y, ink: theme.accentInk,
      paper: theme.accent, style: .bold)

    let page = rect.inset(left: margin, top: 2, right: margin, bottom: 1)
    let scroll =
      switch open.kind {
      case .lessons: LessonSheet.scroll(of: model, rows: page.height)
      case .pages: PageSheet.scroll(of: model, rows: page.height)
      case .help, .card: open.scroll
      }
    let first = min(scroll, sheet.lines.count)
    for (row, line) in sheet.lines.dropFirst(first).prefix(page.height).enumerated() {
      let y = page.y + row
      // A line that is set off is so over the whole width.
      if let own = line.runs.first?.paper {
        let whole = Rect(x: page.x, y: y, width: page.width, height: 1)
        frame.fill(whole, with: Cell(" ", ink: theme.ink, paper: own))
      }
      frame.write(line, x: page.x, y: y, paper: paper, width: page.width)
    }
    if first + page.height < sheet.lines.count {
      frame.write("↓", x: page.maxX - 1, y: page.maxY, ink: theme.accent, style: .bold)
    }
    if first > 0 {
      frame.write("↑", x: page.maxX - 1, y: page.y - 1, ink: theme.accent, style: .bold)
    }
  }

  /// How far the open sheet can be scrolled until its last line shows.
  static func lastScroll(_ open: Model.Sheet, of model: Model, in rect: Rect) -> Int {
    max(0, sheet(open.kind, of: model, in: rect).lines.count - (rect.height - 3))
  }

  private static func sheet(_ kind: Model.Sheet.Kind, of model: Model, in rect: Rect) -> SheetText {
    let width = min(rect.width, Layout.sheetColumns) - 2 * margin
    return switch kind {
    case .help:
      HelpSheet.sheet(
        of: model, width: HelpSheet.hasColumns(rect.width) ? rect.width - 2 * margin : width)
    case .card: CardSheet.sheet(of: model, width: width)
    case .lessons: LessonSheet.sheet(of: model, width: width)
    case .pages: PageSheet.sheet(of: model, width: width)
    }
  }

  private static let margin = 2
}
