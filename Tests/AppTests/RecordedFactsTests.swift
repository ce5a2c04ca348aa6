import App
import Descent
import Drawing
import Files
import FoundationEssentials
import Reports
import Testing
import Texts

/// Races in which recorded paths drive along.
struct RecordedFactsTests {
  private static let sample = ["x,y,loss,step", "2,1,5.5,0", "1,1,2,1", "0,0,0,4"]
    .joined(separator: "\n")

  /// - Parameter lines: of the race file, beside those of the paths.
  private func race(
    _ lines: String = "surface = \"bowl\"\ncars = [\"gd:lr=0.1\"]\nstart = [3, 3]",
    _ body: (Model, RaceSetup) throws -> Void
  ) throws {
    try withFolder(["adam.csv": Self.sample, "own.csv": Self.sample]) { folder in
      let paths = "paths = [\"\(folder)/adam.csv\", \"\(folder)/own.csv\"]\n"
      let file = RaceFile(paths + lines, file: "r.toml")
      #expect(file.errors.isEmpty)
      let setup = try RaceSetup(file.request)
      var model = Model(setup, strings: Strings("en"), themes: [.night], theme: .night)
      model.isPlaying = false
      model.size = Size(140, 42)
      try body(model, setup)
    }
  }

  private func text(of model: Model) -> String {
    Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
  }

  @Test func `cars of paths come last, under their files' names, and two alike get numbers`() throws
  {
    try race { model, setup in
      #expect(setup.cars.map(\.name) == ["gd", "adam", "own"])
      #expect(model.race.drivers.map(\.position) == [Point(3, 3), Point(2, 1), Point(2, 1)])
    }
    try race("surface = \"bowl\"\ncars = [\"adam\"]") { _, setup in
      #expect(setup.cars.map(\.name) == ["adam", "adam-2", "own"])
      // Nobody has said where to start: where the first path does.
      #expect(setup.start == Point(2, 1))
    }
    try race("surface = \"bowl\"\nnoise = 0.5") { _, setup in
      #expect(setup.cars.map(\.name) == ["adam", "own"] && setup.steps(orElse: 200) == 4)
      #expect(setup.cars.allSatisfy { $0.sampling.noise == 0 })
    }
  }

  @Test func `what w writes opens as the same race, with forks and paths`() throws {
    try race { model, _ in
      let model = model.after(.step(by: 2), .fork, .close, .step(by: 3), .focusNext)
      #expect(model.race.cars.map(\.name) == ["gd", "adam", "own", "gd-2"])
      let text = RaceFile.text(of: model)
      let file = RaceFile(text, file: "r.toml")
      #expect(file.errors.isEmpty, "\(text)")
      var again = Model(
        try RaceSetup(file.request), strings: Strings("en"), themes: [.night], theme: .night)
      again.follow(file)
      _ = update(&again, .step(by: try #require(file.steps)))
      #expect(again.race.cars.map(\.name) == ["gd", "gd-2", "adam", "own"])
      #expect(Set(again.positions) == Set(model.positions))
      #expect(RaceFile.text(of: again) == text)
    }
  }

  @Test func `columns are written too, and a race of paths alone has no line of cars`() throws {
    try race("surface = \"bowl\"\npath-columns = \"y,x,,step\"") { model, _ in
      #expect(model.race.drivers[0].position == Point(1, 2))
      let text = RaceFile.text(of: model)
      #expect(text.contains("path-columns = \"y,x,,step\"\n") && !text.contains("cars = "))
      let again = try RaceSetup(RaceFile(text, file: "r.toml").request)
      #expect(again.cars.map(\.path) == model.race.cars.map(\.path))
    }
  }

  @Test func `the race ends when the last path does`() throws {
    try race("surface = \"bowl\"") { model, _ in
      #expect(!model.after(.step(by: 3)).timeline.hasEnded(for: [0, 1]))
      let finishes = model.after(.step(by: 4)).timeline.finishes(of: [0, 1], by: .steps)
      #expect(finishes?.map(\.step) == [4, 4] && finishes?.map(\.asked) == [0, 0])
      #expect(finishes?.allSatisfy { $0.manner == .rests } == true)
    }
  }

  @Test func `the panel and the card say what it is, where it starts and how its losses differ`()
    throws
  {
    try race { model, _ in
      let shown = text(of: model.after(.focusNext, .show(.overlay)))
      #expect(shown.contains("recorded path, 3 points, steps 0–4"))
      #expect(shown.contains("It has a start of its own: (2, 1)."))
      // The heights are 5, 2 and 0.
      #expect(shown.contains("differs from the") && shown.contains("0.5 at most"))
      let card = text(of: model.after(.focusNext, .toggleCards))
      #expect(card.contains("A path that somebody recorded") && card.contains("0.167 on average"))
    }
  }

  @Test(arguments: [MapView.basins, .map, .focus])
  func `a view that has nothing to ask of it says so in a line`(view: MapView) throws {
    try race("surface = \"bowl\"") { model, _ in
      let model = model.after(.show(view))
      let shown = text(of: model)
      #expect(shown.contains(view == .focus ? "where it went is known" : "no rule, no rate"))
      #expect(model.labJobs.isEmpty)
    }
  }

  @Test func `no key changes a path, and each says why`() throws {
    try race { model, _ in
      let model = model.after(.focusNext)
      let messages: [Message] = [
        .fork, .edit(.toggle), .lab(.moveRate(1)), .lab(.race(.same)), .nextSurface,
      ]
      for message in messages {
        let after = model.after(message)
        #expect(after.notice?.contains("adam") == true && after.isWarning, "\(message)")
        #expect(after.race.cars.count == 3 && after.surface.about.name == "bowl")
      }
      // The editor of another car is open when the focus comes here.
      let open = model.after(.focusPrevious, .edit(.toggle), .focusNext)
      #expect(open.chosenSetting == nil && text(of: open).contains("adam is a recorded path"))
      #expect(open.after(.edit(.adjust(up: true, isWide: false))).positions == open.positions)
    }
  }

  @Test func `best rates are those of the cars that have one`() throws {
    try race { model, _ in
      var model = model.after(.lab(.race(.best)))
      let jobs = model.labJobs
      #expect(jobs.count == 1)
      jobs[0].run(tell: { model.take(.lab(.found(jobs[0].task, $0))) }, while: { true })
      #expect(!model.lab.awaitsBestRates && model.race.cars[0].rule.rate != 0.1)
      #expect(model.race.cars[1].path != nil)
    }
  }

  @Test func `a turned surface has its paths turned, in every theme's and set's marks`() throws {
    try race { model, _ in
      let turned = model.after(.turnSurface(by: 15), .step(by: 1))
      #expect(turned.positions[1] == turned.surface.image(of: Point(1, 1)))
      var plain = turned.after(.show(.overlay))
      #expect(text(of: plain).contains("◇"))
      plain.rendition.glyphs = .ascii
      #expect(text(of: plain).contains(/\d 2 adam/))
    }
  }

  @Test func `a run tells of each path what must be known`() throws {
    try race { _, setup in
      let report = RunReport(setup, steps: 4, strings: Strings("en"))
      #expect(
        report.notes.prefix(2) == [
          "note: adam: It has a start of its own: (2, 1).",
          "note: adam: Its recorded loss differs from the landscape's height by 0.5 at most "
            + "(step 0), by 0.167 on average.",
        ])
      var rows: [String] = []
      report.writeSteps(as: .csv, every: 1, to: { rows.append($0) })
      #expect(
        rows.filter { $0.hasPrefix("adam,") } == [
          "adam,0,2.0,1.0,5.0\n", "adam,1,1.0,1.0,2.0\n", "adam,2,1.0,1.0,2.0\n",
          "adam,3,1.0,1.0,2.0\n", "adam,4,0.0,0.0,0.0\n",
        ])
      #expect(report.table().contains("recorded path, 3 points, steps 0–4"))
    }
  }

