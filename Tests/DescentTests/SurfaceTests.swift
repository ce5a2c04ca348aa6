import Descent
import Foundation
import Testing

/// The laws of every surface, over the one table of them.
@Suite struct SurfaceTests {
  static let surfaces: [any Surface] =
    Catalog.surfaces + [
      try! anscombe(), try! anscombe(standardised: true), try! SampledGridTests.cubic(),
    ]

  @Test(arguments: surfaces) func `jets agree with central differences`(surface: any Surface) {
    for point in samples(of: surface) {
      let jet = surface.jet(at: point)
      let f = { (dx: Double, dy: Double) in surface.value(at: Point(point.x + dx, point.y + dy)) }
      // The best width for first differences is near ∛ε, for second near ⁴√ε.
      let (h, k) = (6e-6, 1.2e-4)
      let scale = max(1, abs(jet.value), jet.gradient.length)
      #expect(abs((f(h, 0) - f(-h, 0)) / (2 * h) - jet.gradient.x) < 1e-7 * scale)
      #expect(abs((f(0, h) - f(0, -h)) / (2 * h) - jet.gradient.y) < 1e-7 * scale)

      let hessian = jet.hessian
      let bend = max(scale, abs(hessian.xx), abs(hessian.xy), abs(hessian.yy))
      let xx = (f(k, 0) - 2 * f(0, 0) + f(-k, 0)) / (k * k)
      let yy = (f(0, k) - 2 * f(0, 0) + f(0, -k)) / (k * k)
      let xy = (f(k, k) - f(k, -k) - f(-k, k) + f(-k, -k)) / (4 * k * k)
      #expect(abs(xx - hessian.xx) < 1e-4 * bend)
      #expect(abs(yy - hessian.yy) < 1e-4 * bend)
      #expect(abs(xy - hessian.xy) < 1e-4 * bend)
    }
  }

  @Test(arguments: surfaces) func `value, gradient and jet are one function`(surface: any Surface) {
    for point in samples(of: surface) {
      let jet = surface.jet(at: point)
      #expect(jet.value == surface.value(at: point))
      #expect(jet.gradient == surface.gradient(at: point))
    }
  }

  @Test(arguments: surfaces) func `eight lanes see the heights and slopes of one`(
    surface: any Surface
  ) {
    let points = Array(samples(of: surface).prefix(8))
    let lanes = Point(Lanes(points.map(\.x)), Lanes(points.map(\.y)))
    let (values, slopes) = (surface.value(at: lanes), surface.gradient(at: lanes))
    for (lane, point) in points.enumerated() {
      #expect(values[lane] == surface.value(at: point))
      #expect(Point(slopes.x[lane], slopes.y[lane]) == surface.gradient(at: point))
    }
  }

