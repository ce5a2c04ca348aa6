package import Descent
package import Drawing
package import Files
package import Texts

/// The whole state of the program as a value.
package struct Model: Sendable {
  package var strings: Strings
  package var themes: [Theme]
  package var theme: Theme { didSet { dress() } }
  /// What the cars of the race wear.
  package private(set) var livery: Livery
  /// Nobody has asked for a theme: a light background has a light one.
  package var followsBackground = false
  package var keymap = Keymap.standard

  /// The surfaces that `s` goes through, and which one it is.
  package var surfaces: [any Surface]
  package var surfaceIndex: Int
  /// Degrees that every surface is turned by, and what its heights are multiplied by.
  package var turn: Double
  package var heightScale: Double
  /// What the cars are ordered by, and their curves drawn against.
  package var yardstick = Yardstick.steps
  /// How the surface was asked for, if it is none of the catalogue.
  package var request: SurfaceRequest
  /// Starts that `R` goes to before it draws random ones.
  package var starts: [Point<Double>] = []
  /// The cars as asked for; empty for each surface's standard lineup.
  package var carSpecs: [CarSpec]
  /// The recorded paths as asked for.
  package private(set) var paths: [PathFile.Request]
  /// Where the race is. Another race comes with `begin`.
  package var timeline: Timeline
  package var seed: UInt64
  /// How many random starts have been drawn.
  package var randomStarts = 0

  package var isPlaying = true
  package var speed = Speed()
  package var view = MapView.sideBySide
  /// Where a view that is toggled by a key of its own leads back to.
  var viewsBefore: [MapView: MapView] = [:]
  /// The part of the plane that maps show.
  package var window: PlaneRect
  /// Cars that are not shown; they drive on.
  package var hidden: Set<Int> = []
  /// The car that the card is about, drawn topmost.
  package var focus = 0
  /// The part of the step about to be taken that the focus view looks at; `nil` for all of it.
  package var substep: Substep.Part?
  /// The rule laid beside the car in focus.
  package var ghost: Ghost?
  /// What thousands of drives have found out.
  package var lab = LabNotes()
  /// Powers of √2 that the focus view is closer than its step asks for.
  package var focusZoom = 0
  package var showsContourLabels = false
  /// Whether slopes are shaded, in themes that shade them.
  package var showsShading = true
  /// Whether a map of data shows the contour lines of the mini-batch that a car is about to ask.
  package var showsBatchContours = false
  /// Fewer and larger things, for a room to read.
  package var isPresentation = false
  /// How the chart is looked at.
  package var chart = ChartSettings()
  /// Where the terrain is seen from.
  package var camera = Camera()
  /// The rule that the family tree's cursor stands on.
  package var treeRule = FamilyTree.known.nodes[0].about.name
  /// What is open over the race, the topmost last. A hold on the map ends when one opens or closes.
  package var layers: [Layer] = [] { didSet { grip = nil } }
  package var usesMouse = true
  /// Whether the signs of the maps are told in a line, until the user does something; and what to
  /// begin with, while the race waits at step 0.
  package var explainsSigns = false
  /// The tour that is being given, if one is.
  package internal(set) var tour: Tour?
  /// The drive without the map, while one drives.
  package internal(set) var blindDrive: BlindDrive?
  /// Where the mouse holds the map, between a press on it and the release.
  package var grip: Grip?
  /// One line for the user, until the next key; while the race plays, for some seconds at most.
  package var notice: String? { didSet { (noticeSeconds, isWarning) = (0, false) } }
  /// The notice says that something went wrong.
  package internal(set) var isWarning = false
  /// The notice says that votes would be lost: the same key again loses them.
  var warnsOfVotes = false
  /// How long the race has played since the notice came, in seconds of its speed.
  var noticeSeconds = 0.0

  /// The order of the standings as it is shown while the race plays, and for how long it has been.
  var heldStandings: (cars: [Int], seconds: Double)?
  /// The end of the race that playing has stopped at: it does not stop there again.
  var passedEnd: PassedEnd?
  /// The result has been closed; it comes again at the next end.
  var hidesResult = false

  /// The lesson that is being given, if one is.
  package internal(set) var lecture: Lecture?
  /// The class that joins by phone, while one is open.
  package internal(set) var classroom: ClassWall?
  /// How its key opens one.
  package var classWish = ClassWish()
  /// The lecturer's notes in the place of everything else.
  package internal(set) var desk: Desk?
  /// The lessons of the list, once it has been opened.
  package var lessons: LessonLibrary?
  /// Where the user's own lessons lie.
  package var lessonShelf = Shelf(folders: [])
  /// The row of the list of lessons, or of a lesson's pages, that Enter opens, from 0.
  package var chosenRow = 0

  package var size = Size(80, 24)
  package var cellAspect = 2.0
  package var rendition = Rendition()

  /// Another rule that starts from the very state of the car in focus.
  package enum Ghost: Sendable {
    /// As the race's car of that rule has it; else with the settings that it shares with the car in
    /// focus, and the rate that the surface suggests.
    case named(String)
    /// A rule with settings of its own.
    case rule(any Optimizer)
  }

  /// A hold on the map. Released where it took hold, it was a click.
  package struct Grip: Hashable, Sendable {
    /// The cell of the screen that the pointer was last in; until the map moves, the first.
    package var x, y: Int
    /// Whether the map has been moved with it.
    package var hasMoved = false

    package init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// What lies over the map.
  package struct Sheet: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case help, card, lessons, pages

      /// Whether a row of it is chosen.
      var isList: Bool { self == .lessons || self == .pages }
    }

    package var kind: Kind
    /// Lines above the first that shows.
    package var scroll = 0

    package init(_ kind: Kind, scroll: Int = 0) {
      self.kind = kind
      self.scroll = scroll
    }
  }

  package init(_ setup: RaceSetup, strings: Strings, themes: [Theme], theme: Theme) {
    self.strings = strings
    // A theme from a file of the user's own is one of those that `t` goes through.
    self.themes = themes.contains(theme) ? themes : themes + [theme]
    self.theme = theme
    (surfaces, surfaceIndex) = Self.surfaces(with: setup.surface)
    (turn, heightScale) = (setup.surface.about.turnedBy, setup.surface.about.scaledBy)
    request = setup.request
    carSpecs = setup.carSpecs
    paths = setup.paths
    timeline = setup.timeline
    livery = Livery(timeline.race.cars, theme)
    seed = setup.seed
    window = PlaneRect(setup.surface.about.window)
    lab.noteRates(setup.fairness, of: race)
  }

  /// Begins another race, as it was asked for.
  mutating func enter(_ setup: RaceSetup) {
    (surfaces, surfaceIndex) = Self.surfaces(with: setup.surface)
    (turn, heightScale) = (setup.surface.about.turnedBy, setup.surface.about.scaledBy)
    request = setup.request
    carSpecs = setup.carSpecs
    paths = setup.paths
    begin(setup.timeline)
    seed = setup.seed
    hidden = []
    focus = 0
    layers = []
    blindDrive = nil
    leaveTree()
    lab.noteRates(setup.fairness, of: race)
    window = PlaneRect(setup.surface.about.window)
  }

  /// Puts another race in the place of this one.
  mutating func begin(_ race: Timeline) {
    timeline = race
    dress()
  }

  /// Looks at the race in another way, as its key does.
  package mutating func look(at view: MapView) {
    self.view = view
    focusCarWithSettings()
  }

  /// Finds out what the cars wear, after there are others.
  mutating func dress() { livery = Livery(race.cars, theme) }

  /// The surfaces of the catalogue, with one that is not among them in front; and the place of
  /// `surface`.
  private static func surfaces(with surface: any Surface) -> ([any Surface], Int) {
    let known = Catalog.surfaces.firstIndex { $0.about.name == surface.about.name }
    return ((known == nil ? [surface.unturned] : []) + Catalog.surfaces, known ?? 0)
  }

  package var race: Race { timeline.race }

  /// Cars are too many to have a colour each, or are a class's, which are known by names.
  var isCrowd: Bool { classroom?.isShown == true || race.cars.count > CarSpec.limit }

  /// Everybody of a class starts where she wants to.
  var hasOwnStarts: Bool {
    guard let wall = classroom, wall.isShown else { return false }
    return !wall.isFog && !wall.isFromOneStart
  }

  package var surface: any Surface { race.surface }

  /// The indexes of the cars that are shown.
  package var shown: [Int] { race.cars.indices.filter { !hidden.contains($0) } }

  /// The car in focus, and the shown one after it if there is one.
  var besideFocus: [Int] {
    let cars = shown
    guard cars.count > 1, let place = cars.firstIndex(of: focus) else { return [focus] }
    return [focus, cars[(place + 1) % cars.count]]
  }

  /// The shown cars in the order of the race, at equal cost by the yardstick.
  ///
  /// While the race plays they change places at most twice a second: faster nobody can read.
  package var standings: [Int] { heldOrder ?? trueStandings }

  var trueStandings: [Int] {
    yardstick == .steps
      ? race.standings(of: shown) : timeline.standings(of: shown, by: yardstick).map(\.car)
  }

  /// The order that is held, as long as it is one of the cars that are shown.
  private var heldOrder: [Int]? {
    guard isPlaying, let held = heldStandings?.cars, held.count == shown.count,
      held.allSatisfy({ !hidden.contains($0) })
    else { return nil }
    return held
  }

  /// The first car of the standings, once they have left the start.
  package var leader: Int? {
    guard timeline.tick > 0,
      let first = heldOrder?.first
        ?? (yardstick == .steps ? race.first(of: shown) : trueStandings.first),
      race.drivers[first].crash == nil
    else { return nil }
    return first
  }
}

extension PlaneRect {
  package init(_ window: Window) {
    self.init(
      minX: window.x.lowerBound, maxX: window.x.upperBound,
      minY: window.y.lowerBound, maxY: window.y.upperBound)
  }

  var middle: Point<Double> { Point((minX + maxX) / 2, (minY + maxY) / 2) }

  /// The rectangle moved by fractions of its width and height.
  func moved(byWidths x: Double, heights y: Double) -> PlaneRect {
    PlaneRect(
      minX: minX + x * width, maxX: maxX + x * width,
      minY: minY + y * height, maxY: maxY + y * height)
  }

  /// The rectangle shrunk by `factor` > 1 (or grown), the point staying where it is.
  func zoomed(by factor: Double, aboutX x: Double, y: Double) -> PlaneRect {
    PlaneRect(
      minX: x + (minX - x) / factor, maxX: x + (maxX - x) / factor,
      minY: y + (minY - y) / factor, maxY: y + (maxY - y) / factor)
  }
}
