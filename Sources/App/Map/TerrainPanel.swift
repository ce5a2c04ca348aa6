import Descent
import Drawing
import Files

/// The surface as a relief with the cars' trails on it; what is behind a hill is hidden.
enum TerrainPanel {
  static func draw(
    _ map: Layout.Map, of model: Model, scenery: Scenery, on frame: inout Frame
  ) {
    MapTitle.draw(map, of: model, on: &frame)
    guard map.rect.width > 1, map.rect.height > 1 else { return }
    let (relief, paints) = scenery.relief(of: model, in: map.rect.size)
    relief.paint(on: &frame, x: map.rect.x, y: map.rect.y, in: paints, levels: 12)
    let place = Place(window: model.window, relief: relief, rect: map.rect)
    // The car in focus last: topmost.
    let cars = map.cars.filter { $0 != model.focus } + map.cars.filter { $0 == model.focus }
    var trails = Canvas(map.rect.size)
    for car in cars { drawTrail(of: car, place, model, among: &trails, on: &frame) }
    drawLandmarks(place, model, trails, on: &frame)
    for car in cars { drawHead(of: car, place, model, trails, on: &frame) }
  }

  /// Puts places of the plane on the glass.
  private struct Place {
    let window: PlaneRect
    let relief: Relief
    let rect: Rect

    func u(_ x: Double) -> Double { (x - window.minX) / window.width }
    func v(_ y: Double) -> Double { (y - window.minY) / window.height }

    /// The cell where a point is seen, if it is.
    func cell(_ point: Point<Double>) -> (x: Int, y: Int)? {
      guard let sight = relief.sight(u(point.x), v(point.y)), sight.isVisible else { return nil }
      return (
        rect.x + Int((sight.dotX / 2).rounded(.down)), rect.y + Int((sight.dotY / 4).rounded(.down))
      )
    }

    /// The one colour under a glyph that takes a cell.
    func ground(
      at cell: (x: Int, y: Int), _ trails: Canvas, _ frame: Frame, _ model: Model
    ) -> Color {
      let (shown, theme) = (frame[cell.x, cell.y], model.theme)
      let paper = shown.paper ?? theme.paper
      guard trails.isEmpty(x: cell.x - rect.x, y: cell.y - rect.y),
        shown.glyph == HalfBlocks.lowerHalf, let lower = shown.ink
      else { return paper }
      return paper.mixed(with: lower, 0.5).mixed(with: theme.halo, theme.haloStrength)
    }
  }

  /// - Parameter drawn: the trails that lie there already.
  private static func drawTrail(
    of car: Int, _ place: Place, _ model: Model, among drawn: inout Canvas,
    on frame: inout Frame
  ) {
    let path = model.timeline.trajectories[car]
    var canvas = Canvas(place.rect.size)
    let count = path.count(through: model.timeline.tick)
    let head = model.race.drivers[car].position
    place.relief.draw(
      us: path.x.prefix(count).map(place.u) + [place.u(head.x)],
      vs: path.y.prefix(count).map(place.v) + [place.v(head.y)], count: count + 1, on: &canvas)
    canvas.thicken(onlyToTheSide: model.isPresentation)
    // Every cell keeps the mean of its ground, darker: bright dots on it are seen from afar.
    let ink = model.theme.color(ofCar: car)
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width where !canvas.isEmpty(x: x, y: y) {
        let cell = frame[place.rect.x + x, place.rect.y + y]
        var paper = cell.paper ?? model.theme.paper
        let isGround = drawn.isEmpty(x: x, y: y)
        if isGround, cell.glyph == HalfBlocks.lowerHalf, let lower = cell.ink {
          paper = paper.mixed(with: lower, 0.5)
        }
        drawn.set(2 * x, 4 * y)
        frame[place.rect.x + x, place.rect.y + y] = Cell(
          canvas.glyph(x: x, y: y, isCoarse: model.isPresentation), ink: ink,
          paper: isGround ? paper.mixed(with: model.theme.halo, model.theme.haloStrength) : paper)
      }
    }
  }

  private static func drawLandmarks(
    _ place: Place, _ model: Model, _ trails: Canvas, on frame: inout Frame
  ) {
    func mark(_ glyph: Unicode.Scalar, _ point: Point<Double>) {
      guard let cell = place.cell(point) else { return }
      frame.draw(
        glyph, ink: model.theme.landmark, paper: place.ground(at: cell, trails, frame, model),
        style: .bold,
        x: cell.x, y: cell.y)
    }
    let minima = model.surface.minima
    let roomEach = place.rect.width * place.rect.height / max(1, minima.count)
    for minimum in minima {
      if minimum.kind == .globalMinimum {
        mark("★", minimum.position)
      } else if roomEach >= 40 {
        mark("☆", minimum.position)
      }
    }
    mark("○", model.race.start)
  }

  private static func drawHead(
    of car: Int, _ place: Place, _ model: Model, _ trails: Canvas, on frame: inout Frame
  ) {
    let (driver, path) = (model.race.drivers[car], model.timeline.trajectories[car])
    var point = driver.position
    if driver.crash != nil {
      guard let x = path.x.last, let y = path.y.last else { return }
      point = Point(x, y)
    }
    guard let cell = place.cell(point) else { return }
    frame.draw(
      driver.crash == nil ? model.theme.glyph(ofCar: car) : "✗", ink: model.theme.color(ofCar: car),
      paper: place.ground(at: cell, trails, frame, model), style: .bold, x: cell.x, y: cell.y)
  }
}
