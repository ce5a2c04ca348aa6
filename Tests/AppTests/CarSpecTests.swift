import App
import Descent
import Files
import Testing
import Texts

struct CarSpecTests {
  private let bowl = Catalog.surface(named: "bowl")!

  private func settings(_ car: Car) -> [String] {
    car.rule.settings.map { "\($0.name)=\($0.valueText)" }
  }

  @Test func `cars given twice get distinct names`() throws {
    let cars = try CarSpec.cars(["adam", "gd", "adam:lr=1", "Adam", "NAG", "nesterov"], on: bowl)
    #expect(cars.map(\.name) == ["adam", "gd", "adam-2", "adam-3", "nesterov", "nesterov-2"])
  }

  @Test func `without specifications the standard lineup drives`() throws {
    let cars = try CarSpec.cars([], on: bowl)
    #expect(cars.map(\.name) == Lineup.standard(on: bowl).map(\.name))
  }

  @Test func `a rate that is not given is the surface's`() throws {
    for name in ["gd", "adam", "adadelta"] {
      let rule = try #require(Catalog.optimizer(named: name))
      let car = try CarSpec.cars([name], on: bowl)[0]
      #expect(car.rule.rate == Lineup.suited(rule, to: bowl).rate)
    }
  }

  @Test func `settings are set, underscores and capitals accepted, the last of two kept`() throws {
    let car = try CarSpec.cars(
      ["adam:lr=0.05,BETA2=0.99,eps=1e-6,lr=0.07,noise=0.5"], on: bowl)[0]
    #expect(settings(car).starts(with: ["lr=0.07", "beta1=0.9", "beta2=0.99", "eps=1e-6"]))
    #expect(car.sampling.noise == 0.5)
    #expect(car.sampling.batch == nil)
    #expect(try CarSpec.cars(["gd:batch=3"], on: bowl)[0].sampling.batch == 3)
    let words = try CarSpec.cars(["rmsprop:eps_placement=inside_sqrt"], on: bowl)[0]
    #expect(settings(words).contains("eps-placement=inside-sqrt"))
  }

  @Test func `a dialect brings its library's defaults, wherever it stands`() throws {
    let cars = try CarSpec.cars(
      [
        "rmsprop:dialect=torch", "rmsprop:lr=0.2,dialect=torch", "adagrad:dialect=optax",
        "adam:eps_root=1e-4,dialect=optax",
      ], on: bowl)
    #expect(settings(cars[0]).starts(with: ["lr=0.01", "decay=0.99", "eps=1e-8"]))
    #expect(settings(cars[1]).starts(with: ["lr=0.2", "decay=0.99", "eps=1e-8"]))
    #expect(settings(cars[2]).contains("initial-accumulator=0.1"))
    #expect(cars[2].rule.rate == bowl.about.rates.ofLength)
    #expect(settings(cars[3]).contains("eps-root=0.0001"))
    let error = try #require(throws: Fault.self) {
      try CarSpec.cars(["adam:eps_root=1e-4"], on: bowl)
    }
    #expect(Strings("en").describe(error).contains("there is no setting \"eps_root\""))
  }

  @Test func `a colon or a comma too many is harmless`() throws {
    #expect(settings(try CarSpec.cars(["gd:"], on: bowl)[0]).count == 2)
    #expect(settings(try CarSpec.cars(["gd:lr=0.5,"], on: bowl)[0])[0] == "lr=0.5")
  }

  @Test(arguments: [
    (
      "adma",
      """
      there is no optimizer "adma"; did you mean "adam"? Expected: one of 22 names, such as adam, \
      adamax, adamw, gd, nadam
      """
    ),
    (
      "",
      "there is no optimizer \"\"; expected one of 22 names, such as gd, cg, sgd, adam, lion"
    ),
    ("gd:fast", "car \"gd\": \"fast\" is not a setting; expected NAME=VALUE"),
    (
      "gd:Rate_1=3",
      "car \"gd\": there is no setting \"Rate_1\"; expected one of lr, dialect, batch, noise, "
        + "schedule, schedule-steps, schedule-factor"
    ),
    (
      "gd:bacth=3",
      """
      car "gd": there is no setting "bacth"; did you mean "batch"? Expected: one of lr, dialect, \
      batch, noise, schedule, schedule-steps, schedule-factor
      """
    ),
    ("gd:lr=fast", "car \"gd\": lr is \"fast\"; expected a number, x > 0"),
    ("gd:lr=", "car \"gd\": lr is \"\"; expected a number, x > 0"),
    ("gd:lr=0x1", "car \"gd\": lr is \"0x1\"; expected a number, x > 0"),
    ("gd:lr=inf", "car \"gd\": lr is \"inf\"; expected a number, x > 0"),
    ("gd:lr=nan", "car \"gd\": lr is \"nan\"; expected a number, x > 0"),
    ("gd:lr=1e999", "car \"gd\": lr is 1e999; expected x > 0"),
    ("gd:lr=-1", "car \"gd\": lr is -1; expected x > 0"),
    ("adam:beta1=1", "car \"adam\": beta1 is 1; expected 0 ≤ x < 1"),
    ("gd:batch=0", "car \"gd\": batch is \"0\"; expected a whole number of at least 1"),
    ("gd:batch=1.5", "car \"gd\": batch is \"1.5\"; expected a whole number of at least 1"),
    ("gd:noise=-1", "car \"gd\": noise is \"-1\"; expected a finite number of at least 0"),
    ("gd:noise=inf", "car \"gd\": noise is \"inf\"; expected a finite number of at least 0"),
  ])
  func `a bad specification gets one clear line`(spec: String, message: String) throws {
    let error = try #require(throws: Fault.self) { try CarSpec.cars([spec], on: bowl) }
    #expect(Strings("en").describe(error) == message)
  }

  @Test func `there are at most nine cars`() throws {
    #expect(try CarSpec.cars(Array(repeating: "gd", count: 9), on: bowl).count == 9)
    let error = try #require(throws: Fault.self) {
      try CarSpec.cars(Array(repeating: "gd", count: 10), on: bowl)
    }
    #expect(Strings("en").describe(error) == "found 10 cars; expected at most 9")
  }
}
