import Descent
import Drawing

/// The first row: the program, surface and formula on the left; where and when on the right.
enum HeaderPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let (theme, race) = (model.theme, model.race)
    let (title, formula) = (race.surface.about.title, race.surface.about.formula)
    let badge = " downhill "
    var facts = facts(of: model)
    func width() -> Int { facts.map(\.cellWidth).reduce(0, +) + 3 * (facts.count - 1) }
    func fits(_ left: Int) -> Bool { left + 3 + width() < rect.width }

    // What matters least goes first when the row is too short: the start, which is on the map
    // too, for a good part of the formula; then the seed, then the badge.
    let left = badge.cellWidth + 2 + title.cellWidth
    if !fits(left + 2 + min(formula.cellWidth, 16)) { facts.removeFirst() }
    if !fits(left) { facts.removeFirst() }
    let showsBadge = fits(left)

    var x = rect.x
    if showsBadge {
      x += frame.write(
        badge, x: x, y: rect.y, ink: theme.accentInk, paper: theme.accent, style: .bold)
      x += 1
    }
    x += 1
    x += frame.write(title, x: x, y: rect.y, ink: theme.ink, style: .bold)
    let right = rect.maxX - 1 - width()
    let room = right - x - 5
    if room >= 12 {
      frame.write(formula.cut(to: room), x: x + 2, y: rect.y, ink: theme.dim)
    }
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
