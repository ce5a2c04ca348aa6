import App
import Descent
import Files
import Testing
import Texts

struct RaceSetupTests {
  @Test func `without a word it is the first surface, its start and the standard lineup`() throws {
    let setup = try RaceSetup()
    let first = Catalog.surfaces[0]
    #expect(setup.surface.about.name == first.about.name)
    #expect(setup.start == first.about.start)
    #expect(setup.cars.map(\.name) == Lineup.standard(on: first).map(\.name))
    #expect(setup.carSpecs.isEmpty)
    #expect(setup.seed == RaceSetup.defaultSeed)
  }

  @Test func `the race is made of what was asked for`() throws {
    let race = try RaceSetup(
      surface: "Rotated_Ravine", cars: ["adam", "adam"], start: "-1.5, 2e-1", seed: 99
    ).race
    #expect(race.surface.about.name == "rotated-ravine")
    #expect(race.cars.map(\.name) == ["adam", "adam-2"])
    #expect(race.start == Point(-1.5, 0.2))
    #expect(race.seed == 99)
    #expect(race.tick == 0)
  }

  @Test(arguments: [
    "1", "1,2,3", "", ",", "a,b", "1,", "nan,1", "inf,0", "1e999,0", "1 2,3", "0x,1",
  ])
  func `a start is two finite numbers`(start: String) throws {
    let error = try #require(throws: Fault.self) { try RaceSetup(start: start) }
    #expect(
      Strings("en").describe(error)
        == "--start is \"\(start)\"; expected two finite numbers, x,y")
  }

  @Test func `a start where the loss overflows is refused`() throws {
    let error = try #require(throws: Fault.self) {
      try RaceSetup(surface: "rosenbrock", start: "1e200,0")
    }
    #expect(
      Strings("en").describe(error) == """
        --start is "1e200,0", where the loss is not a finite number; \
        expected a point nearer to the map
        """)
  }

  @Test func `a start outside the window is a start`() throws {
    #expect(try RaceSetup(surface: "bowl", start: "1000,-1000").start == Point(1000, -1000))
  }

  @Test func `an unknown surface gets the nearest`() throws {
    let error = try #require(throws: Fault.self) { try RaceSetup(surface: "rosenbrok") }
    let (told, count) = (Strings("en").describe(error), Catalog.surfaces.count)
    #expect(
      told.hasPrefix(
        "there is no surface \"rosenbrok\"; did you mean \"rosenbrock\"? Expected: one of "
          + "\(count) names, such as rosenbrock, "))
    #expect(told.count < 200)
  }

  @Test func `a batch needs data`() throws {
    let error = try #require(throws: Fault.self) {
      try RaceSetup(cars: ["gd", "sgd", "sgd:batch=4"])
    }
    #expect(
      Strings("en").describe(error) == """
        car "sgd-2": batch needs a surface with data; expected --data FILE.csv, \
        or noise=σ instead
        """)
  }

  @Test func `data and another surface exclude each other`() throws {
    let data = DataFile.Request(
      file: Asked("x.csv", from: .flag("--data")), x: Asked("a"), y: Asked("b"),
      standardised: false)
    let error = try #require(throws: Fault.self) {
      try RaceSetup(surface: "bowl", data: data)
    }
    #expect(
      Strings("en").describe(error)
        == "found both --surface bowl and --data x.csv; expected one of them")
    let missing = try #require(throws: Fault.self) {
      try RaceSetup(surface: "least_squares", data: data)
    }
    #expect(
      Strings("en").describe(missing)
        == "x.csv: there is no such file; expected a CSV file or one of the samples iris.csv, "
        + "anscombe-1.csv, braking.csv")
  }

  @Test func `errors are told in Korean too`() throws {
    let error = try #require(throws: Fault.self) { try RaceSetup(cars: ["adma"]) }
    #expect(
      Strings("ko").describe(error) == """
        "adma"라는 옵티마이저가 없습니다; 혹시 "adam"입니까? 쓸 수 있는 것 22개 가운데 가까운 것: \
        adam, adamax, adamw, gd, nadam
        """)
  }
}
