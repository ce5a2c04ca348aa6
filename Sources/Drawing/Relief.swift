/// A landscape of heights, seen from aside: each half cell shows the ground that is in front there.
///
/// Every column of half cells is walked from the front to the back, and ground shows where it rises
/// above all that stood before it; what is left below that is hidden. The light comes from the
/// upper left of the viewer, however the ground is turned.
package struct Relief: Sendable {
  /// In cells.
  package let size: Size
  private let land: Elevations
  private let view: View
  /// What each half cell shows, row by row from the top, two rows a cell.
  private var pixels: [Pixel]

  /// Heights as parts of the whole range, 0…1, on a grid of nodes, row by row from the top; NaN
  /// where there is no ground.
  package struct Elevations: Sendable {
    package let columns: Int
    package let rows: Int
    package let values: [Float]
    /// The footprint's height over its width.
    package let aspect: Double

    package init(columns: Int, rows: Int, values: [Float], aspect: Double) {
      precondition(columns > 1 && rows > 1 && values.count == columns * rows)
      (self.columns, self.rows, self.values, self.aspect) = (columns, rows, values, aspect)
    }
  }

  /// What shows in a half cell.
  fileprivate struct Pixel {
    /// 0…1; NaN for none.
    var height = Float.nan
    /// How much light it has, 0…1.
    var light: Float = 0
    /// How far away it is; infinite where there is nothing.
    var depth = Float.infinity
    var isWall = false
  }

  /// The relief's height in footprint widths, and how far its walls go down below the lowest
  /// ground.
  private static let rise = 0.38
  private static let plinth = 0.06

  /// Costs a few milliseconds for a large window.
  ///
  /// - Parameter cellAspect: height of a cell over its width on the glass.
  package init(_ land: Elevations, from camera: Camera, in size: Size, cellAspect: Double) {
    self.size = size
    self.land = land
    view = View(land, camera, size, cellAspect)
    pixels = Array(repeating: Pixel(), count: max(0, size.width * size.height * 2))
    let lights = lights()
    for x in 0..<size.width { walk(column: x, lights) }
  }

  /// How the footprint, its middle at 0 and its longer side 1, comes onto the glass.
  private struct View {
    let sine, cosine: Double
    /// The range of the elevation, in degrees.
    let up, along: Double
    /// Columns a footprint unit, and half rows.
    let perUnit, perUnitDown: Double
    let middleX, middleY: Double
    /// Half of the footprint.
    let halfX, halfY: Double

    init(_ land: Elevations, _ camera: Camera, _ size: Size, _ cellAspect: Double) {
      (sine, cosine) = Elementary.sineAndCosine(ofDegrees: camera.azimuth)
      (along, up) = Elementary.sineAndCosine(ofDegrees: camera.elevation)
      let aspect = land.aspect > 0 && land.aspect.isFinite ? land.aspect : 1
      (halfX, halfY) = aspect > 1 ? (0.5 / aspect, 0.5) : (0.5, 0.5 * aspect)
      // Room for the footprint however it is turned, so that it does not breathe.
      let reach = (halfX * halfX + halfY * halfY).squareRoot()
      let (columns, rows) = (Double(max(1, size.width)), Double(max(1, size.height * 2)))
      let square = cellAspect > 0 && cellAspect.isFinite ? cellAspect / 2 : 1
      let tall = 2 * reach * along + (Relief.rise + Relief.plinth) * up
      perUnit = min(columns / (2 * reach), rows * square / tall) * 0.98
      perUnitDown = perUnit / square
      middleX = columns / 2
      middleY = rows / 2 + (Relief.rise - Relief.plinth) / 2 * up * perUnitDown
    }

    /// Where a place of the footprint stands: to the right of the middle, and away from the viewer.
    @inline(__always)
    func turned(_ x: Double, _ y: Double) -> (right: Double, depth: Double) {
      (cosine * x - sine * y, sine * x + cosine * y)
    }

    /// The row of half cells, from the top, of a height at a depth.
    @inline(__always)
    func row(depth: Double, height: Double) -> Double {
      middleY - (depth * along + height * Relief.rise * up) * perUnitDown
    }
  }

  /// Light on each node: Lambert's law, and some from everywhere.
  private func lights() -> [Float] {
    let (columns, rows) = (land.columns, land.rows)
    // From the left, the front and above, as the viewer sees it.
    let (right, depth, above) = (-0.55, -0.35, 0.76)
    let x = Float(view.cosine * right + view.sine * depth)
    let y = Float(-view.sine * right + view.cosine * depth)
    let perColumn = Float(Relief.rise * Double(columns - 1) / (2 * view.halfX) / 2)
    let perRow = Float(Relief.rise * Double(rows - 1) / (2 * view.halfY) / 2)
    return (0..<columns * rows).map { node in
      let (row, column) = node.quotientAndRemainder(dividingBy: columns)
      func height(_ column: Int, _ row: Int) -> Float {
        let value = land.values[
          min(max(0, row), rows - 1) * columns + min(max(0, column), columns - 1)]
        return value.isFinite ? value : land.values[node]
      }
      let slopeX = (height(column + 1, row) - height(column - 1, row)) * perColumn
      let slopeY = (height(column, row - 1) - height(column, row + 1)) * perRow
      let length = (slopeX * slopeX + slopeY * slopeY + 1).squareRoot()
      let facing = (Float(above) - slopeX * x - slopeY * y) / length
      return 0.3 + 0.7 * max(0, facing)
    }
  }

  private mutating func walk(column x: Int, _ lights: [Float]) {
    let right = (Double(x) + 0.5 - view.middleX) / view.perUnit
    guard let (near, far) = depths(at: right) else { return }
    let rows = size.height * 2
    // Half a row of half cells a stride, seen from above: no ground is stepped over.
    let stride = 0.5 / (view.perUnitDown * max(view.along, 0.3))
    var (horizon, depth, isFirst) = (rows, near, true)
    while depth <= far {
      defer { depth += stride }
      guard let (height, light) = sample(right, depth, lights) else { continue }
      if isFirst {
        // The wall under the edge.
        let foot = view.row(depth: depth, height: -Relief.plinth / Relief.rise)
        horizon = min(rows, max(0, Int(foot.rounded())))
        let top = view.row(depth: depth, height: Double(height))
        fill(
          x, &horizon, upTo: top, Pixel(height: height, light: 0, depth: Float(depth), isWall: true)
        )
        isFirst = false
      }
      fill(
        x, &horizon, upTo: view.row(depth: depth, height: Double(height)),
        Pixel(height: height, light: light, depth: Float(depth)))
    }
  }

  private mutating func fill(_ x: Int, _ horizon: inout Int, upTo row: Double, _ pixel: Pixel) {
    let top = max(0, Int(min(max(-1, row.rounded()), 1e6)))
    guard top < horizon else { return }
    for y in top..<horizon { pixels[y * size.width + x] = pixel }
    horizon = top
  }

  /// Where a line of sight enters the footprint and where it leaves it; `nil` beside it.
  private func depths(at right: Double) -> (near: Double, far: Double)? {
    var (near, far) = (-2.0, 2.0)
    // x = cos · right + sin · depth, y = −sin · right + cos · depth.
    for (start, slope, half) in [
      (view.cosine * right, view.sine, view.halfX), (-view.sine * right, view.cosine, view.halfY),
    ] {
      if abs(slope) < 1e-9 {
        if abs(start) > half { return nil }
        continue
      }
      let (one, other) = ((-half - start) / slope, (half - start) / slope)
      near = max(near, min(one, other))
      far = min(far, max(one, other))
    }
    return near < far ? (near, far) : nil
  }

  /// Between four nodes; `nil` where one of them is no ground.
  private func sample(
    _ right: Double, _ depth: Double, _ lights: [Float]
  ) -> (height: Float, light: Float)? {
    let x = view.cosine * right + view.sine * depth
    let y = -view.sine * right + view.cosine * depth
    guard let (node, a, b) = place((x / view.halfX + 1) / 2, (y / view.halfY + 1) / 2) else {
      return nil
    }
    let height = between(land.values, node, a, b)
    return height.isFinite ? (height, between(lights, node, a, b)) : nil
  }

  /// The node at the upper left of a place of the footprint, u to the right and v up, 0…1, and how
  /// far beyond it the place is.
  private func place(_ u: Double, _ v: Double) -> (node: Int, a: Float, b: Float)? {
    guard u >= -1e-9, u <= 1 + 1e-9, v >= -1e-9, v <= 1 + 1e-9 else { return nil }
    let (x, y) = (
      min(max(0, u), 1) * Double(land.columns - 1), (1 - min(max(0, v), 1)) * Double(land.rows - 1)
    )
    let (column, row) = (min(Int(x), land.columns - 2), min(Int(y), land.rows - 2))
    return (row * land.columns + column, Float(x - Double(column)), Float(y - Double(row)))
  }

  @inline(__always)
  private func between(_ values: [Float], _ node: Int, _ a: Float, _ b: Float) -> Float {
    let upper = values[node] * (1 - a) + values[node + 1] * a
    let lower = values[node + land.columns] * (1 - a) + values[node + land.columns + 1] * a
    return upper * (1 - b) + lower * b
  }
}

