import Drawing
import Files
import Texts

/// The tour in a few quiet rows above the footer: what there is to see, and the key to press next.
enum TourPanel {
  /// How many rows the tour takes in this window: as many as its longest stop needs, so that
  /// nothing moves from stop to stop.
  static func rows(of model: Model) -> Int {
    (0...Tour.stops(in: model.keymap).count).map { lines(after: $0, model).count }.max() ?? 0
  }

  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let tour = model.tour else { return }
    let theme = model.theme
    let paper = theme.paper.mixed(with: theme.accent, 0.16)
    frame.fill(rect, with: Cell(" ", ink: theme.ink, paper: paper))
    let badge = badge(after: tour.passed, model)
    frame.write(
      badge, x: rect.x, y: rect.y, ink: theme.accentInk, paper: theme.accent, style: .bold)
    let x = rect.x + badge.cellWidth + 1
    let lines = lines(after: tour.passed, model).prefix(rect.height)
    for (row, line) in lines.enumerated() { frame.write(line, x: x, y: rect.y + row, paper: paper) }

    // How to leave stands at the right, where the last row has room for it.
    let leave = model.strings(.tourLeave, ["close": model.keymap.label(of: "close")])
    let left = rect.maxX - 1 - leave.cellWidth
    let last = lines.count < rect.height ? 0 : lines.last?.width ?? 0
    guard model.tourStop != nil, left >= x + last + 3 else { return }
    frame.write(leave, x: left, y: rect.maxY - 1, ink: theme.dim, paper: paper)
  }

  private static func badge(after passed: Int, _ model: Model) -> String {
    let count = Tour.stops(in: model.keymap).count
    let blanks = ["number": "\(min(passed + 1, count))", "count": "\(count)"]
    return " \(model.strings(.tourTitle, blanks)) "
  }

  /// In a window too small for both, only what to press.
  private static func lines(after passed: Int, _ model: Model) -> [StyledLine] {
    let (seen, next) = Tour.told(after: passed, in: model.strings, model.keymap)
    let width = max(1, model.size.width - badge(after: passed, model).cellWidth - 2)
    let isPocket = Layout.isPocket(model.size)
    return (isPocket ? [] : StyledLine.wrapped(seen, to: width, model.theme.ink))
      + StyledLine.wrapped(next, to: width, model.theme.ink, .bold)
  }
}
