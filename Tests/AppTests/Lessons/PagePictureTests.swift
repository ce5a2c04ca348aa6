import App
import Descent
import Drawing
import Files
import Testing
import Texts

/// What a lesson's page shows beside its text.
struct PagePictureTests {
  private func lesson(
    _ page: String, points: String = "", surface: String = "surface = \"himmelblau\"",
    cars: String = "\"gd:lr=0.004\", \"momentum:lr=0.004\""
  ) throws -> LessonFile {
    LessonFile(
      """
      title = "x"
      [race]
      \(surface)
      cars = [\(cars)]
      [[page]]
      title = "x"
      text = "x"
      \(page)
      \(points)
      """, file: "x.toml")
  }

  private func model(_ file: LessonFile, _ size: Size = Size(140, 42)) throws -> Model {
    var model = try App.Model(RaceSetup(), strings: Strings("en"), themes: [.night], theme: .night)
    model.size = size
    model.give(Lecture(try #require(file.lesson)))
    return model
  }

  private func rows(_ model: Model) -> [String] {
    Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
  }

  @Test(arguments: [Size(140, 42), Size(80, 24)])
  func `a page's counters are the numbers of its race at the step looked at`(size: Size) throws {
    let file = try lesson(
      "view = \"overlay\"\npause = 60\ncounters = [\"gradients\", \"arrival\"]")
    let model = try model(file, size).after(.step(by: 30))
    let gd = try #require(rows(model).first { $0.contains("GD") && $0.contains("30") })
    #expect(gd.contains(/30 +\d+/), "\(gd)")
    let later = rows(model.after(.step(by: 30)))
    #expect(later.contains { $0.contains("Momentum") && $0.contains("60") })
    #expect(later.contains { $0.contains("gradients") && $0.contains("arrived at") })
  }

  @Test(arguments: LessonLibrary.builtIn, Strings.languages)
  func `every counter of the course has its heading on the smallest full screen`(
    name: String, language: String
  ) throws {
    let strings = Strings(language)
    let lesson = try #require(LessonLibrary.file(of: name, strings)?.lesson)
    for (index, page) in lesson.pages.enumerated() where !page.counters.isEmpty {
      var lecture = Lecture(lesson)
      lecture.page = index
      var model = Model(page.setup, strings: strings, themes: [.night], theme: .night)
      model.size = Size(80, 24)
      model.give(lecture)
      model = model.after(.step(by: page.lookedAt - page.from))
      guard model.view != .focus else { continue }
      let text = rows(model).joined(separator: "\n")
      for counter in page.counters where model.view != .tree {
        let heading = strings.counter(counter.rawValue)
        #expect(text.contains(heading), "\(name).\(page.name): \(heading)")
      }
    }
  }

  @Test func `counters of a page are not shown of another race`() throws {
    let file = try lesson("view = \"overlay\"\npause = 60\ncounters = [\"gradients\"]")
    let model = try model(file)
    #expect(rows(model).contains { $0.contains("gradients") })
    #expect(!rows(model.after(.start(at: Point(1, 1)))).contains { $0.contains("gradients") })
  }

  @Test func `a counter that no car has is a mistake, and one that a car has is not`() throws {
    func faults(_ counter: String) throws -> [String?] {
      let file = try lesson("view = \"overlay\"\npause = 60\ncounters = [\"\(counter)\"]")
      return LessonCheck(file, in: [Strings("en")]).errors.map(\.key)
    }
    #expect(try faults("crash") == ["page[1].counters[1]"])
    #expect(try faults("turns") == [])
    #expect(try faults("laps") == ["page[1].counters[1]"])
  }

  @Test func `a line says how long it is`() throws {
    let file = try lesson(
      "view = \"overlay\"",
      points: "[[page.point]]\ntext = \"{distance} to go\"\nat = [0, 0]\nto = [3, 4]")
    #expect(rows(try model(file)).contains { $0.contains(" 5 to go ") })
  }

  @Test func `where a car was at a step is shown from that step on`() throws {
    let file = try lesson(
      "view = \"overlay\"\npause = 20",
      points: "[[page.point]]\ntext = \"here\"\ncar = \"gd\"\nstep = 5")
    let model = try model(file)
    func isShown(_ model: Model) -> Bool { rows(model).contains { $0.contains(" here ") } }
    #expect(!isShown(model.after(.step(by: 4))))
    #expect(isShown(model.after(.step(by: 5))))
    #expect(isShown(model.after(.step(by: 20))))
  }

  @Test func `a page turns to its second view where it pauses, and back for another drive`() throws
  {
    let file = try lesson("view = \"overlay\"\npause = 20\nthen = \"basins\"")
    let driven = try model(file).after(.step(by: 30))
    #expect(driven.view == .basins && driven.timeline.tick == 20)
    #expect(driven.after(.restart).view == .overlay)
  }

  @Test func `the strip of rates waits for the answer`() throws {
    let question = """
      [page.question]
      text = "x"
      [[page.question.choice]]
      text = "a"
      holds = "gradients of gd = 20"
      [[page.question.choice]]
      text = "b"
      holds = "gradients of gd = 21"
      """
    let file = try lesson("view = \"overlay\"\npause = 20\nstrip = true", points: question)
    let model = try model(file)
    #expect(Layout(model)?.strip == nil)
    let answered = model.after(.step(by: 20))
    #expect(Layout(answered)?.strip != nil)
    #expect(!answered.labJobs.isEmpty)
  }

  @Test func `the picture under the text may be of another step, and the race stays where it is`()
    throws
  {
    let page = "view = \"focus\"\ncolumn = \"map\"\ncars = [\"gd\"]"
    let now = try model(try lesson(page))
    let later = try model(try lesson(page + "\ncolumn-step = 50"))
    #expect(later.timeline.tick == 0)
    let (before, after) = (rows(now), rows(later))
    let changed = zip(before, after).enumerated().filter { $0.element.0 != $0.element.1 }
    #expect(!changed.isEmpty && changed.allSatisfy { $0.offset > 20 })
  }

  @Test(arguments: LessonLibrary.builtIn)
  func `what a page's statements count stands on the page`(name: String) throws {
    let counted = Set(["turns", "overshoots", "climbs", "gradients", "crash", "arrival", "limit"])
    let lesson = try #require(LessonLibrary.file(of: name, Strings("en"))?.lesson)
    for page in lesson.pages where page.view != .focus {
      for claim in page.claims.map(\.claim.text) where !claim.contains(" at ") {
        // What never comes has no number.
        if claim.hasSuffix("= never") { continue }
        let quantity = String(claim.prefix { $0 != " " })
        guard counted.contains(quantity) else { continue }
        #expect(page.counters.map(\.rawValue).contains(quantity), "\(name).\(page.name): \(claim)")
      }
    }
  }
}
