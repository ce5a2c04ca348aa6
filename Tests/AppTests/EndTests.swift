import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// The end of a race, the order of the standings while it plays, and news.
struct EndTests {
  /// Plays in frames of a thirtieth of a second, at most so many of them.
  private func played(_ model: Model, frames: Int) -> Model {
    var model = model
    for _ in 0..<frames where model.isPlaying { model.take(.advance(steps: 1)) }
    return model
  }

  private func bowl(_ cars: [String] = ["gd:lr=0.1", "adam:lr=0.1"], size: Size = Size(80, 24))
    throws -> Model
  {
    try model(surface: "bowl", cars: cars, size: size)
  }

  // When a race ends.

  @Test func `playing stops where every car has arrived, and the result says who came first`()
    throws
  {
    let model = played(try bowl().after(.togglePlay), frames: 2000)
    #expect(!model.isPlaying)
    let finishes = try #require(model.result)
    #expect(Set(finishes.map(\.car)) == [0, 1])
    #expect(finishes[0].step <= finishes[1].step)
    for finish in finishes {
      guard case .arrived(_, let isLowest) = finish.manner else {
        Issue.record("\(finish)")
        continue
      }
      #expect(isLowest && finish.asked == finish.step && finish.samples == 0)
      // The very first step of its stay: the step before it was not there yet.
      let before = model.after(.toStart, .step(by: finish.step - 1))
      let there = model.after(.toStart, .step(by: finish.step))
      #expect(isThere(there, finish.car) && !isThere(before, finish.car))
    }
  }

  private func isThere(_ model: Model, _ car: Int) -> Bool {
    Navigator.remarks(on: model.race, car: car).contains {
      if case .arrived = $0 { true } else { false }
    }
  }

  @Test func `the result is one of the step looked at, however the race came there`() throws {
    let ended = played(try bowl().after(.togglePlay), frames: 2000)
    let tick = ended.timeline.tick
    let back = ended.after(.step(by: -30))
    #expect(back.result == nil)
    #expect(back.after(.step(by: 30)).result == ended.result)
    #expect(ended.after(.step(by: 20_000), .toStart, .step(by: tick)).result == ended.result)
    #expect(try bowl().after(.step(by: tick)).result == ended.result)
  }

  @Test func `a fast car that passes through a minimum has not arrived`() throws {
    // Within reach of the bottom for a step or two at a time, until it has slowed down.
    var timeline = try bowl(["momentum:lr=0.02,momentum=0.99"]).timeline
    var passes = 0
    for tick in 1...400 {
      timeline.seek(to: tick)
      let isThere = Navigator.remarks(on: timeline.race, car: 0).contains {
        if case .arrived = $0 { true } else { false }
      }
      if isThere, !timeline.hasEnded(for: [0]) { passes += 1 }
    }
    #expect(passes > 0)
  }

  @Test func `a car that stands where there is no slope rests at once, one that searches does not`()
    throws
  {
    let flat = try model(surface: "saddle", cars: ["gd", "nelder-mead"], start: "0,0")
    #expect(flat.after(.step(by: 1)).timeline.manners(of: [0]) == [.rests])
    #expect(flat.after(.step(by: 1)).timeline.manners(of: [1]) == nil)
    #expect(flat.timeline.manners(of: [0]) == nil)
  }

  @Test func `crashed cars have ended, the last to crash before the others`() throws {
    let cars = ["gd:lr=3", "gd:lr=30"]
    let model = played(try bowl(cars).after(.togglePlay), frames: 2000)
    let finishes = try #require(model.result)
    #expect(finishes.map(\.manner) == [.crashed, .crashed])
    #expect(finishes.map(\.car) == [0, 1] && finishes[0].step > finishes[1].step)
  }

  @Test func `noise never rests: such a car has arrived when it is there`() throws {
    let noisy = try bowl(["gd:lr=0.1,noise=0.01"])
    let arrived = (1...200).first { isThere(noisy.after(.step(by: $0)), 0) }
    let tick = try #require(arrived)
    #expect(noisy.after(.step(by: tick)).timeline.hasEnded(for: [0]))
  }

  @Test func `of the shown cars alone: who hides the last one that drives ends the race`() throws {
    let model = try bowl(["gd:lr=0.1", "gd:lr=0.00001"]).after(.step(by: 300))
    #expect(model.result == nil)
    #expect(model.after(.toggleCar(1)).result?.map(\.car) == [0])
  }

  @Test func `who plays on drives on, until a car has come to something else`() throws {
    let ended = played(try bowl().after(.togglePlay), frames: 2000)
    let on = played(ended.after(.togglePlay), frames: 100)
    #expect(on.isPlaying && on.timeline.tick == ended.timeline.tick + 100)
    #expect(on.result == nil && on.after(.togglePlay).result != nil)
    // Again from the start it is another race.
    let again = played(on.after(.restart), frames: 2000)
    #expect(!again.isPlaying && again.timeline.tick == ended.timeline.tick)
  }

