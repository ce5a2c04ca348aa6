import Descent
import Testing

@Suite struct RaceTests {
  private func car(_ name: String, _ settings: [String: String] = [:], noise: Double = 0) throws
    -> Car
  {
    var rule = try #require(Catalog.optimizer(named: name))
    for (key, value) in settings { try rule.set(key, to: value) }
    return Car(name: name, rule: rule, sampling: Sampling(noise: noise))
  }

  private func race(_ surface: String, _ cars: [Car], from start: Point<Double>) throws -> Race {
    Race(
      surface: try #require(Catalog.surface(named: surface)), cars: cars, start: start, seed: 7)
  }

  @Test func `a rate above the limit crashes that car, and the others drive on`() throws {
    var race = try race(
      "himmelblau", [car("gd", ["lr": "0.2"]), car("adam", ["lr": "0.1"])],
      from: Point(-0.6, -4.6))
    for _ in 0..<100 { race.step() }
    let crash = try #require(race.drivers[0].crash)
    #expect(crash.step < 20)
    #expect(crash.lastFiniteLoss.isFinite)
    #expect(!(race.drivers[0].position.isFinite && race.drivers[0].loss.isFinite))
    guard case .rateAbove(let limit, let rate) = crash.reason else {
      Issue.record("found \(crash.reason)")
      return
    }
    #expect(rate == 0.2 && limit < 0.2)
    #expect(race.drivers[1].crash == nil && race.drivers[1].loss < 1)
    #expect(race.drivers[1].evaluations.gradients == 100)
  }

  @Test func `a car with a start of its own drives as one in a race from there`() throws {
    var own = try car("adam", ["lr": "0.1"], noise: 0.5)
    own.start = Point(2, 3)
    own.stream = 0
    var mixed = Timeline(
      try race("himmelblau", [car("gd", ["lr": "0.01"]), own], from: Point(-0.6, -4.6)))
    var alone = try race("himmelblau", [car("adam", ["lr": "0.1"], noise: 0.5)], from: Point(2, 3))
    #expect(mixed.race.drivers[1].position == Point(2, 3))
    #expect(mixed.trajectories[1].loss[0] == alone.drivers[0].loss)
    mixed.seek(to: 50)
    for _ in 0..<50 { alone.step() }
    #expect(mixed.race.drivers[1].position == alone.drivers[0].position)
    #expect(mixed.race.drivers[0].position != mixed.race.drivers[1].position)
  }

  @Test func `without ε a flat axis is a crash by 0/0`() throws {
    var race = try race(
      "bowl", [car("rmsprop", ["eps": "0", "lr": "0.1"])], from: Point(1, 0))
    race.step()
    #expect(race.drivers[0].crash?.reason == .zeroByZero)
  }

  @Test func `leaving what is defined, overflowing and leaving the road are three fates`() throws {
    func crash(
      _ formula: String, _ car: Car, from start: Point<Double>
    ) throws -> Crash {
      let surface = try FormulaSurface(formula, window: Window(x: -4...4, y: -4...4))
      var race = Race(surface: surface, cars: [car], start: start, seed: 1)
      for _ in 0..<3000 where !race.isOver { race.step() }
      return try #require(race.drivers[0].crash, "\(formula)")
    }
    // Over the edge of what has a root, and ahead of the car over it.
    for name in ["gd", "momentum", "nesterov"] {
      let crash = try crash("sqrt(x)+y^2", car(name, ["lr": "0.3"]), from: Point(0.4, 1))
      guard case .undefined(let place) = crash.reason else {
        Issue.record("\(name): \(crash.reason)")
        continue
      }
      #expect(crash.fate == .undefined && place.x < 0 && place.isFinite)
    }
    let pole = try crash("ln(x)", car("gd", ["lr": "0.5"]), from: Point(0.5, 1))
    #expect(pole.fate == .undefined)
    // A root has no slope at 0, where a car may start.
    let tip = try crash("sqrt(x)+y^2", car("gd", ["lr": "0.1"]), from: Point(0, 1))
    #expect(tip.reason == .undefined(at: Point(0, 1)))
    let far = try crash("x^2+y^2", car("adam", ["lr": "1e200"]), from: Point(1, 1))
    #expect(far.reason == .offTheNumbers && far.fate == .overflowed)
    // ∞ − ∞ is no number either, but of a formula that is defined everywhere.
    let less = try crash("exp(2x^2)-exp(x^2)", car("adam", ["lr": "1e4"]), from: Point(1, 1))
    #expect(less.fate == .overflowed)
    let left = try crash("x^2+y^2", car("gd", ["lr": "1.1"]), from: Point(1, 1))
    #expect(left.fate == .left)
  }

  @Test func `a crashed car stays where it crashed`() throws {
    var race = try race("rosenbrock", [car("gd", ["lr": "1"])], from: Point(-1.2, 1))
    while !race.isOver { race.step() }
    let (step, loss) = (race.tick, race.drivers[0].loss)
    for _ in 0..<5 { race.step() }
    #expect(race.drivers[0].crash?.step == step)
    #expect(race.drivers[0].loss.bitPattern == loss.bitPattern)
  }

  @Test func `a car may leave the window and come back`() throws {
    var race = try race(
      "bowl", [car("momentum", ["lr": "1.3", "momentum": "0.5"])], from: Point(3.9, 0))
    var (left, back) = (false, false)
    for _ in 0..<40 {
      race.step()
      let outside = abs(race.drivers[0].position.x) > 4
      back = back || left && !outside
      left = left || outside
    }
    #expect(left && back && race.drivers[0].crash == nil)
  }

  @Test func `the default race parts, nobody crashes, and two towns are reached`() throws {
    let surface = Catalog.surfaces[0]
    let cars = Lineup.standard(on: surface)
    var race = Race(surface: surface, cars: cars, start: surface.about.start, seed: 7)
    for _ in 0..<300 { race.step() }
    #expect(race.drivers.allSatisfy { $0.crash == nil })
    let minima = surface.about.criticalPoints.filter { $0.kind == .globalMinimum }
    let towns = race.drivers.compactMap { driver in
      minima.firstIndex { $0.position.offset(from: driver.position).length < 0.5 }
    }
    #expect(Set(towns).count >= 2)
  }

  @Test(arguments: SurfaceTests.surfaces)
  func `the standard lineup drives on every surface without a crash`(surface: any Surface) {
    var race = Race(
      surface: surface, cars: Lineup.standard(on: surface), start: surface.about.start, seed: 7)
    let first = race.drivers[0].loss
    // Where nothing stops the fall, the fall ends in a crash: that is the truth there.
    let steps = surface.about.lowest == .nowhere ? 40 : 1000
    for _ in 0..<steps { race.step() }
    for (car, driver) in zip(race.cars, race.drivers) {
      #expect(driver.crash == nil, "\(car.name)")
      #expect(driver.loss < first, "\(car.name)")
    }
  }

  @Test func `noise needs no data, a batch does`() throws {
    let exact = try race("bowl", [car("sgd", ["lr": "0.1"])], from: Point(1, 1))
    let noisy = try race("bowl", [car("sgd", ["lr": "0.1"], noise: 0.5)], from: Point(1, 1))
    #expect(exact.cars[0].seesExactSlope(on: exact.surface))
    #expect(!noisy.cars[0].seesExactSlope(on: noisy.surface))
    var (a, b, c) = (exact, noisy, noisy)
    for _ in 0..<10 {
      a.step()
      b.step()
      c.step()
    }
    #expect(a.drivers[0].position != b.drivers[0].position)
    #expect(b.drivers[0].position == c.drivers[0].position)
  }
}
