package import Descent
package import Drawing
import Files

/// Where everything stands on the screen: a pure function of the model.
package struct Layout: Sendable {
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
  /// The tour, above the footer.
  package private(set) var tour: Rect?
  /// The page of the lesson: beside the maps, or instead of them.
  package var lesson: Rect?
  /// The lecturer's notes, in place of everything but the footer.
  package private(set) var desk: Rect?
  /// The wall of a class, in place of everything but the footer, and what of it stands beside the
  /// map.
  package internal(set) var wall, wallColumn: Rect?
  /// The family of the rules, in place of the maps.
  package internal(set) var tree: Rect?
  /// The chart's view, in place of the maps.
  package internal(set) var chart: ChartPlaces?
  /// What is felt in a drive without the map, beside it or below.
  package internal(set) var drive: Rect?
  /// The data of the loss, beside the map or in place of it.
  package internal(set) var data: Rect?
  /// The text of the lesson's page, in rows as wide as its column.
  private(set) var lessonRows: [LessonRows.Row] = []
  /// What stands under it.
  private(set) var lessonColumn: LessonColumn?
  /// The numbers of a lesson's page, over a corner of the map where they have no room beside it.
  private(set) var counters: Rect?
  /// What each car does at every rate, under the basins or the maps of a lesson's page.
  package internal(set) var strip: Rect?
  /// The places of cars that are hidden, between the maps of the others.
  package internal(set) var vacancies: [Map] = []
  /// Who came where, and the panel that says it: in the navigator's place, or over a corner of the
  /// maps.
  package private(set) var result: (finishes: [Finish], rect: Rect)?
  private(set) var hasResultInSidebar = false
  /// The same, said in the standings of a presentation.
  private(set) var finishesInStandings: [Finish]?
  /// The lesson's text and the map take turns.
  private(set) var isPocketLesson = false
  /// The step that the focus view takes apart.
  var step: StepInFocus?

  /// One map: its title above it, and the cars on it.
  package struct Map: Sendable {
    /// A row, two in the focus view, or as many as the legend of a presentation takes; empty where
    /// the map has none.
    package var title: Rect
    package var rect: Rect
    package var cars: [Int]
    /// Under it, what its colours mean.
    package var legend: Rect?
    /// Beside it, the heights of its colours: the bar is in the first column.
    package var heights: Rect?
    /// The numbers along its edges.
    package var ticks: Ticks?
    /// A corner that something else lies over.
    var covered: Rect?

    /// What the focus view shows, which follows the step.
    var stepViewport: Viewport?

    package func viewport(of model: Model) -> Viewport {
      stepViewport
        ?? Viewport(window: model.window, in: rect.size, cellAspect: model.cellAspect)
    }

    /// Its cars in the order in which they are drawn: the one in focus last, which is topmost.
    func cars(topmost focus: Int) -> [Int] {
      cars.filter { $0 != focus } + cars.filter { $0 == focus }
    }
  }

  /// The least window that shows a race.
  package static let minimum = Size(40, 12)
  /// The columns of a sheet with its margins: longer lines are hard to read.
  static let sheetColumns = 80
  /// The least window that shows several maps.
  private static let severalMaps = Size(60, 20)

  /// `nil` if the window is smaller than `minimum`.
  package init?(_ model: Model) {
    let size = model.size
    guard size.width >= Self.minimum.width, size.height >= Self.minimum.height else { return nil }
    standingRows = model.view == .focus ? nil : model.shown.count
    var area: Rect
    // What a figure is about stands beside it.
    let edge = model.rendition.scope == .figure ? 0 : 1
    (header, area) = Rect(size).split(top: edge)
    (area, footer) = area.split(top: area.height - edge)
    if model.rendition.print != nil {
      // A page has air at both ends, and no keys.
      area = area.inset(top: edge)
    } else if size.height >= 30 {
      // A row of air above the footer, once there are rows to spare.
      area = area.inset(bottom: 1)
    }
    if model.tour != nil {
      let rows = min(area.height, TourPanel.rows(of: model))
      tour = area.inset(top: area.height - rows)
      // Where that leaves no race, it lies over it.
      if area.height - rows >= Self.minimum.height - 2 { area = area.inset(bottom: rows) }
    }

    sheet = area
    (sidebar, maps) = (nil, [])
    if let columns = Self.sidebarColumns(model) {
      sidebar = Rect(
        x: area.maxX - columns, y: area.y, width: columns, height: area.height)
      area = area.inset(right: columns + (size.width >= 110 ? 2 : 1))
    }
    standingPitch = Self.standingPitch(of: model, in: sidebar)
    if model.desk != nil {
      desk = Rect(size).inset(bottom: 1)
      return
    }
    if let wall = model.classroom, wall.isShown {
      placeWall(wall, of: model)
      return
    }
    if let lecture = model.lecture, model.rendition.scope == .page {
      if let columns = size.lessonColumns {
        let (column, rest) = area.split(left: columns)
        (lesson, area) = (column, rest)
        lessonRows = LessonPanel.rows(of: model, in: column)
        lessonColumn = LessonPanel.column(below: lessonRows, of: model, in: column)
      } else {
        isPocketLesson = true
        if !lecture.showsMap {
          lesson = area
          lessonRows = LessonPanel.rows(of: model, in: area)
          return
        }
      }
    }
    let view = Self.placedView(of: model)
    if let rows = Self.stripRows(of: model, in: area), view.isPlane, view.name != .basins {
      (area, strip) = area.split(top: area.height - rows)
    }
    view.place(in: area, of: model, on: &self)
    placeCounters(of: model)
    let isInColumns = model.sheet?.kind == .help && HelpSheet.hasColumns(sheet.width)
    if area.width >= Self.sheetColumns, !isInColumns { sheet = sheet(over: area) }
    if model.editor != nil {
      editor = editorRect(over: area, model)
    } else if let finishes = model.result {
      place(finishes, over: area, model)
    }
  }

  /// The rows of one car in the standings: in presentations with its loss in large digits, if there
  /// is room for them.
  private static func standingPitch(of model: Model, in sidebar: Rect?) -> Int {
    guard model.isPresentation, let sidebar else { return 1 }
    let pitch = BlockDigits.height + 1
    if sidebar.width > 30, pitch * model.shown.count + 1 <= sidebar.height { return pitch }
    return 2 * model.shown.count + 3 <= model.size.height ? 2 : 1
  }

  /// Says who came where in the sidebar, if it has room; in a view of the race itself else over the
  /// lower right corner of the maps.
  private mutating func place(_ finishes: [Finish], over area: Rect, _ model: Model) {
    if model.isPresentation, sidebar != nil, standingPitch > 1 {
      finishesInStandings = finishes
      return
    }
    func height(_ width: Int) -> Int { ResultPanel.height(of: finishes, model, width: width) }
    if let rect = sidebarParts(of: model)?.navigator, !model.isPresentation,
      rect.width >= ResultPanel.leastWidth, rect.height >= height(rect.width)
    {
      hasResultInSidebar = true
      result = (finishes, rect)
      return
    }
    // The chart says it too, and would be covered.
    guard model.shownView.headerFacts(of: model, on: self) == nil, tree == nil, chart == nil
    else { return }
    let width = min(area.width, ResultPanel.width)
    let rows = min(area.height, height(width - 2))
    result = (
      finishes,
      Rect(x: area.maxX - width, y: area.maxY - rows, width: width, height: rows)
    )
  }

  /// Rows for what each car does at every rate; `nil` on a page that does not show it, before its
  /// question is answered, and where there is no room.
  private static func stripRows(of model: Model, in area: Rect) -> Int? {
    guard let lecture = model.lecture, lecture.current.hasStrip, !lecture.isAsking,
      area.height >= 14
    else { return nil }
    return min(model.shown.count + (area.height >= 30 ? 2 : 1), area.height / 3)
  }

  /// Over the corner of the map that hides least, where the column has no room for them.
  private mutating func placeCounters(of model: Model) {
    let rows = CounterPanel.height(of: model)
    let hasColumn = lesson != nil && lessonColumn == nil
    guard rows > 0, !hasColumn, lessonColumn?.counters == nil, let map = maps.first else { return }
    counters = CounterPanel.corner(of: map, Size(CounterPanel.width(of: model) + 2, rows), model)
    maps[0].covered = counters
  }

  /// One large map for all cars. Without a sidebar, the row above it is the legend.
  mutating func placeOneMap(in area: Rect, of model: Model) {
    let rows =
      model.isPresentation ? CarBadge.legendRows(of: model.shown, width: area.width, model) : 1
    let (title, rect) = area.split(top: sidebar == nil ? rows : 0)
    maps = [Map(title: title, rect: rect, cars: model.shown)]
    if model.shownView.isPlane { maps[0].makeRoomForScales(of: model) }
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
    let hasData = model.dataModel != nil && data == nil
    return Sidebar.Parts(model, sidebar.inset(top: standings.height, right: 1), hasData: hasData)
  }

  /// The editor's place: in the sidebar where it has room; else the corner that covers least of the
  /// car in focus, the lower right one among equals.
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
    if let result, result.rect.contains(x: x, y: y) { return nil }
    guard model.shownView.isPlane else { return nil }
    guard let map = maps.first(where: { $0.rect.contains(x: x, y: y) }) else { return nil }
    let point = map.viewport(of: model).point(cellX: x - map.rect.x, cellY: y - map.rect.y)
    return Point(point.x, point.y)
  }

  /// The same in as many digits as show on the map: where a race begins that is started there.
  package func start(atColumn x: Int, row y: Int, in model: Model) -> Point<Double>? {
    guard let point = planePoint(atColumn: x, row: y, in: model),
      let map = maps.first(where: { $0.rect.contains(x: x, y: y) })
    else { return nil }
    return Window(map.viewport(of: model).visible).said(point)
  }

  /// The car that a cell of the screen names: in the standings, or in the title of a map of its
  /// own.
  package func car(atColumn x: Int, row y: Int, in model: Model) -> Int? {
    if let standings, standings.contains(x: x, y: y) {
      guard y > standings.y else { return nil }
      let place = (y - standings.y - 1) / standingPitch
      let cars = finishesInStandings?.map(\.car) ?? model.standings
      return cars.indices.contains(place) ? cars[place] : nil
    }
    guard Self.placedView(of: model).titleNamesCar else { return nil }
    return maps.first { $0.title.contains(x: x, y: y) }?.cars.first
  }

  /// The rule of the family tree whose name is there.
  package func rule(atColumn x: Int, row y: Int, of model: Model) -> String? {
    guard let tree else { return nil }
    let (family, picture) = FamilyTreePanel.scene(of: model.treeRule, in: tree)
    return picture?.labels.firstIndex { $0.contains(x: x, y: y) }
      .map { family.nodes[$0].about.name }
  }

  /// The view that decides the places: in a presentation more than two maps would be too small.
  private static func placedView(of model: Model) -> any RaceView {
    let isCrowded = model.shown.count > 2 || model.lecture != nil
    let isOverlaid = model.isPresentation && model.view == .sideBySide && isCrowded
    return isOverlaid ? OverlayView() : model.shownView
  }

  /// A window that shows one map only.
  static func isPocket(_ size: Size) -> Bool {
    size.width < severalMaps.width || size.height < severalMaps.height
  }

  /// The columns for standings and chart beside one large map.
  static func columnsBesideOneMap(in size: Size) -> Int? {
    switch size.width {
    case 110...: 39
    case 76...: 28
    case severalMaps.width...: 22
    default: nil
    }
  }

  private static func sidebarColumns(_ model: Model) -> Int? {
    guard model.lecture == nil, model.rendition.scope == .page else { return nil }
    let view = model.shownView
    guard model.isPresentation, model.view != .focus else {
      return view.sidebarColumns(in: model.size)
    }
    // A view that has nothing beside it in a large window has nothing there in any.
    return view.sidebarColumns(in: Size(200, 60)) == nil ? nil : columnsInPresentation(model.size)
  }

  private static func columnsInPresentation(_ size: Size) -> Int? {
    switch size.width {
    case 110...: 32
    case 76...: 26
    case severalMaps.width...: 24
    default: nil
    }
  }
}

extension Size {
  /// How wide a lesson's text is beside the maps; `nil` where they take turns.
  var lessonColumns: Int? {
    switch width {
    case 110...: Self.wideColumn
    case 76...: 38
    default: nil
    }
  }

  /// Whether a second picture has room under a lesson's text.
  var hasWideLesson: Bool { lessonColumns == Self.wideColumn }

  private static let wideColumn = 48
}
