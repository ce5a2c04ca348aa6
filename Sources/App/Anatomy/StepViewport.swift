package import Descent
package import Drawing

/// The part of the plane that the step about to be taken fills.
extension StepScene {
  /// The viewport that shows all arrows of a step, with air around them.
  ///
  /// The scale is a power of √2 and the middle lies on a lattice of a few cells, so that neither
  /// changes while a car makes steps of like length in the same parts.
  ///
  /// - Parameters:
  ///   - scenes: the step, and those laid beside it.
  ///   - position: where the car is.
  ///   - move: how it came there; shown if there is room for it.
  ///   - window: what the other maps show; taken where a step has no size or no place.
  ///   - zoom: powers of √2 closer than fits.
  package static func viewport(
    of scenes: [StepScene], at position: Point<Double>, after move: Point<Double>,
    zoom: Int, window: PlaneRect, in size: Size, cellAspect: Double
  ) -> Viewport {
    let whole = Viewport(window: window, in: size, cellAspect: cellAspect)
    guard position.isFinite, isSane(position) else { return whole }
    var places = [position]
    for mark in scenes.flatMap(\.marks) {
      places.append(mark.at)
      if case .way(let end) = mark.shape { places.append(end) }
    }
    places = places.filter(isSane)
    var bounds = Bounds(places)
    let aspect = whole.cellAspect / 2
    let (right, down) = (margin(size.width, 60, 7, 3), margin(size.height, 20, 3, 1))
    let room = (
      x: Double(max(1, size.width - 2 * right)) * 2, y: Double(max(1, size.height - 2 * down)) * 4
    )
    let least = max(bounds.width / room.x, bounds.height / (room.y * aspect))
    guard least > 0 else { return whole.around(position, scaledBy: -zoom) }
    let before = Point(position.x - move.x, position.y - move.y)
    var power = Int((2 * Elementary.log2(least)).rounded(.up))
    // Headings are as long on every map, so they need the more of the plane the wider it is seen.
    while power < 60 {
      let units = Elementary.power(ofRootTwo: power)
      let reach = bounds.joined(with: Bounds(headingEnds(of: scenes, units, size, aspect)))
      if reach.width <= room.x * units, reach.height <= room.y * aspect * units {
        // The way it came, if there is room for it.
        let wider = reach.joined(with: Bounds([before]))
        let fits = wider.width <= room.x * units && wider.height <= room.y * aspect * units
        bounds = isSane(before) && fits ? wider : reach
        break
      }
      power += 1
    }
    let units = Elementary.power(ofRootTwo: power - zoom)
    let span = units * 2 * Double(max(size.width, size.height * 2))
    let reach = max(position.x.magnitude, position.y.magnitude, 1e-3)
    guard span < 1e9, span > 1e-9 * reach else { return whole }
    return Viewport(
      centerX: snapped(bounds.middle.x, to: 8 * units),
      centerY: snapped(bounds.middle.y, to: 8 * units * aspect),
      unitsPerDot: units, in: size, cellAspect: cellAspect)
  }

  /// The length of a heading on a map of that size, in dots.
  package static func headingLength(in size: Size) -> Double {
    min(34, max(8, Double(min(size.width * 2, size.height * 4)) / 4))
  }

  private static func headingEnds(
    of scenes: [StepScene], _ units: Double, _ size: Size, _ aspect: Double
  ) -> [Point<Double>] {
    let length = headingLength(in: size) * units
    return scenes.flatMap(\.marks).compactMap { mark in
      guard case .heading(let along) = mark.shape else { return nil }
      let direction = Point(along.x, along.y / aspect).unit
      return Point(mark.at.x + length * direction.x, mark.at.y + length * aspect * direction.y)
    }
  }

  private static func margin(_ cells: Int, _ least: Int, _ wide: Int, _ narrow: Int) -> Int {
    cells >= least ? wide : narrow
  }

  private static func snapped(_ x: Double, to step: Double) -> Double {
    (x / step).rounded() * step
  }

  /// Beyond this a map of the surface shows nothing.
  private static func isSane(_ point: Point<Double>) -> Bool {
    point.x.magnitude < 1e9 && point.y.magnitude < 1e9
  }
}

extension Viewport {
  /// This one's scale, or powers of √2 of it, around a point.
  fileprivate func around(_ point: Point<Double>, scaledBy power: Int) -> Viewport {
    let factor = Elementary.power(ofRootTwo: power)
    return Viewport(
      centerX: point.x, centerY: point.y, unitsPerDot: unitsPerDot * factor, in: size,
      cellAspect: cellAspect)
  }
}

/// The least rectangle around some points.
private struct Bounds {
  var (minX, maxX) = (Double.infinity, -Double.infinity)
  var (minY, maxY) = (Double.infinity, -Double.infinity)

  init(_ points: [Point<Double>]) {
    for point in points {
      (minX, maxX) = (min(minX, point.x), max(maxX, point.x))
      (minY, maxY) = (min(minY, point.y), max(maxY, point.y))
    }
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var diagonal: Double { (width * width + height * height).squareRoot() }
  var middle: Point<Double> { Point((minX + maxX) / 2, (minY + maxY) / 2) }

  func joined(with other: Bounds) -> Bounds {
    var both = self
    (both.minX, both.maxX) = (min(minX, other.minX), max(maxX, other.maxX))
    (both.minY, both.maxY) = (min(minY, other.minY), max(maxY, other.maxY))
    return both
  }
}
