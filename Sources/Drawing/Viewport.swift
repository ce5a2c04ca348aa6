/// A rectangle of the plane, in plane units; y grows upwards.
package struct PlaneRect: Hashable, Sendable {
  package var minX: Double
  package var maxX: Double
  package var minY: Double
  package var maxY: Double

  package init(minX: Double, maxX: Double, minY: Double, maxY: Double) {
    self.minX = minX
    self.maxX = maxX
    self.minY = minY
    self.maxY = maxY
  }

  package var width: Double { maxX - minX }
  package var height: Double { maxY - minY }

  /// Whether a point is inside or on the border; never for NaN.
  package func contains(x: Double, y: Double) -> Bool {
    x >= minX && x <= maxX && y >= minY && y <= maxY
  }
}

/// The plane seen through a rectangle of cells, as long in x as in y on the glass.
///
/// A cell is 2 dots across and 4 down. Dot coordinates are continuous: (0, 0) is the top left
/// corner, dot (i, j) covers i ≤ x < i + 1 and j ≤ y < j + 1. y is up in the plane and down in
/// dots and cells.
package struct Viewport: Hashable, Sendable {
  package let size: Size
  /// Height of a cell over its width on the glass.
  package let cellAspect: Double
  /// The plane point in the middle.
  package let centerX: Double
  package let centerY: Double
  /// Plane units that a dot is wide.
  package let unitsPerDot: Double

  /// Fits a window into cells; the direction with room to spare shows more than the window.
  ///
  /// An empty, infinite or NaN window is widened to one unit about what is finite of its middle.
  package init(window: PlaneRect, in size: Size, cellAspect: Double = 2) {
    let aspect = cellAspect > 0 && cellAspect.isFinite ? cellAspect : 2
    let columns = Double(max(1, size.width)) * 2
    let rows = Double(max(1, size.height)) * 4 * aspect / 2
    let units = max(window.width / columns, window.height / rows)
    let (x, y) = (window.minX + window.width / 2, window.minY + window.height / 2)
    self.init(
      size: size, cellAspect: aspect, centerX: x.isFinite ? x : 0, centerY: y.isFinite ? y : 0,
      unitsPerDot: units > 0 && units.isFinite ? units : 1 / min(columns, rows))
  }

  /// The cells around a plane point, at a scale.
  ///
  /// - Parameter unitsPerDot: plane units that a dot is wide; more than 0.
  package init(
    centerX: Double, centerY: Double, unitsPerDot: Double, in size: Size, cellAspect: Double = 2
  ) {
    self.init(
      size: size, cellAspect: cellAspect > 0 && cellAspect.isFinite ? cellAspect : 2,
      centerX: centerX, centerY: centerY, unitsPerDot: unitsPerDot)
  }

  private init(
    size: Size, cellAspect: Double, centerX: Double, centerY: Double, unitsPerDot: Double
  ) {
    self.size = size
    self.cellAspect = cellAspect
    self.centerX = centerX
    self.centerY = centerY
    self.unitsPerDot = unitsPerDot
  }

  /// Plane units that a dot is high.
  @inline(__always)
  package var unitsPerDotDown: Double { unitsPerDot * (cellAspect / 2) }

  /// Where a plane point lies, in dots; outside the cells and non-finite points alike are answered.
  @inline(__always)
  package func dot(x: Double, y: Double) -> (x: Double, y: Double) {
    (
      Double(size.width) + (x - centerX) / unitsPerDot,
      Double(size.height * 2) - (y - centerY) / unitsPerDotDown
    )
  }

  /// The plane point at a place in dots.
  @inline(__always)
  package func point(dotX: Double, dotY: Double) -> (x: Double, y: Double) {
    (
      centerX + (dotX - Double(size.width)) * unitsPerDot,
      centerY - (dotY - Double(size.height * 2)) * unitsPerDotDown
    )
  }

  /// The cell a plane point lies in; `nil` outside.
  package func cell(x: Double, y: Double) -> (x: Int, y: Int)? {
    guard contains(x: x, y: y) else { return nil }
    let dot = dot(x: x, y: y)
    return (Int(dot.x) / 2, Int(dot.y) / 4)
  }

  /// The plane point in the middle of a cell.
  package func point(cellX: Int, cellY: Int) -> (x: Double, y: Double) {
    point(dotX: Double(cellX) * 2 + 1, dotY: Double(cellY) * 4 + 2)
  }

  /// Whether a plane point falls on a cell; never for NaN.
  package func contains(x: Double, y: Double) -> Bool {
    let dot = dot(x: x, y: y)
    return dot.x >= 0 && dot.x < Double(size.width * 2) && dot.y >= 0
      && dot.y < Double(size.height * 4)
  }

  /// The part of the plane that the cells show.
  package var visible: PlaneRect {
    let (topLeft, bottomRight) = (
      point(dotX: 0, dotY: 0),
      point(dotX: Double(size.width * 2), dotY: Double(size.height * 4))
    )
    return PlaneRect(
      minX: topLeft.x, maxX: bottomRight.x, minY: bottomRight.y, maxY: topLeft.y)
  }

  /// Plane x of the w + 1 node columns of a `HeightGrid` under these cells, left first.
  package var nodeXs: [Double] {
    (0...size.width).map { point(dotX: Double($0 * 2), dotY: 0).x }
  }

  /// Plane y of the 2h + 1 node rows, top first.
  package var nodeYs: [Double] {
    (0...size.height * 2).map { point(dotX: 0, dotY: Double($0 * 2)).y }
  }

  /// Where on the border, and by which arrow, to say that a point is outside.
  ///
  /// The cell lies on the way from the middle of the view to the point, however far that is.
  /// `nil` if the point is inside or not finite, or there are no cells.
  package func edgeArrow(x: Double, y: Double) -> (x: Int, y: Int, arrow: Unicode.Scalar)? {
    guard x.isFinite, y.isFinite, size.width > 0, size.height > 0, !contains(x: x, y: y) else {
      return nil
    }
    // Quarters: the difference of two large numbers stays finite.
    var right = x * 0.25 - centerX * 0.25
    var down = (centerY * 0.25 - y * 0.25)
    let largest = max(right.magnitude, down.magnitude)
    right /= largest
    down = down / largest / (cellAspect / 2)
    let (halfWidth, halfHeight) = (Double(size.width), Double(size.height * 2))
    let reach = min(
      right == 0 ? .infinity : halfWidth / right.magnitude,
      down == 0 ? .infinity : halfHeight / down.magnitude)
    let column = Int(((halfWidth + right * reach) / 2).rounded(.down))
    let row = Int(((halfHeight + down * reach) / 4).rounded(.down))
    return (
      min(max(0, column), size.width - 1), min(max(0, row), size.height - 1),
      Arrow.glyph(right: right, down: down * cellAspect / 2)
    )
  }
}
