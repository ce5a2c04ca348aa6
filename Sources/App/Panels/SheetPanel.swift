import Descent
import Drawing

/// What lies over the map until it is closed: the help and the car card.
enum SheetPanel {
  private struct Line {
    var text: String
    var ink: Color
    var style: Cell.Style = []
    /// Columns before the text; the left column of a pair is written in `lead`.
    var indent = 0
    var lead: String?
  }

  static func drawHelp(_ model: Model, scroll: Int, on frame: inout Frame) {
    let bindings = Keymap.race.filter { $0.help != nil }
    let labels = bindings.map(\.label.cellWidth).max() ?? 0
    var lines: [Line] = bindings.map { binding in
      Line(
        text: binding.help.map { model.strings[$0] } ?? "", ink: model.theme.ink,
        indent: labels + 3, lead: binding.label)
    }
    lines.append(Line(text: "", ink: model.theme.ink))
    for part in model.strings[.helpMouseHint].wrapped(to: width(in: frame) - 4) {
      lines.append(Line(text: part, ink: model.theme.dim))
    }
    let legend = model.strings[.helpLegend]
    for part in legend.wrapped(to: width(in: frame) - 4) {
      lines.append(Line(text: part, ink: model.theme.dim))
    }
    draw(lines, title: model.strings[.helpTitle], model, scroll: scroll, on: &frame)
  }

  static func drawCard(_ model: Model, scroll: Int, on frame: inout Frame) {
    let (strings, theme, race) = (model.strings, model.theme, model.race)
    let (car, driver) = (race.cars[model.focus], race.drivers[model.focus])
    let about = car.rule.about
    let inner = width(in: frame) - 4
    var lines: [Line] = []
    func paragraph(_ text: String, _ ink: Color) {
      for part in text.wrapped(to: inner) { lines.append(Line(text: part, ink: ink)) }
    }
    func blank() { lines.append(Line(text: "", ink: theme.ink)) }

    paragraph("\(about.authors) \(about.year), \(about.source)", theme.dim)
    paragraph(about.link, theme.dim)
    blank()
    for formula in about.formula {
      lines.append(Line(text: formula, ink: theme.accent, style: .bold))
    }
    blank()
    for part in Strings.OptimizerPart.allCases {
      paragraph(strings.optimizer(about.name, part), theme.ink)
    }
    blank()
    let names = car.rule.settings.map(\.name.cellWidth).max() ?? 0
    for setting in car.rule.settings {
      lines.append(
        Line(
          text: "\(setting.symbol.padded(to: 5)) \(setting.valueText)", ink: theme.ink,
          indent: names + 3, lead: setting.name))
    }
    if let batch = car.batch(on: race.surface) {
      paragraph(
        strings(.carBatch, ["batch": "\(batch)", "count": "\(race.surface.sampleCount)"]),
        theme.ink)
    }
    if car.sampling.noise > 0 {
      paragraph(
        strings(.cardNoise, ["noise": NumberText.compact(car.sampling.noise)]), theme.ink)
    }
    blank()
    for line in CarFacts.position(of: driver, model) { paragraph(line, theme.ink) }
    paragraph(
      strings(.cardGradients, ["count": "\(driver.gradientEvaluations)"]), theme.dim)
    if let limit = speedLimit(of: car, driver, race.surface) {
      paragraph(
        limit.isBroken
          ? strings(.cardAboveLimit, ["limit": limit.text])
          : strings(.cardLimit, ["limit": limit.text]), limit.isBroken ? theme.warning : theme.ink)
    }
    for remark in CarFacts.remarks(on: car, driver, model) { paragraph(remark, theme.warning) }
    let title = "\(model.focus + 1) \(theme.glyph(ofCar: model.focus)) \(car.title)"
    draw(lines, title: title, model, scroll: scroll, on: &frame)
  }

  private static func speedLimit(
    of car: Car, _ driver: Race.Driver, _ surface: any Surface
  ) -> (text: String, isBroken: Bool)? {
    guard driver.crash == nil else { return nil }
    let greatest = surface.jet(at: driver.position).hessian.eigenvalues.greatest
    return car.rule.stableRate(atCurvature: greatest).map { limit in
      (NumberText.scientific(limit).trimmed, car.rule.rate > limit)
    }
  }

  /// A narrow screen is covered whole: what would peep out beside the sheet tells nothing.
  private static func width(in frame: Frame) -> Int {
    frame.size.width < 100 ? frame.size.width : 76
  }

  private static func draw(
    _ lines: [Line], title: String, _ model: Model, scroll: Int, on frame: inout Frame
  ) {
    let theme = model.theme
    let width = width(in: frame)
    // The first row stays free for the header, the last for the keys.
    let room = frame.size.height - 2
    let height = width == frame.size.width ? room : min(room, lines.count + 4)
    let rect = Rect(
      x: (frame.size.width - width) / 2, y: 1 + (room - height) / 2, width: width,
      height: height)
    let paper = theme.paper.mixed(with: theme.ink, 0.08)
    frame.fill(rect, with: Cell(" ", ink: theme.ink, paper: paper))
    frame.write(
      " \(title) ".padded(to: width), x: rect.x, y: rect.y, ink: theme.accentInk,
      paper: theme.accent, style: .bold)

    let rows = height - 3
    let first = min(scroll, max(0, lines.count - rows))
    for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
      let y = rect.y + 2 + row
      if let lead = line.lead {
        frame.write(lead, x: rect.x + 2, y: y, ink: theme.ink, paper: paper, style: .bold)
      }
      frame.write(
        line.text, x: rect.x + 2 + line.indent, y: y, ink: line.ink, paper: paper,
        style: line.style, maxWidth: width - 4 - line.indent)
    }
    if first + rows < lines.count {
      frame.write("↓", x: rect.maxX - 3, y: rect.maxY - 1, ink: theme.accent, style: .bold)
    }
    if first > 0 {
      frame.write("↑", x: rect.maxX - 3, y: rect.y + 1, ink: theme.accent, style: .bold)
    }
  }
}
