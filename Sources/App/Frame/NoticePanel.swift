import Drawing
import Files

/// News in the last row above the footer, or in as many as they take: the keys stay where they are.
enum NoticePanel {
  static func draw(_ model: Model, above row: Int, on frame: inout Frame) {
    guard let notice = model.notice else { return }
    let theme = model.theme
    let lines = notice.wrapped(to: frame.size.width - 2)
    let width = 2 + (lines.map(\.cellWidth).max() ?? 0)
    // A ground of its own in a tint of its ink, so that it stands out from a map without shouting.
    let ink = model.isWarning ? theme.warning : theme.ink
    let paper = theme.paper.mixed(with: ink, 0.12)
    let top = max(0, row - lines.count)
    frame.fill(
      Rect(x: 0, y: top, width: width, height: lines.count),
      with: Cell(" ", ink: ink, paper: paper))
    for (place, line) in lines.enumerated() where top + place < row {
      frame.write(line, x: 1, y: top + place, ink: ink, paper: paper)
    }
  }
}
