/// A walk along the lines of one level after another.
///
/// A square's corners are counted clockwise from the top left, its sides from the top. A line
/// enters a square by a side that rises clockwise and leaves by one that falls; the next square
/// sees the same side the other way round, so that lines always fit together.
///
/// Lorensen and Cline, "Marching cubes" (1987), https://doi.org/10.1145/37402.37422, in the plane.
struct MarchingSquares {
  private let grid: HeightGrid
  private let columns: Int
  private let rows: Int
  /// For each square a bit for each side by which a line of this level has entered.
  private var visited: [UInt8]
  /// The lowest and highest corner of each square; crossed where one is not finite.
  private var lows: [Double]
  private var highs: [Double]

  init(_ grid: HeightGrid) {
    self.grid = grid
    columns = grid.columns - 1
    rows = grid.rows - 1
    visited = Array(repeating: 0, count: columns * rows)
    lows = Array(repeating: .infinity, count: columns * rows)
    highs = Array(repeating: -.infinity, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let node = row * grid.columns + column
        let (a, b) = (grid.heights[node], grid.heights[node + 1])
        let (c, d) = (grid.heights[node + grid.columns], grid.heights[node + grid.columns + 1])
        guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { continue }
        lows[row * columns + column] = min(min(a, b), min(c, d))
        highs[row * columns + column] = max(max(a, b), max(c, d))
      }
    }
  }

  /// Adds the lines of a finite level.
  mutating func collect(_ level: Double, into lines: inout [Contour]) {
    for square in visited.indices { visited[square] = 0 }
    for square in visited.indices where lows[square] < level && highs[square] >= level {
      let code = code(square, level)
      for side in 0..<4 where Self.enters(code, side) && visited[square] & (1 << side) == 0 {
        lines.append(line(from: square, side, level))
      }
    }
  }

  /// The line that enters `square` by `side`: forwards to its end, then backwards if it is open.
  private mutating func line(from square: Int, _ side: Int, _ level: Double) -> Contour {
    var (xs, ys): ([Double], [Double]) = ([], [])
    append(crossing(square, side, level), &xs, &ys)
    var here: (square: Int, side: Int)? = (square, side)
    while let (square, side) = here, visited[square] & (1 << side) == 0 {
      visited[square] |= 1 << side
      let exit = exit(square, side, level)
      append(crossing(square, exit, level), &xs, &ys)
      here = neighbour(of: square, exit)
    }
    if let here {
      // A walk can only meet a visited side at its own start.
      return Contour(
        level: level, xs: xs, ys: ys, isClosed: here.square == square && here.side == side)
    }
    var (backXs, backYs): ([Double], [Double]) = ([], [])
    var back = neighbour(of: square, side)
    while let (square, exit) = back, let entry = entry(square, exit, level),
      visited[square] & (1 << entry) == 0
    {
      visited[square] |= 1 << entry
      append(crossing(square, entry, level), &backXs, &backYs)
      back = neighbour(of: square, entry)
    }
    return Contour(
      level: level, xs: backXs.reversed() + xs, ys: backYs.reversed() + ys, isClosed: false)
  }

  @inline(__always)
  private func append(_ place: (Double, Double), _ xs: inout [Double], _ ys: inout [Double]) {
    xs.append(place.0)
    ys.append(place.1)
  }

  /// A bit for each corner at or above the level.
  private func code(_ square: Int, _ level: Double) -> Int {
    let (a, b, c, d) = corners(square)
    return (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0)
      | (d >= level ? 8 : 0)
  }

  @inline(__always)
  private func corners(_ square: Int) -> (Double, Double, Double, Double) {
    let (row, column) = square.quotientAndRemainder(dividingBy: columns)
    let node = row * grid.columns + column
    return (
      grid.heights[node], grid.heights[node + 1], grid.heights[node + grid.columns + 1],
      grid.heights[node + grid.columns]
    )
  }

  /// Whether the ground rises through the level along a side, clockwise.
  @inline(__always)
  private static func enters(_ code: Int, _ side: Int) -> Bool {
    code & (1 << side) == 0 && code & (1 << ((side + 1) & 3)) != 0
  }

  @inline(__always)
  private static func leaves(_ code: Int, _ side: Int) -> Bool {
    code & (1 << side) != 0 && code & (1 << ((side + 1) & 3)) == 0
  }

  private func exit(_ square: Int, _ side: Int, _ level: Double) -> Int {
    let code = code(square, level)
    if code == 5 || code == 10 {
      return joinsHighCorners(square, level) ? (side + 3) & 3 : (side + 1) & 3
    }
    var exit = (side + 1) & 3
    while exit != side, !Self.leaves(code, exit) { exit = (exit + 1) & 3 }
    return exit
  }

  private func entry(_ square: Int, _ side: Int, _ level: Double) -> Int? {
    let code = code(square, level)
    if code == 5 || code == 10 {
      return joinsHighCorners(square, level) ? (side + 1) & 3 : (side + 3) & 3
    }
    return (0..<4).first { Self.enters(code, $0) }
  }

  private func joinsHighCorners(_ square: Int, _ level: Double) -> Bool {
    let (a, b, c, d) = corners(square)
    return a * 0.25 + b * 0.25 + c * 0.25 + d * 0.25 >= level
  }

  /// The square beyond a side and the same side as that square counts it; `nil` beyond the ground.
  private func neighbour(of square: Int, _ side: Int) -> (square: Int, side: Int)? {
    let (row, column) = square.quotientAndRemainder(dividingBy: columns)
    let next: Int
    switch side {
    case 0 where row > 0: next = square - columns
    case 1 where column + 1 < columns: next = square + 1
    case 2 where row + 1 < rows: next = square + columns
    case 3 where column > 0: next = square - 1
    default: return nil
    }
    return lows[next] <= highs[next] ? (next, (side + 2) & 3) : nil
  }

  /// Where the level crosses a side, in dots; the same seen from either square.
  private func crossing(_ square: Int, _ side: Int, _ level: Double) -> (Double, Double) {
    let (row, column) = square.quotientAndRemainder(dividingBy: columns)
    let (a, b, c, d) = corners(square)
    let (x, y) = (Double(column * 2), Double(row * 2))
    switch side {
    case 0: return (x + 2 * Self.share(a, b, level), y)
    case 1: return (x + 2, y + 2 * Self.share(b, c, level))
    case 2: return (x + 2 * Self.share(d, c, level), y + 2)
    default: return (x, y + 2 * Self.share(a, d, level))
    }
  }

  @inline(__always)
  private static func share(_ from: Double, _ to: Double, _ level: Double) -> Double {
    (level * 0.5 - from * 0.5) / (to * 0.5 - from * 0.5)
  }
}
