import App
import Descent
import Drawing
import Files
import FoundationEssentials
import Terminal
import Testing
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// What a frame costs. With `DOWNHILL_FIGURES=1` the costs are printed for
/// `Tests/EndToEnd/figures.py`, as medians of the time that the processor works; they are never
/// asserted. One after the other: two at a time share what the processor has.
@Suite(.serialized) struct FrameCostTests {
  @Test func `a frame with paths of 1,000 points is the same from kept and from new scenery`()
    throws
  {
    let scenery = Scenery()
    var model = try race(.step(by: 1000))
    var frame = view(of: model, scenery: scenery)
    var costs: [Double] = []
    for _ in 0..<runs {
      model = model.after(.step(by: 1))
      let (next, diff, cost) = measured {
        let next = view(of: model, scenery: scenery)
        return (next, FrameDiff(from: frame, to: next))
      }
      #expect(!diff.runs.isEmpty)
      costs.append(cost)
      frame = next
    }
    #expect(frame == view(of: model, scenery: Scenery()))
    tell("view + diff of a steady frame, 200×60", costs.median, "0.3 ms")
  }

  @Test func `a frame of the focus view is the same from kept and from new scenery`() throws {
    let scenery = Scenery()
    var model = try race(.step(by: 20), .show(.focus))
    var costs: [Double] = []
    for _ in 0..<runs {
      model = model.after(.nextSubstep)
      let (frame, _, cost) = measured {
        let frame = view(of: model, scenery: scenery)
        return (frame, FrameDiff(from: nil, to: frame))
      }
      #expect(frame == view(of: model, scenery: Scenery()))
      costs.append(cost)
    }
    tell("a sub-step of the focus view, 200×60", costs.median, "8 ms")
  }

  @Test func `every surface has a frame, and no part of it is left over from another`() throws {
    let scenery = Scenery()
    var model = try race()
    var worst = (name: "", cost: 0.0)
    for _ in model.surfaces {
      var costs: [Double] = []
      for _ in 0..<max(1, runs / 20) {
        let (frame, diff, cost) = measured {
          let frame = view(of: model, scenery: Scenery())
          return (frame, FrameDiff(from: nil, to: frame))
        }
        #expect(diff.runs.count == model.size.height)
        #expect(frame == view(of: model, scenery: scenery))
        costs.append(cost)
      }
      if costs.median > worst.cost { worst = (model.surface.about.name, costs.median) }
      model = model.after(.nextSurface)
    }
    tell("new surface, zoom or resize, 200×60 (\(worst.name))", worst.cost, "8 ms")
  }

  @Test(arguments: [CellPixels?.none, CellPixels(width: 9, height: 18)])
  func `a frame of two hundred cars of a class is the same from kept and from new scenery`(
    pixels: CellPixels?
  ) throws {
    var room = ClassInTests(try race(), students: 200)
    room.model.rendition.pixels = pixels
    try room.openRace()
    room.take(.startRound)
    let scenery = Scenery()
    var frame = view(of: room.model, scenery: scenery)
    var (costs, drives): ([Double], [Double]) = ([], [])
    for _ in 0..<max(1, runs / 4) {
      let before = work()
      room.take(.advance(steps: 1))
      drives.append(work() - before)
      let (next, diff, cost) = measured {
        let next = view(of: room.model, scenery: scenery)
        return (next, FrameDiff(from: frame, to: next))
      }
      #expect(!diff.runs.isEmpty)
      costs.append(cost)
      frame = next
    }
    #expect(frame.cells == view(of: room.model, scenery: Scenery()).cells)
    let kind = pixels == nil ? "" : " in pixels"
    tell("200 cars of a class\(kind): view + diff, 200×60", costs.median, "33 ms")
    tell("200 cars of a class\(kind): a step, told to the room", drives.median, "33 ms")
  }

  private let tellsFigures = ProcessInfo.processInfo.environment["DOWNHILL_FIGURES"] == "1"
  private var runs: Int { tellsFigures ? 400 : 1 }

  /// The race that opens when nothing is asked for, paused, in a large window.
  private func race(_ messages: Message...) throws -> Model {
    var model = Model(
      try RaceSetup(), strings: Strings("en"), themes: [.night], theme: .night)
    model.size = Size(200, 60)
    model.isPlaying = false
    for message in messages { _ = update(&model, message) }
    return model
  }

  /// The result and the milliseconds that this thread worked for it.
  private func measured(_ draw: () -> (Frame, FrameDiff)) -> (Frame, FrameDiff, Double) {
    let before = work()
    let (frame, diff) = draw()
    return (frame, diff, work() - before)
  }

  private func work() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
  }

  private func tell(_ what: String, _ milliseconds: Double, _ target: String) {
    guard tellsFigures else { return }
    print("figure: \(what) | \((milliseconds * 100).rounded() / 100) ms | \(target)")
  }
}

extension [Double] {
  fileprivate var median: Double { sorted()[count / 2] }
}
