import Descent
import Drawing
import Files
import Terminal
import Texts

/// The basins of one car: where it ends from each half cell of the map. Hue is the minimum,
/// brightness how few steps it took.
enum BasinsPanel {
  static func draw(
    _ map: Layout.Map, of model: Model, scenery: Scenery, on frame: inout Frame
  ) {
    drawTitle(map, of: model, on: &frame)
    let basins = model.basins(on: map)
    let paper = ground(model.theme)
    frame.fill(map.rect, with: Cell(" ", ink: model.theme.ink, paper: paper))
    if let refusal = map.cars.first.flatMap(model.labRefusal) {
      frame.write(
        StyledLine.wrapped(refusal, to: max(1, map.rect.width - 2), model.theme.ink),
        in: map.rect.inset(left: 1, right: 1))
      return
    }
    if let basins { paint(basins, map.rect, model, on: &frame) }
    var sketch = model.rendition.pixels.map { MapSketch($0, map.rect.size, model) }
    drawSigns(map, model, &sketch, on: &frame)
    if let basins, let sketch {
      let ground = scenery.pixels.ground(of: regions(of: basins, map.rect.size, model), sketch.cell)
      frame.pictures.append(
        sketch.picture(in: map.rect, cells: frame.part(map.rect), ground))
    }
    drawLetters(map, model, on: &frame)
    if let rect = map.legend { drawLegend(of: basins, in: rect, model, on: &frame) }
  }

  /// Where nothing is known yet.
  private static func ground(_ theme: Theme) -> Color { theme.paper.mixed(with: theme.ink, 0.05) }

  private static func paint(_ basins: Basins, _ rect: Rect, _ model: Model, on frame: inout Frame) {
    let (theme, slowest) = (model.theme, slowest(in: basins))
    let isMono = model.rendition.colors == .mono
    let fineness = model.rendition.startsPerHalfCell
    for y in 0..<rect.height {
      for x in 0..<rect.width {
        let column = fineness * x + fineness / 2
        let halves = (
          basins.nearest(column: column, row: fineness * 2 * y + fineness / 2),
          basins.nearest(column: column, row: fineness * (2 * y + 1) + fineness / 2)
        )
        let (upper, lower) = (
          color(of: halves.0, slowest, theme), color(of: halves.1, slowest, theme)
        )
        var cell =
          upper == lower
          ? Cell(" ", ink: theme.dim, paper: upper)
          : Cell(HalfBlocks.lowerHalf, ink: lower, paper: upper)
        if isMono, let end = halves.0?.end { cell.glyph = letter(of: end) }
        if let end = halves.0?.end, end.isLost, halves.1?.end == end {
          cell = Cell(
            letter(of: end), ink: theme.warning.mixed(with: upper, 0.6), paper: upper)
        }
        frame[rect.x + x, rect.y + y] = cell
      }
    }
  }

  /// The steps of the slowest car that arrives.
  private static func slowest(in basins: Basins) -> Int {
    basins.cells.lazy.compactMap(\.self)
      .filter { !$0.end.isLost && $0.end != .elsewhere }.map(\.steps).max() ?? 0
  }

  /// The same for pixels.
  private static func regions(of basins: Basins, _ size: Size, _ model: Model) -> RegionGrid {
    let (theme, slowest) = (model.theme, slowest(in: basins))
    let fineness = model.rendition.startsPerHalfCell
    return RegionGrid(size, fineness: fineness, seam: theme.paper) { column, row in
      let half = basins.nearest(column: column, row: row)
      let color = color(of: half, slowest, theme)
      return RegionGrid.Region(
        kind: kind(of: half?.end), color: color,
        hatch: half?.end.isLost == true ? theme.warning.mixed(with: color, 0.6) : nil)
    }
  }

  /// Equal for equal ends.
  private static func kind(of end: Trial.End?) -> Int {
    switch end {
    case nil: -1
    case .minimum(let index): index
    case .elsewhere: -2
    case .left: -3
    case .overflowed: -4
    case .undefined: -5
    }
  }

  private static func color(of cell: Basins.Cell?, _ slowest: Int, _ theme: Theme) -> Color {
    switch cell?.end {
    case nil: return ground(theme)
    case .left, .overflowed, .undefined: return theme.paper.mixed(with: theme.ink, 0.1)
    case .elsewhere: return theme.paper.mixed(with: theme.ink, 0.3)
    case .minimum(let index):
      // In equal steps of the logarithm: half as many steps are as much brighter everywhere.
      let share = logarithm(1 + (cell?.steps ?? 0)) / max(1, logarithm(1 + slowest))
      let strength = 0.92 - 0.6 * min(1, share)
      return theme.paper.mixed(with: hue(of: index, theme), strength)
    }
  }

  private static func logarithm(_ number: Int) -> Double { Elementary.log2(Double(number)) }

  /// The main rules' colours, ordered so that the first ones lie furthest apart.
  static func hue(of minimum: Int, _ theme: Theme) -> Color {
    let order = [2, 1, 3, 6, 4, 7, 8, 5, 0]
    return theme.cars[order[minimum % order.count]]
  }

