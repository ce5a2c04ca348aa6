import App
import Files
import Synchronization
import Terminal
import Testing

/// What two terminals of a lecture say to each other.
struct PostingTests {
  /// As it goes through the socket.
  private static let line = """
    {"report":{"_0":{"began":1000,"isPlaying":true,"isRevealed":false,"lesson":"momentum",\
    "page":1,"step":40,"turned":1060,"votes":[17,4,0]}}}
    """

  private static let report: LectureReport = {
    guard case .report(let report) = Posting(line: line) else { fatalError() }
    return report
  }()

  private static let postings: [Posting] = [
    .report(report), .noLesson, .order(.nextPage), .order(.pageBefore), .order(.goOn),
    .order(.play),
    .order(.count(votes: 17, choice: 2, page: 1)),
  ]

  @Test(arguments: postings)
  func `a posting is one line, and is read from it`(posting: Posting) {
    #expect(!posting.line.contains("\n"))
    #expect(Posting(line: posting.line) == posting)
    // Each end hears what is meant for it.
    #expect((posting.asked == nil) != (posting.told == nil))
  }

  @Test func `a line with line ends in a name is still one`() {
    var report = Self.report
    report.lesson = "a\nb\u{1b}.toml"
    #expect(!Posting.report(report).line.contains { $0.isNewline })
    #expect(Posting(line: Posting.report(report).line) == .report(report))
  }

  @Test(arguments: ["", "null", "{}", "[]", "{\"order\":{}}", "hello", "{\"order\":{\"_0\":7}}"])
  func `what is no posting is nothing`(line: String) { #expect(Posting(line: line) == nil) }

  @Test func `a report of impossible numbers is nothing`() {
    func isHeard(_ change: (inout LectureReport) -> Void) -> Bool {
      var report = Self.report
      change(&report)
      return Posting(line: Posting.report(report).line) != nil
    }
    #expect(isHeard { _ in })
    #expect(!isHeard { $0.page = -1 })
    #expect(!isHeard { $0.step = .min })
    #expect(!isHeard { $0.votes = [-1] })
    #expect(!isHeard { $0.votes = [.max, .max] })
    #expect(!isHeard { $0.votes = Array(repeating: 0, count: 10) })
    #expect(!isHeard { $0.began = .max })
    #expect(!isHeard { $0.turned = .min })
  }

  @Test func `orders of impossible numbers change nothing`() throws {
    let lesson = try #require(LessonFile(LessonFileTests.good, file: "mine.toml").lesson)
    var model = try model()
    model.give(Lecture(lesson))
    for (votes, choice, page) in [
      (1, -1, 0), (1, .max, 0), (.min, 0, 0), (.max, 0, 0), (1, 0, .max), (1, 0, -1),
    ] {
      let order = Posting.order(.count(votes: votes, choice: choice, page: page))
      model.take(try #require(Posting(line: order.line)?.asked))
    }
    #expect(model.lecture?.wholeTally == [0, 0])
  }

  @Test func `spoilt lines do no harm`() throws {
    let lesson = try #require(LessonFile(LessonFileTests.good, file: "mine.toml").lesson)
    var (given, desk) = (try model(), try model())
    given.give(Lecture(lesson))
    desk.openDesk(Lecture(lesson))
    var chance = Chance(state: 3)
    var heard = 0
    for round in 0..<20_000 {
      var letters = Array(Self.postings[round % Self.postings.count].line.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &chance) where !letters.isEmpty {
        let place = Int.random(in: 0..<letters.count, using: &chance)
        letters[place] = UInt8.random(in: 32...126, using: &chance)
      }
      guard let posting = Posting(line: String(decoding: letters, as: UTF8.self)) else { continue }
      heard += 1
      if let asked = posting.asked { given.take(asked) }
      if let told = posting.told { desk.take(told) }
    }
    #expect(heard > 5000)
    #expect(given.lecture?.lesson.pages.indices.contains(given.lecture?.page ?? -1) == true)
    #expect(desk.lecture?.lesson.pages.indices.contains(desk.lecture?.page ?? -1) == true)
  }

  @Test func `the loop tells how the lesson stands, and takes what is asked of it`() throws {
    let lesson = try #require(LessonFile(LessonFileTests.good, file: "mine.toml").lesson)
    var model = try model()
    model.give(Lecture(lesson))
    let mailbox = Mailbox()
    var posted: [Posting] = []
    var second = 100
    let mail = Mail(mailbox, post: { posted.append($0) }, clock: { Moment(seconds: second) })
    mailbox.put(DeskTests.message(.count(votes: 17, choice: 0, page: 0)))
    let screen = MemoryScreen(script: [
      .event(.called), .timeOut, .key(.character("n")), .timeOut, .key(.character("L")),
      .timeOut,
    ])
    second = 130
    let ended = Program.run(model, on: screen, mail: mail)
    #expect(ended.lecture?.page == 1)
    let reports = posted.compactMap { posting in
      if case .report(let report) = posting { report } else { nil }
    }
    #expect(reports.map(\.page) == [0, 0, 1] && reports.map(\.votes) == [[0, 0], [17, 0], []])
    #expect(reports.allSatisfy { $0.lesson == "mine.toml" && $0.began == 130 })
  }

  @Test func `a mailbox keeps what a lecturer can type, and rings`() {
    let rung = Mutex(0)
    let mailbox = Mailbox { rung.withLock { $0 += 1 } }
    for _ in 0..<1000 { mailbox.put(.togglePlay) }
    #expect(rung.withLock(\.self) == 1000)
    #expect(mailbox.take().count == Mailbox.limit && mailbox.take().isEmpty)
  }
}

extension DeskTests {
  static func message(_ order: DeskOrder) -> Message {
    Posting(line: Posting.order(order).line)?.asked ?? .redraw
  }
}