  @Test func `Esc closes the result until the race plays again`() throws {
    let ended = played(try bowl().after(.togglePlay), frames: 2000)
    let closed = ended.after(.close)
    #expect(closed.result == nil && closed.view == ended.view)
    let again = closed.after(.togglePlay, .advance(steps: 1), .togglePlay)
    #expect(again.result?.map(\.step) == ended.result?.map(\.step))
  }

  @Test(arguments: Strings.languages, [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)])
  func `the result stands on the screen, with steps and questions`(language: String, size: Size)
    throws
  {
    for isPresentation in [false, true] {
      var model = try model(cars: ["gd:lr=0.1", "adam:lr=0.1"], size: size, language: language)
        .after(.togglePlay)
      model.isPresentation = isPresentation
      model = played(model, frames: 2000)
      let picture = Snapshot(view(of: model, scenery: Scenery())).description
      let finishes = try #require(model.result)
      #expect(picture.contains(model.strings[.resultTitle]))
      for finish in finishes { #expect(picture.contains("\(finish.step)")) }
    }
  }

  // The order of the standings.

  @Test func `the order of a race that plays changes at most twice a second`() throws {
    // Two that swing across the bottom of a bowl and lead in turn.
    var model = try bowl(["momentum:lr=0.05,momentum=0.97", "momentum:lr=0.09,momentum=0.97"])
      .after(.togglePlay)
    var (shown, truth) = ([model.standings], [model.standings])
    for _ in 0..<120 {
      model.take(.advance(steps: 1))
      shown.append(model.standings)
      truth.append(model.after(.togglePlay).standings)
    }
    func changes(_ orders: [[Int]]) -> [Int] {
      (1..<orders.count).filter { orders[$0] != orders[$0 - 1] }
    }
    // Twenty steps a second.
    let moments = changes(shown)
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $1 - $0 >= 10 })
    #expect(changes(truth).count > moments.count && !moments.isEmpty)
  }

  @Test func `at rest the order is true at once`() throws {
    var model = try bowl(["momentum:lr=0.05,momentum=0.97", "momentum:lr=0.09,momentum=0.97"])
      .after(.togglePlay)
    for _ in 0..<60 {
      model.take(.advance(steps: 1))
      let paused = model.after(.togglePlay)
      #expect(paused.standings == paused.race.standings(of: paused.shown))
      #expect(model.after(.step(by: 1)).standings.first == model.after(.step(by: 1)).leader)
    }
  }

  @Test func `a car that is hidden leaves the held order at once`() throws {
    let model = try model().after(.togglePlay, .advance(steps: 3), .toggleCar(1))
    #expect(Set(model.standings) == [0, 2])
  }

  // News.

  @Test
  func `a notice goes after some seconds of a race that plays, and stays in one that does not`()
    throws
  {
    var model = try bowl(["gd:lr=0.0001"]).after(.nextTheme)
    #expect(model.notice != nil)
    for _ in 0..<400 { model.take(.advance(steps: 1)) }
    #expect(model.notice != nil)
    model = model.after(.togglePlay, .nextTheme)
    for _ in 0..<100 { model.take(.advance(steps: 1)) }
    #expect(model.notice != nil)
    for _ in 0..<100 { model.take(.advance(steps: 1)) }
    #expect(model.notice == nil)
  }

  @Test(arguments: [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)])
  func `a notice leaves the footer's keys where they are`(size: Size) throws {
    let model = try model(size: size)
    let scenery = Scenery()
    let (before, after) = (model, model.after(.nextTheme))
    func footer(_ model: Model) -> [Cell] {
      let frame = view(of: model, scenery: scenery)
      return (0..<size.width).map { frame[$0, size.height - 1] }
    }
    #expect(footer(after) == footer(before))
    let text = Snapshot(view(of: after, scenery: scenery)).description
    #expect(text.contains(try #require(after.notice)))
  }

  @Test func `only what went wrong is a warning`() throws {
    #expect(try !model().after(.nextTheme).isWarning)
    #expect(try model().after(.paste("x")).isWarning)
    #expect(try !model().after(.paste("x"), .nextTheme).isWarning)
  }

  // Cars that are hidden.

  @Test(arguments: [Size(140, 42), Size(80, 24), Size(60, 20)])
  func `hiding a car moves no other map and says what brings it back`(size: Size) throws {
    let cars = ["gd", "momentum", "adam", "rmsprop"]
    let shown = try model(cars: cars, size: size)
    let hidden = shown.after(.toggleCar(0), .toggleCar(2))
    func places(_ model: Model) -> [Int: Rect] {
      Dictionary(
        uniqueKeysWithValues: (Layout(model)?.maps ?? []).map { ($0.cars[0], $0.rect) })
    }
    #expect(places(hidden) == places(shown).filter { [1, 3].contains($0.key) })
    let layout = try #require(Layout(hidden))
    #expect(layout.vacancies.map(\.cars) == [[0], [2]])
    let picture = Snapshot(view(of: hidden, scenery: Scenery())).description
    #expect(picture.contains("3 shows it"))
    let title = layout.vacancies[1].title
    #expect(hidden.after(.press(x: title.x, y: title.y)).shown == [1, 2, 3])
    #expect(hidden.after(.showAllCars).shown == [0, 1, 2, 3])
  }
}
