import Descent
import Testing

/// What holds for every rule on every surface.
@Suite struct RuleLawTests {
  private static let surfaces = Catalog.surfaces.map(\.about.name)

  private func surface(_ name: String) throws -> any Surface {
    try #require(Catalog.surface(named: name))
  }

  @Test(arguments: surfaces)
  func `eight lanes equal one particle bit for bit, under every rule`(name: String) throws {
    let surface = try surface(name)
    for rule in AnatomyTests.rules {
      let rule = Lineup.suited(rule, to: surface)
      let starts = (0..<8).map { randomPoint(in: surface.about.window, seed: 3, draw: $0) }
      for path in eightPaths(of: rule, from: starts, steps: 25, on: surface) {
        var particle = rule.particle(at: path[0])
        for (step, point) in path.enumerated() {
          let isSame =
            particle.position.x.sameBits(as: point.x) && particle.position.y.sameBits(as: point.y)
          #expect(isSame, "\(rule.about.name) from \(path[0]), step \(step)")
          guard isSame else { return }
          var objective = Objective<Double>(surface)
          particle.step(on: &objective)
        }
      }
    }
  }

  @Test(arguments: Catalog.optimizers, [Schedule.Form.constant, .oneCycle])
  func `a group drives beside others as it does alone`(
    rule: any Optimizer, form: Schedule.Form
  ) throws {
    let surface = try surface("rastrigin")
    let rules = [1, 0.25, 3, 0.5, 2].map { rule.withRate($0 * rule.rate) }
    let starts = rules.indices.map { randomPoint(in: surface.about.window, seed: 5, draw: $0) }
    var schedule = Schedule()
    schedule.change(to: form)
    schedule.steps = 40
    func paths(_ groups: Range<Int>, stepsAPage: Int) -> [[Point<Double>]] {
      var paths = groups.map { _ in [Point<Double>]() }
      var convoy = Convoy(
        of: Array(rules[groups]), from: Array(starts[groups]), on: surface, by: schedule,
        steps: 50, stepsAPage: stepsAPage)
      convoy.drive { seen in
        for step in seen.page {
          for group in paths.indices {
            paths[group].append(seen.place(ofGroup: group, after: step))
          }
        }
      }
      return paths
    }
    // In pages that do not come out even.
    let together = paths(0..<5, stepsAPage: 13)
    for group in 0..<5 {
      let alone = paths(group..<group + 1, stepsAPage: 50)[0]
      #expect(together[group].count == 50)
      #expect("\(together[group])" == "\(alone)", "group \(group)")
    }
  }

  @Test(arguments: surfaces)
  func `a race gone back and forth is the race driven straight`(name: String) throws {
    let surface = try surface(name)
    for rules in [Catalog.optimizers.prefix(9), Catalog.optimizers.dropFirst(9)] {
      var cars = rules.map {
        Car(name: $0.about.name, rule: Lineup.suited($0, to: surface), sampling: .init(noise: 0.1))
      }
      cars[1].schedule.change(to: .cosine)
      let race = Race(surface: surface, cars: cars, start: surface.about.start, seed: 9)
      var straight = race
      for _ in 0..<90 { straight.step() }
      var timeline = Timeline(race)
      for tick in [150, 7, 64, 130, 90] { timeline.seek(to: tick) }
      #expect("\(timeline.race.drivers.map(\.position))" == "\(straight.drivers.map(\.position))")
      #expect(timeline.race.drivers.map(\.evaluations) == straight.drivers.map(\.evaluations))
    }
  }

  @Test(arguments: Catalog.optimizers)
  func `NaN stays put, and disturbs no other lane`(rule: any Optimizer) throws {
    let surface = try surface("himmelblau")
    let rule = Lineup.suited(rule, to: surface)
    let start = surface.about.start
    var xs = Lanes(repeating: start.x)
    xs[3] = .nan
    var convoy = Convoy(
      of: [rule], from: [Point(xs, Lanes(repeating: start.y))], on: surface, steps: 20)
    convoy.drive()
    let ends = convoy.places[0]
    #expect(!Point(ends.x[3], ends.y[3]).isFinite)
    var particle = rule.particle(at: start)
    for _ in 0..<20 {
      var objective = Objective<Double>(surface)
      particle.step(on: &objective)
    }
    #expect(Point(ends.x[4], ends.y[4]) == particle.position)
  }

  @Test(arguments: surfaces)
  func `GD, Momentum and NAG drive the same way on a turned surface, turned`(name: String) throws {
    let surface = try surface(name)
    for rule in ["gd", "momentum", "nesterov"] {
      let rule = Lineup.suited(try #require(Catalog.optimizer(named: rule)), to: surface)
      for degrees in [30.0, 90] {
        let turned = surface.turned(by: degrees, scaledBy: 1)
        var one = rule.particle(at: surface.about.start)
        var other = rule.particle(at: turned.about.start)
        for step in 0..<12 {
          let place = turned.image(of: one.position)
          let scale = max(1, abs(place.x), abs(place.y))
          #expect(
            place.offset(from: other.position).length <= 1e-8 * scale,
            "\(rule.about.name), \(degrees)°, step \(step)")
          var objective = Objective<Double>(surface)
          one.step(on: &objective)
          objective = Objective<Double>(turned)
          other.step(on: &objective)
        }
      }
    }
  }

  @Test func `a turn takes the axes away from a rule that works axis by axis`() throws {
    let surface = try surface("ravine")
    let turned = surface.turned(by: 45, scaledBy: 1)
    func loss(_ surface: any Surface) throws -> Double {
      let rule = Lineup.suited(try #require(Catalog.optimizer(named: "adam")), to: surface)
      var race = Race(
        surface: surface, cars: [Car(name: "adam", rule: rule)], start: surface.about.start,
        seed: 1)
      for _ in 0..<60 { race.step() }
      return race.drivers[0].loss
    }
    #expect(try loss(turned) != loss(surface))
  }

  @Test(arguments: surfaces, [15.0, 45, 90])
  func `the labels of a turned and scaled surface are right`(name: String, degrees: Double) throws {
    let turned = try surface(name).turned(by: degrees, scaledBy: 3)
    for point in turned.about.criticalPoints where point.form == .smooth {
      let check = CriticalPointCheck(point, on: turned)
      let bend = max(abs(check.eigenvalues.least), abs(check.eigenvalues.greatest))
      #expect(check.slope <= 1e-11 * max(1, bend) && !check.faults.contains(.curvature))
      #expect(abs(check.value - point.value) <= 1e-11 * max(1, abs(point.value)))
    }
    #expect(turned.about.window.x.contains(turned.about.start.x))
    #expect(turned.about.window.y.contains(turned.about.start.y))
    #expect(turned.value(at: turned.about.start).isFinite)
  }
}
