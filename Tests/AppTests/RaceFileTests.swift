import App
import Descent
import Files
import Foundation
import Testing
import Texts

struct RaceFileTests {
  private func faults(_ text: String) -> [String] {
    RaceFile(text, file: "r.toml").errors.map { Strings("en").describe($0) }
  }

  private func setup(_ text: String) throws -> RaceSetup {
    let file = RaceFile(text, file: "r.toml")
    #expect(file.errors.isEmpty)
    return try RaceSetup(file.request)
  }

  @Test func `a file says all that flags can say`() throws {
    let text = """
      formula = "x^2 + 4 y^2"
      window = [-3, 3, -2, 2]
      rotate = 30
      scale = 2
      cars = ["adam:lr=0.1", "gd"]
      starts = [[1, 1], [2, -1]]
      seed = 5
      noise = 0.5
      steps = 40
      view = "overlay"
      by = "gradients"
      speed = 10
      paused = true
      focus = "gd"
      """
    let file = RaceFile(text, file: "r.toml")
    #expect(file.errors.isEmpty)
    let setup = try RaceSetup(file.request)
    #expect(setup.surface.about.turnedBy == 30 && setup.surface.about.scaledBy == 2)
    #expect(setup.cars.map(\.sampling.noise) == [0.5, 0.5] && setup.seed == 5)
    #expect(setup.start == Point(1, 1) && file.starts == [Point(2, -1)])
    #expect(setup.atEach(of: file.starts).map(\.start) == [Point(1, 1), Point(2, -1)])
    var model = Model(setup, strings: Strings("en"), themes: [.night], theme: .night)
    model.follow(file)
    #expect(model.view == .overlay && model.yardstick == .gradients && !model.isPlaying)
    #expect(model.speed.stepsPerSecond == 10 && model.focus == 1)
    // R goes round the file's starts.
    #expect(model.after(.randomStart).race.start == Point(2, -1))
    #expect(model.after(.randomStart, .randomStart).race.start == Point(1, 1))
  }

  @Test func `changes are made at their steps`() throws {
    let setup = try setup(
      """
      surface = "bowl"
      cars = ["gd:lr=0.1"]
      start = [1, 0]
      [[change]]
      step = 3
      car = "gd"
      settings = "lr=0.25"
      """)
    var timeline = setup.timeline
    var x = 1.0
    for step in 1...6 {
      x -= (step <= 3 ? 0.1 : 0.25) * (2 * x)
      timeline.seek(to: step)
      #expect(timeline.race.drivers[0].position.x == x)
    }
    timeline.seek(to: 2)
    #expect(timeline.race.cars[0].rule.rate == 0.1)
  }

