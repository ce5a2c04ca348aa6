import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// One key leads through a lesson; nothing that others are used for gets lost on the way.
struct GoOnTests {
  private func lecture(_ size: Size = Size(140, 42)) throws -> Model {
    let lesson = try #require(LessonFile(LessonFileTests.good, file: "mine.toml").lesson)
    var model = try model(size: size)
    model.give(Lecture(lesson, place: (2, 12)))
    return model
  }

  private func press(_ keys: Key..., in model: Model) -> Model {
    keys.reduce(into: model) { model, key in
      if let message = Keymap.message(for: .key(key), in: model) { model.take(message) }
    }
  }

  private func effects(of key: Key, in model: inout Model) throws -> [Effect] {
    let message = try #require(Keymap.message(for: .key(key), in: model))
    return update(&model, message)
  }

  @Test(arguments: LessonLibrary.builtIn, [Key.enter, .pageDown])
  func `one key leads through every lesson, past every answer`(name: String, key: Key) throws {
    let lesson = try #require(LessonLibrary.file(of: name, Strings("en"))?.lesson)
    var model = try model(size: Size(140, 42))
    model.give(Lecture(lesson))
    var seen = [0]
    for _ in 0..<4 * lesson.pages.count where model.notice == nil {
      model = press(key, in: model)
      // A page that drives is waited for, or not.
      if model.isPlaying, seen.count % 2 == 0 { model.take(.advance(steps: 300)) }
      let page = try #require(model.lecture?.page)
      if page != seen.last { seen.append(page) }
    }
    #expect(seen == Array(lesson.pages.indices))
    let questions = lesson.pages.indices.filter {
      lesson.pages[$0].question != nil && lesson.pages[$0].pause != nil
    }
    #expect(model.lecture?.revealed.isSuperset(of: questions) == true)
    #expect(model.notice?.isEmpty == false)
  }

  @Test func `on the way to a pause the key is there at once`() throws {
    let driving = press(.enter, in: try lecture())
    #expect(driving.isPlaying && driving.timeline.tick == 0)
    let there = press(.enter, in: driving.after(.advance(steps: 3)))
    #expect(there.timeline.tick == 40 && !there.isPlaying && there.lecture?.answer == 0)
    #expect(press(.enter, in: there).lecture?.page == 1)
  }

  @Test func `n and p turn pages also where a question waits or a start is chosen`() throws {
    let asking = try lecture()
    #expect(press(.character("n"), in: asking).lecture?.page == 1)
    let choosing = press(.character("X"), in: asking)
    #expect(choosing.crosshair == asking.race.start)
    let turned = press(.right, .character("n"), in: choosing)
    #expect(turned.lecture?.page == 1 && turned.crosshair == nil)
    #expect(press(.character("X"), .character("p"), in: turned).lecture?.page == 0)
    // Enter puts the start there, and nothing goes on meanwhile.
    let moved = press(.right, .enter, in: choosing)
    #expect(moved.lecture?.page == 0 && moved.race.start != asking.race.start)
  }

  @Test func `the cross-hair reaches from edge to edge`() throws {
    let choosing = press(
      .character("X"), in: try model(size: Size(140, 42)).after(.show(.overlay)))
    let map = try #require(Layout(choosing)?.maps.first).rect
    let frame = view(of: choosing, scenery: Scenery())
    let rows = (map.y..<map.maxY).filter { y in
      (map.x..<map.maxX).allSatisfy { ["─", "┼", "│"].contains(frame[$0, y].glyph) }
    }
    let columns = (map.x..<map.maxX).filter { x in
      (map.y..<map.maxY).allSatisfy { ["─", "┼", "│"].contains(frame[x, $0].glyph) }
    }
    #expect(rows.count == 1 && columns.count == 1)
    #expect(frame[try #require(columns.first), try #require(rows.first)].glyph == "┼")
  }

  @Test func `q asks once where votes would be lost, and only there`() throws {
    var model = try lecture()
    #expect(try effects(of: .character("q"), in: &model) == [.quit])
    model = press(.character("1"), .character("2"), in: model)
    #expect(try effects(of: .character("q"), in: &model) == [])
    #expect(model.notice?.contains("lost: 2") == true)
    var again = model
    #expect(try effects(of: .character("q"), in: &again) == [.quit])
    // Another key, and it asks again.
    model = press(.character("."), in: model)
    #expect(try effects(of: .control("c"), in: &model) == [])
    #expect(update(&model, .quit) == [.quit])
  }

  @Test func `another lesson asks too before it takes the votes' place`() throws {
    let voted = press(.character("1"), in: try lecture())
    let list = press(.character("L"), .home, .up, .up, in: voted)
    let asked = press(.enter, in: list)
    #expect(asked.lecture?.lesson.title == voted.lecture?.lesson.title)
    #expect(asked.sheet?.kind == .lessons && asked.notice?.contains("lost: 1") == true)
    #expect(press(.enter, in: asked).lecture?.lesson.name == LessonLibrary.builtIn[0])
  }

  @Test(arguments: Strings.languages)
  func `all pages stand in a list, which goes to them`(language: String) throws {
    let lesson = try #require(LessonLibrary.file(of: "adam", Strings(language))?.lesson)
    for size in [Size(140, 42), Size(80, 24), Size(40, 12)] {
      var model = try model(size: size, language: language)
      model.give(Lecture(lesson))
      model = press(.character("O"), in: model)
      let shown = Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined()
      #expect(shown.contains(lesson.pages[0].title.prefix(10)))
      for _ in 0..<40 { model = press(.down, in: model) }
      #expect(model.chosenRow == lesson.pages.count - 1)
      let last = Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined()
      #expect(last.contains(lesson.pages[lesson.pages.count - 1].title.prefix(10)))
      #expect(press(.escape, in: model).lecture?.page == 0)
      model = press(.up, .enter, in: model)
      #expect(model.sheet == nil && model.lecture?.page == lesson.pages.count - 2)
    }
  }
}
