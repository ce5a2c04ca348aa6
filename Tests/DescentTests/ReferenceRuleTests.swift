import Descent
import Testing

/// The rules of another order: what they find, and what they ask for it.
@Suite struct ReferenceRuleTests {
  private func race(
    _ name: String, on surfaceName: String, _ settings: [String: String] = [:],
    from start: Point<Double>? = nil, steps: Int, seed: UInt64 = 7
  ) throws -> Race.Driver {
    let surface = try #require(Catalog.surface(named: surfaceName))
    var rule = Lineup.suited(try #require(Catalog.optimizer(named: name)), to: surface)
    for (name, value) in settings { try rule.set(name, to: value) }
    return race(rule, on: surface, from: start, steps: steps, seed: seed)
  }

  private func race(
    _ rule: any Optimizer, on surface: any Surface, from start: Point<Double>? = nil, steps: Int,
    seed: UInt64 = 7
  ) -> Race.Driver {
    var race = Race(
      surface: surface, cars: [Car(name: rule.about.name, rule: rule)],
      start: start ?? surface.about.start, seed: seed)
    for _ in 0..<steps { race.step() }
    return race.drivers[0]
  }

  private func distance(_ driver: Race.Driver, _ x: Double, _ y: Double) -> Double {
    driver.position.offset(from: Point(x, y)).length
  }

  @Test func `Newton ends a quadratic in one step, at the cost of one Hessian`() throws {
    for (name, x, y) in [("bowl", 0.0, 0.0), ("booth", 1, 3), ("rotated-ravine", 0, 0)] {
      let driver = try race("newton", on: name, steps: 1)
      #expect(distance(driver, x, y) < 1e-12)
      #expect(driver.evaluations.hessians == 1 && driver.evaluations.gradients == 1)
    }
  }

  /// Years against numbers near 5: the Hessian is positive definite, its condition number 5.6e12.
  @Test func `the safeguards leave an ill-scaled quadratic alone, however small one bend is`()
    throws
  {
    let years = try Samples(
      inputs: [2010, 2011, 2012, 2013, 2014, 2015], targets: [1.1, 2.3, 2.8, 4.2, 4.9, 6.3])
    let data = try LeastSquares(years)
    let lowest = try #require(data.about.criticalPoints.first)
    #expect(abs(try #require(data.conditionNumber) / 5.62e12 - 1) < 0.001)
    func drive(
      _ name: String, _ settings: [String: String] = [:], steps: Int
    ) throws -> Race.Driver {
      var rule = try #require(Catalog.optimizer(named: name))
      for (name, value) in settings { try rule.set(name, to: value) }
      return race(rule, on: data, steps: steps)
    }
    for driver in [
      try drive("newton", steps: 3), try drive("newton", ["safeguards": "off"], steps: 3),
      try drive("bfgs", steps: 20),
    ] {
      #expect(abs(driver.loss / lowest.value - 1) < 1e-6, "\(driver.loss)")
    }
    #expect(try drive("newton", steps: 1000).loss <= lowest.value * (1 + 1e-9))
  }

  @Test func `Newton ends a quadratic in one step at any scale of its axes`() throws {
    for (formula, x, y) in [
      ("1e7(x-1)^2+y^2", 1.0, 0.0), ("1e14(x-1)^2+1e-6(y+2)^2", 1, -2),
      ("1e12(x+y-3)^2+(x-y-1)^2", 2, 1),
    ] {
      let surface = try FormulaSurface(formula, window: Window(x: -4...4, y: -4...4))
      let driver = race(
        try #require(Catalog.optimizer(named: "newton")), on: surface, steps: 1)
      #expect(distance(driver, x, y) < 1e-3, "\(formula): \(driver.position)")
    }
  }

  @Test func `where the ground bends in one direction or none Newton still goes down`() throws {
    for formula in ["x+y", "x^2+y", "(x+y)^2+1e-3x", "-x^2+1e-9y^2"] {
      let surface = try FormulaSurface(formula, window: Window(x: -4...4, y: -4...4))
      let start = surface.value(at: Point(1, 1))
      let driver = race(
        try #require(Catalog.optimizer(named: "newton")), on: surface, from: Point(1, 1), steps: 5)
      #expect(driver.loss < start && driver.crash == nil, "\(formula): \(driver.position)")
    }
  }

  @Test func `without safeguards Newton drives to the saddle, with them away from it`() throws {
    let start = Point(0.1, 0.1)
    let blind = try race("newton", on: "saddle", ["safeguards": "off"], from: start, steps: 1)
    #expect(distance(blind, 0, 0) < 1e-12)
    let careful = try race("newton", on: "saddle", from: start, steps: 3)
    #expect(careful.loss < -0.01 && abs(careful.position.y) > 0.1)
  }

  @Test func `on Rosenbrock all of them arrive, each asking for what it needs`() throws {
    let newton = try race("newton", on: "rosenbrock", steps: 30)
    #expect(distance(newton, 1, 1) < 1e-9)
    let bfgs = try race("bfgs", on: "rosenbrock", steps: 60)
    #expect(distance(bfgs, 1, 1) < 1e-6)
    #expect(bfgs.evaluations.gradients <= bfgs.evaluations.values)
    let cg = try race("cg", on: "rosenbrock", steps: 40)
    #expect(distance(cg, 1, 1) < 1e-6)
    #expect(cg.evaluations.gradients < cg.evaluations.values)
    for driver in [bfgs, cg] { #expect(driver.evaluations.hessians == 0) }
    let triangle = try race("nelder-mead", on: "rosenbrock", steps: 200)
    #expect(distance(triangle, 1, 1) < 1e-5)
    let darts = try race("cma-es", on: "rosenbrock", steps: 250)
    #expect(distance(darts, 1, 1) < 1e-5)
    for driver in [triangle, darts] {
      #expect(driver.evaluations.gradients == 0 && driver.evaluations.hessians == 0)
    }
    #expect(darts.evaluations.values == 6 * 250)
  }

  @Test func `darts follow the seed`() throws {
    let one = try race("cma-es", on: "rastrigin", steps: 5, seed: 1)
    #expect(try race("cma-es", on: "rastrigin", steps: 5, seed: 1).position == one.position)
    #expect(try race("cma-es", on: "rastrigin", steps: 5, seed: 2).position != one.position)
  }

  @Test func `none of them climbs on the way down`() throws {
    for name in ["newton", "bfgs", "cg", "nelder-mead"] {
      for surface in ["himmelblau", "beale", "styblinski-tang", "ackley", "rastrigin"] {
        var before = Double.infinity
        for steps in stride(from: 0, through: 40, by: 4) {
          let loss = try race(name, on: surface, steps: steps).loss
          #expect(loss <= before, "\(name) on \(surface)")
          before = loss
        }
      }
    }
  }
}

@Suite struct EvaluationTests {
  @Test func `on data every question reads the batch, or all samples`() throws {
    let inputs = (0..<20).map(Double.init)
    let data = try LeastSquares(Samples(inputs: inputs, targets: inputs.map { 2 * $0 + 1 }))
    func cost(_ name: String, batch: Int?, steps: Int) throws -> Evaluations {
      let rule = Lineup.suited(try #require(Catalog.optimizer(named: name)), to: data)
      var race = Race(
        surface: data, cars: [Car(name: name, rule: rule, sampling: .init(batch: batch))],
        start: Point(0, 0), seed: 1)
      for _ in 0..<steps { race.step() }
      return race.drivers[0].evaluations
    }
    #expect(try cost("gd", batch: nil, steps: 3).samples == 60)
    // An epoch of twenty in batches of six: 6, 6, 6, 2.
    #expect(try cost("gd", batch: 6, steps: 4).samples == 20)
    let triangle = try cost("nelder-mead", batch: 6, steps: 1)
    #expect(triangle.samples == 6 * triangle.values && triangle.gradients == 0)
  }

  @Test func `cars are ordered at the cost that all of them have come to`() throws {
    let surface = try #require(Catalog.surface(named: "bowl"))
    let cars = ["gd", "cg"].map {
      Car(
        name: $0,
        rule: Lineup.suited(
          Catalog.optimizer(named: $0) ?? Catalog.optimizers[0],
          to: surface))
    }
    var timeline = Timeline(Race(surface: surface, cars: cars, start: Point(3, 1), seed: 1))
    timeline.seek(to: 6)
    let bySteps = timeline.standings(of: [0, 1], by: .steps)
    #expect(bySteps.map(\.car) == [1, 0] && bySteps.map(\.cost) == [6, 6])
    let byCost = timeline.standings(of: [0, 1], by: .gradients)
    let gd = try #require(byCost.first { $0.car == 0 })
    let cg = try #require(byCost.first { $0.car == 1 })
    #expect(gd.cost == 6 && gd.loss == timeline.race.drivers[0].loss)
    #expect(cg.cost <= 6 && cg.loss > timeline.race.drivers[1].loss)
  }
}
