import App
import Descent
import Drawing
import Files
import Terminal
import Testing

struct LectureTests {
  private func lecture(
    _ size: Size = Size(80, 24), _ text: String = LessonFileTests.good
  ) throws -> Model {
    let lesson = try #require(LessonFile(text, file: "mine.toml").lesson)
    var model = try model(size: size)
    model.give(Lecture(lesson, place: (2, 12)))
    return model
  }

  private func press(_ keys: Key..., in model: Model) -> Model {
    var model = model
    for key in keys {
      if let message = Keymap.message(for: .key(key), in: model) {
        model.take(message)
      }
    }
    return model
  }

  @Test func `a page sets up its race, its view and its cars`() throws {
    let model = try lecture()
    #expect(model.surface.about.name == "bowl" && model.view == .overlay)
    #expect(model.shown == [1] && model.focus == 1 && model.showsContourLabels)
    #expect(model.window == PlaneRect(minX: -5, maxX: 6, minY: -7, maxY: 8))
    #expect(!model.isPlaying && model.timeline.tick == 0)
    let second = press(.character("n"), in: model)
    #expect(second.race.cars.map(\.name) == ["adam"] && second.view == .sideBySide)
    #expect(second.timeline.tick == 3 && second.shown == [0] && !second.showsContourLabels)
    #expect(second.speed.stepsPerSecond == 7)
    #expect(press(.character("p"), in: second).race.cars.map(\.name) == ["gd", "gd-2"])
  }

  @Test func `before the first page and after the last nothing turns`() throws {
    let first = press(.character("p"), in: try lecture())
    #expect(first.lecture?.page == 0 && first.notice != nil)
    let last = press(.character("n"), .character("n"), .character("n"), in: first)
    #expect(last.lecture?.page == 1 && last.notice != nil)
  }

  @Test func `digits vote while the question waits, and toggle cars after it`() throws {
    var model = press(
      .character("1"), .character("2"), .character("2"), .character("3"), in: try lecture())
    #expect(model.lecture?.tally == [1, 2])
    #expect(model.shown == [1])
    model = press(.backspace, in: model)
    #expect(model.lecture?.tally == [1, 1])
    model = press(.backspace, .backspace, .backspace, in: model)
    #expect(model.lecture?.tally == [0, 0])
    model = press(.character("1"), .enter, in: model).after(.advance(steps: 100))
    #expect(model.lecture?.answer == 0)
    model = press(.character("1"), in: model)
    #expect(model.lecture?.tally == [1, 0])
    #expect(model.shown == [0, 1])
    #expect(press(.backspace, in: model).lecture?.tally == [1, 0])
  }

  @Test func `Enter drives to the pause, and there the answer and the score show`() throws {
    var model = press(
      .character("1"), .character("2"), .character("1"), .enter, in: try lecture())
    #expect(model.isPlaying && model.lecture?.answer == nil)
    model = model.after(.advance(steps: 39))
    #expect(model.isPlaying && model.timeline.tick == 39 && model.lecture?.answer == nil)
    model = model.after(.advance(steps: 3))
    #expect(!model.isPlaying && model.timeline.tick == 40)
    #expect(model.lecture?.answer == 0)
    let score = try #require(model.lecture?.score)
    #expect(score == (2, 3))
    let screen = Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
    #expect(screen.contains { $0.contains("✓1") })
    #expect(screen.contains { $0.contains("answer 1 · 2 of 3 right") })
  }

  @Test(arguments: [Message.step(by: 1), .step(by: 10), .step(by: 100), .advance(steps: 7)])
  func `no way of driving on passes the pause, and the next one does`(message: Message) throws {
    var model = try lecture()
    if case .advance = message { model = model.after(.togglePlay) }
    while model.timeline.tick < 40 { model = model.after(message) }
    #expect(model.timeline.tick == 40 && model.lecture?.answer == 0 && !model.isPlaying)
    #expect(model.after(message).timeline.tick > 40)
    #expect(model.after(.togglePlay, .advance(steps: 1)).timeline.tick == 41)
    // Gone back, the race stops there again.
    let again = model.after(.toStart, .togglePlay, .advance(steps: 1000))
    #expect(again.timeline.tick == 40 && !again.isPlaying)
  }

  @Test func `going back a page keeps votes and answers`() throws {
    let answered = press(.character("2"), .enter, in: try lecture()).after(.advance(steps: 50))
    let back = press(.character("n"), .character("p"), in: answered)
    #expect(back.lecture?.tally == [0, 1] && back.lecture?.answer == 0)
    #expect(back.timeline.tick == 40 && !back.isPlaying)
    let waiting = press(.character("2"), .character("n"), .character("p"), in: try lecture())
    #expect(waiting.lecture?.tally == [0, 1] && waiting.lecture?.isAsking == true)
    #expect(waiting.timeline.tick == 0)
  }

