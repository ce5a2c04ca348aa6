import Descent
import Drawing
import Files
import Terminal

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
    defer { drawPixels(map, paints, model, scenery, on: &frame) }
    let cars = map.cars(topmost: model.focus)
    let drawn = drawTrails(of: cars, place, model, on: &frame)
    drawLandmarks(place, model, drawn, on: &frame)
    for car in cars { drawHead(of: car, place, model, drawn, on: &frame) }
  }

  /// The same in pixels: land, trails and signs anew, from a relief as fine as they are.
  private static func drawPixels(
    _ map: Layout.Map, _ paints: Relief.Paints, _ model: Model, _ scenery: Scenery,
    on frame: inout Frame
  ) {
    guard let cell = model.rendition.pixels else { return }
    let rect = map.rect
    let (relief, ground) = scenery.pixels.relief(of: model, in: rect.size, paints, cell)
    let place = Place(window: model.window, relief: relief, rect: rect)
    var sketch = MapSketch(cell, rect.size, model)
    let cars = map.cars(topmost: model.focus)
    let glass = PixelScenery.Glass.relief(
      model.surface.about.identity, model.window, model.camera, rect.size)
    sketch.draw(
      cars, inked: cars.map { model.livery[$0].color }, of: model, on: glass, scenery
    ) { from, to, visit in
      relief.visitWay(
        from: from.map { (place.u($0.x), place.v($0.y)) }, to: (place.u(to.x), place.v(to.y)),
        visit)
    }
    func mark(_ glyph: Unicode.Scalar, _ ink: Color, _ point: Point<Double>) {
      guard let sight = relief.sight(place.u(point.x), place.v(point.y)), sight.isVisible else {
        return
      }
      _ = sketch.mark(glyph, ink, at: (sight.dotX / 2, sight.dotY / 2))
    }
    for (glyph, point) in landmarks(in: rect, model) { mark(glyph, model.theme.landmark, point) }
    for car in cars {
      guard let (glyph, point) = head(of: car, model) else { continue }
      mark(glyph, model.livery[car].color, point)
    }
    frame.pictures.append(sketch.picture(in: rect, cells: frame.part(rect), ground))
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
      let shown = frame[cell.x, cell.y]
      let paper = shown.paper ?? model.theme.paper
      guard trails.isEmpty(x: cell.x - rect.x, y: cell.y - rect.y),
        shown.glyph == HalfBlocks.lowerHalf, let lower = shown.ink
      else { return paper }
      return paper.mixed(with: lower, 0.5)
    }
  }

  /// Draws the trails, the last one topmost; the cells that they take.
  private static func drawTrails(
    of cars: [Int], _ place: Place, _ model: Model, on frame: inout Frame
  ) -> Canvas {
    var trails = cars.map { trail(of: $0, place, model) }
    // Where two cross, the lower one leaves a gap beside the upper one.
    for upper in trails.indices.reversed() {
      for lower in 0..<upper { trails[lower].clear(around: trails[upper], reach: 1) }
    }
    var (halo, drawn) = (Halo(place.rect.size), Canvas(place.rect.size))
    for trail in trails { halo.add(around: trail) }
    draw(halo, place, model, on: &frame)
    for (car, trail) in zip(cars, trails) {
      let ink = model.livery[car].color
      for y in 0..<trail.size.height {
        for x in 0..<trail.size.width where !trail.isEmpty(x: x, y: y) {
          let cell = (x: place.rect.x + x, y: place.rect.y + y)
          frame[cell.x, cell.y] = Cell(
            trail.glyph(x: x, y: y, isCoarse: model.isPresentation), ink: ink,
            paper: place.ground(at: cell, drawn, frame, model))
          drawn.set(2 * x, 4 * y)
        }
      }
    }
    return drawn
  }

  /// Darkens the ground around trails, or lightens it, as the theme does on maps: what lies on it
  /// is seen from afar. Where colours are few, only close to them.
  private static func draw(
    _ halo: Halo, _ place: Place, _ model: Model, on frame: inout Frame
  ) {
    let theme = model.theme
    func color(_ color: Color, _ level: Int) -> Color {
      let fades = model.rendition.colors == .trueColor
      let share = fades ? Double(level) / Double(Halo.levels) : level == Halo.levels ? 1 : 0
      return color.mixed(with: theme.halo, theme.haloStrength * share)
    }
    for y in 0..<halo.size.height {
      for x in 0..<halo.size.width where halo.level(x: x, y: y) > 0 {
        let cell = frame[place.rect.x + x, place.rect.y + y]
        let upper = cell.paper ?? theme.paper
        let lower = cell.glyph == HalfBlocks.lowerHalf ? cell.ink ?? upper : upper
        let halves = (
          color(upper, halo.level(x: x, row: 2 * y)), color(lower, halo.level(x: x, row: 2 * y + 1))
        )
        frame[place.rect.x + x, place.rect.y + y] =
          halves.0 == halves.1
          ? Cell(" ", paper: halves.0)
          : Cell(HalfBlocks.lowerHalf, ink: halves.1, paper: halves.0)
      }
    }
  }

  private static func trail(of car: Int, _ place: Place, _ model: Model) -> Canvas {
    let path = model.timeline.trajectories[car]
    var canvas = Canvas(place.rect.size)
    let count = path.count(through: model.timeline.tick)
    let head = model.race.drivers[car].position
    place.relief.draw(
      us: path.x.prefix(count).map(place.u) + [place.u(head.x)],
      vs: path.y.prefix(count).map(place.v) + [place.v(head.y)], count: count + 1, on: &canvas)
    canvas.thicken(onlyToTheSide: model.isPresentation)
    return canvas
  }

  private static func drawLandmarks(
    _ place: Place, _ model: Model, _ trails: Canvas, on frame: inout Frame
  ) {
    for (glyph, point) in landmarks(in: place.rect, model) {
      guard let cell = place.cell(point) else { continue }
      frame.draw(
        glyph, ink: model.theme.landmark, paper: place.ground(at: cell, trails, frame, model),
        style: .bold, x: cell.x, y: cell.y)
    }
  }

  /// Minima, the lesser ones where there is room, and the start.
  private static func landmarks(
    in rect: Rect, _ model: Model
  ) -> [(glyph: Unicode.Scalar, point: Point<Double>)] {
    let minima = model.surface.minima
    let roomEach = rect.width * rect.height / max(1, minima.count)
    let shown = minima.filter { $0.kind == .globalMinimum || roomEach >= 40 }
    return shown.map { ($0.kind == .globalMinimum ? "★" : "☆", $0.position) }
      + [("○", model.race.start)]
  }

  private static func drawHead(
    of car: Int, _ place: Place, _ model: Model, _ trails: Canvas, on frame: inout Frame
  ) {
    guard let (glyph, point) = head(of: car, model), let cell = place.cell(point) else { return }
    frame.draw(
      glyph, ink: model.livery[car].color,
      paper: place.ground(at: cell, trails, frame, model), style: .bold, x: cell.x, y: cell.y)
  }

  /// A car's sign and where it is; where it was last, if it has crashed.
  private static func head(
    of car: Int, _ model: Model
  ) -> (glyph: Unicode.Scalar, point: Point<Double>)? {
    let (driver, path) = (model.race.drivers[car], model.timeline.trajectories[car])
    guard driver.crash != nil else { return (model.livery[car].glyph, driver.position) }
    guard let x = path.x.last, let y = path.y.last else { return nil }
    return ("✗", Point(x, y))
  }
}
