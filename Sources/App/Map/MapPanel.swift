import Descent
import Drawing
import Files
import Texts

/// One map: land, landmarks, trails and heads, with a title above it.
enum MapPanel {
  static func draw(
    _ map: Layout.Map, of model: Model, scenery: Scenery, on frame: inout Frame
  ) {
    MapTitle.draw(map, of: model, on: &frame)
    guard !map.rect.isEmpty else { return }
    let viewport = map.viewport(of: model)
    var painter = Painter(model, map.rect, viewport, scenery)
    // Handed over and back: two owners would mean a copy of all its cells.
    swap(&painter.frame, &frame)
    painter.drawLand()
    if model.isCrowd {
      painter.drawCrowd(map.cars)
      painter.finishPicture(scenery)
      swap(&painter.frame, &frame)
      return
    }
    painter.drawSignLines(on: map)
    if let car = map.cars.contains(model.focus) ? model.focus : map.cars.first {
      painter.drawBatchContours(of: car, scenery)
    }
    let cars = map.cars(topmost: model.focus)
    if map.cars.contains(model.focus), let future = Future(editedIn: model) {
      painter.draw(future)
    }
    painter.drawTrails(of: cars, scenery)
    painter.drawSteering()
    painter.drawLandmarks(withStartsOf: cars)
    // Letters do not lie over each other: the car in focus takes its place first.
    if model.isPresentation {
      painter.finishPicture(scenery)
      for car in cars.reversed() { painter.drawHead(of: car) }
      painter.drawCrosshair()
    } else {
      for car in cars { painter.drawHead(of: car) }
      painter.drawCrosshair()
      painter.finishPicture(scenery)
    }
    painter.drawUndefined()
    swap(&painter.frame, &frame)
    MapScales.draw(map, viewport, painter.land, of: model, on: &frame)
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
  /// Around the lines drawn so far.
  var halo: Halo
  /// Cells under letters.
  var taken: Set<[Int]> = []
  /// What is drawn in pixels too.
  var sketch: MapSketch?

  init(_ model: Model, _ rect: Rect, _ viewport: Viewport, _ scenery: Scenery) {
    (self.model, self.rect, self.viewport) = (model, rect, viewport)
    land = scenery.land(of: model, viewport)
    frame = Frame(Size(0, 0))
    halo = Halo(rect.size)
    sketch = model.rendition.pixels.map { MapSketch($0, rect.size, model) }
  }

  mutating func drawLand(withLabels: Bool = true) {
    frame.paste(land.picture, x: rect.x, y: rect.y)
    sketch?.hasLabels = withLabels
    if sketch == nil, withLabels { drawContourLabels() }
  }

  fileprivate mutating func drawContourLabels() {
    guard model.showsContourLabels else { return }
    for (label, text) in zip(land.labels, NumberText.apart(land.labels.map(\.level))) {
      for (place, scalar) in text.unicodeScalars.enumerated() where label.x + place < rect.width {
        put(
          scalar, model.theme.ink, atCell: label.x + place, label.y, over: land.ground, style: [])
      }
    }
  }

  /// Hands what has been drawn to the pixels, if there are any; what is drawn from here on are
  /// letters above them.
  mutating func finishPicture(_ scenery: Scenery) {
    guard let sketch, !sketch.isFinished else { return }
    let ground = scenery.pixels.ground(of: model, viewport, land, sketch.cell)
    frame.pictures.append(sketch.picture(in: rect, cells: frame.part(rect), ground))
    self.sketch?.isFinished = true
    if sketch.hasLabels { drawContourLabels() }
    for letter in sketch.letters { letter(&self) }
    self.sketch?.letters = []
  }

  /// What the hatch means, in the corner of the map, where there is any.
  mutating func drawUndefined() {
    let text = " \(Land.hatch) \(model.strings[.mapUndefined]) "
    guard land.hasUndefined, text.cellWidth + 2 <= rect.width, rect.height > 4 else { return }
    frame.write(
      text, x: rect.x, y: rect.maxY - 1, ink: model.theme.ink, paper: model.theme.paper)
  }

  /// What the car sees of the map in its next step, as lines in its colour over the whole loss.
  mutating func drawBatchContours(of car: Int, _ scenery: Scenery) {
    guard model.showsBatchContours, let batch = model.race.batch(ofCar: car) else { return }
    let ink = model.livery[car].color.mixed(with: model.theme.paper, 0.15)
    let (lines, canvas) = scenery.contours(over: batch, of: model, viewport)
    canvas.draw(on: &frame, x: rect.x, y: rect.y, ink: ink, over: land.ground)
    for line in lines { sketch?.draw(line, ink) }
  }

  /// The lines that a lesson's page speaks of, dotted.
  mutating func drawSignLines(on map: Layout.Map) {
    let lines = model.lecture?.current.signs.filter { $0.end != nil } ?? []
    guard !lines.isEmpty else { return }
    var canvas = Canvas(rect.size)
    let ink = model.theme.accent
    for sign in lines {
      guard let end = sign.end, let start = MapSigns.place(of: sign.target, on: map, model) else {
        continue
      }
      let (from, to) = (viewport.dot(x: start.x, y: start.y), viewport.dot(x: end.x, y: end.y))
      let count = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 3))
      guard count < 10_000 else { continue }
      for place in 0...count {
        let part = Double(place) / Double(count)
        canvas.set(
          Int(from.x + part * (to.x - from.x)), Int(from.y + part * (to.y - from.y)))
      }
      sketch?.line(fromDot: from, to, width: 1.2, ink)
    }
    canvas.draw(on: &frame, x: rect.x, y: rect.y, ink: ink, over: land.ground)
  }

  mutating func drawTrails(
    of cars: [Int], _ scenery: Scenery, ink: (Color) -> Color = { $0 }
  ) {
    if let pixels = sketch?.cell {
      let (model, viewport) = (model, viewport)
      let inks = cars.map { ink(model.livery[$0].color) }
      sketch?.draw(cars, inked: inks, of: model, on: .map(viewport), scenery) { _, to, visit in
        visit(viewport.pixel(x: to.x, y: to.y, pixels))
      }
    }
    var trails = cars.map { trail(of: $0, scenery) }
    // Where two cross, the lower one leaves a gap beside the upper one.
    for upper in trails.indices.reversed() {
      for lower in 0..<upper { trails[lower].clear(around: trails[upper], reach: 1) }
    }
    surround(trails)
    let isCoarse = model.isPresentation
    for (car, trail) in zip(cars, trails) {
      trail.draw(
        on: &frame, x: rect.x, y: rect.y, ink: ink(model.livery[car].color),
        over: land.dimmed, isCoarse: isCoarse)
    }
  }

  /// The way that the car in focus would go.
  mutating func draw(_ future: Future) {
    let ink = model.livery[model.focus].color.mixed(with: model.theme.halo, 0.35)
    let viewport = viewport
    future.canvas(in: viewport).draw(on: &frame, x: rect.x, y: rect.y, ink: ink, over: land.ground)
    sketch?.draw(future, ink, in: viewport)
    if let end = future.places.last { put("◌", ink, at: end, over: land.ground) }
  }

  /// Lays the halo around lines that are about to be drawn.
  mutating func surround(_ lines: [Canvas]) {
    for line in lines { halo.add(around: line) }
    land.paint(halo, on: &frame, x: rect.x, y: rect.y)
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
    // Quarters of cells are high enough, and half as wide.
    canvas.thicken(onlyToTheSide: model.isPresentation)
    return canvas
  }

  /// - Parameter cars: those whose recorded paths have starts of their own.
  mutating func drawLandmarks(withStartsOf cars: [Int] = []) {
    let points = model.surface.about.criticalPoints
    // The lesser ones only where they do not stand side by side.
    let roomEach = rect.width * rect.height / max(1, points.count)
    for point in points where land.fog?.isClear(at: point.position) ?? true {
      switch point.kind {
      case .globalMinimum: drawMinimum("★", at: point.position)
      case .localMinimum where roomEach >= 24:
        drawMinimum("☆", at: point.position)
      case .saddle where roomEach >= 60 && !model.isPresentation: drawSaddle(at: point.position)
      case .localMinimum, .saddle: break
      }
    }
    if !model.hasOwnStarts {
      put("○", model.theme.landmark, at: model.race.start, over: land.dimmed)
    }
    for car in cars {
      guard let path = model.race.cars[car].path else { continue }
      let first = model.surface.image(of: path.first)
      if first != model.race.start {
        put("○", model.livery[car].color, at: first, over: land.dimmed)
      }
    }
  }

  /// A minimum on the ground as it lies there.
  private mutating func drawMinimum(_ glyph: Unicode.Scalar, at point: Point<Double>) {
    guard let cell = viewport.cell(x: point.x, y: point.y) else { return }
    put(
      glyph, model.theme.landmark, at: point,
      over: land.halos[halo.level(x: cell.x, y: cell.y)])
  }

  /// A saddle is a place to know and not to go to: half as loud as a minimum.
  private mutating func drawSaddle(at point: Point<Double>) {
    guard let cell = viewport.cell(x: point.x, y: point.y) else { return }
    let ground = land.halos[halo.level(x: cell.x, y: cell.y)]
    let ink = model.theme.landmark.mixed(with: ground.color(x: cell.x, y: cell.y), 0.35)
    _ = mark("✕", ink, at: point)
    place("✕", ink, atCell: cell.x, cell.y, over: ground, style: [])
  }

  mutating func drawHead(of car: Int) {
    let driver = model.race.drivers[car]
    let ink = model.livery[car].color
    if model.isPresentation { return drawBadge(of: car) }
    if driver.crash != nil {
      let path = model.timeline.trajectories[car]
      guard let x = path.x.last, let y = path.y.last else { return }
      putOrPoint("✗", ink, at: Point(x, y))
      // Beside the arrow to where it crashed: an arrow alone says that it drives on out there.
      if let edge = viewport.edgeArrow(x: x, y: y) {
        let inside = edge.x + (edge.x < rect.width / 2 ? 1 : -1)
        put("✗", ink, atCell: inside, edge.y, over: land.dimmed, style: .bold)
      }
    } else {
      putOrPoint(model.livery[car].glyph, ink, at: driver.position)
    }
  }

  /// The car's letter; where it has left the map, beside an arrow that points there.
  private mutating func drawBadge(of car: Int) {
    let (driver, path) = (model.race.drivers[car], model.timeline.trajectories[car])
    var place = driver.position
    if driver.crash != nil {
      guard let x = path.x.last, let y = path.y.last else { return }
      place = Point(x, y)
    }
    let crashed = driver.crash == nil ? nil : "✗"
    if let edge = viewport.edgeArrow(x: place.x, y: place.y) {
      drawBadge(of: car, crashed, atCell: edge.x + (edge.x < rect.width / 2 ? 2 : -2), edge.y)
      put(
        edge.arrow, model.livery[car].color, atCell: edge.x, edge.y, over: land.dimmed,
        style: .bold)
    } else if let cell = viewport.cell(x: place.x, y: place.y) {
      drawBadge(of: car, crashed, atCell: cell.x, cell.y)
    }
  }

  /// The nearest place that no other letter has.
  private mutating func drawBadge(of car: Int, _ letter: String?, atCell x: Int, _ y: Int) {
    let width = CarBadge.width
    let moves = [0, -1, 1, -2, 2].flatMap { down in
      [0, -width, width, -2 * width, 2 * width].map { (x + $0 - 1, y + down) }
    }
    func away(_ place: (Int, Int)) -> Int { abs(place.0 + 1 - x) + 2 * abs(place.1 - y) }
    let places = moves.sorted { away($0) < away($1) }
    func cells(_ place: (Int, Int)) -> [[Int]] { (0..<width).map { [place.0 + $0, place.1] } }
    let inside = places.map { (min(max(0, $0.0), max(0, rect.width - width)), $0.1) }
      .filter { $0.1 >= 0 && $0.1 < rect.height }
    let place = inside.first { taken.isDisjoint(with: cells($0)) } ?? inside[0]
    taken.formUnion(cells(place))
    CarBadge.draw(
      car, letter: letter, x: rect.x + place.0, y: rect.y + place.1, model, on: &frame)
  }

  /// Lines over the whole map that cross where the start would be.
  mutating func drawCrosshair() {
    guard let point = model.crosshair, let cell = viewport.cell(x: point.x, y: point.y) else {
      return
    }
    let ink = model.theme.accent
    for x in 0..<rect.width where x != cell.x {
      place("─", ink, atCell: x, cell.y, over: land.dimmed, style: [])
    }
    for y in 0..<rect.height where y != cell.y {
      place("│", ink, atCell: cell.x, y, over: land.dimmed, style: [])
    }
    let (x, y) = viewport.dot(x: point.x, y: point.y)
    let (right, bottom) = (Double(2 * rect.width), Double(4 * rect.height))
    sketch?.line(fromDot: (0, y), (right, y), width: 1, ink)
    sketch?.line(fromDot: (x, 0), (x, bottom), width: 1, ink)
    put("┼", ink, at: point, over: land.dimmed)
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
    if mark(glyph, ink, at: point) {
      place(glyph, ink, atCell: cell.x, cell.y, over: ground, style: .bold)
    } else {
      put(glyph, ink, atCell: cell.x, cell.y, over: ground, style: .bold)
    }
  }

  /// Draws a sign in pixels, if there are any and it has a shape there.
  private mutating func mark(
    _ glyph: Unicode.Scalar, _ ink: Color, at point: Point<Double>
  ) -> Bool {
    guard let cell = sketch?.cell else { return true }
    let place = viewport.pixel(x: point.x, y: point.y, cell)
    return sketch?.mark(glyph, ink, at: place) ?? true
  }

  /// A letter: over pixels too it remains one, above everything that is drawn there.
  mutating func put(
    _ glyph: Unicode.Scalar, _ ink: Color, atCell x: Int, _ y: Int, over ground: HalfBlocks,
    style: Cell.Style
  ) {
    if let sketch, !sketch.isFinished {
      self.sketch?.letters.append { painter in
        painter.put(glyph, ink, atCell: x, y, over: ground, style: style)
      }
      return
    }
    let style = sketch == nil ? style : style.union(.bare)
    place(glyph, ink, atCell: x, y, over: ground, style: style)
  }

  private mutating func place(
    _ glyph: Unicode.Scalar, _ ink: Color, atCell x: Int, _ y: Int, over ground: HalfBlocks,
    style: Cell.Style
  ) {
    frame[rect.x + x, rect.y + y] = Cell(
      glyph, ink: ink, paper: ground.color(x: x, y: y), style: style)
  }
}
