import App
import Descent
import Files
import Room
import Testing

/// A lesson that is given with a class: its questions are voted on from phones.
struct ClassLessonTests {
  private static func lecture(_ model: Model) throws -> Lecture {
    try LessonLibrary(model.strings, model.lessonShelf).lecture("gradient-descent").lecture
  }

  @Test func `what phones vote is the lesson's, and how it fell is seen at the answer`() throws {
    var room = ClassInTests(try model(), students: 30)
    room.take(.toggle)
    let lecture = try Self.lecture(room.model)
    room.model.give(lecture)
    var asked = 0
    for page in lecture.lesson.pages.indices {
      guard let question = lecture.lesson.pages[page].question else {
        room.take(.lesson(.turn(pages: 1)))
        continue
      }
      asked += 1
      guard case .question(let open) = room.room.phase else {
        Issue.record("page \(page) asks nobody")
        return
      }
      #expect(open.options == question.choices.map(\.text) && !open.isRevealed)
      // Everybody votes twice: the second vote counts.
      for seat in 1...30 {
        room.say(.vote((seat + 1) % open.options.count), by: seat)
        room.say(.vote(seat % open.options.count), by: seat)
      }
      let sent = open.options.indices.map { option in
        (1...30).count { $0 % open.options.count == option }
      }
      let before = try #require(room.model.lecture)
      #expect(before.voteCount == 30 && before.tally.allSatisfy { $0 == 0 })
      for _ in 0..<4 where room.model.lecture?.isAsking == true { room.take(.lesson(.goOn)) }
      let after = try #require(room.model.lecture)
      #expect(after.tally == sent, "page \(page)")
      #expect(room.room.answers.count == asked)
      #expect(room.room.answers.last?.question.tally == sent)
      #expect(room.room.answers.last?.question.right == after.answer)
      // Too late.
      room.say(.vote(0), by: 30)
      #expect(room.model.lecture?.tally == sent)
      room.take(.lesson(.turn(pages: 1)))
    }
    #expect(asked > 2)
  }

  @Test func `the wall leaves the lesson as it was`() throws {
    var room = ClassInTests(try model())
    room.take(.toggle)
    room.model.give(try Self.lecture(room.model))
    room.take(.lesson(.turn(pages: 1)))
    let before = room.model
    room.take(.toggle)
    try room.openRace()
    room.take(.lobby, .toggle)
    #expect(room.model.lecture?.page == 1 && room.model.view == before.view)
    #expect(room.model.race.cars.map(\.name) == before.race.cars.map(\.name))
    #expect(room.model.timeline.tick == before.timeline.tick)
  }
}
