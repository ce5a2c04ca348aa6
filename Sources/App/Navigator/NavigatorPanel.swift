import Descent
import Drawing
import Files
import Texts

/// What the navigator says of the step that a car is about to take; under it, set apart, what only
/// the map shows: the viewer sees it, the car does not.
enum NavigatorPanel {
  /// Draws as many remarks as the rectangle holds, the most telling of them, from its top on.
  /// Less than `titledHeight` rows are without title.
  static func draw(_ model: Model, car: Int, in rect: Rect, on frame: inout Frame) {
    let remarks = Navigator.remarks(on: model.race, car: car)
    let isTitled = rect.height >= titledHeight
    let page = Page(model, rect.size, isTitled: isTitled)
    if isTitled {
      let (theme, title) = (model.theme, model.strings[.navigatorTitle])
      let x = 2 + frame.write(title, x: rect.x, y: rect.y, ink: theme.dim, style: .bold)
      frame.write(
        .name(ofCar: car, model), x: rect.x + x, y: rect.y, width: max(0, rect.width - x))
    }
    frame.write(page.lines(of: remarks), in: rect.inset(top: rect.height - page.room))
  }

  static let titledHeight = 4
}

/// Chooses what fits and sets it.
private struct Page {
  let model: Model
  let width: Int
  /// Rows under the title.
  let room: Int
  /// Whether there is a title; then the remarks that need the map have one of their own too.
  let isTitled: Bool

  init(_ model: Model, _ size: Size, isTitled: Bool) {
    self.model = model
    width = size.width
    room = size.height - (isTitled ? 1 : 0)
    self.isTitled = isTitled
  }

  /// - Parameter remarks: the most telling first.
  func lines(of remarks: [Remark]) -> [StyledLine] {
    // The heading comes before all that may be left out.
    let first = remarks.filter { $0.row == 0 }
    var chosen: [Remark] = []
    for remark in first + remarks.filter({ $0.row > 0 }) {
      let tried = chosen + [remark]
      if chosen.isEmpty || set(tried).count <= room { chosen = tried }
    }
    return set(chosen)
  }

  private func set(_ remarks: [Remark]) -> [StyledLine] {
    let sorted = remarks.sorted { $0.row < $1.row }
    let felt = sorted.filter { !$0.needsMap }.flatMap(lines)
    let seen = sorted.filter(\.needsMap).flatMap(lines)
    guard isTitled, !seen.isEmpty else { return felt + seen }
    let title = StyledLine(model.strings[.navigatorMapTitle], model.theme.dim, .bold)
    // Its title rests half-way down while remarks above it come and go.
    let air = max(0, min(room / 2, room - 1 - seen.count) - felt.count)
    return felt + Array(repeating: StyledLine(), count: air) + [title] + seen
  }

  private func lines(of remark: Remark) -> [StyledLine] {
    var text = model.strings.sentence(remark)
    if remark.needsMap, !isTitled { text = model.strings(.navigatorOnMap, ["remark": text]) }
    if case .heading(let bearing, _) = remark, text.cellWidth + 2 <= width {
      text = "\(Self.arrow(bearing)) \(text)"
    }
    let ink = remark.isWarning ? model.theme.warning : model.theme.ink
    return StyledLine.wrapped(text, to: width, ink)
  }

  private static func arrow(_ bearing: Double) -> Unicode.Scalar {
    let arrows: [Unicode.Scalar] = ["↑", "↗", "→", "↘", "↓", "↙", "←", "↖"]
    return arrows[Int((bearing / 45).rounded()) % 8]
  }
}
