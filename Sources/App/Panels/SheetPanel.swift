import Drawing

/// Lays the open sheet over the map.
enum SheetPanel {
  static func draw(_ model: Model, on frame: inout Frame) {
    guard let open = model.sheet else { return }
    let (theme, sheet) = (model.theme, sheet(open.kind, of: model))
    let rect = rect(of: sheet, in: model.size)
    let paper = theme.paper.mixed(with: theme.ink, 0.08)
    frame.fill(rect, with: Cell(" ", ink: theme.ink, paper: paper))
    frame.write(
      " \(sheet.title) ".padded(to: rect.width), x: rect.x, y: rect.y, ink: theme.accentInk,
      paper: theme.accent, style: .bold)

    let page = rect.inset(left: margin, top: 2, right: margin, bottom: 1)
    let first = min(open.scroll, sheet.lines.count)
    for (row, line) in sheet.lines.dropFirst(first).prefix(page.height).enumerated() {
      let y = page.y + row
      let paper = line.paper ?? paper
      let lead = line.indent == 0 ? "" : line.lead.padded(to: line.indent)
      frame.write(
        lead, x: page.x, y: y, ink: line.paper == nil ? theme.ink : line.ink, paper: paper,
        style: .bold)
      let text = line.paper == nil ? line.text : line.text.padded(to: page.width - line.indent)
      frame.write(
        text, x: page.x + line.indent, y: y, ink: line.ink, paper: paper,
        style: line.style, maxWidth: page.width - line.indent)
    }
    if first + page.height < sheet.lines.count {
      frame.write("↓", x: page.maxX - 1, y: page.maxY, ink: theme.accent, style: .bold)
    }
    if first > 0 {
      frame.write("↑", x: page.maxX - 1, y: page.y - 1, ink: theme.accent, style: .bold)
    }
  }

  /// How far the open sheet can be scrolled until its last line shows.
  static func lastScroll(of model: Model) -> Int {
    guard let open = model.sheet else { return 0 }
    let sheet = sheet(open.kind, of: model)
    return max(0, sheet.lines.count - (rect(of: sheet, in: model.size).height - 3))
  }

  /// How many lines of a long sheet show.
  static func rows(in size: Size) -> Int { max(0, size.height - 5) }

  private static func sheet(_ kind: Model.Sheet.Kind, of model: Model) -> Sheet {
    let width = width(in: model.size) - 2 * margin
    return switch kind {
    case .help: HelpSheet.sheet(of: model, width: width)
    case .card: CardSheet.sheet(of: model, width: width)
    case .lessons: LessonSheet.sheet(of: model, width: width)
    }
  }

  /// A narrow screen is covered whole: what would peep out beside the sheet tells nothing. The
  /// first row stays free for the header, the last for the keys.
  private static func rect(of sheet: Sheet, in size: Size) -> Rect {
    let (width, room) = (width(in: size), size.height - 2)
    let height = width == size.width ? room : min(room, sheet.lines.count + 4)
    return Rect(
      x: (size.width - width) / 2, y: 1 + (room - height) / 2, width: width, height: height)
  }

  private static func width(in size: Size) -> Int { size.width < 100 ? size.width : 76 }

  private static let margin = 2
}
