import Descent
import Drawing
import Files
import Terminal
import Texts

/// One way of looking at a race. A new view is one file with a type that keeps this protocol, its
/// name in `MapView`, and its line in `all`.
protocol RaceView: Sendable {
  var name: MapView { get }

  /// The action and the function key that show it; `nil` for a view with a key of its own.
  var key: (action: String, key: Key)? { get }

  /// Whether the round of views stops at it: not where there is nothing to see.
  func isOffered(in model: Model) -> Bool

  /// The keys that mean something in this view alone, the nearest first.
  var keys: [KeyGroup] { get }

  /// What the footer has room for here; `nil` for all that is in force.
  var footerActions: Set<String>? { get }

  /// The plane of the parameters is seen from above, so that a cell of a map is a place.
  var isPlane: Bool { get }

  /// The title of each map is the name of its car, and a click there focuses it.
  var titleNamesCar: Bool { get }

  /// Columns for standings and chart beside the maps in a window of this size; `nil` where they
  /// have no room.
  func sidebarColumns(in size: Size) -> Int?

  /// Puts the view into the rest of the screen.
  func place(in area: Rect, of model: Model, on layout: inout Layout)

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame)

  /// What it wants the laboratory to find out, with the car that each question is about, the most
  /// urgent first.
  func questions(of model: Model, on layout: Layout) -> [(task: LabTask, car: Int)]

  /// What the header says in place of start, seed and step, the least important first; `nil` in a
  /// view of the race itself.
  func headerFacts(of model: Model, on layout: Layout) -> [String]?
}

extension RaceView {
  func isOffered(in model: Model) -> Bool { key != nil }
  var keys: [KeyGroup] { [] }
  var footerActions: Set<String>? { nil }
  var isPlane: Bool { true }
  var titleNamesCar: Bool { false }

  func questions(of model: Model, on layout: Layout) -> [(task: LabTask, car: Int)] { [] }

  func headerFacts(of model: Model, on layout: Layout) -> [String]? { nil }
}

extension MapView {
  /// The views in the order of `MapView`.
  static let all: [any RaceView] = [
    SideBySideView(), OverlayView(), FocusView(), ChartView(), TerrainView(), BasinsView(),
    SettingsMapView(), DataView(), FamilyTreeView(), FogView(),
  ]

  /// The view of this name.
  var view: any RaceView { Self.all.first { $0.name == self }! }
}

extension Model {
  /// The view on the screen.
  var shownView: any RaceView { view.view }

  /// The keys of the view on the screen, without those that wait for something to be typed.
  var groupsInForce: [KeyGroup] {
    let isTyping = blindDrive?.typed.isEmpty == false
    return shownView.keys.filter { isTyping || $0.title != .helpWhileTypingStep }
  }

  /// The view of the race that the family tree lies over.
  var raceView: MapView { view == .tree ? viewsBefore[.tree] ?? .sideBySide : view }

  /// Goes to a view, or from there back to the one before it.
  mutating func toggle(_ other: MapView) {
    if view == other {
      view = viewsBefore[other] ?? .sideBySide
    } else {
      (viewsBefore[other], view) = (view, other)
    }
  }
}
