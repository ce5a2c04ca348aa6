import Descent
import Foundation
import Testing

/// What CG and BFGS ask for on the way, beside what scipy's ask for.
@Suite struct LineSearchTests {
  /// A line of `Fixtures/scipy_costs.jsonl`.
  struct ScipyRun: Decodable, Sendable, CustomTestStringConvertible {
    var method: String
    var surface: String
    var start: [Double]
    var steps: Int
    /// Values and gradients together, to the first iterate with ‖∇f‖ ≤ 1e-6.
    var evaluations: Int

    var testDescription: String { "\(method) on \(surface) from \(start)" }
  }

  static let runs: [ScipyRun] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/scipy_costs.jsonl")
    return try! String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try! JSONDecoder().decode(ScipyRun.self, from: Data($0.utf8)) }
  }()

  /// Drives until the slope is no longer than that; at most 500 steps.
  private func drive(
    _ name: String, on surface: any Surface, from start: Point<Double>, to slope: Double
  ) throws -> (steps: Int, car: Race.Driver) {
    let car = Car(name: name, rule: try #require(Catalog.optimizer(named: name)))
    var race = Race(surface: surface, cars: [car], start: start, seed: 1)
    while race.tick < 500, surface.gradient(at: race.drivers[0].position).length > slope {
      race.step()
    }
    return (race.tick, race.drivers[0])
  }

  @Test(arguments: runs)
  func `a flat place costs at most one and a half times as much as scipy's`(run: ScipyRun) throws {
    let surface = try #require(Catalog.surface(named: run.surface))
    let (steps, car) = try drive(
      run.method, on: surface, from: Point(run.start[0], run.start[1]), to: 1e-6)
    #expect(surface.gradient(at: car.position).length <= 1e-6)
    #expect(car.evaluations.hessians == 0)
    #expect(
      Double(car.evaluations.total) <= 1.5 * Double(run.evaluations),
      "\(car.evaluations.total) in \(steps) steps, scipy \(run.evaluations)")
  }

  @Test(
    arguments: ["cg", "bfgs"],
    [
      "x^2+y^2", "0.5(x^2+25y^2)", "(x+2y-7)^2+(2x+y-5)^2", "0.26(x^2+y^2)-0.48xy",
      "1e4x^2+(x-y)^2+7", "1e-3(x-3)^2+1e-3x*y+5e-3y^2", "100(x-y)^2+(x+y-2)^2-1000",
    ])
  func `a quadratic of two variables ends in two steps`(name: String, formula: String) throws {
    let surface = try FormulaSurface(formula, window: Window(x: -10...10, y: -10...10))
    for start in [Point(-9, 1.5), Point(3, 2), Point(0.5, -8)] {
      let steep = surface.gradient(at: start).length
      let (steps, car) = try drive(name, on: surface, from: start, to: 1e-9 * steep)
      #expect(steps <= 2, "\(formula) from \(start)")
      // A height and a slope at the start and two or three of each in both searches.
      #expect(car.evaluations.total <= 14, "\(formula) from \(start)")
    }
  }

  @Test(arguments: ["cg", "bfgs"])
  func `what the search has asked is not asked again, unless batch or noise have changed`(
    name: String
  ) throws {
    let surface = try #require(Catalog.surface(named: "ravine"))
    let rule = try #require(Catalog.optimizer(named: name))
    func evaluations(noise: Double) -> [Evaluations] {
      var race = Race(
        surface: surface,
        cars: [Car(name: name, rule: rule, sampling: .init(noise: noise))],
        start: Point(-9, 1.5), seed: 3)
      return (0..<2).map { _ in
        race.step()
        return race.drivers[0].evaluations
      }
    }
    // A step on a parabola: the trial and its bottom, beside the start's.
    let exact = evaluations(noise: 0)
    #expect(exact[0].gradients == 3 && exact[1].gradients == 5)
    let noisy = evaluations(noise: 1e-9)
    #expect(noisy[0].gradients == 3 && noisy[1].gradients == 6)
  }

  @Test(arguments: ["cg", "bfgs"])
  func `where no place is lower a car rests and asks no more`(name: String) throws {
    let surface = try FormulaSurface("x^2+y^2+3", window: Window(x: -1...1, y: -1...1))
    var race = Race(
      surface: surface, cars: [Car(name: name, rule: try #require(Catalog.optimizer(named: name)))],
      start: Point(0.5, 0.25), seed: 1)
    for _ in 0..<20 { race.step() }
    let before = race.drivers[0]
    for _ in 0..<20 { race.step() }
    #expect(race.drivers[0].position == before.position && race.drivers[0].crash == nil)
    #expect(race.drivers[0].evaluations == before.evaluations)
  }

  @Test(arguments: ["cg", "bfgs"])
  func `on a kink no slope is flat enough, and the lowest place tried will do`(name: String) throws
  {
    let surface = try FormulaSurface("|x|+2|y|", window: Window(x: -4...4, y: -4...4))
    let (_, car) = try drive(name, on: surface, from: Point(3, 1.7), to: 0)
    #expect(car.crash == nil && car.loss < 0.5 && car.evaluations.total < 500 * 61, "\(car.loss)")
  }
}
