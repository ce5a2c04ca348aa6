import Descent
import Drawing
import Files
import Terminal

/// A small map for each car: the same surface, scale and step on all of them.
///
/// The map of a car that is hidden leaves its place empty, so that the others stay where they are.
/// A presentation, where maps are as large as can be, and a lesson, whose page says who is shown,
/// have maps for the shown cars alone.
struct SideBySideView: RaceView {
  let name = MapView.sideBySide
  let key: (action: String, key: Key)? = ("side-by-side", .function(2))
  let titleNamesCar = true

  func sidebarColumns(in size: Size) -> Int? { size.width >= 110 ? 39 : nil }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    let keepsPlaces = !model.isPresentation && model.lecture == nil
    let cars =
      Layout.isPocket(model.size)
      ? [model.focus] : keepsPlaces ? Array(model.race.cars.indices) : model.shown
    let (panels, bar) = Self.panelsAndBar(cars, in: area, model)
    layout.maps = panels.filter { !model.hidden.contains($0.cars[0]) }
    layout.vacancies = panels.filter { model.hidden.contains($0.cars[0]) }
    if !layout.maps.isEmpty { layout.maps[0].heights = bar }
  }

  /// The panels, and where they can spare it one bar for all: they have the same heights.
  private static func panelsAndBar(
    _ cars: [Int], in area: Rect, _ model: Model
  ) -> (panels: [Layout.Map], bar: Rect?) {
    let wide = panels(cars, in: area, model)
    let narrow = panels(cars, in: area.inset(right: MapScales.heightColumns), model)
    func unit(_ map: Layout.Map) -> Double { map.viewport(of: model).unitsPerDot }
    guard let map = narrow.first, narrow.count > 1, map.rect.width >= 28, map.rect.height >= 12,
      model.rendition.colors != .mono, unit(wide[0]) / unit(map) >= 0.9
    else { return (wide, nil) }
    let bottom = narrow.map(\.rect.maxY).max() ?? map.rect.maxY
    return (
      narrow,
      Rect(
        x: area.maxX - MapScales.heightColumns + 1, y: map.rect.y,
        width: MapScales.heightColumns - 1, height: bottom - map.rect.y)
    )
  }

  /// The panels in as many columns as make the pictures largest.
  private static func panels(_ cars: [Int], in area: Rect, _ model: Model) -> [Layout.Map] {
    let aspect = model.window.width / model.window.height
    func panel(_ columns: Int) -> (width: Int, height: Int, picture: Double) {
      let rows = (cars.count + columns - 1) / columns
      let (width, height) = ((area.width - columns + 1) / columns, area.height / rows)
      return (width, height, min(Double(width) / aspect, Double(height - 1) * model.cellAspect))
    }
    let columns = (1...max(1, cars.count)).max { panel($0).picture < panel($1).picture } ?? 1
    let (width, height, _) = panel(columns)
    return cars.enumerated().map { place, car in
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      let whole = Rect(
        x: area.x + column * (width + 1), y: area.y + row * height, width: width, height: height)
      let (title, rect) = whole.split(top: 1)
      return Layout.Map(title: title, rect: rect, cars: [car])
    }
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    for map in layout.maps { MapPanel.draw(map, of: model, scenery: scenery, on: &frame) }
    for place in layout.vacancies { MapTitle.drawHidden(place, of: model, on: &frame) }
  }
}
