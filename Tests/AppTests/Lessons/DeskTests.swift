import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// The lecturer's notes in a second terminal, and how they follow the lesson in the first.
struct DeskTests {
  private func lesson(_ text: String = LessonFileTests.good) throws -> Lesson {
    try #require(LessonFile(text, file: "mine.toml").lesson)
  }

  /// The first terminal.
  private func given() throws -> Model {
    var model = try model(size: Size(100, 30))
    model.give(Lecture(try lesson(), place: (2, 12)))
    return model
  }

  /// The second one.
  private func desk(_ size: Size = Size(80, 24)) throws -> Model {
    var model = try model(size: size)
    model.openDesk(Lecture(try lesson(), place: (2, 12)))
    return model.after(.desk(.time(Moment(seconds: 1000, secondOfDay: 50_700))))
  }

  private func press(_ keys: Key..., in model: Model) -> Model {
    keys.reduce(into: model) { model, key in
      if let message = Keymap.message(for: .key(key), in: model) { model.take(message) }
    }
  }

  /// What a key sends to the first terminal.
  private func posted(_ key: Key, in model: inout Model) throws -> [Posting] {
    let message = try #require(Keymap.message(for: .key(key), in: model))
    return update(&model, message).compactMap {
      if case .post(let posting) = $0 { posting } else { nil }
    }
  }

