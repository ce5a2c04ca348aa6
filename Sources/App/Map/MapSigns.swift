import Descent
import Drawing
import Files

/// What a lesson's page points at: a word on the map and an arrow, clear of cars and landmarks.
enum MapSigns {
  static func draw(
    _ map: Layout.Map, _ viewport: Viewport, of model: Model, on frame: inout Frame
  ) {
    let theme = model.theme
    for sign in placed(on: map, viewport, of: model) {
      let (x, y) = (map.rect.x + sign.x, map.rect.y + sign.y)
      frame.write(
        " \(sign.text) ", x: x, y: y, ink: theme.ink, paper: theme.paper, style: .bold)
      frame.draw(
        sign.arrow, ink: theme.accent, paper: theme.paper, style: .bold,
        x: map.rect.x + sign.arrowX, y: map.rect.y + sign.arrowY)
    }
  }

  /// A word on a map, in cells of it.
  struct Placed: Hashable {
    /// Its place among the signs of the page.
    var sign = 0
    var text: String
    /// Where the blank before the word is.
    var x, y: Int
    var arrow: Unicode.Scalar
    var arrowX, arrowY: Int

    fileprivate var cells: [Cell] {
      (x..<x + text.cellWidth + 2).map { Cell(x: $0, y: y) } + [Cell(x: arrowX, y: arrowY)]
    }
  }

  /// A cell of a map, from its top left corner.
  struct Cell: Hashable { var x, y: Int }

  /// The signs that there is room for, in the order of the page.
  static func placed(on map: Layout.Map, _ viewport: Viewport, of model: Model) -> [Placed] {
    guard let signs = model.lecture?.current.signs, !signs.isEmpty else { return [] }
    var taken = landmarkCells(on: map, viewport, model)
    let trails = trailCells(of: map.cars, viewport, model)

    var placed: [Placed] = []
    for (index, sign) in signs.enumerated() {
      guard let target = place(of: sign.target, on: map, model) else { continue }
      // A line is named at its middle.
      let place = sign.end.map { Point((target.x + $0.x) / 2, (target.y + $0.y) / 2) } ?? target
      guard let cell = viewport.cell(x: place.x, y: place.y) else { continue }
      let text = sign.text(from: target)
      let candidates = candidates(text, at: Cell(x: cell.x, y: cell.y))
        .filter { candidate in
          candidate.cells.allSatisfy { place in
            place.x >= 0 && place.x < map.rect.width && place.y >= 0 && place.y < map.rect.height
              && !taken.contains(place) && !map.covers(place)
          }
        }
      func crossings(_ candidate: Placed) -> Int { candidate.cells.count(where: trails.contains) }
      if var best = candidates.min(by: { crossings($0) < crossings($1) }) {
        best.sign = index
        placed.append(best)
        taken.formUnion(best.cells)
      }
    }
    return placed
  }

  /// Where a sign points; `nil` for a car that is not on the map, or has not come there yet.
  static func place(
    of target: Lesson.Sign.Target, on map: Layout.Map, _ model: Model
  ) -> Point<Double>? {
    switch target {
    case .place(let place): return place
    case .car(let car):
      return map.cars.contains(car) ? model.race.drivers[car].position : nil
    case .way(let car, let step):
      let path = model.timeline.trajectories[car]
      guard map.cars.contains(car), model.timeline.tick >= step,
        path.x.indices.contains(step / path.stride)
      else { return nil }
      return Point(path.x[step / path.stride], path.y[step / path.stride])
    }
  }

  /// The cells of cars, trails and landmarks.
  static func occupied(
    on map: Layout.Map, _ viewport: Viewport, of model: Model
  ) -> Set<Cell> {
    landmarkCells(on: map, viewport, model).union(trailCells(of: map.cars, viewport, model))
  }

  private static func landmarkCells(
    on map: Layout.Map, _ viewport: Viewport, _ model: Model
  ) -> Set<Cell> {
    let points =
      [model.race.start] + model.surface.about.criticalPoints.map(\.position)
      + map.cars.map { model.race.drivers[$0].position }
    return Set(
      points.compactMap { viewport.cell(x: $0.x, y: $0.y) }.map { Cell(x: $0.x, y: $0.y) })
  }

  /// Around the cell that is pointed at, the nearest and best readable first.
  private static func candidates(_ text: String, at target: Cell) -> [Placed] {
    let width = text.cellWidth + 2
    var candidates: [Placed] = []
    for gap in 1...3 {
      candidates.append(
        Placed(
          text: text, x: target.x + gap + 1, y: target.y, arrow: "←", arrowX: target.x + gap,
          arrowY: target.y))
      candidates.append(
        Placed(
          text: text, x: target.x - gap - width, y: target.y, arrow: "→", arrowX: target.x - gap,
          arrowY: target.y))
      for (down, arrows) in [(-1, ["↙", "↘", "↓"]), (1, ["↖", "↗", "↑"])]
        as [(Int, [Unicode.Scalar])]
      {
        let y = target.y + down * gap
        candidates.append(
          Placed(
            text: text, x: target.x + gap + 1, y: y, arrow: arrows[0], arrowX: target.x + gap,
            arrowY: y))
        candidates.append(
          Placed(
            text: text, x: target.x - gap - width, y: y, arrow: arrows[1],
            arrowX: target.x - gap, arrowY: y))
        for shift in [width / 2, width / 4, width - width / 4, 1, width - 2] {
          candidates.append(
            Placed(
              text: text, x: target.x - shift, y: y + down, arrow: arrows[2], arrowX: target.x,
              arrowY: y))
        }
      }
    }
    return candidates
  }

  private static func trailCells(
    of cars: [Int], _ viewport: Viewport, _ model: Model
  ) -> Set<Cell> {
    var cells = Set<Cell>()
    for car in cars {
      let path = model.timeline.trajectories[car]
      for step in 0..<path.count(through: model.timeline.tick) {
        if let cell = viewport.cell(x: path.x[step], y: path.y[step]) {
          cells.insert(Cell(x: cell.x, y: cell.y))
        }
      }
    }
    return cells
  }
}

extension Layout.Map {
  /// Whether something lies over a cell, counted from the map's corner.
  fileprivate func covers(_ cell: MapSigns.Cell) -> Bool {
    covered?.contains(x: rect.x + cell.x, y: rect.y + cell.y) ?? false
  }
}