// What stands on the ground.
extension Relief {
  /// A place on the glass, in dots, and whether nothing stands before it.
  package struct Sight: Hashable, Sendable {
    package var dotX, dotY: Double
    package var isVisible: Bool
  }

  /// Where a place of the footprint is seen, u to the right and v up, 0…1; `nil` outside or where
  /// there is no ground.
  package func sight(_ u: Double, _ v: Double) -> Sight? {
    guard u.isFinite, v.isFinite, let (node, a, b) = place(u, v) else { return nil }
    let height = between(land.values, node, a, b)
    guard height.isFinite else { return nil }
    let (right, depth) = view.turned((2 * u - 1) * view.halfX, (2 * v - 1) * view.halfY)
    let x = view.middleX + right * view.perUnit
    let row = view.row(depth: depth, height: Double(height))
    return Sight(dotX: 2 * x, dotY: 2 * row, isVisible: isInFront(x, row, depth))
  }

  /// The ground that shows there is not nearer, but for what half cells cannot tell apart.
  private func isInFront(_ x: Double, _ row: Double, _ depth: Double) -> Bool {
    let (column, y) = (Int(x.rounded(.down)), Int(row.rounded(.down)))
    guard column >= 0, column < size.width, y >= 0, y < size.height * 2 else { return false }
    let tolerance = 3 / (view.perUnitDown * view.along)
    return Double(pixels[y * size.width + column].depth) > depth - tolerance
  }