  /// The second terminal once it has heard of the first.
  private func following(_ given: Model, _ desk: Model) throws -> Model {
    desk.after(.desk(.told(try #require(given.lectureReport))))
  }

  private func picture(of model: Model) -> String {
    Snapshot(view(of: model, scenery: Scenery())).description
  }

  private func text(of model: Model) -> String {
    picture(of: model).split(separator: "\n").dropFirst().prefix { $0.hasPrefix("|") }
      .joined(separator: "\n")
  }

  @Test func `alone, the notes turn by themselves and wait for the lesson`() throws {
    var desk = try desk()
    #expect(desk.desk?.link == .waiting && desk.desk?.answer == 0)
    for words in ["Ask first.", "waits for: downhill lesson mine", "✓1", "14:05", "next: Second"] {
      #expect(text(of: desk).contains(words), "\(words)")
    }
    let nothing = try posted(.character(" "), in: &desk)
    #expect(nothing == [] && desk.notice != nil)
    desk = press(.character("n"), in: desk)
    #expect(desk.lecture?.page == 1 && text(of: desk).contains("This page has no notes."))
    #expect(press(.enter, in: desk).lecture?.page == 1 && press(.enter, in: desk).notice != nil)
    #expect(press(.pageUp, .pageUp, in: desk).lecture?.page == 0)
  }

  @Test func `page turns of the lesson are followed`() throws {
    var given = try given()
    var desk = try following(given, try desk())
    #expect(desk.desk?.link == .following && text(of: desk).contains("follows the lesson"))
    given = given.after(.lesson(.turn(pages: 1)), .step(by: 2))
    desk = try following(given, desk)
    #expect(desk.lecture?.page == 1 && text(of: desk).contains("‖ step 5"))
    desk = desk.after(.desk(.ended))
    #expect(desk.lecture?.page == 1 && desk.desk?.link == .ended)
    #expect(text(of: desk).contains("the lesson has ended"))
    // And on by itself.
    #expect(press(.character("p"), in: desk).lecture?.page == 0)
  }

  @Test func `keys of the desk drive the lesson`() throws {
    var desk = try following(try given(), try desk())
    for (key, order): (Key, DeskOrder) in [
      (.character("n"), .nextPage), (.pageDown, .goOn), (.character("p"), .pageBefore),
      (.enter, .goOn), (.character(" "), .play),
    ] {
      #expect(try posted(key, in: &desk) == [.order(order)])
      #expect(desk.lecture?.page == 0)
    }
    var given = try given()
    func obey(_ order: DeskOrder) throws {
      given.take(try #require(Posting(line: Posting.order(order).line)?.asked))
    }
    try obey(.goOn)
    #expect(given.isPlaying)
    try obey(.goOn)
    #expect(given.timeline.tick == 40 && given.lecture?.answer == 0)
    try obey(.nextPage)
    #expect(given.lecture?.page == 1 && !given.isPlaying)
    try obey(.play)
    #expect(given.isPlaying)
    try obey(.pageBefore)
    #expect(given.lecture?.page == 0)
  }

  @Test func `numbers are votes for one choice after the other`() throws {
    var desk = press(.character("1"), .character("7"), in: try following(try given(), try desk()))
    #expect(desk.desk?.typed == "17" && text(of: desk).contains("17_"))
    let first = Posting.order(.count(votes: 17, choice: 0, page: 0))
    #expect(try posted(.enter, in: &desk) == [first])
    desk = press(.character("4"), .character("5"), .backspace, in: desk)
    #expect(try posted(.enter, in: &desk) == [.order(.count(votes: 4, choice: 1, page: 0))])
    // From the last choice to the first; an empty Enter goes on.
    #expect(desk.desk?.row == 0)
    #expect(try posted(.enter, in: &desk) == [.order(.goOn)])
    desk = press(
      .down, .character("9"), .character("9"), .character("9"), .character("9"), in: desk)
    #expect(desk.desk?.typed == "999" && desk.desk?.row == 1)
    #expect(press(.up, in: desk).desk?.typed == "")
  }

  @Test func `votes that are counted by hand are hidden from the class until the answer`() throws {
    let before = try given()
    var counted = before.after(
      .lesson(.count(votes: 17, choice: 0, page: 0)), .lesson(.count(votes: 4, choice: 1, page: 0)))
    #expect(counted.lecture?.tally == [0, 0] && counted.lecture?.wholeTally == [17, 4])
    #expect(counted.lectureReport?.votes == [17, 4])
    // Of another page than the class sees, or of no choice.
    #expect(counted.after(.lesson(.count(votes: 1, choice: 0, page: 1))).lecture?.voteCount == 21)
    #expect(counted.after(.lesson(.count(votes: 1, choice: 5, page: 0))).lecture?.voteCount == 21)
    // How they fell cannot be seen: only their number.
    let other = before.after(
      .lesson(.count(votes: 5, choice: 0, page: 0)), .lesson(.count(votes: 16, choice: 1, page: 0)))
    #expect(picture(of: counted) == picture(of: other))
    #expect(text(of: counted).contains("votes 21"))
    // One who counts again corrects.
    counted.take(.lesson(.count(votes: 18, choice: 0, page: 0)))
    counted = counted.after(.lesson(.vote(0)), .togglePlay, .advance(steps: 100))
    #expect(counted.lecture?.tally == [19, 4] && counted.lecture?.answer == 0)
    #expect(text(of: counted).contains("19 of 23 right"))
    // Too late.
    #expect(counted.after(.lesson(.count(votes: 1, choice: 1, page: 0))).lecture?.tally == [19, 4])
  }

  @Test func `a page counts no more votes than fit the screen`() throws {
    var lecture = Lecture(try lesson())
    lecture.count(Lecture.voteLimit, for: 0)
    lecture.count(1, for: 1)
    lecture.count(Lecture.voteLimit + 1, for: 0)
    lecture.count(-1, for: 0)
    lecture.vote(for: 1)
    #expect(lecture.wholeTally == [Lecture.voteLimit, 0])
  }

  @Test func `votes that were counted are asked about before they are lost`() throws {
    let given = try given().after(.lesson(.count(votes: 3, choice: 0, page: 0)))
    var asked = given
    var effects = update(&asked, .leave)
    #expect(effects == [] && asked.notice?.contains("3") == true)
    effects = update(&asked, .leave)
    #expect(effects == [.quit])
  }

  @Test func `another lesson than the one that was asked for is followed, if it can be read`()
    throws
  {
    let strings = Strings("en")
    let library = LessonLibrary(strings, Shelf(folders: []))
    let other = try library.lecture("rate").lecture
    var given = try given()
    given.give(other)
    given.take(.lesson(.turn(pages: 2)))
    var desk = try desk()
    let report = try #require(given.lectureReport)
    let effects = update(&desk, .desk(.told(report)))
    #expect(effects == [.findLesson("rate")])
    // Asked for once.
    let again = update(&desk, .desk(.told(report)))
    #expect(again == [])
    let lost = desk.after(.desk(.found(FoundLesson("rate", nil))))
    #expect(text(of: lost).contains("cannot be read here"))
    desk = desk.after(.desk(.found(FoundLesson("rate", other))))
    #expect(desk.lecture?.word == "rate" && desk.lecture?.page == 2 && desk.desk?.isLost == false)
    // A page that is not there.
    var wrong = report
    wrong.page = 99
    desk = desk.after(.desk(.told(wrong)))
    #expect(desk.lecture?.page == 2 && desk.desk?.isLost == true)
  }

  @Test func `clocks tell how long the lesson and the page have lasted`() throws {
    var report = try #require(try given().lectureReport)
    (report.began, report.turned) = (400, 940)
    let desk = try desk().after(.desk(.told(report)))
    #expect(desk.desk?.lessonSeconds == 600 && desk.desk?.pageSeconds == 60)
    #expect(text(of: desk).contains("lesson 10:00 · page 1:00"))
    let alone = try self.desk().after(.desk(.time(Moment(seconds: 1075))))
    #expect(alone.desk?.lessonSeconds == 75)
    #expect(ClockText.duration(3725) == "1:02:05" && ClockText.ofDay(300) == "0:05")
  }

  @Test func `help at the desk is about the desk`() throws {
    let help = press(.character("?"), in: try desk(Size(80, 50)))
    #expect(text(of: help).contains("In the lecturer's notes"))
    #expect(press(.escape, in: help).sheet == nil)
    for words in ["fork", "presentation", "write this race"] {
      #expect(!text(of: help).contains(words), "\(words)")
    }
    // What drives a race does nothing.
    for key: Key in [.character("s"), .character("f"), .character("e"), .character("L"), .tab] {
      #expect(Keymap.message(for: .key(key), in: try desk()) == nil)
    }
  }

  @Test(arguments: LessonLibrary.builtIn, Strings.languages)
  func `at the desk every page shows its notes, its question and the answer`(
    name: String, language: String
  ) throws {
    let strings = Strings(language)
    let lesson = try #require(LessonLibrary.file(of: name, strings)?.lesson)
    var desk = try model(size: Size(80, 24), language: language)
    desk.openDesk(Lecture(lesson, place: (1, 12)))
    for page in lesson.pages {
      let shown = text(of: desk).filter { !$0.isWhitespace && $0 != "|" }
      let notes = try #require(page.notes).filled(desk.notesBlanks).plain
      var words = notes.split(whereSeparator: \.isWhitespace).filter { $0 != "-" }.map(String.init)
      if let question = page.question {
        let answer = try #require(desk.desk?.answer)
        words += question.text.plain.split(whereSeparator: \.isWhitespace).map(String.init)
        words.append("✓\(answer + 1)")
      }
      for word in words where !shown.contains(word) { Issue.record("\(page.name): \(word)") }
      desk.take(.desk(.turn(pages: 1)))
    }
  }

  @Test func `any window has notes, and many keys do no harm`() throws {
    let keys: [Key] = [
      .enter, .up, .down, .backspace, .pageUp, .pageDown, .escape, .character(" "),
      .character("n"), .character("p"), .character("7"), .character("?"), .character("t"),
    ]
    var chance = Chance(state: 5)
    for size in [Size(40, 12), Size(60, 20), Size(80, 24), Size(140, 42)] {
      var desk = try desk(size)
      for _ in 0..<200 {
        desk = press(try #require(keys.randomElement(using: &chance)), in: desk)
        let frame = view(of: desk, scenery: Scenery())
        #expect(frame.size == size)
      }
      #expect(text(of: try self.desk(size)).contains("Ask first."))
    }
  }
}
