import Descent
import Drawing
import Files
import Texts

/// The car in focus: its settings, where it is, and what happened to it.
enum FocusPanel {
  /// How much of it there is room for.
  enum Detail: CaseIterable { case settings, formula, all }

  typealias Line = (text: String, ink: Color)

  /// Title and lines, in rows.
  static func height(_ detail: Detail, _ model: Model, width: Int) -> Int {
    1 + lines(detail, model, width: width).count
  }

  static func draw(_ detail: Detail, _ model: Model, in rect: Rect, on frame: inout Frame) {
    let theme = model.theme
    var x = rect.x
    x += frame.write(
      model.strings[.focusTitle], x: x, y: rect.y, ink: theme.dim, style: .bold)
    x += 2
    x += frame.write(
      "\(theme.glyph(ofCar: model.focus)) \(model.race.cars[model.focus].title)", x: x,
      y: rect.y, ink: theme.color(ofCar: model.focus), style: .bold, maxWidth: rect.maxX - x)
    let lines = lines(detail, model, width: rect.width)
    for (row, line) in lines.prefix(rect.height - 1).enumerated() {
      frame.write(
        line.text, x: rect.x, y: rect.y + 1 + row, ink: line.ink, maxWidth: rect.width)
    }
  }

  private static func lines(_ detail: Detail, _ model: Model, width: Int) -> [Line] {
    let theme = model.theme
    let (car, driver) = (model.race.cars[model.focus], model.race.drivers[model.focus])
    var lines: [Line] = []
    if detail != .settings { lines += car.rule.formula.map { ($0, theme.ink) } }
    if detail == .all { lines.append(("", theme.ink)) }
    lines += CarFacts.settings(of: car, model).wrapped(to: width).map { ($0, theme.dim) }
    if detail == .all {
      lines += CarFacts.position(of: driver, model).map { ($0, theme.ink) }
    }
    if detail != .settings, car.isStochasticInName(on: model.surface) {
      lines += CarFacts.stochasticNote(model).wrapped(to: width).map { ($0, theme.warning) }
    }
    return lines
  }
}
