import Descent
package import Drawing
package import Files

/// What hides a map, but around the places where a car has been.
struct Fog: Hashable {
  let places: [Point<Double>]
  /// How far one sees from each of them, in plane units.
  let reach: Double

  /// Of the shorter side of the surface's window.
  private static let share = 0.09

  /// The fog around the way of one car up to the tick looked at.
  init(around car: Int, in timeline: Timeline) {
    let path = timeline.trajectories[car]
    places = (0..<path.count(through: timeline.tick)).map { Point(path.x[$0], path.y[$0]) }
    let window = PlaneRect(timeline.race.surface.about.window)
    reach = Self.share * min(window.width, window.height)
  }

  func isClear(at point: Point<Double>) -> Bool {
    places.contains { point.offset(from: $0).length <= reach }
  }

  /// The heights of a grid that are seen, without the others.
  ///
  /// - Parameters:
  ///   - corner: the place of the grid's first node, its top left one.
  ///   - steps: from node to node, to the right and down.
  func cleared(
    _ grid: HeightGrid, corner: Point<Double>, steps: (x: Double, y: Double)
  ) -> HeightGrid {
    var heights = [Double](repeating: .nan, count: grid.heights.count)
    func nodes(_ middle: Double, _ step: Double, _ count: Int) -> ClosedRange<Int>? {
      let (first, last) = ((middle - reach) / step, (middle + reach) / step)
      guard last >= 0, first <= Double(count - 1) else { return nil }
      let (low, high) = (max(0, first), min(Double(count - 1), last))
      return Int(low.rounded(.up))...max(Int(low.rounded(.up)), Int(high))
    }
    for place in places where place.isFinite {
      let (right, down) = (place.x - corner.x, corner.y - place.y)
      guard let columns = nodes(right, steps.x, grid.columns),
        let rows = nodes(down, steps.y, grid.rows)
      else { continue }
      for row in rows {
        for column in columns {
          let (x, y) = (Double(column) * steps.x - right, Double(row) * steps.y - down)
          let node = row * grid.columns + column
          if x * x + y * y <= reach * reach { heights[node] = grid.heights[node] }
        }
      }
    }
    return HeightGrid(columns: grid.columns, rows: grid.rows, heights: heights)
  }

  /// The same of the grid under a map's cells.
  func cleared(_ grid: HeightGrid, under viewport: Viewport) -> HeightGrid {
    let corner = viewport.point(dotX: 0, dotY: 0)
    return cleared(
      grid, corner: Point(corner.x, corner.y),
      steps: (2 * viewport.unitsPerDot, 2 * viewport.unitsPerDotDown))
  }
}

extension Model {
  /// The fog over the map; `nil` where the map is seen.
  var fog: Fog? {
    guard let drive = blindDrive, !drive.isLifted else { return nil }
    return Fog(around: player, in: timeline)
  }
}

extension Theme {
  /// The fog's paper and what gives it a texture.
  package var fog: Color { paper.mixed(with: dim, 0.24) }
  var fogInk: Color { paper.mixed(with: dim, 0.5) }
}
