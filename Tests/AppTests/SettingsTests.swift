import App
import Descent
import Drawing
import Files
import Testing

struct SettingsTests {
  private func car(_ spec: String, on surface: String = "bowl") throws -> Car {
    try CarSpec.cars([spec], on: #require(Catalog.surface(named: surface)))[0]
  }

  @Test func `settings are written as the command line takes them`() throws {
    let bowl = try #require(Catalog.surface(named: "bowl"))
    #expect(try car("gd:lr=0.05").settingsText(on: bowl) == "lr=0.05")
    #expect(
      try car("momentum:lr=1e-5,noise=0.50").settingsText(on: bowl)
        == "lr=1e-5,momentum=0.9,noise=0.5")
  }

  @Test(arguments: Catalog.optimizers.map(\.about.name))
  func `what is written is read back as the same car`(rule: String) throws {
    let bowl = try #require(Catalog.surface(named: "bowl"))
    let one = try car("\(rule):lr=0.037,noise=0.25")
    let other = try car("\(rule):\(one.settingsText(on: bowl))")
    #expect(one.rule.settings == other.rule.settings)
    #expect(one.sampling.noise == other.sampling.noise)
  }

  @Test func `a batch is written where there are data, no larger than they are`() throws {
    let line = try LeastSquares(
      Samples(inputs: [1, 2, 3, 4], targets: [1, 2, 2, 3]), standardised: false)
    let bowl = try #require(Catalog.surface(named: "bowl"))
    let car = try CarSpec.cars(["gd:lr=0.1,batch=2", "sgd:lr=0.1", "gd:lr=0.1"], on: line)
    #expect(
      car.map { $0.settingsText(on: line) } == ["lr=0.1,batch=2", "lr=0.1,batch=4", "lr=0.1"])
    #expect(car[0].settingsText(on: bowl) == "lr=0.1")
  }

  @Test func `the rate is written in the formula's symbol`() throws {
    #expect(try car("adam:lr=0.002").rateText(at: 9) == "η 0.002")
    #expect(
      try car("adam:lr=0.5,schedule=inverse,schedule-steps=9").rateText(at: 9) == "η 0.25 inverse")
  }

  @Test func `SGD is stochastic in name alone unless it samples or has noise`() throws {
    let bowl = try #require(Catalog.surface(named: "bowl"))
    let line = try LeastSquares(
      Samples(inputs: (0..<20).map(Double.init), targets: (0..<20).map(Double.init)),
      standardised: true)
    #expect(try car("sgd").isStochasticInName(on: bowl))
    #expect(try !car("sgd:noise=0.1").isStochasticInName(on: bowl))
    #expect(try !car("gd").isStochasticInName(on: bowl))
    #expect(try !CarSpec.cars(["sgd"], on: line)[0].isStochasticInName(on: line))
    #expect(try CarSpec.cars(["sgd:batch=20"], on: line)[0].isStochasticInName(on: line))
  }
}

@Suite struct SaidNumberTests {
  @Test func `what was typed is said as it was, what was worked out without negligible digits`() {
    let texts: [(Double, String)] = [
      (3.3000000000000003, "3.3"), (0.5499999999999998, "0.55"),
      (0.0021544346900318825, "0.00215443"), (0.1, "0.1"), (-2.05, "-2.05"), (1e-8, "1e-8"),
      (0.036571428571414474, "0.0365714"), (1234567, "1234567"), (0, "0"),
    ]
    for (number, text) in texts { #expect(NumberText.said(number) == text) }
  }
}
