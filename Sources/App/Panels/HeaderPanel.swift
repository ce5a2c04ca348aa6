import Descent
import Drawing

/// The first row: the program, surface and formula on the left; where and when on the right.
enum HeaderPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (theme, race) = (model.theme, model.race)
    // What matters least goes first when the row is too short.
    var facts = facts(of: model)
    func width() -> Int { facts.map(\.cellWidth).reduce(0, +) + 3 * (facts.count - 1) }
    let title = race.surface.about.title
    let badge = " downhill "
    var left = badge.cellWidth + 2 + title.cellWidth
    while facts.count > 2, left + 2 + width() > rect.width { facts.removeFirst() }
    let showsBadge = left + 2 + width() <= rect.width
    if !showsBadge { left -= badge.cellWidth + 1 }

    var x = rect.x
    if showsBadge {
      x += frame.write(
        badge, x: x, y: rect.y, ink: theme.accentInk, paper: theme.accent, style: .bold)
      x += 1
    }
    x += 1
    x += frame.write(title, x: x, y: rect.y, ink: theme.ink, style: .bold)
    let right = rect.maxX - width()
    frame.write(
      race.surface.about.formula, x: x + 2, y: rect.y, ink: theme.dim,
      maxWidth: right - x - 5)
    frame.write(facts.joined(separator: "   "), x: right, y: rect.y, ink: theme.ink)
  }

  /// The least important first.
  private static func facts(of model: Model) -> [String] {
    let (strings, race) = (model.strings, model.race)
    let start = { (x: Double) in NumberText.fixed(x, decimals: 2) }
    let step = String(race.tick).padded(to: 5, .right)
    let speed = "\(model.speed.stepsPerSecond)"
    return [
      strings(.headerStart, ["x": start(race.start.x), "y": start(race.start.y)]),
      strings(.headerSeed, ["seed": "\(race.seed)"]),
      strings(.headerStep, ["step": step]),
      strings(
        model.isPlaying ? .headerPlaying : .headerPaused, ["speed": speed]),
    ]
  }
}
