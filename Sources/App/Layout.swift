package import Descent
package import Drawing
import Files

/// Where everything stands on the screen: a pure function of the model.
package struct Layout: Equatable, Sendable {
  package var header: Rect
  package var footer: Rect
  package var maps: [Map]
  /// Standings, chart and the car in focus, where there is room.
  package var sidebar: Rect?
  /// The sidebar's first panel: a row of headings, and one for each shown car.
  package var standings: Rect? {
    standingRows.flatMap { sidebar?.inset(right: 1).split(top: $0 * standingPitch + 1).top }
  }
  /// `nil` in the view that has none.
  private let standingRows: Int?
  /// Rows from one car to the next in the standings.
  let standingPitch: Int
  /// What lies over the maps while it is open. It covers as many as it needs, and those whole: half
  /// a map and half a word tell nothing. Too few columns for its texts, and it covers the sidebar.
  package private(set) var sheet: Rect
  /// The editor, while it is open: in the sidebar, or over a corner of the maps.
  package private(set) var editor: Rect?
  /// The page of the lesson: beside the maps, or instead of them.
  package var lesson: Rect?
  /// The family of the rules, in place of the maps.
  package private(set) var tree: Rect?
  /// What each car does at every rate, under the basins.
  package private(set) var strip: Rect?
  /// The lesson's text and the map take turns.
  package private(set) var isPocketLesson = false

  /// One map: its title above it, and the cars on it.
  package struct Map: Equatable, Sendable {
    /// A row, two in the focus view, or as many as the legend of a presentation takes; empty where
    /// the map has none.
    package var title: Rect
    package var rect: Rect
    package var cars: [Int]
    /// Under it, what its colours mean.
    package var legend: Rect?

    package func viewport(of model: Model) -> Viewport {
      if model.view == .focus { return StepInFocus(model).viewport(in: rect.size, of: model) }
      return Viewport(window: model.window, in: rect.size, cellAspect: model.cellAspect)
    }
  }

  /// The least window that shows a race.
  package static let minimum = Size(40, 12)
  /// The columns of a sheet with its margins: longer lines are hard to read.
  static let sheetColumns = 80
  /// Less than this shows one map only.
  private static let severalMaps = Size(60, 20)

  /// `nil` if the window is smaller than `minimum`.
  package init?(_ model: Model) {
    let size = model.size
    guard size.width >= Self.minimum.width, size.height >= Self.minimum.height else { return nil }
    standingRows = model.view == .focus ? nil : model.shown.count
    standingPitch = model.isPresentation && 2 * model.shown.count + 3 <= size.height ? 2 : 1
    var area: Rect
    (header, area) = Rect(size).split(top: 1)
    (area, footer) = area.split(top: area.height - 1)
    // A row of air above the footer, once there are rows to spare.
    if size.height >= 30 { area = area.inset(bottom: 1) }

    sheet = area
    (sidebar, maps) = (nil, [])
    if model.treeRule == nil, let columns = Self.sidebarColumns(model) {
      sidebar = Rect(
        x: area.maxX - columns, y: area.y, width: columns, height: area.height)
      area = area.inset(right: columns + (size.width >= 110 ? 2 : 1))
    }
    if let lecture = model.lecture {
      if let columns = Self.lessonColumns(size) {
        let (column, rest) = area.split(left: columns)
        (lesson, area) = (column, rest)
      } else {
        isPocketLesson = true
        if !lecture.showsMap {
          lesson = area
          return
        }
      }
    }
    if model.treeRule != nil {
      tree = area
      return
    }
    let isPocket = size.width < Self.severalMaps.width || size.height < Self.severalMaps.height
    switch Self.view(of: model) {
    case .basins: placeBasins(in: area, isPocket: isPocket, model)
    case .overlay, .terrain, .map:
      // Without a sidebar, the title row is the legend.
      let hasTitle = sidebar == nil || model.view == .map
      let legend =
        model.isPresentation && model.view != .map
        ? CarBadge.legendRows(of: model.shown, width: area.width, model) : 1
      let (title, rect) = area.split(top: hasTitle ? legend : 0)
      maps = [
        Map(title: title, rect: rect, cars: model.view == .map ? [model.focus] : model.shown)
      ]
    case .focus:
      let (title, rect) = area.split(top: sidebar == nil ? 2 : 0)
      maps = [Map(title: title, rect: rect, cars: [model.focus])]
    case .sideBySide:
      maps = Self.panels(isPocket ? [model.focus] : model.shown, in: area, model)
    }
    if area.width >= Self.sheetColumns { sheet = sheet(over: area) }
    if model.editor != nil { editor = editorRect(over: area, model) }
  }

  /// The car in focus beside the next one, over the strips of all.
  private mutating func placeBasins(in area: Rect, isPocket: Bool, _ model: Model) {
    // The scale of the rates, once there are rows to spare.
    let wanted = model.shown.count + (area.height >= 30 ? 2 : 1)
    let rows = isPocket ? 1 : min(wanted, max(2, area.height / 3))
    let (upper, lower) = area.split(top: area.height - rows)
    strip = lower
    let cars = isPocket ? [model.focus] : model.besideFocus
    let gap = area.height >= 24 ? 1 : 0
    let width = (upper.width - (cars.count - 1)) / cars.count
    maps = cars.enumerated().map { place, car in
      let whole = Rect(
        x: upper.x + place * (width + 1), y: upper.y,
        width: place == cars.count - 1 ? upper.width - place * (width + 1) : width,
        height: upper.height - gap)
      let (title, rest) = whole.split(top: 1)
      let (rect, legend) = rest.split(top: max(0, rest.height - 1))
      return Map(title: title, rect: rect, cars: [car], legend: legend)
    }
  }

  /// Over the first columns of maps.
  private func sheet(over area: Rect) -> Rect {
    let edges = Set(maps.map(\.rect.maxX)).sorted()
    let edge = edges.dropLast().first { $0 - area.x >= Self.sheetColumns }
    return edge.map { area.inset(right: area.maxX - $0) } ?? area
  }

  /// The parts of the sidebar under the standings.
  func sidebarParts(of model: Model) -> Sidebar.Parts? {
    guard let sidebar, let standings else { return nil }
    return Sidebar.Parts(model, sidebar.inset(top: standings.height, right: 1))
  }

  /// In the sidebar, where it has room; else in the corner that covers least of the map of the car
  /// in focus, the lower right one among equals.
  private func editorRect(over area: Rect, _ model: Model) -> Rect {
    if let rect = sidebarParts(of: model)?.editor { return rect }
    let width = min(
      area.width, area.width < 60 ? EditorPanel.narrowWidth : EditorPanel.width)
    let height = min(area.height, EditorPanel.height(of: model))
    let corners =
      [(area.maxX - width, area.maxY - height), (area.x, area.maxY - height)]
      + [(area.maxX - width, area.y), (area.x, area.y)]
    let rects = corners.map { Rect(x: $0.0, y: $0.1, width: width, height: height) }
    guard let own = maps.first(where: { $0.cars == [model.focus] }) else { return rects[0] }
    return rects.min { covered($0, own.rect) < covered($1, own.rect) } ?? rects[0]
  }

  /// Cells that two rectangles share.
  private func covered(_ a: Rect, _ b: Rect) -> Int {
    max(0, min(a.maxX, b.maxX) - max(a.x, b.x)) * max(0, min(a.maxY, b.maxY) - max(a.y, b.y))
  }

  /// The point of the plane under a cell of the screen, if a map is there.
  package func planePoint(atColumn x: Int, row y: Int, in model: Model) -> Point<Double>? {
    if let editor, editor.contains(x: x, y: y) { return nil }
    guard model.view.isPlane else { return nil }
    guard let map = maps.first(where: { $0.rect.contains(x: x, y: y) }) else { return nil }
    let point = map.viewport(of: model).point(cellX: x - map.rect.x, cellY: y - map.rect.y)
    return Point(point.x, point.y)
  }

  /// The car that a cell of the screen names: in the standings, or in the title of a map of its
  /// own.
  package func car(atColumn x: Int, row y: Int, in model: Model) -> Int? {
    if let standings, standings.contains(x: x, y: y) {
      guard y > standings.y else { return nil }
      let place = (y - standings.y - 1) / standingPitch
      let cars = model.standings
      return cars.indices.contains(place) ? cars[place] : nil
    }
    guard [.sideBySide, .basins].contains(Self.view(of: model)) else { return nil }
    return maps.first { $0.title.contains(x: x, y: y) }?.cars.first
  }

  /// The rule of the family tree whose name is there.
  package func rule(atColumn x: Int, row y: Int, of model: Model) -> String? {
    guard let tree, let rule = model.treeRule else { return nil }
    let (family, picture) = FamilyTreePanel.scene(of: rule, in: tree)
    return picture?.labels.firstIndex { $0.contains(x: x, y: y) }
      .map { family.nodes[$0].about.name }
  }

  /// In a presentation more than two maps would be too small.
  private static func view(of model: Model) -> MapView {
    let isCrowded = model.shown.count > 2 || model.lecture != nil
    return model.isPresentation && model.view == .sideBySide && isCrowded ? .overlay : model.view
  }

  /// How wide a lesson's text is beside the maps; `nil` where they have no room beside it.
  private static func lessonColumns(_ size: Size) -> Int? {
    switch size.width {
    case 110...: 48
    case 76...: 38
    default: nil
    }
  }

  private static func sidebarColumns(_ model: Model) -> Int? {
    if model.lecture != nil || model.view == .basins { return nil }
    if model.isPresentation, model.view != .focus {
      return switch model.size.width {
      case 110...: 32
      case 76...: 26
      case severalMaps.width...: 24
      default: nil
      }
    }
    return switch (model.size.width, model.view) {
    case (132..., .focus): 52
    case (116..., .focus): 46
    case (100..., .focus): 40
    case (76..., .focus): 36
    case (severalMaps.width..., .focus) where model.size.height >= severalMaps.height: 28
    case (_, .focus): nil
    case (110..., _): 39
    case (76..., .overlay), (76..., .terrain), (76..., .map): 28
    case (severalMaps.width..., .overlay), (severalMaps.width..., .terrain): 22
    default: nil
    }
  }

  /// As many columns as make the window's picture largest.
  private static func panels(_ cars: [Int], in area: Rect, _ model: Model) -> [Map] {
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
      return Map(title: title, rect: rect, cars: [car])
    }
  }
}
