import Descent
import Drawing
import Files
import Terminal
import Texts

/// What the car in focus does with each pair of its rate and another setting: hue is the verdict,
/// brightness how soon it arrives; or the loss at the end as the map's own colours.
enum SettingsMapPanel {
  /// The picture in a rectangle: without its axes.
  static func picture(in rect: Rect) -> Rect {
    rect.inset(left: min(9, rect.width), bottom: min(2, rect.height))
  }

  static func draw(
    _ map: Layout.Map, of model: Model, scenery: Scenery, on frame: inout Frame
  ) {
    drawTitle(in: map.title, model, on: &frame)
    guard let axes = model.mapAxes(map) else {
      for (row, line) in (model.labRefusal(ofCar: model.focus) ?? model.strings[.mapNoSetting])
        .wrapped(to: max(1, map.rect.width - 2))
        .enumerated() where row < map.rect.height
      {
        frame.write(line, x: map.rect.x + 1, y: map.rect.y + row, ink: model.theme.ink)
      }
      return
    }
    let rect = picture(in: map.rect)
    paint(model.settingsMap(with: axes), rect, model, scenery, on: &frame)
    drawAxes(axes, around: rect, in: map.rect, model, on: &frame)
    drawCursor(axes, rect, model, on: &frame)
  }

  private static func paint(
    _ map: SettingsMap?, _ rect: Rect, _ model: Model, _ scenery: Scenery,
    on frame: inout Frame
  ) {
    let theme = model.theme
    let unknown = theme.paper.mixed(with: theme.ink, 0.05)
    let losses = map?.cells.compactMap { $0?.loss }.filter(\.isFinite) ?? []
    let scale = HeightScale(
      .logarithmic, low: losses.min() ?? 0, high: losses.max() ?? 0, decades: 9)
    let ground = theme.ground(in: model.rendition.colors)
    func color(_ cell: SettingsMap.Cell?) -> Color {
      guard let cell else { return unknown }
      if model.lab.showsLoss {
        return scale.band(of: cell.loss, among: ground.levels).map { ground[$0] }
          ?? theme.paper.mixed(with: theme.ink, 0.1)
      }
      let paper = theme.paper(of: cell.verdict)
      guard cell.verdict == .arrives else { return paper }
      let share =
        Elementary.log2(Double(1 + cell.steps)) / Elementary.log2(Double(1 + Trial.standardSteps))
      return theme.paper.mixed(with: theme.ink(of: .arrives), 1 - 0.65 * share)
    }
    for y in 0..<rect.height {
      for x in 0..<rect.width {
        let halves = (map?.nearest(column: x, row: 2 * y), map?.nearest(column: x, row: 2 * y + 1))
        let (upper, lower) = (color(halves.0), color(halves.1))
        var cell =
          upper == lower
          ? Cell(" ", ink: theme.dim, paper: upper)
          : Cell(HalfBlocks.lowerHalf, ink: lower, paper: upper)
        // Without colours the signs of the strip tell the verdicts apart.
        if model.rendition.colors == .mono, let half = halves.0 { cell.glyph = half.verdict.glyph }
        frame[rect.x + x, rect.y + y] = cell
      }
    }
    guard let pixels = model.rendition.pixels else { return }
    let kinds = Trial.Outcome.Verdict.allCases
    let grid = RegionGrid(rect.size, seam: theme.paper) { column, row in
      let half = map?.nearest(column: column, row: row)
      // Losses have no borders.
      let kind = model.lab.showsLoss ? 0 : half.flatMap { kinds.firstIndex(of: $0.verdict) }
      return RegionGrid.Region(kind: kind ?? -1, color: color(half))
    }
    frame.pictures.append(
      MapSketch(pixels, rect.size, model).picture(
        in: rect, cells: frame.part(rect), scenery.pixels.ground(of: grid, pixels)))
  }

  private static func drawTitle(in rect: Rect, _ model: Model, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let (theme, strings) = (model.theme, model.strings)
    var x =
      rect.x
      + frame.write(.badge(ofCar: model.focus, model), x: rect.x, y: rect.y, width: rect.width)
    guard model.mapSetting != nil else { return }
    if model.lab.showsLoss {
      let text = strings(
        .mapLoss,
        MapWords.blanks(strings, theme).merging(["steps": "\(Trial.standardSteps)"]) { $1 })
      frame.write(text, x: x + 2, y: rect.y, ink: theme.dim, maxWidth: max(0, rect.maxX - x - 2))
      return
    }
    for verdict in Trial.Outcome.Verdict.allCases where verdict != .undefined {
      let word = strings[verdict.text]
      guard x + 2 + word.cellWidth <= rect.maxX else { return }
      x += 2 + frame.write(word, x: x + 2, y: rect.y, ink: theme.ink(of: verdict), style: .bold)
    }
  }

  private static func drawAxes(
    _ axes: SettingsMap.Axes, around rect: Rect, in whole: Rect, _ model: Model,
    on frame: inout Frame
  ) {
    let theme = model.theme
    guard rect.width > 0, rect.height > 0 else { return }
    var free = rect.maxY
    for value in model.mapSetting.map(ticks(of:)) ?? [] {
      let y = rect.y + (axes.values.count - 1 - axes.row(of: value)) / 2
      let isInside = value >= axes.values[0] * 0.99 && value <= axes.values[axes.values.count - 1]
      guard isInside, y < free, y >= rect.y else { continue }
      free = y
      let text = NumberText.compact(value).padded(to: 8, .right)
      frame.write(text, x: whole.x, y: y, ink: theme.dim, maxWidth: 8)
    }
    // A power of ten for each decade, where it stands.
    let count = axes.rates.count
    for exponent in -5...1 {
      let column = (exponent + 5) * (count - 1) / 6
      let text = NumberText.brief(Elementary.powerOfTen(exponent))
      let x = min(rect.x + column, rect.maxX - text.cellWidth)
      frame.write(text, x: x, y: rect.maxY, ink: theme.dim)
    }
    let setting = model.mapSetting.map { "\($0.symbol) (\($0.name))" } ?? ""
    frame.write(
      model.strings(.mapAxes, ["setting": setting]), x: whole.x, y: rect.maxY + 1, ink: theme.ink,
      maxWidth: whole.width)
  }

  /// Round values of the second setting, rising: where it must stay below 1, by how near to 1.
  private static func ticks(of setting: Setting) -> [Double] {
    guard case .number(let domain) = setting.range else { return [] }
    switch domain {
    case .fraction: return [0, 0.5, 0.9, 0.99, 0.999, 0.9999]
    case .unit: return [0, 0.2, 0.4, 0.6, 0.8, 1]
    case .positive, .nonNegative: return (-12...12).map(Elementary.powerOfTen)
    case .atLeastOne: return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    }
  }

  /// The pair that the car drives with.
  private static func drawCursor(
    _ axes: SettingsMap.Axes, _ rect: Rect, _ model: Model, on frame: inout Frame
  ) {
    guard let setting = model.mapSetting, case .number(let value) = setting.value else { return }
    let rate = model.race.cars[model.focus].rule.rate
    let column = axes.rates.indices.min {
      ratio(axes.rates[$0], rate) < ratio(axes.rates[$1], rate)
    }
    let row = axes.values.count - 1 - axes.row(of: value)
    frame.draw(
      "┼", ink: model.theme.landmark,
      style: model.rendition.pixels == nil ? .bold : [.bold, .bare], x: rect.x + (column ?? 0),
      y: rect.y + row / 2)
  }

  private static func ratio(_ a: Double, _ b: Double) -> Double { max(a / b, b / a) }
}
