import App
import Descent
import Drawing
import Files
import Room
import Terminal
import Testing
import Texts

/// The wall of a class: rounds, seats, and what the projector shows.
struct WallTests {
  static let sizes = [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)]

  private func ground(_ language: String = "en", cars: [String] = []) throws -> Model {
    try model(surface: "himmelblau", cars: cars, size: Size(140, 42), language: language)
  }

  @Test func `the key opens a class, hides its wall and shows it again`() throws {
    let model = try ground()
    #expect(Keymap.message(for: .key(.character("J")), in: model) == .classroom(.toggle))
    var copy = model
    #expect(update(&copy, .classroom(.toggle)) == [.openClass(ClassWish())])
    var room = ClassInTests(model)
    #expect(Layout(room.model)?.wall != nil)
    room.take(.toggle)
    #expect(Layout(room.model)?.wall == nil && room.model.race.cars.count == 6)
    #expect(room.model.view == model.view && room.model.classroom != nil)
    room.take(.toggle)
    #expect(Layout(room.model)?.wall != nil)
    room.take(.classroom(.close))
    #expect(room.model.classroom == nil && room.orders.last == .close)
  }

  @Test func `the lobby shows a code that a camera reads, the address and who is here`() throws {
    let room = ClassInTests(try ground(), students: 3)
    let code = try #require(QRCode("http://192.168.0.5:8123/\(room.room.code)"))
    for size in [Size(140, 42), Size(80, 24)] {
      let frame = room.frame(size)
      // Every module of one row of the code, as colours, at whatever scale.
      let dark = (0..<frame.size.height).map { y in
        (0..<frame.size.width).count { frame[$0, y].paper == Color(0x000000) }
      }
      #expect((dark.max() ?? 0) >= code.rows[0].count { $0 })
      let text = room.text(size)
      for student in 1...3 { #expect(text.contains("Student \(student)")) }
      #expect(text.contains("http://192.168.0.5:8123") && text.contains("\(room.room.code)"))
    }
  }

  @Test(arguments: [0, 1, 200], Strings.languages)
  func `every page has a frame with none, one and two hundred`(
    count: Int, language: String
  ) throws {
    var room = ClassInTests(try ground(language), students: count)
    var pages: Set<ClassWall.Page> = []
    func look() {
      for size in Self.sizes { #expect(room.frame(size).size == size) }
      if let page = room.model.classroom?.page { pages.insert(page) }
    }
    look()
    room.take(.toggleList, .move(by: 500))
    look()
    room.take(.rename, .remove, .move(by: -500), .toggleList)
    try room.openRace()
    look()
    room.take(.startRound)
    if count == 0 {
      #expect(room.model.notice != nil && room.choosing != nil)
    } else {
      for _ in 0..<5 { room.take(.advance(steps: 1)) }
    }
    look()
    room.take(.endRound)
    look()
    room.take(.toggleFog)
    room.take(.openRound, .startRound)
    look()
    room.take(.endRound)
    look()
    room.take(.podium)
    look()
    #expect(pages.contains(.podium) && pages.contains(.list) && pages.contains(.fog))
  }

  @Test func `forty race at once, and every phone is told place and loss`() throws {
    var room = ClassInTests(try ground(), students: 40)
    try room.openRace()
    room.take(.startRound)
    #expect(room.model.race.cars.count == 40 && room.model.isPlaying)
    let round = try #require(room.round)
    for (car, choice) in zip(room.model.race.cars, round.choices.sorted { $0.key < $1.key }) {
      #expect(car.rule.about.name == choice.value.rule && car.rule.rate == 0.01)
      #expect(car.start?.x == choice.value.start?.x && car.start?.y == choice.value.start?.y)
    }
    room.take(.advance(steps: 25))
    let standings = try #require(room.round).standings
    #expect(standings.count == 40 && room.round?.step == 25)
    for (car, driver) in room.model.race.drivers.enumerated() {
      #expect(standings[car + 1]?.loss == driver.loss)
    }
    #expect(standings.values.map(\.place).min() == 1)
    room.driveToEnd()
    let result = try #require(room.result)
    #expect(result.rows.count == 40 && result.rows.map(\.points).reduce(0, +) >= 101)
    #expect(!room.model.isPlaying)
    // Whoever has arrived comes before whoever has not, whatever the loss.
    let text = room.text()
    for row in result.rows.prefix(10) { #expect(text.contains(row.name)) }
    #expect(!text.contains(result.rows[10].name + " "))
  }

  @Test func `who starts at a minimum does not come before who drives there`() throws {
    var room = ClassInTests(try ground(cars: ["adam"]), students: 2)
    room.take(.openRound)
    let minimum = try #require(
      room.model.race.surface.about.criticalPoints.first { $0.kind == .globalMinimum }?.position)
    for (seat, start) in [(1, minimum), (2, Point(minimum.x + 1, minimum.y))] {
      room.say(
        .choose(
          Choice(rule: "adam", settings: ["lr": 0.1], start: ClassPlace(start.x, start.y))),
        by: seat)
    }
    room.take(.startRound)
    room.driveToEnd()
    #expect(try #require(room.result).rows.map(\.standing.seat) == [2, 1])
  }

  @Test func `a rate that is too high crashes, with its reason in every language`() throws {
    var room = ClassInTests(try ground(cars: ["gd"]), students: 2)
    room.take(.openRound)
    let rate = try #require(room.choosing?.rules.first?.settings.first)
    try room.openRace(rates: [1: rate.range.upperBound, 2: rate.range.lowerBound])
    room.take(.startRound)
    room.driveToEnd()
    let rows = try #require(room.result).rows
    let crash = try #require(rows.first { $0.standing.seat == 1 }?.standing.crash)
    #expect(crash.versions.map(\.language) == ["en", "ko"] && Set(crash.versions).count == 2)
    #expect(rows.last?.standing.seat == 1 && rows.last?.points == 0)
  }

  @Test func `the slider begins where no rate is good, and its middle tells nothing`() throws {
    var room = ClassInTests(try ground())
    var shares: Set<Int> = []
    for _ in 0..<12 {
      room.take(.openRound)
      for rule in try #require(room.choosing).rules {
        let rate = try #require(rule.settings.first)
        #expect(rule.settings.count == 1 && rate.value == rate.range.lowerBound)
        let surface = room.model.race.surface
        let known = try #require(Catalog.optimizer(named: rule.name))
        let suited = Lineup.suited(known, to: surface).rate
        #expect(rate.range.contains(suited / 10) && rate.range.contains(suited * 10))
        // The decades from the left end to the rate that suits.
        var (decades, value) = (0, rate.range.lowerBound)
        while value < suited { (decades, value) = (decades + 1, value * 10) }
        shares.insert(decades)
      }
      room.take(.otherSurface(by: 1))
    }
    #expect(shares.count >= 3)
  }

  @Test func `surface, starts and settings are the teacher's`() throws {
    var room = ClassInTests(try ground())
    room.take(.openRound)
    #expect(room.choosing?.start == nil && room.round?.ground.title == "Himmelblau")
    room.take(.toggleStarts)
    #expect(room.choosing?.start != nil)
    room.take(.toggleSettings)
    #expect(room.choosing?.rules.contains { $0.settings.count > 1 } == true)
    room.take(.otherSurface(by: 1))
    #expect(room.round?.ground.title != "Himmelblau")
    #expect(room.orders.filter { $0 == .map }.count == 4)
    let maps = room.orders.compactMap { order -> Int? in
      if case .teacher(.openRound(let round)) = order { round.ground.map } else { nil }
    }
    #expect(maps == [1, 2, 3, 4])
  }

  @Test func `in the fog nobody sees the map before it lifts`() throws {
    var room = ClassInTests(try ground(), students: 2)
    room.take(.openRound, .toggleFog)
    #expect(room.round?.isFog == true && Layout(room.model)?.maps.isEmpty == true)
    room.take(.startRound)
    #expect(Layout(room.model)?.maps.isEmpty == true)
    let start = try #require(room.round?.drives[1]?.feeling)
    #expect(start.height == room.model.surface.value(at: Point(start.place.x, start.place.y)))
    // Up and to the right, as headings have it.
    room.say(.move(Move(heading: 0, length: 0.5)), by: 1)
    room.say(.move(Move(heading: 90, length: 0.5)), by: 1)
    let here = try #require(room.round?.drives[1]?.feeling?.place)
    #expect(abs(here.x - start.place.x - 0.5) < 1e-9 && abs(here.y - start.place.y - 0.5) < 1e-9)
    for _ in 0..<20 {
      for seat in 1...2 { room.say(.move(Move(heading: 30, length: 0.1)), by: seat) }
    }
    let result = try #require(room.result)
    #expect(result.isFog && result.rows.count == 2)
    #expect(Layout(room.model)?.maps.count == 1)
    let ways = room.model.race.cars.compactMap(\.path)
    #expect(ways.map(\.points.count) == [16, 16])
  }

  @Test func `the teacher removes after a question, and renames by typing`() throws {
    var room = ClassInTests(try ground(), students: 3)
    func press(_ key: Key) {
      if let message = Keymap.message(for: .key(key), in: room.model) { room.take(message) }
    }
    for key in [Key.character("n"), .down, .character("d")] { press(key) }
    #expect(room.room.seats.count == 3 && room.model.notice?.contains("Student 2") == true)
    press(.character("d"))
    #expect(room.room.seats.map(\.id) == [1, 3])
    for key in [Key.character("r"), .character("q"), .character("김"), .backspace] { press(key) }
    for letter in "uin" { press(.character(letter)) }
    press(.enter)
    #expect(room.room.seats.map(\.name) == ["Student 1", "quin"])
    for key in [Key.character("r"), .enter] { press(key) }
    #expect(room.model.notice != nil && room.room.seats.last?.name == "quin")
    for key in [Key.escape, .character("l"), .character("h")] { press(key) }
    #expect(room.room.isLocked && room.room.hidesNames)
  }

  @Test func `hidden names are on no page`() throws {
    var room = ClassInTests(try ground(), students: 12)
    room.take(.hideNames)
    func hasNames() -> Bool { Self.sizes.contains { room.text($0).contains("Student") } }
    #expect(!hasNames())
    try room.openRace()
    #expect(!hasNames())
    room.take(.startRound)
    room.take(.advance(steps: 30))
    #expect(!hasNames())
    room.take(.endRound)
    #expect(!hasNames())
    room.take(.podium)
    #expect(!hasNames())
    room.take(.toggleList)
    #expect(!hasNames() && room.text().contains("#12"))
  }

  @Test func `results are saved as the room has them, and a class with people asks before it ends`()
    throws
  {
    var room = ClassInTests(try ground(), students: 2)
    try room.openRace()
    room.take(.startRound)
    room.driveToEnd()
    room.take(.export)
    #expect(room.saved.map(\.bytes) == [Array(room.room.csv.utf8)])
    room.take(.classroom(.close))
    #expect(room.model.classroom != nil && room.model.notice != nil)
    room.take(.classroom(.close))
    #expect(room.model.classroom == nil && room.orders.last == .close)
  }

  @Test func `every key of the wall that is in force is in the footer of a wide window`() throws {
    var room = ClassInTests(try ground(), students: 2)
    func holds(_ actions: String...) {
      let footer = room.text().split(separator: "\n").last ?? ""
      for action in actions {
        #expect(footer.contains(room.model.strings.footer(action)), "\(action): \(footer)")
      }
    }
    let always = ["seats", "lock-room", "hide-names", "save-class", "end-class", "leave-wall"]
    for action in always { holds(action) }
    holds("open-round", "class-podium")
    try room.openRace()
    holds("start-round", "round-surface", "round-starts", "round-settings", "round-fog")
    room.take(.startRound)
    holds("end-round", "round-play", "round-slower")
    room.take(.toggleList)
    holds("rename-seat", "remove-seat", "lock-room", "hide-names")
  }
}