  @Test(arguments: surfaces) func `every labelled point is what its label says`(
    surface: any Surface
  ) {
    let about = surface.about
    #expect(
      about.criticalPoints.contains { $0.kind == .globalMinimum } == (about.lowest == .labelled))
    for check in CriticalPointCheck.all(of: surface) {
      #expect(check.faults.isEmpty, "\(check.point)")
    }
  }

  @Test func `a label that is wrong is found out`() throws {
    let surface = try #require(Catalog.surface(named: "himmelblau"))
    let right = try #require(surface.about.criticalPoints.first { $0.kind == .globalMinimum })
    func faults(_ change: (inout CriticalPoint) -> Void) -> [CriticalPointCheck.Fault] {
      var point = right
      change(&point)
      return CriticalPointCheck(point, on: surface).faults
    }
    #expect(faults { _ in } == [])
    #expect(faults { $0.value = 1e-9 } == [.value])
    #expect(faults { $0.value = .nan } == [.value])
    #expect(faults { $0.kind = .saddle } == [.curvature])
    #expect(faults { $0.position.x += 1e-9 } == [.slope])
    #expect(faults { $0.position = Point(0, 0) } == [.value, .slope, .curvature])
    #expect(faults { ($0.kind, $0.form) = (.saddle, .flat) } == [.surroundings])
  }

  @Test func `a minimum that is not the lowest of its window is found out`() throws {
    let styblinski = try #require(Catalog.surface(named: "styblinski-tang"))
    let shallow = try #require(
      styblinski.about.criticalPoints.first { $0.kind == .localMinimum })
    let checks = CriticalPointCheck.all(of: Relabelled(styblinski, as: shallow))
    #expect(checks.map(\.faults) == [[.lowest]])
  }

  @Test func `at a minimum stand its condition number and the limit of gradient descent`() throws {
    let ravine = try #require(Catalog.surface(named: "ravine"))
    let check = try #require(CriticalPointCheck.all(of: ravine).first)
    #expect(check.conditionNumber == 25 && check.stableRate == 0.08)
    let saddle = try #require(Catalog.surface(named: "saddle"))
    let pass = try #require(CriticalPointCheck.all(of: saddle).first)
    #expect(pass.conditionNumber == nil && pass.stableRate == 1)
    let ackley = try #require(Catalog.surface(named: "ackley"))
    let tip = try #require(CriticalPointCheck.all(of: ackley).first)
    #expect(tip.conditionNumber == nil && tip.stableRate == nil)
  }

  @Test func `what has no lowest point falls further at every edge of its window`() {
    for surface in Self.surfaces where surface.about.lowest != .labelled {
      let window = surface.about.window
      let field = HeightField(
        of: surface, columns: 401, rows: 401,
        topLeft: Point(window.x.lowerBound, window.y.upperBound),
        stepX: (window.x.upperBound - window.x.lowerBound) / 400,
        stepY: (window.y.upperBound - window.y.lowerBound) / 400)
      let lowest = field.values.indices.min { field.values[$0] < field.values[$1] }!
      let (row, column) = lowest.quotientAndRemainder(dividingBy: 401)
      #expect(row == 0 || row == 400 || column == 0 || column == 400, "\(surface.about.name)")
    }
  }

  @Test(arguments: surfaces) func `nothing in the window lies below the global minimum`(
    surface: any Surface
  ) throws {
    let (about, window) = (surface.about, surface.about.window)
    guard about.lowest == .labelled else { return }
    let lowest = try #require(
      about.criticalPoints.filter { $0.kind == .globalMinimum }.map(\.value).min())
    let field = HeightField(
      of: surface, columns: 401, rows: 401,
      topLeft: Point(window.x.lowerBound, window.y.upperBound),
      stepX: (window.x.upperBound - window.x.lowerBound) / 400,
      stepY: (window.y.upperBound - window.y.lowerBound) / 400)
    #expect(field.values.allSatisfy { $0 >= lowest - 1e-9 * max(1, abs(lowest)) })
    for point in about.criticalPoints where point.kind == .localMinimum {
      #expect(point.value > lowest)
    }
  }

  @Test(arguments: surfaces) func `the start and every label lie in the window`(
    surface: any Surface
  ) {
    let window = surface.about.window
    for point in [surface.about.start] + surface.about.criticalPoints.map(\.position) {
      #expect(window.x.contains(point.x) && window.y.contains(point.y))
    }
    #expect(surface.value(at: surface.about.start).isFinite)
  }

  /// Points of the window, the same on every run.
  private func samples(of surface: any Surface) -> [Point<Double>] {
    (0..<40).map { randomPoint(in: surface.about.window, seed: 11, draw: $0) }
  }
}

extension SurfaceTests {
  /// Anscombe's first quartet (The American Statistician 27, 1973).
  static func anscombe(standardised: Bool = false) throws -> LeastSquares {
    try LeastSquares(
      Samples(
        inputs: [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
        targets: [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]),
      standardised: standardised)
  }
}

/// A surface with a label of its own, called a global minimum.
private struct Relabelled: Surface {
  let about: SurfaceAbout
  private let surface: any Surface

  init(_ surface: any Surface, as point: CriticalPoint) {
    var (about, point) = (surface.about, point)
    point.kind = .globalMinimum
    about.criticalPoints = [point]
    (self.about, self.surface) = (about, surface)
  }

  func formula<F: Field>(_ x: F, _ y: F) -> F { surface.formula(x, y) }
}
