import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

struct ProgramTests {
  @Test func `keys drive the race and quitting ends the program`() throws {
    let screen = MemoryScreen(script: [
      .key(.right), .key(.character(".")), .key(.character("v")), .key(.character("q")),
      .key(.right),
    ])
    let model = Program.run(try model(), on: screen)
    #expect(model.timeline.tick == 11)
    #expect(model.view == .overlay)
  }

  @Test func `a hang-up ends the program`() throws {
    let screen = MemoryScreen()
    let model = Program.run(try model(), on: screen)
    #expect(model.timeline.tick == 0)
    #expect(screen.frames.count == 1)
  }

  @Test func `the first frame has the size of the screen`() throws {
    let screen = MemoryScreen(Size(100, 30), cellAspect: 2.1)
    let model = Program.run(try model(), on: screen)
    #expect(screen.frames[0].size == Size(100, 30))
    #expect(model.cellAspect == 2.1)
  }

  @Test func `a resize shows a frame of the new size, painted afresh`() throws {
    let screen = MemoryScreen(script: [.resize(Size(61, 21)), .timeOut])
    let model = Program.run(try model(), on: screen)
    #expect(screen.frames.map(\.size) == [Size(80, 24), Size(61, 21)])
    #expect(screen.invalidations == 1)
    #expect(model.size == Size(61, 21))
  }

  @Test func `what the terminal answers is drawn at once, and painted afresh if glyphs change`()
    throws
  {
    let safe = findings(glyphs: .safe)
    let screen = MemoryScreen(script: [.told(safe), .timeOut, .told(safe), .timeOut])
    let model = Program.run(try model(surface: "himmelblau"), on: screen)
    #expect(model.rendition.glyphs == .safe)
    #expect(screen.invalidations == 1)
    #expect(screen.frames.count == 3)
    #expect(screen.frames[0].cells.contains { !GlyphSet.safe.contains($0.glyph) })
    for frame in screen.frames.dropFirst() {
      #expect(frame.cells.allSatisfy { GlyphSet.safe.contains($0.glyph) })
    }
  }

  @Test func `the first frame is drawn with all that is known by then`() throws {
    let screen = MemoryScreen(findings: findings(glyphs: .ascii, isLight: true))
    var before = try model(language: "ko", themes: [.night, light(named: "day")])
    before.followsBackground = true
    let model = Program.run(before, on: screen)
    #expect(screen.frames[0].cells.allSatisfy { GlyphSet.ascii.contains($0.glyph) })
    #expect(model.strings.language == "en")
    #expect(model.theme.name == "day")
    // A quick answer, while the first frame is drawn: the other one is never shown.
    let quick = MemoryScreen(findings: findings(), answer: findings(isLight: true))
    #expect(Program.run(before, on: quick).theme.name == "day")
    #expect(quick.frames.map { $0[79, 0].paper } == [light(named: "day").paper])
  }

  @Test func `a paused race waits for ever and shows the same frame again`() throws {
    let screen = MemoryScreen(script: [.timeOut, .timeOut])
    let model = Program.run(try model(), on: screen)
    #expect(screen.waits == [nil, nil, nil])
    #expect(model.timeline.tick == 0)
    #expect(Set(screen.frames.map { Snapshot($0).description }).count == 1)
  }

  @Test func `a driving race waits for its next frame at most`() throws {
    let screen = MemoryScreen(script: [.timeOut, .timeOut])
    Program.run(try model().after(.togglePlay), on: screen)
    #expect(screen.waits.count == 3)
    for wait in screen.waits {
      let seconds = try #require(wait)
      #expect(seconds >= 0 && seconds <= 1 / 20.0)
    }
  }

  @Test func `a burst of keys is one change of the picture`() throws {
    let burst = Array(repeating: MemoryScreen.Step.key(.right), count: 7)
    let screen = MemoryScreen(script: burst + [.timeOut])
    let model = Program.run(try model(), on: screen)
    #expect(model.timeline.tick == 70)
    #expect(screen.frames.count == 2)
    #expect(screen.waits == [nil] + Array(repeating: 0, count: 7) + [nil])
  }

  @Test func `a flood of events cannot hold the picture up`() throws {
    let flood = Array(repeating: MemoryScreen.Step.key(.tab), count: 3 * Program.eventsPerFrame)
    let screen = MemoryScreen(script: flood)
    Program.run(try model(), on: screen)
    #expect(screen.frames.count == 4)
  }

  @Test func `what only the screen can do reaches it`() throws {
    let screen = MemoryScreen(script: [
      .key(.control("l")), .key(.control("l")), .key(.control("z")), .key(.character("m")),
      .key(.character("m")),
    ])
    Program.run(try model(), on: screen)
    #expect(screen.invalidations == 2)
    #expect(screen.suspensions == 1)
    #expect(screen.usesMouse)
    let other = MemoryScreen(script: [.key(.character("m"))])
    other.useMouse(true)
    Program.run(try model(), on: other)
    #expect(!other.usesMouse)
  }

  @Test func `a click puts the start there`() throws {
    let screen = MemoryScreen(script: [
      .key(.function(3)), .event(.mouse(.press, x: 20, y: 12)),
      .event(.mouse(.release, x: 20, y: 12)),
    ])
    let before = try model().after(.show(.overlay))
    let model = Program.run(before, on: screen)
    #expect(model.race.start == Layout(before)?.start(atColumn: 20, row: 12, in: before))
  }

  @Test func `time drives the race, and time that was lost is not made up for`() throws {
    let screen = SlowScreen(frames: 3, secondsAFrame: 0.3)
    let model = Program.run(try model().after(.togglePlay), on: screen)
    // 20 steps a second, and at most three frames' worth after each stall.
    #expect(model.timeline.tick == 9)
  }
}

/// A screen on which every wait lasts.
private final class SlowScreen: Screen {
  let size = Size(40, 12)
  let cellAspect = 2.0
  private var framesLeft: Int
  private let secondsAFrame: Double

  init(frames: Int, secondsAFrame: Double) {
    framesLeft = frames
    self.secondsAFrame = secondsAFrame
  }

  func findings() -> TerminalFindings { .everything }
  func show(_ frame: Frame) {}
  func invalidate() {}
  func useMouse(_ on: Bool) {}
  func suspend() {}

  func event(within seconds: Double?) -> Event? {
    guard framesLeft > 0 else { return .hangUp }
    framesLeft -= 1
    let end = ContinuousClock.now + .seconds(secondsAFrame)
    while ContinuousClock.now < end {}
    return nil
  }
}
