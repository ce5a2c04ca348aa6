import App
import Descent
import Drawing
import Files
import Testing
import Texts

/// Whatever the navigator says is recomputed here from the state of the race, and what it must not
/// leave unsaid is looked for.
struct NavigatorTests {
  /// Every rule at its defaults and with each of its named forms, some of them shown a noisy slope.
  private static let rules: [(rule: any Optimizer, noise: Double)] = {
    let forms = [
      ("eps-placement", "outside-sqrt"), ("bias-correction", "off"), ("bias-correction", "on"),
      ("form", "dozat"), ("dialect", "torch"), ("dialect", "optax"),
    ]
    var rules: [(rule: any Optimizer, noise: Double)] = []
    // Those that ask for no slope are watched below.
    for rule in Catalog.optimizers where rule.about.order != .zeroth {
      rules += [(rule, 0), (rule, 0.5)]
      for (name, word) in forms {
        var other = rule
        if (try? other.set(name, to: word)) != nil { rules.append((other, 0)) }
      }
    }
    return rules
  }()

  private static func surfaces() throws -> [any Surface] {
    try Catalog.surfaces + [
      RaceSetup(
        data: .init(
          file: Asked("iris.csv"), x: Asked("petal_length_cm"), y: Asked("petal_width_cm"),
          standardised: false)
      ).surface,
      // Undefined beyond x = 0, where no minimum holds a car back.
      FormulaSurface("sqrt(x) + y^2", window: Window(x: -1...3, y: -2...2)),
    ]
  }

  @Test func `every remark holds, and none is missing that must be said`() throws {
    var kinds: [String: Int] = [:]
    // One of a kind is enough to see what is wrong.
    var faults: [String: String] = [:]
    for (number, surface) in try Self.surfaces().enumerated() {
      // Some surfaces for long, the others for what comes soon.
      let steps = number % 4 == 1 ? 150 : 25
      for (rule, noise) in Self.rules {
        for (factor, start) in [(1, 0), (0.01, 1), (30, 0), (3, 2)] {
          let name = "\(rule.about.name), \(factor) × the rate, on \(surface.about.name)"
          let suited = Lineup.suited(rule, to: surface)
          let car = Car(
            name: rule.about.name, rule: suited.withRate(suited.rate * factor),
            sampling: Sampling(noise: noise))
          let place =
            start == 0
            ? surface.about.start : randomPoint(in: surface.about.window, seed: 5, draw: start)
          var witness = Witness(
            Race(surface: surface, cars: [car], start: place, seed: 11))
          for _ in 0..<steps where !witness.race.isOver && !witness.isTooFar {
            let remarks = Navigator.remarks(on: witness.race, car: 0)
            for remark in remarks {
              kinds[Self.kind(remark), default: 0] += 1
              if let fault = witness.fault(in: remark) {
                faults[Self.kind(remark)] =
                  "step \(witness.race.tick) of \(name): \(remark): \(fault)"
              }
            }
            if let missing = witness.missing(in: remarks) {
              faults[missing] = "step \(witness.race.tick) of \(name): \(missing) in \(remarks)"
            }
            witness.step()
          }
          if witness.race.isOver {
            let crash = try #require(witness.race.drivers[0].crash)
            #expect(Navigator.remarks(on: witness.race, car: 0) == [.crashed(crash)])
            kinds["crashed", default: 0] += 1
          }
        }
      }
    }
    for fault in faults.values { Issue.record("\(fault)") }
    // A rule that never spoke would have been tested by nothing.
    #expect(kinds.keys.sorted() == Self.examples.map(Self.kind).sorted())
  }

