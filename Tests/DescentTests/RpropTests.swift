import Descent
import Testing

@Suite struct RpropTests {
  private func path(_ settings: [String: String], steps: Int) throws -> [Double] {
    var rule = try #require(Catalog.optimizer(named: "rprop"))
    // A dialect sets all others to its defaults.
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) { try rule.set(name, to: value) }
    let surface = try #require(Catalog.surface(named: "bowl"))
    var race = Race(
      surface: surface, cars: [Car(name: "rprop", rule: rule)], start: Point(1, 1), seed: 1)
    return (0..<steps).map { _ in
      race.step()
      return race.drivers[0].position.x
    }
  }

  private func expect(_ found: [Double], _ expected: [Double]) {
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(found) \(expected)")
  }

  @Test func `torch keeps the first step within the limits too, the textbook and Optax do not`()
    throws
  {
    let settings = ["lr": "0.3", "step-max": "0.1"]
    expect(
      try path(settings.merging(["dialect": "torch"]) { $1 }, steps: 3), [0.9, 0.8, 0.7])
    expect(try path(settings, steps: 3), [0.7, 0.6, 0.5])
    expect(
      try path(settings.merging(["dialect": "optax"]) { $1 }, steps: 3), [1, 0.7, 0.6])
    let small = ["lr": "0.001", "step-min": "0.05", "eta-plus": "1"]
    expect(
      try path(small.merging(["dialect": "torch"]) { $1 }, steps: 2), [0.95, 0.9])
    expect(try path(small, steps: 2), [0.999, 0.949])
  }
}
