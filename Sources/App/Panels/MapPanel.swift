import Descent
import Drawing

/// One map: land, landmarks, trails and heads, with a title above it.
enum MapPanel {
  static func draw(
    _ map: Layout.Map, of model: Model, scenery: Scenery, on frame: inout Frame
  ) {
    MapTitle.draw(map, of: model, on: &frame)
    guard !map.rect.isEmpty else { return }
    let viewport = map.viewport(of: model)
    let land = scenery.land(of: model, viewport)
    var painter = Painter(
      model: model, rect: map.rect, viewport: viewport, land: land, frame: Frame(Size(0, 0)))
    // Handed over and back: two owners would mean a copy of all its cells.
    swap(&painter.frame, &frame)
    painter.drawLand()
    // The car in focus last: topmost.
    let cars = map.cars.filter { $0 != model.focus } + map.cars.filter { $0 == model.focus }
    painter.drawTrails(of: cars, scenery)
    painter.drawLandmarks()
    for car in cars { painter.drawHead(of: car) }
    painter.drawCrosshair()
    swap(&painter.frame, &frame)
    MapSigns.draw(map, viewport, of: model, on: &frame)
  }
}

/// Draws in plane coordinates on one map's rectangle of the frame.
struct Painter {
  let model: Model
  let rect: Rect
  let viewport: Viewport
  let land: Land
  var frame: Frame

  mutating func drawLand(withLabels: Bool = true) {
    frame.paste(land.picture, x: rect.x, y: rect.y)
    guard withLabels, model.showsContourLabels else { return }
    for label in land.labels {
      let text = NumberText.brief(label.level)
      for (place, scalar) in text.unicodeScalars.enumerated() where label.x + place < rect.width {
        put(
          scalar, model.theme.ink, atCell: label.x + place, label.y, over: land.ground, style: [])
      }
    }
  }

  mutating func drawTrails(
    of cars: [Int], _ scenery: Scenery, ink: (Color) -> Color = { $0 }
  ) {
    let trails = cars.map { trail(of: $0, scenery) }
    // A soft halo: the ground beside a trail leans a little towards the halo's colour.
    for trail in trails { land.soft.paint(around: trail, on: &frame, x: rect.x, y: rect.y) }
    for (car, trail) in zip(cars, trails) {
      trail.draw(
        on: &frame, x: rect.x, y: rect.y, ink: ink(model.theme.color(ofCar: car)), over: land.dimmed
      )
    }
  }

  private func trail(of car: Int, _ scenery: Scenery) -> Canvas {
    var canvas = scenery.trail(of: car, in: model, viewport)
    let path = model.timeline.trajectories[car]
    let count = path.count(through: model.timeline.tick)
    // The way from the last recorded point to where the car is now.
    let head = model.race.drivers[car].position
    if count > 0, head.isFinite {
      let last = viewport.dot(x: path.x[count - 1], y: path.y[count - 1])
      let now = viewport.dot(x: head.x, y: head.y)
      canvas.line(from: last.x, last.y, to: now.x, now.y)
    }
    return canvas
  }

  mutating func drawLandmarks() {
    let points = model.surface.about.criticalPoints
    // The lesser ones only where they do not stand side by side.
    let roomEach = rect.width * rect.height / max(1, points.count)
    for point in points {
      switch point.kind {
      case .globalMinimum: put("★", model.theme.landmark, at: point.position, over: land.soft)
      case .localMinimum where roomEach >= 24:
        put("☆", model.theme.landmark, at: point.position, over: land.soft)
      case .saddle where roomEach >= 60: drawSaddle(at: point.position)
      case .localMinimum, .saddle: break
      }
    }
    put("○", model.theme.landmark, at: model.race.start, over: land.dimmed)
  }

  /// A saddle is a place to know and not to go to: half as loud as a minimum.
  private mutating func drawSaddle(at point: Point<Double>) {
    guard let cell = viewport.cell(x: point.x, y: point.y) else { return }
    let ink = model.theme.landmark.mixed(with: land.ground.color(x: cell.x, y: cell.y), 0.5)
    put("✕", ink, atCell: cell.x, cell.y, over: land.ground, style: [])
  }

  mutating func drawHead(of car: Int) {
    let driver = model.race.drivers[car]
    let ink = model.theme.color(ofCar: car)
    if driver.crash != nil {
      let path = model.timeline.trajectories[car]
      guard let x = path.x.last, let y = path.y.last else { return }
      putOrPoint("✗", ink, at: Point(x, y))
    } else {
      putOrPoint(model.theme.glyph(ofCar: car), ink, at: driver.position)
    }
  }

  mutating func drawCrosshair() {
    if let crosshair = model.crosshair {
      put("┼", model.theme.accent, at: crosshair, over: land.dimmed)
    }
  }

  /// A glyph at a point of the plane; outside the map, an arrow on its edge that points there.
  mutating func putOrPoint(_ glyph: Unicode.Scalar, _ ink: Color, at point: Point<Double>) {
    if let edge = viewport.edgeArrow(x: point.x, y: point.y) {
      put(edge.arrow, ink, atCell: edge.x, edge.y, over: land.dimmed, style: .bold)
    } else {
      put(glyph, ink, at: point, over: land.dimmed)
    }
  }

  mutating func put(
    _ glyph: Unicode.Scalar, _ ink: Color, at point: Point<Double>, over ground: HalfBlocks
  ) {
    guard let cell = viewport.cell(x: point.x, y: point.y) else { return }
    put(glyph, ink, atCell: cell.x, cell.y, over: ground, style: .bold)
  }

  mutating func put(
    _ glyph: Unicode.Scalar, _ ink: Color, atCell x: Int, _ y: Int, over ground: HalfBlocks,
    style: Cell.Style
  ) {
    frame[rect.x + x, rect.y + y] = Cell(
      glyph, ink: ink, paper: ground.color(x: x, y: y), style: style)
  }
}
