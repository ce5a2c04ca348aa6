import Descent
import Drawing
import Files
import Texts

/// The car in focus: its settings, where it is, and what happened to it.
enum CarPanel {
  /// How much of it there is room for.
  enum Detail: CaseIterable { case settings, formula, all }

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
    frame.write(.name(ofCar: model.focus, model), x: x, y: rect.y, width: max(0, rect.maxX - x))
    frame.write(lines(detail, model, width: rect.width), in: rect.inset(top: 1))
  }

  private static func lines(_ detail: Detail, _ model: Model, width: Int) -> [StyledLine] {
    let theme = model.theme
    let (car, driver) = (model.race.cars[model.focus], model.race.drivers[model.focus])
    var lines: [StyledLine] = []
    if detail != .settings, car.path == nil {
      lines += car.rule.formula.map { StyledLine($0, theme.ink) }
      if detail == .all { lines.append(StyledLine()) }
    }
    lines += StyledLine.wrapped(CarFacts.settings(of: car, model), to: width, theme.dim)
    if detail != .settings {
      for remark in model.strings.remarks(onPathOf: car, in: model.race) {
        lines += StyledLine.wrapped(remark, to: width, theme.ink)
      }
    }
    if detail == .all {
      lines += CarFacts.position(of: driver, model).map { StyledLine($0, theme.ink) }
    }
    if detail != .settings, car.isStochasticInName(on: model.surface) {
      lines += StyledLine.wrapped(CarFacts.stochasticNote(model), to: width, theme.warning)
    }
    return lines
  }
}
