package import App
import Descent
import Drawing
package import Files
package import Texts

/// Lessons on paper: text, a picture of every page, questions, and the answers at the end.
package struct Handout: Sendable {
  package let strings: Strings
  package let chapters: [Chapter]

  /// A lesson.
  package struct Chapter: Sendable {
    package let title, summary: String
    package let pages: [Page]
  }

  /// A page of it.
  package struct Page: Sendable {
    /// From 1.
    package let number: Int
    package let title: String
    package let text: LessonText
    package let notes: LessonText?
    /// The rule that it is about, and how it is set.
    package let formula: [String]
    package let settings: String
    /// Drawings as text of SVG files: as the page opens, or where it pauses if it asks nothing.
    package let figure: String
    package let question: Question?
  }

  package struct Question: Sendable {
    package let text: LessonText
    package let choices: [String]
    /// The choice that holds, from 0.
    package let answer: Int?
    /// What the race has come to.
    package let figure: String
  }

  /// Pixels of a figure: they are seen as wide as a text on paper.
  private static let figure = PrintedPage(width: 900, height: 500, textHeight: 20)!

  /// - Parameters:
  ///   - model: how things are to look, whatever race it has.
  ///   - hasNotes: with what the lecturer wants to say.
  ///   - tell: hears how many pages are done.
  package init(
    of lectures: [Lecture], _ model: Model, hasNotes: Bool, tell: (Int) -> Void = { _ in }
  ) {
    strings = model.strings
    var done = 0
    chapters = lectures.enumerated().map { place, lecture in
      Chapter(
        title: Self.title(of: lecture, model.strings), summary: lecture.lesson.summary,
        pages: lecture.lesson.pages.indices.map { page in
          defer {
            done += 1
            tell(done)
          }
          return Self.page(page, of: lecture, model, hasNotes: hasNotes, name: "l\(place)p\(page)")
        })
    }
  }

  private static func title(of lecture: Lecture, _ strings: Strings) -> String {
    let title = lecture.lesson.title
    return lecture.place.map { "\($0.number). \(title)" } ?? title
  }

  /// - Parameter name: begins the names of what is in its figures.
  private static func page(
    _ index: Int, of lecture: Lecture, _ model: Model, hasNotes: Bool, name: String
  ) -> Page {
    var (lecture, model) = (lecture, model)
    lecture.page = index
    model.give(lecture)
    let page = lecture.current
    let blanks = model.notesBlanks
    let opened = model
    if let pause = page.pause { model.drive(to: pause) }
    let last = figure.drawing(of: model, .figure, name: name)
    let question = page.question.map { question in
      Question(
        text: question.text.filled(blanks), choices: question.choices.map(\.text),
        answer: model.lecture?.answer, figure: last)
    }
    let car = page.formula.map { model.race.cars[$0] }
    return Page(
      number: index + 1, title: page.title, text: page.text.filled(blanks),
      notes: hasNotes ? page.notes?.filled(blanks) : nil, formula: car?.rule.formula ?? [],
      settings: car.map { CarFacts.settings(of: $0, model) } ?? "",
      figure: question == nil
        ? last : figure.drawing(of: opened, .figure, name: name + "open"),
      question: question)
  }
}