  @Test(arguments: [Message.randomStart, .nextSurface])
  func `another race is not the page's: it stops nowhere, and Enter drives the page's`(
    message: Message
  ) throws {
    let other = try lecture().after(message, .togglePlay, .advance(steps: 60))
    #expect(other.timeline.tick != 40 && other.lecture?.isAsking == true)
    let own = press(.enter, in: other)
    #expect(own.timeline.tick == 0 && own.isPlaying && own.surface.about.name == "bowl")
    #expect(own.race.start == Point(3, -4))
    #expect(own.after(.advance(steps: 60)).lecture?.answer == 0)
  }

  @Test func `r drives the page's race again`() throws {
    let end = try lecture().after(.step(by: 60), .randomStart, .restart)
    #expect(end.timeline.tick == 0 && end.isPlaying && end.race.start == Point(3, -4))
    #expect(end.after(.advance(steps: 60)).timeline.tick == 40)
  }

  @Test func `where every car has crashed the answer is known`() throws {
    let text = LessonFileTests.good.replacing(
      "gd:lr=0.1\", \"gd:lr=0.9", with: "gd:lr=1e200\", \"gd:lr=9e99")
    let model = press(.enter, in: try lecture(Size(80, 24), text)).after(.advance(steps: 9))
    #expect(model.race.isOver && model.timeline.tick == 40 && model.lecture?.isAsking == false)
  }

  @Test func `a list shows the lessons, and Enter opens the chosen one`() throws {
    var model = press(.character("L"), in: try model())
    #expect(model.sheet?.kind == .lessons)
    let shown = Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
    #expect(shown.contains(try #require(model.lessons?.lessons[0].title)))
    #expect(press(.escape, in: model).sheet == nil)
    #expect(press(.escape, in: model).lecture == nil)
    model = press(.down, .down, .up, .enter, in: model)
    #expect(model.sheet == nil)
    #expect(model.lecture?.lesson.name == LessonLibrary.builtIn[1])
    #expect(model.lecture?.place?.number == 2)
    // The list opens at the lesson; below the last stands the way out.
    model = press(.character("L"), in: model)
    #expect(model.chosenRow == 1)
    for _ in 0..<30 { model = press(.down, in: model) }
    model = press(.enter, in: model)
    #expect(model.lecture == nil && model.sheet == nil)
  }

  @Test func `the header has the lesson, the footer its keys`() throws {
    let model = try lecture(Size(100, 24))
    let rows = Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
    #expect(rows[0].contains("lesson 2 / 12  Mine"))
    for hint in ["1 2 vote", "Enter go on", "n p page", "L lessons", "? help", "q quit"] {
      #expect(rows[23].contains(hint), "\(hint)")
    }
  }

  @Test(arguments: [Size(60, 20), Size(40, 12)])
  func `in a small window text and map take turns`(size: Size) throws {
    let text = try lecture(size)
    #expect(Layout(text)?.maps.isEmpty == true && Layout(text)?.lesson != nil)
    let map = press(.tab, in: text)
    #expect(Layout(map)?.maps.count == 1 && Layout(map)?.lesson == nil)
    #expect(press(.tab, in: map).lecture?.showsMap == false)
    // What happens on the map is to be seen.
    #expect(press(.character(" "), in: text).lecture?.showsMap == true)
    #expect(text.after(.beginCrosshair).lecture?.showsMap == true)
    let header = Row.all(of: view(of: text, scenery: Scenery()))[0].text
    #expect(header.contains("lesson 2 / 12") && header.contains("step"))
    let driving = press(.character("1"), .enter, in: text)
    #expect(driving.lecture?.showsMap == true)
    let end = driving.after(.advance(steps: 60))
    #expect(end.notice == "answer 1 · 1 of 1 right")
    #expect(press(.character("n"), in: end).lecture?.showsMap == false)
  }

  @Test func `a text that is too long scrolls, and says so`() throws {
    let long = (1...200).map { "word\($0)" }.joined(separator: " ")
    var model = try lecture(Size(80, 24), LessonFileTests.good.replacing("Two *cars*.", with: long))
    func shown() -> String {
      Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
    }
    #expect(shown().contains("↓") && !shown().contains("word200"))
    var seen = Set<String>()
    for _ in 0..<200 {
      for word in long.split(separator: " ") where shown().contains(word) {
        seen.insert(String(word))
      }
      model = press(.down, in: model)
      if shown().contains("Which?") { break }
    }
    #expect(seen.count == 200)
    model = model.after(.lesson(.scroll(1000)))
    #expect(!shown().contains("↓") && shown().contains("↑") && shown().contains("the second"))
    #expect(model.after(.lesson(.scroll(-1000))).lecture?.scroll == 0)
  }
}
