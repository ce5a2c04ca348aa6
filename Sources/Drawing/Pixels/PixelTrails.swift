/// The growing paths of several cars on one map, in pixels: what is new of them is drawn on from
/// where it ended, so that a long path costs no more than a short one.
package struct PixelTrails: Sendable {
  package let pen: TrailLayer.Pen
  private var layer: TrailLayer
  private var paths: [Path]

  /// A path up to a point.
  package struct Course: Sendable {
    package var xs, ys: [Double]
    /// Points of it that count.
    package var count: Int
    /// Where it leads from the last of them, if anywhere.
    package var head: (x: Double, y: Double)?

    package init(xs: [Double], ys: [Double], count: Int, head: (x: Double, y: Double)?) {
      (self.xs, self.ys, self.count, self.head) = (xs, ys, min(count, xs.count, ys.count), head)
    }
  }

  /// Where a way leads on the glass: visits its places in pixels, after the first one; what is not
  /// finite is not seen.
  package typealias Way = (
    _ from: (x: Double, y: Double)?, _ to: (x: Double, y: Double),
    _ visit: (_ place: (x: Double, y: Double)) -> Void
  ) -> Void

  /// What has been drawn of a path.
  private struct Path: Sendable {
    var xs: [Double] = []
    var ys: [Double] = []
    /// Where the line has been drawn to; `nil` before its start and where it is broken.
    var end: (x: Double, y: Double)?
    /// The last place, where the line does not reach it yet.
    var waiting: (x: Double, y: Double)?
  }

  /// - Parameter count: of paths.
  package init(_ size: Size, of cell: CellPixels, count: Int, _ pen: TrailLayer.Pen) {
    self.pen = pen
    layer = TrailLayer(size, of: cell)
    paths = Array(repeating: Path(), count: count)
  }

  /// Stretches shorter than this, in pixels, wait for the next point.
  private static let patience = 0.4

  /// The paths as they are now; the later ones are on top. All are drawn from the start again if
  /// one of them does not begin with what has been drawn of it.
  package mutating func drawn(_ courses: [Course], along way: Way) -> TrailLayer {
    let grows = zip(courses, paths).allSatisfy { course, path in
      path.xs.isStart(of: course.xs, within: course.count)
        && path.ys.isStart(of: course.ys, within: course.count)
    }
    if !grows || courses.count != paths.count {
      self = PixelTrails(layer.size, of: layer.cell, count: courses.count, pen)
    }
    for (rank, course) in courses.enumerated() { extend(rank, by: course, along: way) }
    // What waits, and the way to where a car is now, is drawn on a copy.
    var layer = layer
    for (rank, course) in courses.enumerated() where course.count > 0 {
      let last = (x: course.xs[course.count - 1], y: course.ys[course.count - 1])
      var end = paths[rank].end
      func draw(to place: (x: Double, y: Double)) {
        if let end { layer.draw(from: end, to: place, rank: UInt8(rank), pen) }
        end = place.x.isFinite && place.y.isFinite ? place : nil
      }
      if let waiting = paths[rank].waiting { draw(to: waiting) }
      if let head = course.head { way(last, head, draw) }
    }
    return layer
  }

  private mutating func extend(_ rank: Int, by course: Course, along way: Way) {
    let new = paths[rank].xs.count..<course.count
    guard !new.isEmpty else { return }
    // One owner while it changes.
    var path = Path()
    swap(&path, &paths[rank])
    for index in new {
      let before = index > 0 ? (x: course.xs[index - 1], y: course.ys[index - 1]) : nil
      way(before, (course.xs[index], course.ys[index])) { place in
        path.waiting = nil
        guard place.x.isFinite, place.y.isFinite else {
          path.end = nil
          return
        }
        if let end = path.end {
          let (dx, dy) = (place.x - end.x, place.y - end.y)
          guard dx.magnitude >= Self.patience || dy.magnitude >= Self.patience else {
            path.waiting = place
            return
          }
          layer.draw(from: end, to: place, rank: UInt8(rank), pen)
        }
        path.end = place
      }
    }
    path.xs += course.xs[new]
    path.ys += course.ys[new]
    swap(&path, &paths[rank])
  }
}

extension PixelTrails.Course {
  /// The path as lines in pixels: it is broken where a place is not seen.
  package func pieces(along way: PixelTrails.Way) -> [[(x: Double, y: Double)]] {
    var pieces: [[(x: Double, y: Double)]] = [[]]
    func visit(_ place: (x: Double, y: Double)) {
      if place.x.isFinite, place.y.isFinite {
        pieces[pieces.count - 1].append(place)
      } else {
        pieces.append([])
      }
    }
    for index in 0..<count {
      way(index > 0 ? (xs[index - 1], ys[index - 1]) : nil, (xs[index], ys[index]), visit)
    }
    if let head, count > 0 { way((xs[count - 1], ys[count - 1]), head, visit) }
    return pieces.filter { $0.count > 1 }
  }
}

extension Viewport {
  /// Where a plane point lies, in pixels of cells of that size.
  package func pixel(x: Double, y: Double, _ cell: CellPixels) -> (x: Double, y: Double) {
    let dot = dot(x: x, y: y)
    return (dot.x * Double(cell.width) / 2, dot.y * Double(cell.height) / 4)
  }
}
