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
      model: model, rect: map.rect, viewport: viewport, land: land, frame: frame)
    painter.drawLand()
    // The car in focus last: topmost.
    let cars = map.cars.filter { $0 != model.focus } + map.cars.filter { $0 == model.focus }
    painter.drawTrails(of: cars)
    painter.drawLandmarks()
    for car in cars { painter.drawHead(of: car) }
    painter.drawCrosshair()
    frame = painter.frame
  }
}

/// Draws in plane coordinates on one map's rectangle of the frame.
private struct Painter {
  let model: Model
  let rect: Rect
  let viewport: Viewport
  let land: Land
  var frame: Frame

  mutating func drawLand() {
    land.ground.paint(on: &frame, x: rect.x, y: rect.y)
    for y in 0..<rect.height {
      for x in 0..<rect.width where !land.contours.isEmpty(x: x, y: y) {
        frame[rect.x + x, rect.y + y] = Cell(
          land.contours.glyph(x: x, y: y), ink: land.lines.color(x: x, y: y),
          paper: land.ground.color(x: x, y: y))
      }
    }
    guard model.showsContourLabels else { return }
    for label in land.labels {
      let text = NumberText.compact(rounded(label.level))
      for (place, scalar) in text.unicodeScalars.enumerated() where label.x + place < rect.width {
        put(scalar, model.theme.ink, atCell: label.x + place, label.y, style: [])
      }
    }
  }

  /// Three significant digits: a level over a minimum of −78.33… need not say all of them.
  private func rounded(_ level: Double) -> Double {
    Double(NumberText.scientific(level).filter { $0 != " " }) ?? level
  }

  mutating func drawTrails(of cars: [Int]) {
    let trails = cars.map { (car: $0, canvas: trail(of: $0)) }
    shade(under: trails.map(\.canvas))
    for trail in trails {
      let ink = model.theme.color(ofCar: trail.car)
      for y in 0..<rect.height {
        for x in 0..<rect.width where !trail.canvas.isEmpty(x: x, y: y) {
          frame[rect.x + x, rect.y + y] = Cell(
            trail.canvas.glyph(x: x, y: y), ink: ink, paper: land.dimmed.color(x: x, y: y))
        }
      }
    }
  }

  private func trail(of car: Int) -> Canvas {
    var canvas = Canvas(rect.size)
    let path = model.timeline.trajectories[car]
    let count = path.count(through: model.timeline.tick)
    Polyline(xs: path.x, ys: path.y, range: 0..<count).draw(on: &canvas, through: viewport)
    // The way from the last recorded point to where the car is now.
    let head = model.race.drivers[car].position
    if count > 0, head.isFinite {
      let last = viewport.dot(x: path.x[count - 1], y: path.y[count - 1])
      let now = viewport.dot(x: head.x, y: head.y)
      canvas.line(from: last.x, last.y, to: now.x, now.y)
    }
    return canvas
  }

  /// A soft halo: the ground beside a trail leans a little towards the halo's colour.
  private mutating func shade(under trails: [Canvas]) {
    func hasTrail(_ x: Int, _ y: Int) -> Bool { trails.contains { !$0.isEmpty(x: x, y: y) } }
    for y in 0..<rect.height {
      for x in 0..<rect.width where !hasTrail(x, y) {
        guard hasTrail(x - 1, y) || hasTrail(x + 1, y) || hasTrail(x, y - 1) || hasTrail(x, y + 1)
        else { continue }
        frame.draw(paper: land.soft.color(x: x, y: y), x: rect.x + x, y: rect.y + y)
        if frame[rect.x + x, rect.y + y].glyph == HalfBlocks.upperHalf {
          frame.draw(" ", x: rect.x + x, y: rect.y + y)
        }
      }
    }
  }

  mutating func drawLandmarks() {
    for point in landmarks { put(point.glyph, model.theme.landmark, at: point.position) }
    put("○", model.theme.landmark, at: model.race.start)
  }

  /// The labelled points, without the lesser ones where they would stand side by side.
  private var landmarks: [(glyph: Unicode.Scalar, position: Point<Double>)] {
    let points = model.surface.about.criticalPoints
    let isCrowded = points.count * 24 > rect.width * rect.height
    return points.compactMap { point in
      switch point.kind {
      case .globalMinimum: ("★", point.position)
      case .localMinimum: isCrowded ? nil : ("☆", point.position)
      case .saddle: nil
      }
    }
  }

  mutating func drawHead(of car: Int) {
    let driver = model.race.drivers[car]
    let ink = model.theme.color(ofCar: car)
    if driver.crash != nil {
      let path = model.timeline.trajectories[car]
      guard let x = path.x.last, let y = path.y.last else { return }
      put("✗", ink, at: Point(x, y))
      return
    }
    put(model.theme.glyph(ofCar: car), ink, at: driver.position)
  }

  mutating func drawCrosshair() {
    if let crosshair = model.crosshair { put("┼", model.theme.accent, at: crosshair) }
  }

  /// A glyph at a point of the plane; outside the map, an arrow on its edge that points there.
  private mutating func put(_ glyph: Unicode.Scalar, _ ink: Color, at point: Point<Double>) {
    if let cell = viewport.cell(x: point.x, y: point.y) {
      put(glyph, ink, atCell: cell.x, cell.y, style: .bold)
    } else if model.theme.glyphs.contains(glyph) || glyph == "✗",
      let edge = viewport.edgeArrow(x: point.x, y: point.y)
    {
      put(edge.arrow, ink, atCell: edge.x, edge.y, style: .bold)
    }
  }

  private mutating func put(
    _ glyph: Unicode.Scalar, _ ink: Color, atCell x: Int, _ y: Int, style: Cell.Style
  ) {
    frame[rect.x + x, rect.y + y] = Cell(
      glyph, ink: ink, paper: land.dimmed.color(x: x, y: y), style: style)
  }
}
