package import App
import Drawing
import Files
import Texts

/// The lecturer's notes as text, page by page as the lesson goes.
package struct PlainDesk {
  private var model: Model
  private let talk: PlainTalk
  /// What was said last.
  private var link = ""
  private var page: Page?
  private var votes: [Int] = []

  /// A page of a lesson.
  private struct Page: Equatable {
    var lesson: String
    var page: Int
  }

  /// - Parameter model: with a desk.
  package init(_ model: Model, _ talk: PlainTalk) {
    self.model = model
    self.talk = talk
  }

  private var strings: Strings { model.strings }

  /// All notes one after the other.
  package mutating func tellAll() {
    guard let pages = model.lecture?.lesson.pages.count else { return }
    tellTitle()
    for page in 0..<pages {
      if page > 0 { _ = update(&model, .desk(.turn(pages: 1))) }
      tellPage()
    }
  }

  /// The lesson, what may be typed, and the first page.
  package mutating func begin() {
    tellTitle()
    talk.say(strings[.deskPlainKeys])
    tellNews()
  }

  /// What a typed line asks for; `nil` to end.
  package func meaning(of line: String) -> [Message]? {
    let words = line.split { $0.isWhitespace || $0 == "," }.map(String.init)
    switch words {
    case []: return [.desk(.enter)]
    case ["n"]: return [.desk(.turn(pages: 1))]
    case ["p"]: return [.desk(.turn(pages: -1))]
    case ["."]: return [.desk(.play)]
    case ["q"]: return nil
    default: break
    }
    let choices = model.lecture?.current.question?.choices.count ?? 0
    guard words.count <= choices, words.allSatisfy({ $0.allSatisfy { "0"..."9" ~= $0 } }) else {
      talk.say(strings[.deskPlainKeys])
      return []
    }
    // From the first choice on, each number for the next one.
    return [.desk(.move(-choices))]
      + words.flatMap { $0.map { .desk(.type($0)) } + [.desk(.enter)] }
  }

  /// Answers a message and says what is new.
  ///
  /// - Parameter find: reads the lesson of that name or file.
  /// - Returns: what goes to the other terminal.
  package mutating func take(
    _ message: Message, find: (String) -> FoundLesson
  ) -> [Posting] {
    var postings: [Posting] = []
    for effect in update(&model, message) {
      switch effect {
      case .post(let posting): postings.append(posting)
      case .findLesson(let word): _ = update(&model, .desk(.found(find(word))))
      default: break
      }
    }
    tellNews()
    return postings
  }

  private mutating func tellNews() {
    if model.linkAtDesk != link {
      link = model.linkAtDesk
      talk.say(link)
    }
    if let notice = model.notice {
      talk.say(notice)
      model.notice = nil
    }
    let now = model.lecture.map { Page(lesson: $0.word, page: $0.page) }
    if now != page {
      page = now
      tellPage()
      votes = model.tallyAtDesk
    } else if model.tallyAtDesk != votes {
      votes = model.tallyAtDesk
      let each = votes.map(String.init).joined(separator: ", ")
      talk.say(
        strings(.deskTally, ["count": "\(votes.reduce(0, +))", "votes": each]))
    }
  }

  private func tellTitle() {
    guard let lecture = model.lecture else { return }
    talk.say("\(strings[.deskTitle]): \(lecture.lesson.title)")
  }

  private func tellPage() {
    guard let lecture = model.lecture else { return }
    let page = lecture.current
    talk.sayNothing()
    talk.say(
      strings(
        .plainPage,
        [
          "number": "\(lecture.page + 1)", "count": "\(lecture.lesson.pages.count)",
          "title": page.title,
        ]))
    let notes = page.notes?.filled(model.notesBlanks).plain ?? ""
    for line in (notes.isEmpty ? strings[.deskNoNotes] : notes).split(separator: "\n") {
      talk.say(String(line))
    }
    guard let question = page.question else { return }
    talk.say(question.text.filled(MapWords.blanks(strings, model.theme)).plain)
    for (place, choice) in question.choices.enumerated() {
      talk.say(strings(.plainChoice, ["number": "\(place + 1)", "text": choice.text]))
    }
    if let answer = model.desk?.answer {
      talk.say(
        strings(
          .plainAnswer, ["number": "\(answer + 1)", "text": question.choices[answer].text]))
    }
  }
}
