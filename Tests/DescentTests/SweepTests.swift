import Descent
import Testing

@Suite struct SweepTests {
  @Test func `an axis meets both of its ends, at equal distances or equal ratios`() {
    let plain = Sweep.Axis("momentum", from: 0, to: 0.9, count: 4, isLogarithmic: false).values
    #expect(plain.first == 0 && plain.last == 0.9 && plain.count == 4)
    #expect(abs(plain[1] - 0.3) < 1e-15 && abs(plain[2] - 0.6) < 1e-15)
    let ratios = Sweep.Axis("lr", from: 1e-4, to: 1, count: 5, isLogarithmic: true).values
    #expect(ratios.first == 1e-4 && ratios.last == 1)
    for (a, b) in zip(ratios, ratios.dropFirst()) { #expect(abs(b / a - 10) < 1e-12) }
    #expect(Sweep.Axis("lr", from: 3, to: 9, count: 1, isLogarithmic: true).values == [3])
  }

  @Test func `the numbers of an axis are as short as tells them apart`() {
    func values(_ first: Double, _ last: Double, _ count: Int, log: Bool = false) -> [Double] {
      Sweep.Axis("lr", from: first, to: last, count: count, isLogarithmic: log).values
    }
    #expect(values(0, 1, 11) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(values(0.1, 3.3, 3) == [0.1, 1.7, 3.3])
    #expect(values(1e-4, 1, 4, log: true) == [1e-4, 0.00215, 0.0464, 1])
    #expect(values(0, 1, 4) == [0, 0.33, 0.67, 1] && values(1, 0, 4) == [1, 0.67, 0.33, 0])
    for (first, last, log) in [(0, 0.99, false), (1e-5, 10, true), (0.2, 0.21, false)] {
      for count in [2, 7, 64, 121, 400] {
        let values = values(first, last, count, log: log)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(values.allSatisfy { "\($0)".count <= 9 }, "\(values)")
      }
    }
  }

  @Test func `a number is said in so many digits, and reads back as just those`() {
    #expect(said(0.0021544346900318825, digits: 3) == 0.00215)
    #expect(
      said(3.3000000000000003, digits: 2) == 3.3 && said(0.5499999999999998, digits: 4) == 0.55)
    #expect(said(999.7, digits: 3) == 1000 && said(1e-200 * 1.23456, digits: 2) == 1.2e-200)
    #expect(
      multiple(of: 5, -1, nearestTo: 3.3) == 3.5 && multiple(of: 1, -1, nearestTo: -0.3) == -0.3)
    #expect([1.0, 9.99, 10, 0.1, 1000, 999.9999].map(decimalExponent) == [0, 0, 1, -1, 3, 2])
    let window = Window(x: -4...4, y: -2...2)
    let place = window.said(Point(1.0 / 3, -0.5499999999999998))
    #expect(place == Point(0.333, -0.55))
  }

  @Test func `combinations count like an odometer, each with its own settings`() throws {
    let surface = try #require(Catalog.surface(named: "bowl"))
    let rule = try #require(Catalog.optimizer(named: "momentum"))
    let sweep = Sweep(
      of: Car(name: "momentum", rule: rule), on: surface,
      axes: [Sweep.Axis("lr", [0.1, 0.2]), Sweep.Axis("momentum", [0, 0.5, 0.9])],
      starts: [surface.about.start], steps: 20, seed: 7)
    #expect(sweep.count == 6)
    #expect(
      (0..<6).map(sweep.values)
        == [[0.1, 0], [0.1, 0.5], [0.1, 0.9], [0.2, 0], [0.2, 0.5], [0.2, 0.9]])
    let outcomes = try sweep.outcomes(0..<6)
    for cell in 0..<6 {
      let car = try sweep.car(cell)
      #expect(
        [car.rule.rate, car.rule.number("momentum")] == sweep.values(cell).map(Optional.some))
      let race = Trial(of: car, on: surface, steps: 20, seed: 7)
      #expect("\(outcomes[cell][0])" == "\(race.outcomes(from: [surface.about.start])[0])")
    }
  }

  @Test func `the best rate brings most starts to a lowest minimum, in the fewest steps`() throws {
    let surface = try #require(Catalog.surface(named: "bowl"))
    let car = Car(name: "gd", rule: try #require(Catalog.optimizer(named: "gd")))
    let strip = RateStrip(
      RateStrip.trials(
        of: car, at: RateStrip.rates, on: surface, from: surface.about.start, steps: 300, seed: 7))
    let best = try #require(strip.best)
    // On a parabola alike in every direction the best rate goes to the bottom in one step.
    let curvature = surface.jet(at: surface.about.start).hessian.eigenvalues
    #expect(curvature.least == curvature.greatest)
    #expect(abs(best * curvature.greatest - 1) < 0.13, "\(best)")
    #expect(strip.trials[RateStrip.index(of: best)].arrived == RateStrip.starts)
    #expect(RateStrip.rates.first == 1e-5 && RateStrip.rates.last == 10)
    #expect(RateStrip(strip.trials.map { _ in strip.trials[0] }).best == nil)
  }
}
