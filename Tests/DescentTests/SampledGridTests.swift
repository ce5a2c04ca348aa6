import Descent
import Testing

@Suite struct SampledGridTests {
  /// x² + y² + x³/5 + xy/2 on the square from −1 to 1, so many samples a side.
  static func cubic(columns: Int = 7, rows: Int = 5) throws -> SampledGrid {
    try grid(columns: columns, rows: rows) { x, y in x * x + y * y + x * x * x / 5 + x * y / 2 }
  }

  static func grid(
    columns: Int, rows: Int, extent: Window = Window(x: -1...1, y: -1...1),
    _ height: (Double, Double) -> Double
  ) throws -> SampledGrid {
    func place(_ index: Int, of count: Int, _ range: ClosedRange<Double>) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(count - 1)
    }
    let heights = (0..<rows).flatMap { row in
      (0..<columns).map { column in
        height(place(column, of: columns, extent.x), place(row, of: rows, extent.y))
      }
    }
    return try SampledGrid("t", heights: heights, columns: columns, rows: rows, extent: extent)
  }

  /// As rough as samples can be.
  private func rough() throws -> SampledGrid {
    var draw = 0
    return try Self.grid(columns: 9, rows: 6, extent: Window(x: 2...4, y: -3...2)) { _, _ in
      draw += 1
      return randomPoint(in: Window(x: 0...5, y: 0...1), seed: 4, draw: draw).x
    }
  }

  @Test func `at the samples it is the samples, the first row lowest`() throws {
    let heights: [Double] = [
      3, 1, 4, 1,
      5, 9, 2, 6,
      5, 3, 5, 8,
      9, 7, 9, 3,
    ]
    let grid = try SampledGrid(
      "t", heights: heights, columns: 4, rows: 4, extent: Window(x: 0...3, y: 10...16))
    for row in 0..<4 {
      for column in 0..<4 {
        #expect(
          grid.value(at: Point(Double(column), 10 + 2 * Double(row))) == heights[row * 4 + column])
      }
    }
  }

  @Test func `a cubic is met exactly between the samples, with its slopes and bends`() throws {
    let grid = try Self.cubic()
    for draw in 0..<100 {
      let p = randomPoint(in: grid.about.window, seed: 2, draw: draw)
      let jet = grid.jet(at: p)
      #expect(
        abs(jet.value - (p.x * p.x + p.y * p.y + p.x * p.x * p.x / 5 + p.x * p.y / 2)) < 1e-14)
      #expect(abs(jet.gradient.x - (2 * p.x + 0.6 * p.x * p.x + p.y / 2)) < 1e-13)
      #expect(abs(jet.gradient.y - (2 * p.y + p.x / 2)) < 1e-13)
      #expect(abs(jet.hessian.xx - (2 + 1.2 * p.x)) < 1e-12)
      #expect(abs(jet.hessian.xy - 0.5) < 1e-12 && abs(jet.hessian.yy - 2) < 1e-12)
    }
  }

  @Test func `value, slope and bend go on from cell to cell`() throws {
    let grid = try rough()
    for column in 1..<8 {
      for draw in 0..<10 {
        let x = 2 + 2 * Double(column) / 8
        let y = randomPoint(in: grid.about.window, seed: 3, draw: draw).y
        let (left, right) = (grid.jet(at: Point(x - 1e-12, y)), grid.jet(at: Point(x + 1e-12, y)))
        #expect(abs(left.value - right.value) < 1e-9)
        #expect(left.gradient.offset(from: right.gradient).length < 1e-8)
        #expect(abs(left.hessian.xx - right.hessian.xx) < 1e-6)
        #expect(abs(left.hessian.xy - right.hessian.xy) < 1e-6)
        #expect(abs(left.hessian.yy - right.hessian.yy) < 1e-6)
      }
    }
  }

  @Test func `its jets agree with differences, by itself and within a formula`() throws {
    let grid = try rough()
    let k = 1e-4
    for surface in [grid, Bent(grid: grid)] as [any Surface] {
      for draw in 0..<40 {
        // Well within a cell: the third derivative jumps from cell to cell.
        let p =
          surface is Bent
          ? Point(0.31 + 0.001 * Double(draw), 0.4) : Point(2.375, -1.5 + 0.01 * Double(draw))
        let jet = surface.jet(at: p)
        let f = { (dx: Double, dy: Double) in surface.value(at: Point(p.x + dx, p.y + dy)) }
        #expect(abs((f(k, 0) - f(-k, 0)) / (2 * k) - jet.gradient.x) < 1e-4)
        #expect(abs((f(0, k) - f(0, -k)) / (2 * k) - jet.gradient.y) < 1e-4)
        let xx = (f(k, 0) - 2 * f(0, 0) + f(-k, 0)) / (k * k)
        let yy = (f(0, k) - 2 * f(0, 0) + f(0, -k)) / (k * k)
        let xy = (f(k, k) - f(k, -k) - f(-k, k) + f(-k, -k)) / (4 * k * k)
        let bend = max(1, abs(jet.hessian.xx), abs(jet.hessian.xy), abs(jet.hessian.yy))
        #expect(abs(xx - jet.hessian.xx) < 1e-4 * bend)
        #expect(abs(xy - jet.hessian.xy) < 1e-4 * bend)
        #expect(abs(yy - jet.hessian.yy) < 1e-4 * bend)
      }
    }
  }

  @Test func `eight lanes are eight points, beyond the edge too`() throws {
    let grid = try rough()
    let points = (0..<8).map {
      randomPoint(in: Window(x: 1.5...4.5, y: -4...3), seed: 6, draw: $0)
    }
    let lanes = Point(Lanes(points.map(\.x)), Lanes(points.map(\.y)))
    let (values, slopes) = (grid.value(at: lanes), grid.gradient(at: lanes))
    #expect(points.contains { grid.value(at: $0).isNaN })
    for (lane, point) in points.enumerated() {
      #expect(values[lane].bitPattern == grid.value(at: point).bitPattern)
      #expect(slopes.x[lane].bitPattern == grid.gradient(at: point).x.bitPattern)
      #expect(slopes.y[lane].bitPattern == grid.gradient(at: point).y.bitPattern)
    }
  }

  @Test func `beyond the samples nothing is known`() throws {
    let grid = try Self.cubic()
    for point in [Point(1.001, 0), Point(0, -1.001), Point(.nan, 0), Point(0, .infinity)] {
      #expect(grid.value(at: point).isNaN)
      #expect(grid.gradient(at: point).x.isNaN && grid.gradient(at: point).y.isNaN)
    }
    #expect(grid.value(at: Point(1, 1)).isFinite && grid.value(at: Point(-1, -1)).isFinite)
  }

  @Test(arguments: ["gd", "nesterov"])
  func `a car that leaves the samples has crashed and says so`(rule: String) throws {
    let grid = try Self.cubic()
    let fast = try #require(Catalog.optimizer(named: rule)).withRate(3)
    var race = Race(
      surface: grid, cars: [Car(name: rule, rule: fast)], start: Point(0.6, 0.2), seed: 1)
    for _ in 0..<10 { race.step() }
    let crash = try #require(race.drivers[0].crash)
    #expect(crash.reason == .offTheGrid(Window(x: -1...1, y: -1...1)))
    #expect(crash.lastFiniteLoss.isFinite)
  }

  @Test func `its minima are those of what was sampled`() throws {
    let himmelblau = try #require(Catalog.surface(named: "himmelblau"))
    let window = Window(x: -5...5, y: -5...5)
    let grid = try Self.grid(columns: 81, rows: 81, extent: window) { x, y in
      himmelblau.value(at: Point(x, y))
    }
    #expect(grid.about.contours == .logarithmic)
    let minima = himmelblau.about.criticalPoints.filter { $0.kind == .globalMinimum }
    // Four towns of one height: sampled, they differ by what the spline adds.
    #expect(grid.about.criticalPoints.count == 4 && minima.count == 4)
    for minimum in minima {
      #expect(
        grid.about.criticalPoints.contains {
          $0.position.offset(from: minimum.position).length < 1e-4
        })
    }
    #expect(CriticalPointCheck.all(of: grid).allSatisfy { $0.faults.isEmpty })
  }

  @Test func `a slope is lowest on its edge, a gutter all along`() throws {
    let slope = try Self.grid(columns: 5, rows: 5) { x, y in x + 2 * y }
    #expect(slope.about.criticalPoints.isEmpty && slope.about.lowest == .onTheEdge)
    let gutter = try Self.grid(columns: 5, rows: 5) { x, _ in x * x }
    #expect(gutter.about.lowest == .labelled)
    #expect(
      gutter.about.criticalPoints.allSatisfy { $0.form == .flat && abs($0.position.x) < 1e-9 })
  }

  @Test func `of many small pits only the lowest has a label`() throws {
    let rough = try Self.grid(columns: 41, rows: 41) { x, y in
      let waves = Point(x * 8, y * 8)
      return x * x + y * y - abs(waves.x.rounded() - waves.x) - abs(waves.y.rounded() - waves.y)
    }
    #expect(rough.about.criticalPoints.allSatisfy { $0.kind == .globalMinimum })
    #expect(!rough.about.criticalPoints.isEmpty)
  }

  @Test func `the cars that drive unasked stay on the map`() throws {
    for grid in [try Self.cubic(), try rough()] {
      var race = Race(
        surface: grid, cars: Lineup.standard(on: grid), start: grid.about.start, seed: 7)
      for _ in 0..<300 { race.step() }
      #expect(race.drivers.allSatisfy { $0.crash == nil })
    }
  }

  /// The cubic with holes: the sample in column 5 of row 2, and those of two corners.
  private func holed() throws -> SampledGrid {
    try Self.grid(columns: 9, rows: 9) { x, y in
      let isHole = x == 0.25 && y == -0.5 || abs(x) == 1 && y == 1
      return isHole ? .nan : x * x + y * y + x * x * x / 5 + x * y / 2
    }
  }

  @Test func `the cells around a sample without a height are a hole, and no others`() throws {
    let (whole, holed) = (try Self.cubic(columns: 9, rows: 9), try holed())
    #expect(holed.hasHoles && !whole.hasHoles)
    #expect(holed.about.formula.hasSuffix("C¹") && whole.about.formula.hasSuffix("C²"))
    for draw in 0..<1000 {
      let p = randomPoint(in: holed.about.window, seed: 5, draw: draw)
      let isInHole =
        0.0...0.5 ~= p.x && -0.75 ... -0.25 ~= p.y || abs(p.x) >= 0.75 && p.y >= 0.75
      #expect(holed.value(at: p).isNaN == isInHole, "\(p)")
      let slope = holed.gradient(at: p)
      #expect((slope.x.isNaN && slope.y.isNaN) == isInHole)
      // Every part of a row or column that is long enough meets a cubic exactly.
      if !isInHole { #expect(abs(holed.value(at: p) - whole.value(at: p)) < 0.03) }
      if abs(p.y) < 0.2 { #expect(abs(holed.value(at: p) - whole.value(at: p)) < 1e-13) }
    }
  }

  @Test func `beside a hole value and gradient go on from cell to cell`() throws {
    let grid = try holed()
    for index in 1..<8 {
      let edge = -1 + Double(index) / 4
      for draw in 0..<40 {
        let along = randomPoint(in: grid.about.window, seed: 8, draw: draw).y
        for (a, b) in [
          (Point(edge - 1e-12, along), Point(edge + 1e-12, along)),
          (Point(along, edge - 1e-12), Point(along, edge + 1e-12)),
        ] where !grid.value(at: a).isNaN && !grid.value(at: b).isNaN {
          #expect(abs(grid.value(at: a) - grid.value(at: b)) < 1e-10)
          #expect(grid.gradient(at: a).offset(from: grid.gradient(at: b)).length < 1e-9)
        }
      }
    }
  }

  @Test func `a landscape with holes has its minimum, its start and cars that stay on it`() throws {
    let grid = try holed()
    let start = grid.about.start
    #expect(grid.about.lowest == .labelled && grid.value(at: start).isFinite)
    #expect(CriticalPointCheck.all(of: grid).allSatisfy { $0.faults.isEmpty })
    #expect(grid.about.criticalPoints.map(\.kind) == [.globalMinimum])
    var race = Race(surface: grid, cars: Lineup.standard(on: grid), start: start, seed: 7)
    for _ in 0..<300 { race.step() }
    #expect(race.drivers.allSatisfy { $0.crash == nil })
  }

  @Test func `a minimum that a hole hides is on the edge of what is known`() throws {
    let grid = try Self.grid(columns: 9, rows: 9) { x, y in
      abs(x) < 0.3 && abs(y) < 0.3 ? .nan : x * x + y * y
    }
    #expect(grid.about.criticalPoints.isEmpty && grid.about.lowest == .onTheEdge)
  }

  @Test func `where all places of the ring are holes the race starts elsewhere`() throws {
    let grid = try Self.grid(columns: 9, rows: 9) { x, y in
      max(abs(x), abs(y)) > 0.3 ? .nan : x * x + 2 * y * y
    }
    let start = grid.about.start
    #expect(grid.value(at: start).isFinite && max(abs(start.x), abs(start.y)) < 0.25)
  }

  @Test(arguments: ["gd", "nesterov"])
  func `a car that comes into a hole has crashed and says so`(rule: String) throws {
    let grid = try holed()
    let fast = try #require(Catalog.optimizer(named: rule)).withRate(0.4)
    var race = Race(
      surface: grid, cars: [Car(name: rule, rule: fast)], start: Point(0.6, -0.9), seed: 1)
    for _ in 0..<10 { race.step() }
    let crash = try #require(race.drivers[0].crash)
    #expect(crash.reason == .intoHole && crash.lastFiniteLoss.isFinite)
    // Turned and scaled it is the same ground.
    let turned = grid.turned(by: 90, scaledBy: 3)
    #expect(turned.hasHoles)
    let hole = turned.image(of: Point(0.25, -0.5))
    #expect(turned.value(at: hole).isNaN)
  }

  @Test func `a short part of a row is a parabola or a line`() throws {
    let parabola = try Self.grid(columns: 9, rows: 4) { x, y in x == -0.25 ? .nan : x * x + y }
    let line = try Self.grid(columns: 9, rows: 4) { x, y in
      [-0.5, 0.25].contains(x) ? .nan : x * x + y
    }
    for draw in 0..<100 {
      let p = randomPoint(in: Window(x: -1 ... -0.76, y: -1...1), seed: 9, draw: draw)
      #expect(abs(parabola.value(at: p) - (p.x * p.x + p.y)) < 1e-14)
      // From 1 at −1 to 0.5625 at −0.75.
      #expect(abs(line.value(at: p) - (1 - 1.75 * (p.x + 1) + p.y)) < 1e-14)
    }
  }

  @Test func `what is no landscape is refused`() {
    func error(_ heights: [Double], columns: Int) -> SampledGridError? {
      do {
        _ = try SampledGrid(
          "t", heights: heights, columns: columns, rows: heights.count / columns,
          extent: Window(x: 0...1, y: 0...1))
        return nil
      } catch {
        return error
      }
    }
    var heights = (0..<20).map { Double($0 % 7) }
    #expect(error(heights, columns: 5) == nil)
    #expect(error(heights, columns: 10) == .tooFew(columns: 10, rows: 2))
    #expect(error(Array(repeating: 2, count: 20), columns: 5) == .level(found: 2))
    #expect(error(Array(repeating: .nan, count: 20), columns: 5) == .noGround)
    heights[13] = .infinity
    #expect(error(heights, columns: 5) == .notFinite(row: 2, column: 3, found: .infinity))
    heights[13] = .nan
    #expect(error(heights, columns: 5) == nil)
    heights[13] = 1e308
    #expect(error(heights, columns: 5) == .overflow)
  }
}

/// A spline over bent coordinates.
private struct Bent: Surface {
  let grid: SampledGrid

  var about: SurfaceAbout { grid.about }

  func formula<F: Field>(_ x: F, _ y: F) -> F { grid.formula(2.2 + x * y, x * x - 1.5 * y) }
}
