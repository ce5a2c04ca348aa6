import Descent
import Drawing

/// The car in focus: its settings, where it is, and what happened to it.
enum FocusPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let theme = model.theme
    let (car, driver) = (model.race.cars[model.focus], model.race.drivers[model.focus])
    let color = theme.color(ofCar: model.focus)
    var x = rect.x
    x += frame.write(
      model.strings[.focusTitle], x: x, y: rect.y, ink: theme.dim, style: .bold)
    x += 2
    x += frame.write(
      "\(theme.glyph(ofCar: model.focus)) \(car.title)", x: x, y: rect.y, ink: color,
      style: .bold, maxWidth: rect.maxX - x)

    var lines: [(text: String, ink: Color)] = []
    for formula in car.rule.formula { lines.append((formula, theme.ink)) }
    lines.append(("", theme.ink))
    for line in CarFacts.settings(of: car, model).wrapped(to: rect.width) {
      lines.append((line, theme.dim))
    }
    for line in CarFacts.position(of: driver, model) { lines.append((line, theme.ink)) }
    for remark in CarFacts.remarks(on: car, driver, model) {
      for line in remark.wrapped(to: rect.width) { lines.append((line, theme.warning)) }
    }
    for (row, line) in lines.prefix(rect.height - 1).enumerated() {
      frame.write(
        line.text, x: rect.x, y: rect.y + 1 + row, ink: line.ink, maxWidth: rect.width)
    }
  }
}