  private static func letter(of end: Trial.End) -> Unicode.Scalar {
    switch end {
    case .minimum(let index): Unicode.Scalar(UInt8(97 + index % 26))
    case .elsewhere: "."
    case .left: "✗"
    case .overflowed: "∞"
    case .undefined: "?"
    }
  }

  /// `A`, `B` …, the lowest first.
  static func name(ofMinimum index: Int) -> String {
    index < 26 ? String(Unicode.Scalar(UInt8(65 + index))) : "*"
  }

  /// The way from the start, the start, and the cross-hair.
  private static func drawSigns(
    _ map: Layout.Map, _ model: Model, _ sketch: inout MapSketch?, on frame: inout Frame
  ) {
    let viewport = map.viewport(of: model)
    if let car = map.cars.first, let way = Future(fromStartOf: car, in: model) {
      let ink = model.theme.landmark.mixed(with: model.theme.paper, 0.2)
      way.canvas(in: viewport).draw(on: &frame, x: map.rect.x, y: map.rect.y, ink: ink)
      sketch?.draw(way, ink, in: viewport)
    }
    for (glyph, point) in [("○", model.race.start), ("┼", model.crosshair)]
      as [(Unicode.Scalar, Point<Double>?)]
    {
      guard let point, let cell = viewport.cell(x: point.x, y: point.y) else { continue }
      frame.draw(
        glyph, ink: model.theme.landmark, style: .bold, x: map.rect.x + cell.x,
        y: map.rect.y + cell.y)
      if let pixels = sketch?.cell {
        let place = viewport.pixel(x: point.x, y: point.y, pixels)
        _ = sketch?.mark(glyph, model.theme.landmark, at: place)
      }
    }
  }

  /// The names of the minima, above everything.
  private static func drawLetters(_ map: Layout.Map, _ model: Model, on frame: inout Frame) {
    let viewport = map.viewport(of: model)
    let minima = model.surface.minima
    // Letters side by side would hide what they stand on.
    guard minima.count * 24 <= map.rect.width * map.rect.height else { return }
    for (index, minimum) in minima.enumerated() {
      guard let cell = viewport.cell(x: minimum.position.x, y: minimum.position.y) else { continue }
      frame.write(
        name(ofMinimum: index), x: map.rect.x + cell.x, y: map.rect.y + cell.y,
        ink: model.theme.landmark, style: model.rendition.pixels == nil ? .bold : [.bold, .bare])
    }
  }

  private static func drawTitle(_ map: Layout.Map, of model: Model, on frame: inout Frame) {
    guard let car = map.cars.first, !map.title.isEmpty else { return }
    let (theme, rect, racer) = (model.theme, map.title, model.race.cars[car])
    var x = rect.x + frame.write(.badge(ofCar: car, model), x: rect.x, y: rect.y, width: rect.width)
    for setting in racer.rule.spokenSettings {
      let text = "\(setting.symbol) \(setting.valueText)"
      guard x + 2 + text.cellWidth <= rect.maxX else { break }
      x += 2 + frame.write(text, x: x + 2, y: rect.y, ink: theme.dim)
    }
  }

  /// Which minima are reached from how much of the map.
  private static func drawLegend(
    of basins: Basins?, in rect: Rect, _ model: Model, on frame: inout Frame
  ) {
    guard let basins, basins.count > 0 else { return }
    var counts: [Trial.End: Int] = [:]
    for cell in basins.cells { if let cell { counts[cell.end, default: 0] += 1 } }
    let reached = basins.minima.indices.filter { counts[.minimum($0)] != nil }
    // Whole percents where that makes room for more.
    let isTight = 11 * reached.count + 22 > rect.width
    func share(_ end: Trial.End) -> String {
      let percent = 100 * Double(counts[end] ?? 0) / Double(basins.count)
      return isTight
        ? NumberText.fixed(percent, decimals: 0, width: 2) + "%"
        : NumberText.fixed(percent, decimals: 1, width: 4) + " %"
    }
    var last = [(Trial.End.left, "✗", model.theme.warning)]
    for end in [Trial.End.overflowed, .undefined] where counts[end] != nil {
      last.append((end, String(letter(of: end)), model.theme.warning))
    }
    if counts[.elsewhere] != nil {
      last.append((.elsewhere, isTight ? "·" : model.strings[.basinsOnTheWay], model.theme.dim))
    }
    var x = rect.x
    func write(_ text: String, _ ink: Color, _ paper: Color? = nil) {
      x += frame.write(
        text, x: x, y: rect.y, ink: ink, paper: paper, style: paper.map { _ in .bold })
    }
    for index in reached {
      let text = share(.minimum(index))
      // What has no room is the rest of many.
      guard x + (isTight ? 2 : 4) + text.cellWidth <= rect.maxX else { return }
      let name = name(ofMinimum: index)
      write(isTight ? name : " \(name) ", model.theme.accentInk, hue(of: index, model.theme))
      write((isTight ? "" : " ") + text + " ", model.theme.ink)
    }
    for (end, word, ink) in last {
      let text = "\(word) \(share(end))"
      if x + text.cellWidth <= rect.maxX { write(text + "  ", ink) }
    }
  }
}

extension Surface {
  /// The labelled minima, the lowest first.
  var minima: [CriticalPoint] {
    about.criticalPoints.filter { $0.kind != .saddle }.sorted { $0.value < $1.value }
  }
}