  /// Visits the places of a way over the ground, in half cells from the top left corner, close
  /// together; where it goes behind a hill it is not seen, and the place is not finite.
  package func visitWay(
    from start: (u: Double, v: Double)?, to end: (u: Double, v: Double),
    _ visit: (_ place: (x: Double, y: Double)) -> Void
  ) {
    let hidden = (x: Double.nan, y: Double.nan)
    let last = sight(end.u, end.v)
    guard let start, let from = sight(start.u, start.v), let last else {
      return visit(last.map { $0.isVisible ? ($0.dotX / 2, $0.dotY / 2) : hidden } ?? hidden)
    }
    let far = max(abs(last.dotX - from.dotX), abs(last.dotY - from.dotY)) / 2
    let parts = min(200, max(1, Int(far / 3)))
    for part in 1...parts {
      let t = Double(part) / Double(parts)
      let place = sight(start.u + t * (end.u - start.u), start.v + t * (end.v - start.v))
      visit(place.map { $0.isVisible ? ($0.dotX / 2, $0.dotY / 2) : hidden } ?? hidden)
    }
  }

  /// Draws a way over the ground; where it goes behind a hill it is not seen.
  ///
  /// - Parameter count: of the places, the first so many.
  package func draw(us: [Double], vs: [Double], count: Int, on canvas: inout Canvas) {
    var last: Sight?
    for index in 0..<min(count, us.count, vs.count) {
      let next = sight(us[index], vs[index])
      if let from = last, let to = next, from.isVisible || to.isVisible {
        line(from, to, (us[index - 1], vs[index - 1]), (us[index], vs[index]), on: &canvas)
      }
      last = next
    }
  }

