import Descent
import Drawing
import Files
package import Texts

/// What each car does at every rate, a line a car: rates from left to right on a log scale.
enum RateStripPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let columns = Columns(width: rect.width)
    let hasHeading = rect.height > 1
    if hasHeading { drawHeading(columns, model, in: rect, on: &frame) }
    let rows = rect.height - (hasHeading ? 1 : 0)
    for (row, car) in cars(of: model, atMost: rows).enumerated() {
      drawRow(
        ofCar: car, columns, model, x: rect.x, y: rect.y + row + (hasHeading ? 1 : 0), on: &frame)
    }
    if rows > model.shown.count {
      drawScale(columns, model, x: rect.x, y: rect.maxY - 1, on: &frame)
    }
  }

  /// The powers of ten, each under its place.
  private static func drawScale(
    _ columns: Columns, _ model: Model, x: Int, y: Int, on frame: inout Frame
  ) {
    for exponent in -5...1 {
      let text = NumberText.brief(Elementary.powerOfTen(exponent))
      guard let cell = columns.cell(of: Elementary.powerOfTen(exponent)) else { continue }
      let place = min(cell, columns.strip.upperBound - text.cellWidth)
      frame.write(text, x: x + place, y: y, ink: model.theme.dim)
    }
  }

  /// The shown ones, the car in focus among them.
  private static func cars(of model: Model, atMost count: Int) -> [Int] {
    let shown = model.shown
    guard count < shown.count else { return shown }
    let first = min(shown.firstIndex(of: model.focus) ?? 0, shown.count - count)
    return Array(shown[first..<first + count])
  }

  /// Where name, strip and number stand, from the left.
  struct Columns {
    let name: Int
    let strip: Range<Int>

    init(width: Int) {
      name = width >= 60 ? 12 : 3
      strip = name..<max(name + 1, width - 11)
    }

    /// The rate that a cell of the strip stands for: the middle one of those that fall into it.
    func index(ofCell x: Int) -> Int {
      let last = RateStrip.rates.count - 1
      guard strip.count > 1 else { return 0 }
      return (x - strip.lowerBound) * last / (strip.count - 1)
    }

    /// The cell of a rate; `nil` beyond the strip.
    func cell(of rate: Double) -> Int? {
      let rates = RateStrip.rates
      guard rate >= rates[0] * 0.9, rate <= rates[rates.count - 1] * 1.1 else { return nil }
      let index = RateStrip.index(of: rate)
      return strip.lowerBound + (index * (strip.count - 1) + (rates.count - 1) / 2)
        / (rates.count - 1)
    }
  }

  private static func drawHeading(
    _ columns: Columns, _ model: Model, in rect: Rect, on frame: inout Frame
  ) {
    let (theme, strings) = (model.theme, model.strings)
    let strips = model.shown.compactMap { model.strip(ofCar: $0) }
    let hasUndefined = strips.contains { $0.trials.contains { $0.verdict == .undefined } }
    let verdicts = Trial.Outcome.Verdict.allCases.filter { $0 != .undefined || hasUndefined }
    // What the colours mean is worth more than what the strip is called.
    let words = verdicts.map { strings[$0.text].cellWidth + 2 }.reduce(0, +)
    var x = rect.x - 2
    if strings[.stripTitle].cellWidth + words <= rect.width {
      x =
        rect.x
        + frame.write(strings[.stripTitle], x: rect.x, y: rect.y, ink: theme.dim, style: .bold)
    }
    for verdict in verdicts {
      let word = strings[verdict.text]
      guard x + 2 + word.cellWidth <= rect.maxX else { return }
      x += 2 + frame.write(word, x: x + 2, y: rect.y, ink: theme.ink(of: verdict), style: .bold)
    }
    let name = limitPlace(of: model).map { BasinsPanel.name(ofMinimum: $0) }
    let marks =
      ["▼ \(strings[.stripNow])"]
      + (name.map { ["│ \(strings(.stripLimit, ["place": $0]))"] } ?? [])
    x += 2
    for mark in marks where x + 2 + mark.cellWidth <= rect.maxX {
      x += 2 + frame.write(mark, x: x + 2, y: rect.y, ink: theme.dim)
    }
  }

  private static func drawRow(
    ofCar car: Int, _ columns: Columns, _ model: Model, x: Int, y: Int, on frame: inout Frame
  ) {
    let (theme, racer, wear) = (model.theme, model.race.cars[car], model.livery[car])
    let style: Cell.Style = car == model.focus ? [.bold, .underline] : .bold
    let title = columns.name > 3 ? racer.title(cutTo: columns.name - 3) : ""
    frame.write(
      "\(wear.glyph) \(title)", x: x, y: y, ink: wear.color, style: style,
      maxWidth: max(1, columns.name - 1))
    if let refusal = model.labRefusal(ofCar: car) {
      frame.write(
        refusal, x: x + columns.strip.lowerBound, y: y, ink: theme.dim,
        maxWidth: columns.strip.count)
      return
    }
    let strip = model.strip(ofCar: car)
    for cell in columns.strip {
      guard let verdict = strip?.trials[columns.index(ofCell: cell)].verdict else {
        frame[x + cell, y] = Cell(" ", paper: theme.paper.mixed(with: theme.ink, 0.05))
        continue
      }
      let paper = theme.paper(of: verdict)
      frame[x + cell, y] = Cell(
        verdict.glyph, ink: paper.mixed(with: theme.paper, 0.16), paper: paper)
    }
    mark("│", at: limit(ofCar: car, model).flatMap(columns.cell), x, y, theme, on: &frame)
    mark("▼", at: columns.cell(of: racer.rule.rate), x, y, theme, on: &frame)
    let exact = NumberText.compact(racer.rule.rate)
    let rate = exact.cellWidth <= 8 ? exact : NumberText.brief(racer.rule.rate)
    frame.write(
      "η \(rate)", x: x + columns.strip.upperBound + 1, y: y,
      ink: car == model.focus ? theme.ink : theme.dim, maxWidth: 10)
  }

  private static func mark(
    _ glyph: Unicode.Scalar, at cell: Int?, _ x: Int, _ y: Int, _ theme: Theme,
    on frame: inout Frame
  ) {
    guard let cell else { return }
    frame.draw(glyph, ink: theme.landmark, style: .bold, x: x + cell, y: y)
  }

  /// The minimum that the speed limit is told of: where the car in focus comes to from the start,
  /// else the lowest.
  private static func limitPlace(of model: Model) -> Int? {
    let index = RateStrip.index(of: model.race.cars[model.focus].rule.rate)
    let own = model.strip(ofCar: model.focus)?.trials[index].minimum
    return own ?? (model.surface.minima.isEmpty ? nil : 0)
  }

  /// The greatest stable rate there; `nil` for rules that have none.
  private static func limit(ofCar car: Int, _ model: Model) -> Double? {
    guard let place = limitPlace(of: model) else { return nil }
    let hessian = model.surface.jet(at: model.surface.minima[place].position).hessian
    return model.race.cars[car].rule.stableRate(atCurvature: hessian.eigenvalues.greatest)
  }
}

extension Trial.Outcome.Verdict {
  package var text: Text {
    switch self {
    case .crawls: .stripCrawls
    case .arrives: .stripArrives
    case .swings: .stripSwings
    case .leaves: .stripLeaves
    case .undefined: .stripUndefined
    }
  }

  /// Tells them apart without colours.
  package var glyph: Unicode.Scalar {
    switch self {
    case .crawls: "."
    case .arrives: "="
    case .swings: "~"
    case .leaves: "!"
    case .undefined: "?"
    }
  }
}

extension Theme {
  /// The colour that a verdict is written in.
  func ink(of verdict: Trial.Outcome.Verdict) -> Color {
    switch verdict {
    case .crawls: anatomy.memory
    case .arrives: anatomy.scale
    case .swings: anatomy.correction
    case .leaves: warning
    case .undefined: dim
    }
  }

  /// The colour that stands for it as a field.
  func paper(of verdict: Trial.Outcome.Verdict) -> Color {
    let strength =
      switch verdict {
      case .crawls: 0.3
      case .arrives: 0.75
      case .swings: 0.75
      case .leaves: 0.55
      case .undefined: 0.3
      }
    return paper.mixed(with: ink(of: verdict), strength)
  }
}
