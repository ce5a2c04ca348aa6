import Descent
import Drawing
import Files

/// What stands under the text of a lesson's page, from the top down; what has no room is `nil`.
struct LessonColumn {
  /// A table of the numbers that the text speaks of.
  private(set) var counters: Rect?
  /// The page's second picture.
  private(set) var picture: (kind: Lesson.Picture, rect: Rect)?
  /// What the navigator of the car in focus says.
  private(set) var navigator: Rect?
  let top: Int

  /// - Parameter rect: what the text leaves of the column.
  init(_ model: Model, below rect: Rect) {
    top = rect.y
    guard let page = model.lecture?.current else { return }
    var rest = rect
    let rows = CounterPanel.height(of: model)
    if rows > 0, rows <= rest.height {
      counters = rest.split(top: rows).top
      rest = rest.inset(top: rows + 1)
    }
    let kind = page.column ?? Self.suited(to: page, model)
    if let least = Self.leastRows(of: kind), least <= rest.height {
      let spare = rest.height - Self.navigatorRows - 1
      let rows = min(spare >= least && !model.isPresentation ? spare : rest.height, Self.mostRows)
      picture = (kind, rest.split(top: rows).top)
      rest = rest.inset(top: rows + 1)
    }
    guard !model.isPresentation, model.shownView.isPlane, model.blindDrive == nil,
      rest.height > NavigatorPanel.titledHeight
    else { return }
    navigator = rest.split(top: min(rest.height, Self.navigatorRows)).top
  }

  /// What is beside a page that does not say: where cars drive, how it goes; where data are, those.
  private static func suited(to page: Lesson.Page, _ model: Model) -> Lesson.Picture {
    if model.view == .chart { return .map }
    if model.view == .fog { return .none }
    if model.dataModel != nil, model.view != .data { return .data }
    return page.pause == nil && page.from == 0 ? .none : .chart
  }

  private static func leastRows(of kind: Lesson.Picture) -> Int? {
    switch kind {
    case .chart: 7
    case .data: Layout.leastData.height
    case .map, .terrain, .basins: 9
    case .none: nil
    }
  }

  private static let navigatorRows = 8
  private static let mostRows = 24

  func draw(_ model: Model, scenery: Scenery, on frame: inout Frame) {
    if let counters { CounterPanel.draw(model, in: counters, scenery: scenery, on: &frame) }
    if let navigator {
      NavigatorPanel.draw(model, car: model.focus, in: navigator, on: &frame)
    }
    guard let (kind, rect) = picture else { return }
    var model = model
    if let step = model.lecture?.current.columnStep, model.drivesPage {
      model.timeline.seek(to: step)
      model.hidden = []
    }
    let map = Self.map(of: model.shown, in: rect)
    switch kind {
    case .chart: LossChartPanel.draw(model, in: rect, scenery: scenery, on: &frame)
    case .data: DataPanel.draw(model, in: rect, on: &frame)
    case .map: MapPanel.draw(map, of: model, scenery: scenery, on: &frame)
    case .terrain: TerrainPanel.draw(map, of: model, scenery: scenery, on: &frame)
    case .basins: BasinsPanel.draw(map, of: model, scenery: scenery, on: &frame)
    case .none: break
    }
  }

  /// Where the second picture asks the laboratory which start ends where.
  func basins(of model: Model) -> Layout.Map? {
    guard let (kind, rect) = picture, kind == .basins else { return nil }
    return Self.map(of: [model.focus], in: rect)
  }

  /// Without a title: whose signs these are is said above the large picture.
  private static func map(of cars: [Int], in rect: Rect) -> Layout.Map {
    Layout.Map(title: rect.split(top: 0).top, rect: rect, cars: cars)
  }
}