  @Test(arguments: ["nelder-mead", "cma-es"])
  func `of a rule that asks for no slope it never says what it felt`(name: String) throws {
    let surface = try #require(Catalog.surface(named: "himmelblau"))
    let rule = Lineup.suited(try #require(Catalog.optimizer(named: name)), to: surface)
    var race = Race(
      surface: surface, cars: [Car(name: name, rule: rule, sampling: Sampling(noise: 0.5))],
      start: surface.about.start, seed: 3)
    for _ in 0..<60 {
      for remark in Navigator.remarks(on: race, car: 0) {
        switch remark {
        case .noisy, .overshot(_, isFelt: true), .carrying: Issue.record("\(remark)")
        default: break
        }
      }
      race.step()
    }
  }

  /// The case's name.
  private static func kind(_ remark: Remark) -> String {
    String("\(remark)".prefix { $0 != "(" })
  }

  static let examples: [Remark] = {
    var race = Race(
      surface: Catalog.surfaces[0],
      cars: [Car(name: "gd", rule: Catalog.optimizers[0].withRate(1e100))],
      start: Point(0, 0), seed: 1)
    while !race.isOver { race.step() }
    return [
      .crashed(race.drivers[0].crash!), .leavingNumbers, .leavingGround, .standing,
      .heading(bearing: 7.2, length: 0.0423),
      .slope(steepness: 41.23, downhill: 184, isAhead: true),
      .level(isAhead: false), .carrying(share: 0.9), .aslant(angle: 63), .uphill(angle: 120),
      .recalculating(turn: -134), .overshot(.y, isFelt: true),
      .crawling(divisors: Point(31.2, 214)), .uneven(slower: .y, ratio: 6.86),
      .tooFast(rate: 0.2, limit: 0.02412, curvature: 83), .plateau(slope: 3e-9, step: 1e-11),
      .near(Point(3.584, -1.848), distance: 0.0933, loss: 0.4, isLowest: true),
      .arrived(at: Point(3.584, -1.848), distance: 0.00431, isLowest: true),
      .atSaddle(Point(0.0867, 2.884), distance: 0.0512), .offMap(bearing: 359.7, distance: 3.2),
      .climbing(rise: 0.31), .misled(asked: 8, of: 150, angle: 31), .noisy(angle: 12.4),
    ]
  }()

  @Test func `sentences carry their numbers, three digits and bearings of three places`() {
    let english = Strings("en")
    let texts = Self.examples.dropFirst().map(english.sentence)
    #expect(
      Array(texts) == [
        "The next step is the last: its numbers overflow.",
        "The next step is the last: the surface is undefined there.",
        "Standing still: the next move is 0.",
        "Heading 007° for 0.0423.",
        "Ahead, downhill is 184°, slope 41.2.",
        "No slope at all here.",
        "Carrying 90 % of the last move.",
        "Steering 63° off straight downhill.",
        "Rolling uphill, 120° off downhill.",
        "Recalculating: turning left by 134°.",
        "Overshot the valley floor along y.",
        "Crawling: past slopes divide the rate by 31.2 on x, by 214 on y.",
        "The rate on y is 1/6.86 of that on x: y was steeper.",
        "Too fast: η 0.2 is above the limit 0.0241 here, where λmax is 83.0.",
        "Plateau: the slope here is 3.00e-9, the next step 1.00e-11 long.",
        "Near ★ (3.58, -1.85): 0.0933 away, loss 0.400.",
        "Arrived: ★ (3.58, -1.85) is 0.00431 away.",
        "A saddle: ✕ (0.09, 2.88) is 0.0512 away.",
        "Off the map: it lies 000°, 3.20 away.",
        "The next step ends higher by 0.310.",
        "Asked 8 of 150 passers-by; their answer is 31° off the whole town's.",
        "Noise turns the slope it is shown by 12°.",
      ])
    #expect(
      english.sentence(.recalculating(turn: 91)) == "Recalculating: turning right by 91°.")
  }

  @Test(arguments: Strings.languages)
  func `no sentence has a blank left, and no two are the same`(language: String) {
    let strings = Strings(language)
    let others: [Remark] = [
      .slope(steepness: 41.23, downhill: 184, isAhead: false), .level(isAhead: true),
      .recalculating(turn: 134), .overshot(.x, isFelt: false), .overshot(.both, isFelt: true),
      .overshot(.neither, isFelt: true),
      .arrived(at: Point(3.584, -1.848), distance: 0.00431, isLowest: false),
      .near(Point(3.584, -1.848), distance: 0.0933, loss: 0.4, isLowest: false),
    ]
    let texts = (Self.examples + others).map(strings.sentence)
    for text in texts { #expect(!text.contains("{") && !text.isEmpty) }
    #expect(Set(texts).count == texts.count)
    // The numbers are the same in every language.
    for remark in Self.examples.dropFirst() {
      let numbers = { (strings: Strings) in
        strings.sentence(remark).matches(of: /\d[\d.e+-]*\d|\d/).map { String($0.0) }.sorted()
      }
      #expect(numbers(strings) == numbers(Strings("en")), "\(remark)")
    }
  }

  // Beside the map.

  private func sidebar(_ model: Model) throws -> [String] {
    let frame = view(of: model, scenery: Scenery())
    let sidebar = try #require(Layout(model)?.sidebar)
    return (sidebar.y..<sidebar.maxY).map { y in
      var text = String.UnicodeScalarView()
      for x in sidebar.x..<sidebar.maxX where frame[x, y].glyph != Cell.continuation {
        text.append(frame[x, y].glyph)
      }
      return String(text).replacing(#/ +$/#, with: "")
    }
  }

  @Test func `a roomy window has what is felt in the car apart from what only the map shows`()
    throws
  {
    let model = try model(
      surface: "bowl", cars: ["momentum:lr=2"], size: Size(140, 42)
    ).after(.step(by: 3))
    let rows = try sidebar(model)
    let heading = "NAVIGATOR  \(model.livery[0].glyph) Momentum"
    let title = try #require(rows.firstIndex { $0.hasPrefix(heading) })
    let map = try #require(rows.firstIndex(of: "ONLY THE MAP SHOWS"))
    for remark in Navigator.remarks(on: model.race, car: 0) {
      let beginning = model.strings.sentence(remark).prefix(20)
      let row = try #require(rows.firstIndex { $0.contains(beginning) }, "\(remark)")
      #expect(remark.needsMap ? row > map : title < row && row < map, "\(remark)")
    }
  }

  @Test func `at 80×24 the overlay says the heading and the most telling remark`() throws {
    var model = try model(
      surface: "bowl", cars: ["gd:lr=1.2", "momentum", "adam", "gd", "rmsprop", "adagrad"],
      size: Size(80, 24)
    ).after(.show(.overlay), .step(by: 3))
    #expect(try sidebar(model).contains { $0.hasSuffix("↖ Heading 307° for 26.3.") })
    #expect(try sidebar(model).contains { $0.contains("Recalculating") })
    model = model.after(.focusNext)
    #expect(try sidebar(model).contains { $0.contains("Heading") })
  }

  @Test(arguments: Strings.languages)
  func `what is said at every step stands in its row`(language: String) throws {
    var model = try model(
      surface: "himmelblau", cars: ["momentum:lr=0.001"], size: Size(140, 42), language: language
    ).after(.step(by: 1))
    let words = [
      model.strings(.remarkHeading, [:]).prefix { $0 != "{" },
      model.strings(.remarkCarrying, [:]).prefix { $0 != "{" },
      model.strings[.navigatorMapTitle][...],
    ]
    var rows: [Set<Int>] = [[], [], []]
    for _ in 0..<120 {
      let text = try sidebar(model)
      for (index, word) in words.enumerated() {
        if let row = text.firstIndex(where: { $0.contains(word) }) { rows[index].insert(row) }
      }
      _ = update(&model, .step(by: 1))
    }
    #expect(rows.map(\.count) == [1, 1, 1])
  }
}
