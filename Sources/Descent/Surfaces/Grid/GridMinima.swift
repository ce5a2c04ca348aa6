/// The minima of a sampled landscape: places lower than all around them on a raster finer than the
/// samples, brought to slope zero by Newton's method, and kept only if they are what they seem.
struct GridMinima {
  let labels: [CriticalPoint]
  let lowest: SurfaceAbout.Lowest

  /// With more local minima than this only the lowest is labelled: a rough landscape would be all
  /// stars.
  static let limit = 12

  init(of grid: SampledGrid, columns: Int, rows: Int) {
    // Four places a sample's side, as far as that is quickly done.
    let parts = columns * rows <= 65_536 ? 4 : columns * rows <= 1_000_000 ? 2 : 1
    let raster = Raster(
      of: grid, columns: (columns - 1) * parts + 1, rows: (rows - 1) * parts + 1)
    var found: [Point<Double>] = []
    for place in raster.pits {
      guard let point = Self.bottom(near: place, on: grid, within: raster.step),
        !found.contains(where: { raster.areNear($0, point) })
      else { continue }
      found.append(point)
    }
    let values = found.map { grid.value(at: $0) }
    let floor = values.min() ?? .infinity
    func isLow(_ value: Double) -> Bool { value <= floor + 1e-9 * max(1, abs(floor)) }
    let isLabelled = isLow(floor) && floor <= raster.lowest + 1e-9 * max(1, abs(raster.lowest))
    lowest = isLabelled ? .labelled : raster.isLowestOnEdge ? .onTheEdge : .unknown
    let all = zip(found, values).sorted { $0.1 < $1.1 }.compactMap { point, value in
      Self.label(
        isLabelled && isLow(value) ? .globalMinimum : .localMinimum, point, value, on: grid)
    }
    let global = all.filter { $0.kind == .globalMinimum }
    labels = all.count <= Self.limit ? all : Array(global.prefix(Self.limit))
  }

  /// The label if it is right; where the bend says nothing of one direction, the heights do.
  private static func label(
    _ kind: CriticalPoint.Kind, _ point: Point<Double>, _ value: Double, on grid: SampledGrid
  ) -> CriticalPoint? {
    for form in [CriticalPoint.Form.smooth, .flat] {
      let label = CriticalPoint(kind, point.x, point.y, value: value, form)
      if CriticalPointCheck(label, on: grid).faults.isEmpty { return label }
    }
    return nil
  }

  /// Where the slope vanishes, at most two places of the raster from a point; `nil` if nowhere.
  private static func bottom(
    near place: Point<Double>, on grid: SampledGrid, within step: Point<Double>
  ) -> Point<Double>? {
    var point = place
    var best: (point: Point<Double>, slope: Double)?
    for _ in 0..<60 {
      let jet = grid.jet(at: point)
      let slope = jet.gradient.length
      guard slope.isFinite else { break }
      if slope < best?.slope ?? .infinity { best = (point, slope) }
      if slope == 0 { break }
      point = point + newtonMove(jet, within: step)
    }
    guard let best else { return nil }
    let away = best.point - place
    let isNear = abs(away.x) <= 2 * step.x && abs(away.y) <= 2 * step.y
    return isNear && label(.localMinimum, best.point, grid.value(at: best.point), on: grid) != nil
      ? best.point : nil
  }

  /// −H⁻¹∇f where the ground bends upwards every way, else downhill; a step of the raster at most.
  private static func newtonMove(_ jet: Jet<Double>, within step: Point<Double>) -> Point<Double> {
    let (g, h) = (jet.gradient, jet.hessian)
    let determinant = h.xx * h.yy - h.xy * h.xy
    var move =
      determinant > 0 && h.xx > 0
      ? Point(h.xy * g.y - h.yy * g.x, h.xy * g.x - h.xx * g.y) / determinant
      : -(step * (step * g))
    let excess = max(abs(move.x) / step.x, abs(move.y) / step.y)
    if excess > 1 || determinant <= 0 { move = move / excess }
    return move
  }
}

/// Heights on a raster over the whole landscape.
private struct Raster {
  let field: HeightField
  let window: Window
  /// Plane units from place to place.
  let step: Point<Double>
  let lowest: Double

  init(of grid: SampledGrid, columns: Int, rows: Int) {
    window = grid.about.window
    step = Point(window.x.width / Double(columns - 1), window.y.width / Double(rows - 1))
    field = HeightField(
      of: grid, columns: columns, rows: rows,
      topLeft: Point(window.x.lowerBound, window.y.upperBound), stepX: step.x, stepY: step.y)
    lowest = field.lowest
  }

  /// On the edge of what is known: of the raster, or of a hole.
  var isLowestOnEdge: Bool {
    field.values.indices.contains { index in
      field.values[index] == lowest
        && (isOnEdge(index) || around.contains { field.values[index + $0].isNaN })
    }
  }

  private func isOnEdge(_ index: Int) -> Bool {
    let (row, column) = index.quotientAndRemainder(dividingBy: field.columns)
    return row == 0 || row == field.rows - 1 || column == 0 || column == field.columns - 1
  }

  /// From a place within the edge to the eight next to it.
  private var around: [Int] {
    let columns = field.columns
    return [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]
  }

  /// The pits of the field, the deepest first.
  var pits: [Point<Double>] {
    field.pits.prefix(4096).map { column, row in
      Point(
        window.x.lowerBound + Double(column) * step.x, window.y.upperBound - Double(row) * step.y)
    }
  }

  /// Whether two places lie less than half a cell of the grid apart.
  func areNear(_ a: Point<Double>, _ b: Point<Double>) -> Bool {
    abs(a.x - b.x) < step.x / 2 && abs(a.y - b.y) < step.y / 2
  }
}
