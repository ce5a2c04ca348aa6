import App
import Descent
import Drawing
import Files
import Testing
import Texts

struct LessonFileTests {
  static let good = """
    title = "Mine"

    [race]
    surface = "bowl"
    cars = ["gd:lr=0.1", "gd:lr=0.9"]
    start = [3, -4]

    [[page]]
    title = "First"
    text = "Two *cars*."
    notes = "Ask *first*."
    view = "overlay"
    pause = 40
    window = [-5, 6, -7, 8]
    cars = ["gd-2"]
    formula = "gd-2"
    labels = true

      [[page.point]]
      text = "here"
      at = [1, 1]

      [[page.point]]
      text = "car"
      car = "gd-2"

      [page.question]
      text = "Which?"

        [[page.question.choice]]
        text = "the first"
        holds = "loss of gd < loss of gd-2"

        [[page.question.choice]]
        text = "the second"
        holds = "loss of gd > loss of gd-2"

      [[page.claim]]
      holds = "turns of gd-2 > 0"

    [[page]]
    title = "Second"
    text = "One car."
    from = 3
    speed = 7

      [page.race]
      cars = ["adam"]
      seed = 5

    """

  @Test func `a good file gives its lesson`() throws {
    let file = LessonFile(Self.good, file: "lessons/mine.toml")
    #expect(file.errors.isEmpty)
    let lesson = try #require(file.lesson)
    #expect(lesson.name == "mine" && lesson.title == "Mine")
    #expect(lesson.pages.map(\.title) == ["First", "Second"])
    let page = lesson.pages[0]
    #expect(page.text.plain == "Two cars." && page.notes?.plain == "Ask first.")
    #expect(page.setup.surface.about.name == "bowl")
    #expect(page.setup.cars.map(\.name) == ["gd", "gd-2"])
    #expect(page.setup.start == Point(3, -4))
    #expect(page.view == .overlay && page.pause == 40 && page.from == 0 && !page.plays)
    #expect(page.window == PlaneRect(minX: -5, maxX: 6, minY: -7, maxY: 8))
    #expect(page.hidden == [0] && page.focus == 1 && page.formula == 1)
    #expect(page.showsContourLabels)
    #expect(
      page.signs == [
        .init(target: .place(Point(1, 1)), text: "here"), .init(target: .car(1), text: "car"),
      ])
    #expect(page.question?.choices.map(\.text) == ["the first", "the second"])
    #expect(page.answer(page.logbook) == 0)
    let second = lesson.pages[1]
    #expect(second.notes == nil)
    #expect(second.from == 3 && second.speed == Speed(stepsPerSecond: 7))
    #expect(second.setup.cars.map(\.name) == ["adam"] && second.setup.seed == 5)
    #expect(second.setup.surface.about.name == Catalog.surfaces[0].about.name)
    #expect(LessonCheck(file, in: [Strings("en"), Strings("ko")]).errors.isEmpty)
  }

  /// A line of the good file, what stands there instead, and what is said about it.
  @Test(arguments: [
    ("pause = 40", "pause = 4.5", "page[1].pause: found 4.5; expected a whole number"),
    ("pause = 40", "pause = \"x\"", "page[1].pause: found \"x\"; expected a whole number"),
    ("view = \"overlay\"", "view = \"over\"", "page[1].view: found \"over\"; expected one of"),
    ("view = \"overlay\"", "veiw = \"overlay\"", "page[1].veiw: there is no such setting"),
    ("title = \"First\"", "title = 3", "page[1].title: found 3; expected text"),
    (
      "cars = [\"gd:lr=0.1\", \"gd:lr=0.9\"]", "cars = [\"gd:lr=0.1\", \"gdd\"]",
      "race.cars[2]: there is no optimizer \"gdd\"; did you mean \"gd\"?"
    ),
    ("surface = \"bowl\"", "surface = \"bowel\"", "race.surface: there is no surface \"bowel\""),
    ("start = [3, -4]", "start = [3]", "race.start: found [3]; expected a place"),
    (
      "window = [-5, 6, -7, 8]", "window = [6, -5, -7, 8]",
      "page[1].window: found [6, -5, -7, 8]; expected x from"
    ),
    ("cars = [\"gd-2\"]", "cars = [\"gd-3\"]", "page[1].cars[1]: found \"gd-3\"; expected one of"),
    ("notes = \"Ask *first*.\"", "notes = [1]", "page[1].notes: found [1]; expected text"),
    ("labels = true", "labels = 1", "page[1].labels: found 1; expected true or false"),
    ("at = [1, 1]", "", "page[1].point[1].at: found nothing; expected a place, or"),
    (
      "holds = \"loss of gd < loss of gd-2\"", "holds = \"loss of gd less 3\"",
      "page[1].question.choice[1].holds: found \"less\"; expected one of <, >, =, ~"
    ),
    (
      "holds = \"turns of gd-2 > 0\"", "holds = \"turms of gd-2 > 0\"",
      "page[1].claim[1].holds: found \"turms\"; expected one of"
    ),
    ("speed = 7", "speed = 0", "page[2].speed: found 0; expected a whole number"),
    ("seed = 5", "seed = -5", "page[2].race.seed: found -5; expected a whole number"),
    ("from = 3", "from = [3", "not TOML"),
  ])
  func `a mistake is told with its line, what was found and what was expected`(
    line: String, wrong: String, expected: String
  ) throws {
    let text = Self.good.replacing(line, with: wrong, maxReplacements: 1)
    let before = Self.good[..<(try #require(Self.good.firstRange(of: line)).lowerBound)]
    let number = before.count { $0 == "\n" } + 1
    let said = LessonFile(text, file: "mine.toml").errors.map(Strings("en").describe)
    #expect(said.contains { $0.contains(expected) }, "\(said)")
    if !wrong.isEmpty {
      #expect(said.contains { $0.hasPrefix("mine.toml:\(number): ") }, "\(said)")
    }
  }

  @Test func `every mistake of a file is told at once, in its order`() {
    let text = Self.good.replacing("labels = true", with: "labels = 7")
      .replacing("speed = 7", with: "speed = 7000").replacing("from = 3", with: "form = 3")
      .replacing("title = \"Mine\"", with: "titel = \"Mine\"")
    let errors = LessonFile(text, file: "mine.toml").errors
    let lines = errors.compactMap(\.line)
    #expect(lines == lines.sorted())
    #expect(
      errors.map(\.key) == ["titel", "page[1].labels", "page[2].form", "page[2].speed", "title"])
  }

  @Test func `what a race's mistake makes unsure is not told as another`() {
    let text = Self.good.replacing("surface = \"bowl\"", with: "surface = \"bowel\"")
    let errors = LessonFile(text, file: "mine.toml").errors
    #expect(errors.map(\.key) == ["race.surface"])
  }

  @Test func `a file without pages, or with a page that is none, is told`() {
    for text in ["", "title = \"x\"", "title = \"x\"\npage = 3", "title = \"x\"\npage = [1]"] {
      let file = LessonFile(text, file: "x.toml")
      #expect(file.lesson == nil)
      #expect(file.errors.contains { $0.key == "page" }, "\(text): \(file.errors)")
    }
  }

  @Test func `the words of a table stand where the file has none of its own`() throws {
    let text = """
      [race]
      cars = ["gd"]

      [[page]]
      name = "one"
      pause = 1

      [[page]]
      title = "own"
      """
    let texts = [
      "title": "T", "summary": "S", "one.title": "A", "one.text": "B", "one.notes": "N",
      "2.text": "C", "3.text": "D",
    ]
    let file = LessonFile(text, file: "x.toml", texts: texts)
    let lesson = try #require(file.lesson)
    #expect(lesson.title == "T" && lesson.summary == "S")
    #expect(lesson.pages.map(\.title) == ["A", "own"])
    #expect(lesson.pages.map(\.text.plain) == ["B", "C"])
    #expect(lesson.pages.map(\.notes?.plain) == ["N", nil])
    #expect(file.unusedTexts == ["3.text"])
    #expect(file.errors.isEmpty)
  }

  @Test func `two thousand spoilt files are read without harm`() throws {
    var chance = Chance(state: 11)
    let sources = try LessonLibrary.builtIn.map { try #require(LessonLibrary.text(of: $0)) }
    let pieces = [
      "[", "]", "\"", "=", "\n", "[[page]]", "-", "9e99", "of", "\u{0}", "한", "'''", "#",
    ]
    var faulty = 0
    for round in 0..<2000 {
      var letters = Array((sources + [Self.good])[round % (sources.count + 1)].unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let place = Int.random(in: 0..<letters.count, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0:
          letters.removeSubrange(
            place..<min(letters.count, place + Int.random(in: 1...9, using: &chance)))
        case 1:
          letters.insert(
            contentsOf: pieces.randomElement(using: &chance)!.unicodeScalars, at: place)
        default: letters.swapAt(place, Int.random(in: 0..<letters.count, using: &chance))
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: letters)
      let file = LessonFile(String(text), file: "x.toml")
      if !file.errors.isEmpty { faulty += 1 }
      for page in file.lesson?.pages ?? [] {
        #expect(page.setup.cars.indices.contains(page.focus))
        #expect(page.hidden.count < page.setup.cars.count)
      }
    }
    // The built-in lessons have no words of their own, which is a mistake in a file alone.
    #expect(faulty > 1600)
  }
}
