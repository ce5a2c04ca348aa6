import Descent
import Drawing
import Files
import Texts

/// The numbers of a lesson's page that its text speaks of: a column for each, a row for each shown
/// car, at the step looked at.
enum CounterPanel {
  /// Rows of the table; 0 for a page without, and where another race than the page's is driven.
  static func height(of model: Model) -> Int {
    guard let page = model.lecture?.current, !page.counters.isEmpty, model.drivesPage else {
      return 0
    }
    return model.shown.count + 1
  }

  /// Cells of the table with whole names.
  static func width(of model: Model) -> Int { 2 + nameWidth(of: model) + columns(of: model) }

  /// Cells of its numbers alone.
  private static func columns(of model: Model) -> Int {
    (model.lecture?.current.counters ?? []).map { columnWidth(of: $0, model) }.reduce(0, +)
  }

  private static func nameWidth(of model: Model) -> Int {
    min(12, model.shown.map { model.race.cars[$0].title.cellWidth }.max() ?? 0)
  }

  /// Two blanks and a number of up to seven cells, or its heading.
  private static func columnWidth(of quantity: Claim.Quantity, _ model: Model) -> Int {
    2 + max(7, model.strings.counter(quantity.rawValue).cellWidth)
  }

  static func draw(
    _ model: Model, in rect: Rect, scenery: Scenery, on frame: inout Frame
  ) {
    guard let page = model.lecture?.current else { return }
    let theme = model.theme
    let logbook = scenery.logbook(of: model)
    // A glyph tells a car too; a number that has no room tells nothing.
    let names = max(0, min(nameWidth(of: model), rect.width - 2 - columns(of: model)))
    for (row, car) in model.shown.enumerated() where row + 1 < rect.height {
      let wear = model.livery[car]
      frame.write(
        "\(wear.glyph) \(model.race.cars[car].title(cutTo: names))", x: rect.x, y: rect.y + 1 + row,
        ink: wear.color, style: .bold, maxWidth: rect.width)
    }
    var right = rect.x + 2 + names
    for quantity in page.counters {
      let heading = model.strings.counter(quantity.rawValue)
      right += columnWidth(of: quantity, model)
      guard right <= rect.maxX else { return }
      frame.write(heading, x: right - heading.cellWidth, y: rect.y, ink: theme.dim, style: .bold)
      for (row, car) in model.shown.enumerated() where row + 1 < rect.height {
        let text = NumberText.counted(
          logbook.value(of: quantity, ofCar: car, at: model.timeline.tick))
        frame.write(
          text, x: right - text.cellWidth, y: rect.y + 1 + row, ink: theme.ink, style: .bold)
      }
    }
  }

  /// The corner of a map where a table hides least of cars, trails and landmarks; `nil` if it would
  /// hide too much of the map.
  static func corner(of map: Layout.Map, _ size: Size, _ model: Model) -> Rect? {
    let rect = map.rect
    guard size.width + 4 <= rect.width, size.height + 6 <= rect.height else { return nil }
    let shown = MapSigns.occupied(on: map, map.viewport(of: model), of: model)
    let corners = [
      (rect.maxX - size.width, rect.y), (rect.x, rect.y), (rect.x, rect.maxY - size.height),
      (rect.maxX - size.width, rect.maxY - size.height),
    ].map { Rect(x: $0.0, y: $0.1, width: size.width, height: size.height) }
    func hidden(_ corner: Rect) -> Int {
      shown.count { corner.contains(x: rect.x + $0.x, y: rect.y + $0.y) }
    }
    return corners.min { hidden($0) < hidden($1) }
  }

  static func drawOverMap(
    _ model: Model, in rect: Rect, scenery: Scenery, on frame: inout Frame
  ) {
    frame.fill(rect, with: Cell(" ", ink: model.theme.ink, paper: model.theme.paper))
    draw(model, in: rect.inset(left: 1, right: 1), scenery: scenery, on: &frame)
  }
}