  /// Between two places not along the straight line but over the ground.
  private func line(
    _ from: Sight, _ to: Sight, _ start: (u: Double, v: Double), _ end: (u: Double, v: Double),
    on canvas: inout Canvas
  ) {
    let dots = max(abs(to.dotX - from.dotX), abs(to.dotY - from.dotY))
    let parts = min(400, max(1, Int(dots * 1.5)))
    for part in 0...parts {
      let t = Double(part) / Double(parts)
      let place = sight(start.u + t * (end.u - start.u), start.v + t * (end.v - start.v))
      if let place, place.isVisible {
        canvas.set(Int(place.dotX.rounded(.down)), Int(place.dotY.rounded(.down)))
      }
    }
  }
}

// Colours.
extension Relief {
  /// A colormap in several lights.
  package struct Paints: Sendable {
    private let bands: [Colormap]
    private let walls: Colormap
    private let paper: Color
    private static let lights = 12

    /// - Parameters:
    ///   - shade: what the ground in the shade leans towards.
    ///   - paper: behind it all.
    package init(_ colormap: Colormap, shade: Color, glow: Color, paper: Color) {
      self.paper = paper
      bands = (0..<Self.lights).map { index in
        let light = Double(index) / Double(Self.lights - 1)
        return light < 0.75
          ? colormap.mixed(with: shade, 0.9 * (0.75 - light))
          : colormap.mixed(with: glow, 0.7 * (light - 0.75))
      }
      walls = colormap.mixed(with: shade, 0.72)
    }

    fileprivate func color(of pixel: Pixel, isLine: Bool) -> Color {
      guard pixel.height.isFinite else { return paper }
      let map =
        pixel.isWall
        ? walls
        : bands[
          min(Self.lights - 1, max(0, Int(pixel.light * Float(Self.lights)) - (isLine ? 2 : 0)))]
      return map.color(at: Double(pixel.height))
    }
  }

  /// Paints the landscape with its top left cell at (x, y).
  ///
  /// - Parameter levels: so many contour bands, their edges a little darker.
  package func paint(
    on frame: inout Frame, x left: Int, y top: Int, in paints: Paints, levels: Int
  ) {
    for y in 0..<size.height {
      for x in 0..<size.width {
        let upper = paints.color(of: pixel(x, 2 * y), isLine: isLine(x, 2 * y, levels))
        let lower = paints.color(of: pixel(x, 2 * y + 1), isLine: isLine(x, 2 * y + 1, levels))
        frame[left + x, top + y] =
          upper == lower
          ? Cell(" ", paper: upper) : Cell(HalfBlocks.lowerHalf, ink: lower, paper: upper)
      }
    }
  }

  /// The landscape with a pixel for each half cell.
  package func image(
    width: Int, height: Int, in paints: Paints, levels: Int
  ) -> PixelImage {
    PixelImage(width: width, height: height) { pixels in
      for y in 0..<min(height, 2 * size.height) {
        for x in 0..<min(width, size.width) {
          pixels[y * width + x] =
            paints.color(of: pixel(x, y), isLine: isLine(x, y, levels)).hex
        }
      }
    }
  }

  private func pixel(_ x: Int, _ row: Int) -> Pixel { pixels[row * size.width + x] }

  /// The ground to the right of it or below it belongs to a lower band.
  private func isLine(_ x: Int, _ row: Int, _ levels: Int) -> Bool {
    let here = pixel(x, row)
    guard levels > 0, here.height.isFinite, !here.isWall else { return false }
    func band(_ height: Float) -> Int { Int(height * Float(levels)) }
    for (column, line) in [(x + 1, row), (x, row + 1)]
    where column < size.width && line < 2 * size.height {
      let beside = pixel(column, line)
      if beside.height.isFinite, !beside.isWall, band(beside.height) != band(here.height) {
        return true
      }
    }
    return false
  }
}