  @Test func `an array holds every step of every car, NaN after a crash`() throws {
    var request = RaceRequest()
    request.surface.name = Asked("bowl")
    request.cars = [try CarSpec("gd:lr=0.25"), try CarSpec("gd:lr=1e200")]
    request.start = Asked(Point(4, -8))
    var bytes: [UInt8] = []
    try RunReport(try RaceSetup(request), steps: 5, strings: Strings("en"))
      .writeArray(every: 2, to: { bytes += $0 })
    // What the reader of grids reads has two dimensions.
    let header = String(decoding: bytes.prefix(128), as: UTF8.self)
    #expect(header.contains("'descr': '<f8', 'fortran_order': False, 'shape': (3, 2, 3), }"))
    let samples = bytes.dropFirst(bytes.count - 3 * 2 * 3 * 8)
    #expect((bytes.count - samples.count) % 64 == 0)
    let numbers = stride(from: samples.startIndex, to: samples.endIndex, by: 8).map { place in
      Double(
        bitPattern: samples[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    #expect(numbers[0..<6] == [4, -8, 80, 4, -8, 80] && numbers[6..<9] == [1, -2, 5])
    #expect(numbers[12..<15] == [0.25, -0.5, 0.3125])
    #expect(numbers[15..<18].allSatisfy { $0.isNaN })
  }

  @Test func `what is wrong is told at its place`() throws {
    try race { model, _ in
      func fault(_ lines: String) -> String? {
        let file = RaceFile(lines, file: "r.toml")
        if let error = file.errors.first { return Strings("en").describe(error) }
        do {
          _ = try RaceSetup(file.request)
          return nil
        } catch { return Strings("en").describe(error) }
      }
      let path = model.paths[0].file.value
      #expect(fault("paths = \"a.csv\"")?.hasPrefix("r.toml:1: paths: found") == true)
      #expect(fault("path-columns = \"x,y\"")?.contains("path-columns needs paths") == true)
      #expect(
        fault("paths = [\"\(path)\"]\npath-columns = \"x\"")?
          .hasPrefix("r.toml:2: path-columns: found \"x\"; expected names of columns X,Y") == true)
      #expect(
        fault("paths = [\"none.csv\"]")?.contains("none.csv: there is no such file") == true)
      #expect(
        fault("grid = \"crater\"\nextent = [3, 4, 3, 4]\npaths = [\"\(path)\"]")?
          .contains("begins at (2, 1), where the landscape has no height") == true)
      let many = Array(repeating: "\"\(path)\"", count: 10).joined(separator: ", ")
      #expect(fault("paths = [\(many)]")?.contains("found 10 cars; expected at most 9") == true)
      #expect(
        fault(
          "paths = [\"\(path)\"]\n[[change]]\nstep = 1\ncar = \"adam\"\nsettings = \"noise=1\"")?
          .contains("there is no car \"adam\"") == true)
    }
  }

  @Test func `the sample's paths lie on its plane, and come down it`() throws {
    let setup = try RaceSetup(RaceFile(path: "digits-paths").request)
    #expect(setup.cars.map(\.name) == ["digits-sgd", "digits-adam"] && setup.notes.isEmpty)
    var timeline = setup.timeline
    timeline.seek(to: 300)
    for (path, car) in zip(timeline.trajectories, setup.cars) {
      #expect(path.x.count == 301 && car.path?.losses?.count == 301)
      #expect(path.loss[300] < path.loss[0] / 10)
    }
  }
}