  @Test(arguments: [
    "himmelblau", "ravine",
  ])
  func `what w writes opens as the same race`(surface: String) throws {
    var model = try model(surface: surface, cars: ["momentum", "adam", "sgd:noise=0.3", "rprop"])
    model = model.after(
      .step(by: 20), .focusNext, .edit(.toggle), .edit(.adjust(up: true, isWide: false)),
      .step(by: 10), .fork, .step(by: 5), .edit(.adjust(up: false, isWide: true)), .step(by: 9),
      .show(.overlay), .nextYardstick)
    let text = RaceFile.text(of: model)
    let file = RaceFile(text, file: "r.toml")
    #expect(file.errors.isEmpty, "\(text)")
    let setup = try RaceSetup(file.request)
    var again = Model(setup, strings: Strings("en"), themes: [.night], theme: .night)
    again.follow(file)
    _ = update(&again, .step(by: try #require(file.steps)))
    #expect(
      again.race.tick == model.race.tick
        && again.race.cars.map(\.name) == model.race.cars.map(\.name))
    #expect(again.race.drivers.map(\.position) == model.race.drivers.map(\.position))
    #expect(again.race.cars.map(\.rule.settings) == model.race.cars.map(\.rule.settings))
    #expect(again.view == model.view && again.yardstick == model.yardstick)
    #expect(RaceFile.text(of: again) == text)
  }

  @Test func `a turned surface and a formula are written too`() throws {
    var request = RaceRequest()
    request.surface.formula = Asked("x^2 + \"y\"")
    #expect(throws: Fault.self) { try RaceSetup(request) }
    request.surface.formula = Asked("x^2 + 3|y| + 0.1")
    request.surface.window = try Asked(window: ".5, 3,-1,1", flag: "--window")
    let setup = try RaceSetup(request)
    let model = Model(setup, strings: Strings("en"), themes: [.night], theme: .night)
      .after(.turnSurface(by: 15))
    let text = RaceFile.text(of: model)
    let file = RaceFile(text, file: "r.toml")
    #expect(file.errors.isEmpty, "\(text)")
    let again = try RaceSetup(file.request)
    #expect(again.surface.about.turnedBy == 15 && again.start == model.race.start)
    #expect(again.surface.about.formula == "x^2 + 3|y| + 0.1")
  }

  @Test func `what is done with rows without a value is said and written`() throws {
    let data = "data = \"iris.csv\"\nx = \"petal_length_cm\"\ny = \"petal_width_cm\"\n"
    for (line, missing) in [
      ("", .drop), ("missing = \"drop\"", .drop), ("missing = \"error\"", .error),
    ] as [(String, DataFile.Missing)] {
      let file = RaceFile(data + line, file: "r.toml")
      #expect(file.errors.isEmpty && file.request.surface.data?.missing == missing)
      let model = Model(
        try RaceSetup(file.request), strings: Strings("en"), themes: [.night], theme: .night)
      #expect(
        RaceFile.text(of: model).contains("missing = \"error\"\n") == (missing == .error))
    }
    #expect(
      faults(data + "missing = \"skip\"")
        == ["r.toml:4: missing: found \"skip\"; expected one of drop, error"])
  }

  @Test(arguments: [
    ("surface = 3", "r.toml:1: surface: found 3; expected"),
    ("rotat = 3", "r.toml:1: rotat: there is no such setting"),
    ("\nstart = [1]", "r.toml:2: start: found [1]"),
    ("starts = [[1, 2], 3]", "r.toml:1: starts[2]: found 3"),
    ("view = \"top\"", "r.toml:1: view: found \"top\""),
    ("[[change]]\nstep = 0", "r.toml:2: change[1].step: found 0"),
    ("steps = -1", "r.toml:1: steps: found -1"),
    ("cars = []", "r.toml:1: cars: found []"),
  ])
  func `mistakes are told by their lines`(text: String, message: String) {
    let told = faults(text)
    #expect(told.contains { $0.hasPrefix(message) }, "\(told)")
  }

  @Test func `what the command line would refuse is told by its line too`() throws {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (text, place) in [
      ("seed = 1\ncars = [\n  \"gd\",\n  \"adma\",\n]", ":4: cars[2]: there is no optimizer"),
      ("formula = \"x +\"", ":1: formula: the formula ends here"),
      ("seed = 1\nrotate = 100", ":2: rotate: found 100; expected"),
      ("surface = \"bowl\"\nformula = \"x\"", ":2: formula: found both surface bowl and formula"),
      (
        "[[change]]\nstep = 1\ncar = \"x\"\nsettings = \"lr=1\"",
        ":3: change[1].car: there is no car"
      ),
    ] {
      let path = folder.appending(path: "r.toml").path()
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let error = try #require(throws: Fault.self) {
        try RaceSetup(RaceFile(path: path).request)
      }
      #expect(Strings("en").describe(error).contains("r.toml" + place), "\(text)")
    }
  }

  @Test func `a fault of a flag blames the flag, one of a file its line`() throws {
    let file = RaceFile("surface = \"bowl\"\nrotate = 400\n", file: "r.toml")
    #expect(
      file.errors.map(Strings("en").describe) == [
        "r.toml:2: rotate: found 400; expected a number of degrees from 0 to 90"
      ])
    // A start far outside, said by a flag beside a file without mistakes.
    var request = RaceFile("surface = \"bowl\"\nstart = [1, 1]\n", file: "r.toml").request
    request.start = try Asked(point: "1e200,0", flag: "--start")
    let fault = try #require(throws: Fault.self) { try RaceSetup(request) }
    #expect(fault.origin == .flag("--start"))
    #expect(Strings("en").describe(fault).hasPrefix("--start is \"1e200,0\", where the loss"))
    // The same place, said by the file.
    let far = RaceFile("surface = \"bowl\"\nstart = [1e200, 0]\n", file: "r.toml").request
    let own = try #require(throws: Fault.self) { try RaceSetup(far) }
    #expect(own.origin == .file("r.toml", line: 2, key: "start"))
  }

  @Test func `a fault of a file that a race names tells both places`() throws {
    let request = RaceFile(
      "data = \"none.csv\"\nx = \"a\"\ny = \"b\"\n", file: "r.toml"
    ).request
    let fault = try #require(throws: Fault.self) { try RaceSetup(request) }
    #expect(
      Strings("en").describe(fault).hasPrefix(
        "r.toml:1: data: none.csv: there is no such file; expected a CSV file"))
  }

  /// 20,000 race files with something broken in each: none ends the program.
  @Test func `broken race files are told or read`() throws {
    let whole = Array(
      RaceFile.text(of: try model(cars: ["adam", "gd"]).after(.step(by: 3))).utf8)
    var chance = Chance(state: 77)
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...3, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0...2, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 1...126, using: &chance)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: Array("[\"=]\n".utf8).shuffled(using: &chance), at: place)
        }
      }
      let file = RaceFile(String(decoding: bytes, as: UTF8.self), file: "r.toml")
      if file.errors.isEmpty, let setup = try? RaceSetup(file.request) {
        #expect(setup.cars.count <= 9)
      }
    }
  }
}

/// Tables that somebody's editor, disk or cat has been at.
struct DataFuzzTests {
  /// 60,000 texts; each is a surface or one error.
  @Test func `any table is read or refused`() {
    var chance = Chance(state: .random(in: 1...UInt64.max))
    let seed = chance.state
    let whole = Array("name,x,y\n\"a, b\",1,2\nb,2.5,4\n\"c \"\"d\"\"\",3,-1e3\nd,4,0\n".utf8)
    let strokes = Array("\",;\t\n\r\u{FEFF}e-+.0 nan".utf8)
    var read = 0
    for round in 0..<60_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0...3, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 1...127, using: &chance)
        case 1 where bytes.count > 1: bytes.remove(at: place)
        case 2: bytes.insert(strokes.randomElement(using: &chance)!, at: place)
        default: bytes.removeSubrange(max(1, place)...)
        }
      }
      var request = DataFile.Request(
        file: Asked("t.csv"), x: Asked("x"), y: Asked("y"), standardised: round % 2 == 0)
      request.model = round % 3 == 0 ? .logistic : .line
      do {
        let surface = try DataFile.read(request, from: bytes).surface
        #expect(surface.sampleCount >= 2, "round \(round) of seed \(seed)")
        read += 1
      } catch {
        let told = Strings("en").describe(error)
        #expect(
          told.hasPrefix("t.csv:") || told.hasPrefix("--"),
          "\(told), round \(round) of seed \(seed)")
      }
    }
    #expect(read > 1000)
  }
}
