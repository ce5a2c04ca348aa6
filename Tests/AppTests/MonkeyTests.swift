import App
import Descent
import Drawing
import Files
import FoundationEssentials
import Terminal
import Testing
import Texts

/// A hundred thousand random keys, clicks and sizes. `DOWNHILL_SEED` repeats a run that failed.
struct MonkeyTests {
  @Test func `after any keys, clicks and sizes the race is what it is without a screen`() throws {
    let seed = seed
    var chance = Chance(state: seed)
    var current = try model(
      surface: "himmelblau", cars: ["gd", "momentum", "adam", "gd:noise=0.3", "nadam", "adagrad"])
    for round in 0..<20 {
      let script = (0..<5000).map { _ in step(&chance) }
      current = Program.run(current, on: MemoryScreen(size(&chance), script: script))
      compare(current, "round \(round) of seed \(seed)")
    }
  }

  @Test func `after any edits, forks and jumps the race is what its changes make of it`() throws {
    let seed = seed
    var chance = Chance(state: seed)
    // Hardly a key that begins another race: the changes pile up.
    let keys =
      (Keymap.standard.editor + Keymap.standard.typing).flatMap(\.keys)
      + "effff,,,...".map(Key.character)
      + [.left, .right, .shiftLeft, .shiftRight, .home, .end, .tab, .character("r")]
    var changes = 0
    for round in 0..<40 {
      var current = try model(
        surface: "himmelblau", cars: ["gd", "momentum", "adam:noise=0.3", "rmsprop", "adadelta"])
      current = Program.run(
        current,
        on: MemoryScreen(
          Size(80, 24),
          script: (0..<1000).map { _ in .key(keys.randomElement(using: &chance)!) }))
      compare(current, "round \(round) of seed \(seed)")
      #expect(current.race.cars.count > 5)
      changes += current.timeline.changes.count
    }
    #expect(changes > 20)
  }

  private var seed: UInt64 {
    ProcessInfo.processInfo.environment["DOWNHILL_SEED"].flatMap { UInt64($0) }
      ?? UInt64.random(in: 1...UInt64.max)
  }

  private func compare(_ current: Model, _ place: String) {
    let alone = replayed(current)
    let what: Comment = "\(place), at step \(alone.tick)"
    // In words, since a car that crashed may stand at no number, and that equals nothing.
    #expect("\(current.positions)" == "\(alone.drivers.map(\.position))", what)
    #expect(
      current.race.drivers.map(\.loss.description) == alone.drivers.map(\.loss.description), what)
    #expect(current.race.cars.map(\.rule.settings) == alone.cars.map(\.rule.settings), what)
    #expect(current.race.cars.map(\.sampling) == alone.cars.map(\.sampling), what)
    #expect(current.race.cars.map(\.schedule) == alone.cars.map(\.schedule), what)
    #expect(
      current.race.drivers.map { $0.crash?.step } == alone.drivers.map { $0.crash?.step }, what)
    #expect(current.race.cars.indices.contains(current.focus), what)
    #expect(!current.shown.isEmpty, what)
  }

  /// The race from its start, without a screen and without looking back, each change at its step.
  private func replayed(_ model: Model) -> Race {
    var start = model.timeline
    start.seek(to: 0)
    var race = Timeline(
      Race(
        surface: model.surface, cars: start.race.cars, start: model.race.start, seed: model.seed))
    for change in model.timeline.changes.sorted(by: { $0.tick < $1.tick })
    where change.tick <= model.timeline.tick {
      race.seek(to: change.tick)
      race.change(car: change.car, to: change.settings)
    }
    race.seek(to: model.timeline.tick)
    return race.race
  }

  @Test func `after any keys a lesson is whole, and its race is what it is without a screen`()
    throws
  {
    let seed = seed
    var chance = Chance(state: seed)
    for name in LessonLibrary.builtIn {
      let lesson = try #require(LessonLibrary.file(of: name, Strings("ko"))?.lesson)
      var current = try model(language: "ko")
      current.give(Lecture(lesson, place: (1, 1)))
      let script = (0..<4000).map { _ in step(&chance) }
      current = Program.run(current, on: MemoryScreen(size(&chance), script: script))
      compare(current, "\(name) of seed \(seed)")
      guard let lecture = current.lecture else { continue }
      let what: Comment = "\(name) of seed \(seed)"
      #expect(lecture.lesson.pages.indices.contains(lecture.page), what)
      #expect(lecture.votes.count == lecture.lesson.pages.count, what)
      let score = lecture.score
      #expect(0...score.votes ~= score.right, what)
    }
  }

  /// All that does something, save what ends the program.
  private let keys =
    Keymap.standard.all.filter { $0.message != .leave }.flatMap(\.keys)

  private func step(_ chance: inout Chance) -> MemoryScreen.Step {
    switch Int.random(in: 0..<100, using: &chance) {
    case 0: .resize(size(&chance))
    case 1: [.timeOut, .told(findings(&chance))].randomElement(using: &chance)!
    case 2..<20:
      .event(
        .mouse(
          [.press, .drag, .release, .wheelUp, .wheelDown].randomElement(using: &chance)!,
          x: Int.random(in: -1...310, using: &chance), y: Int.random(in: -1...110, using: &chance)))
    case 20..<25: .key(.character(["x", "한", "\u{301}", "Q", "ㅋ"].randomElement(using: &chance)!))
    case 25..<27:
      .event(.paste(["quit\nw\n", "0.5", "한글", "9"].randomElement(using: &chance)!))
    default: .key(keys.randomElement(using: &chance)!)
    }
  }

  private func findings(_ chance: inout Chance) -> TerminalFindings {
    AppTests.findings(
      glyphs: GlyphSet.allCases.randomElement(using: &chance)!,
      colors: [.mono, .colors16, .trueColor].randomElement(using: &chance)!,
      isLight: Bool.random(using: &chance))
  }

  private func size(_ chance: inout Chance) -> Size {
    Size(Int.random(in: 0...300, using: &chance), Int.random(in: 0...100, using: &chance))
  }
}
