import App
import Descent
import Drawing
import FoundationEssentials
import Terminal
import Testing

/// A hundred thousand random keys, clicks and sizes. `DOWNHILL_SEED` repeats a run that failed.
struct MonkeyTests {
  @Test func `after any keys, clicks and sizes the race is what it is without a screen`() throws {
    let asked = ProcessInfo.processInfo.environment["DOWNHILL_SEED"].flatMap { UInt64($0) }
    let seed = asked ?? UInt64.random(in: 1...UInt64.max)
    var chance = Chance(state: seed)
    var current = try model(
      surface: "himmelblau", cars: ["gd", "momentum", "adam", "gd:noise=0.3", "nadam", "adagrad"])
    for round in 0..<20 {
      let script = (0..<5000).map { _ in step(&chance) }
      current = Program.run(current, on: MemoryScreen(size(&chance), script: script))

      var alone = Race(
        surface: current.surface, cars: current.race.cars, start: current.race.start,
        seed: current.seed)
      for _ in 0..<current.timeline.tick { alone.step() }
      let what: Comment = "round \(round) of seed \(seed), at step \(alone.tick)"
      #expect(current.positions == alone.drivers.map(\.position), what)
      #expect(current.race.drivers.map(\.loss) == alone.drivers.map(\.loss), what)
      #expect(
        current.race.drivers.map { $0.crash?.step } == alone.drivers.map { $0.crash?.step }, what)
      #expect(current.race.cars.indices.contains(current.focus), what)
      #expect(!current.shown.isEmpty, what)
    }
  }

  /// All that does something, save what ends the program.
  private let keys =
    Keymap.standard.all.filter { $0.message != .quit }.flatMap(\.keys)

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

/// Random numbers that a seed repeats: SplitMix64 (Steele, Lea and Flood 2014).
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
