import Descent
package import Drawing
import Files
import Terminal
import Texts

/// What is written beside a map: a bar with the heights of its colours on the right, and numbers
/// along its left and lower edges.
enum MapScales {
  /// A blank, the bar, a blank, a number and a blank.
  static let heightColumns = 10
  /// A number and its mark.
  static let tickColumns = 7
  /// How large the window must still be drawn beside the scales, as a share of its size without
  /// them, in a map of so many columns: a large one has more to spare.
  static func leastShare(ofWidth width: Int) -> Double { width >= 80 ? 0.78 : 0.9 }

  static func draw(
    _ map: Layout.Map, _ viewport: Viewport, _ land: Land, of model: Model, on frame: inout Frame
  ) {
    if let bar = map.heights { drawHeights(in: bar, land, model, on: &frame) }
    if let ticks = map.ticks { drawTicks(ticks, of: map.rect, viewport, model, on: &frame) }
  }

  /// The lowest, the middle and the highest colour of a map with their heights.
  private static func drawHeights(
    in bar: Rect, _ land: Land, _ model: Model, on frame: inout Frame
  ) {
    let rows = 2 * bar.height
    func color(_ row: Int) -> Color {
      land.color(ofBrightness: 1 - (Double(row) + 0.5) / Double(rows))
    }
    for y in 0..<bar.height {
      let (upper, lower) = (color(2 * y), color(2 * y + 1))
      frame[bar.x, bar.y + y] =
        upper == lower
        ? Cell(" ", paper: upper) : Cell(HalfBlocks.lowerHalf, ink: lower, paper: upper)
    }
    let room = heightColumns - 4
    let places = [0, bar.height / 2, bar.height - 1]
    // The middle of the row, which is not quite the middle of the bar.
    let middle = 1 - (Double(places[1]) + 0.5) / Double(bar.height)
    let heights = [1, middle, 0].map(land.scale.height(ofBrightness:))
    var texts = NumberText.apart(heights)
    if texts.contains(where: { $0.cellWidth > room + 1 }) {
      texts = heights.map { NumberText.brief($0, width: room + 1) }
    }
    for (row, text) in zip(places, texts) {
      frame.write(text, x: bar.x + 2, y: bar.y + row, ink: model.theme.dim)
    }
    let word = model.strings[.standingsLoss]
    if bar.height > 8, word.cellWidth <= room {
      frame.write(word, x: bar.x + 2, y: bar.y + 1, ink: model.theme.dim)
    }
  }

  private static func drawTicks(
    _ ticks: Layout.Ticks, of rect: Rect, _ viewport: Viewport, _ model: Model,
    on frame: inout Frame
  ) {
    let (visible, ink) = (viewport.visible, model.theme.dim)
    let right = Axis(.linear, low: visible.minX, high: visible.maxX)
    // A tick between two cells goes to the same one when the map has been moved away and back.
    let hair = viewport.unitsPerDot / 1000
    let xs = right.ticks(atMost: max(2, rect.width / 8))
    var free = ticks.below.x
    for (x, text) in zip(xs, right.labels(for: xs)) {
      guard let cell = viewport.cell(x: x + hair, y: viewport.centerY) else { continue }
      let start = min(
        max(ticks.below.x, rect.x + cell.x - (text.cellWidth - 1) / 2),
        ticks.below.maxX - text.cellWidth)
      guard start >= free else { continue }
      frame.write(text, x: start, y: ticks.below.y, ink: ink)
      free = start + text.cellWidth + 2
    }
    let up = Axis(.linear, low: visible.minY, high: visible.maxY)
    let ys = up.ticks(atMost: max(2, rect.height / 5))
    for (y, text) in zip(ys, up.labels(for: ys)) where text.cellWidth < tickColumns - 1 {
      guard let cell = viewport.cell(x: viewport.centerX, y: y - hair) else { continue }
      let row = rect.y + cell.y
      frame.write(text, x: rect.x - 1 - text.cellWidth, y: row, ink: ink)
      frame.draw("─", ink: ink, x: rect.x - 1, y: row)
    }
  }
}

extension Layout {
  /// Where the numbers along the edges of a map stand.
  package struct Ticks: Sendable {
    package var left: Rect
    package var below: Rect
  }
}

extension Layout.Map {
  /// Takes room for its scales from a map that has some to spare.
  mutating func makeRoomForScales(of model: Model) {
    guard let choice = Self.choices(rect, of: model).first(where: \.fits) else { return }
    (rect, heights, ticks) = (choice.rect, choice.heights, choice.ticks)
  }

  private struct Choice {
    var rect: Rect
    var heights: Rect?
    var ticks: Layout.Ticks?
    var fits: Bool
  }

  /// The best first.
  private static func choices(_ whole: Rect, of model: Model) -> [Choice] {
    func unit(_ rect: Rect) -> Double {
      Viewport(window: model.window, in: rect.size, cellAspect: model.cellAspect).unitsPerDot
    }
    return [(true, true), (true, false), (false, true)].map { hasHeights, hasTicks in
      let rect = whole.inset(
        left: hasTicks ? MapScales.tickColumns : 0,
        right: hasHeights ? MapScales.heightColumns : 0, bottom: hasTicks ? 1 : 0)
      let fits =
        rect.width >= 40 && rect.height >= 18 && !(hasTicks && model.isPresentation)
        && !(hasHeights && model.rendition.colors == .mono)
        && unit(whole) / unit(rect) >= MapScales.leastShare(ofWidth: rect.width)
      return Choice(
        rect: rect,
        heights: hasHeights
          ? Rect(
            x: rect.maxX + 1, y: rect.y, width: MapScales.heightColumns - 1, height: rect.height)
          : nil,
        ticks: hasTicks
          ? Layout.Ticks(
            left: Rect(
              x: whole.x, y: rect.y, width: MapScales.tickColumns, height: rect.height),
            below: Rect(x: rect.x, y: rect.maxY, width: rect.width, height: 1)) : nil,
        fits: fits)
    }
  }
}

extension Land {
  /// The colour of flat ground at a brightness, 0…1.
  func color(ofBrightness brightness: Double) -> Color {
    let colors = paints.halos[0][paints.halos[0].count / 2]
    guard paints.key.look.isFilled else { return colors.color(at: brightness) }
    let height = scale.height(ofBrightness: brightness)
    return colors[levels.count { $0.height <= height }]
  }
}
