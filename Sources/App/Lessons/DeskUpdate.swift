package import Files
import Texts

/// A lesson that was looked for, or that it is not there.
package struct FoundLesson: Hashable, Sendable {
  package let word: String
  package let lecture: Lecture?

  package init(_ word: String, _ lecture: Lecture?) { (self.word, self.lecture) = (word, lecture) }

  package static func == (a: FoundLesson, b: FoundLesson) -> Bool {
    a.word == b.word && a.lecture?.lesson.file == b.lecture?.lesson.file
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(word) }
}

extension DeskMessage {
  /// It comes of a key.
  var isTyped: Bool {
    switch self {
    case .time, .told, .ended, .found: false
    case .turn, .enter, .play, .type, .erase, .move, .scroll: true
    }
  }
}

extension Lecture {
  /// The word that opens the lesson, or its file.
  package var word: String { place == nil ? lesson.file : lesson.name }
}

// What happens at the lecturer's desk.
extension Model {
  /// Shows the notes of a lesson in the place of the race.
  package mutating func openDesk(_ lecture: Lecture) {
    self.lecture = lecture
    (desk, layers, isPlaying, explainsSigns) = (Desk(), [], false, false)
    openPageAtDesk(0)
  }

  /// The question of the page waits for its answer.
  package var isAskingAtDesk: Bool {
    guard let lecture, lecture.current.question != nil else { return false }
    return !(desk?.follows?.isRevealed ?? false)
  }

  /// How many have voted for each choice, as far as it is known at the desk.
  package var tallyAtDesk: [Int] {
    guard let lecture else { return [] }
    guard let votes = desk?.follows?.votes, votes.count == lecture.wholeTally.count else {
      return lecture.wholeTally
    }
    return votes
  }

  package mutating func answer(_ message: DeskMessage) -> [Effect] {
    guard desk != nil else { return [] }
    switch message {
    case .time(let moment): desk?.passTime(to: moment)
    case .told(let report): return hear(report)
    case .ended: desk?.end()
    case .found(let found): take(found)
    case .turn(let pages): return turnAtDesk(by: pages)
    case .enter: return enterAtDesk()
    case .play: return ask(.play)
    case .type(let digit): typeAtDesk(digit)
    case .erase: _ = desk?.typed.popLast()
    case .move(let rows): moveAtDesk(by: rows)
    case .scroll(let row): desk?.scroll = row
    }
    return []
  }

  private mutating func hear(_ report: LectureReport) -> [Effect] {
    let isNew = desk?.report?.lesson != report.lesson
    desk?.link = .following
    desk?.report = report
    if report.lesson == lecture?.word {
      desk?.isLost = false
      follow(report)
    } else if isNew {
      return [.findLesson(report.lesson)]
    }
    return []
  }

  private mutating func take(_ found: FoundLesson) {
    guard let report = desk?.report, report.lesson == found.word else { return }
    desk?.isLost = found.lecture == nil
    guard let lecture = found.lecture else { return }
    self.lecture = lecture
    openPageAtDesk(0)
    follow(report)
  }

  /// Turns to the page that the class sees.
  private mutating func follow(_ report: LectureReport) {
    guard let lecture, lecture.lesson.pages.indices.contains(report.page) else {
      // A lesson of that name with other pages.
      desk?.isLost = true
      return
    }
    if lecture.page != report.page { openPageAtDesk(report.page) }
    if report.isRevealed { desk?.typed = "" }
  }

  private mutating func openPageAtDesk(_ page: Int) {
    lecture?.page = page
    desk?.beginPage()
    // Known here before the class has driven there.
    desk?.answer =
      lecture?.current.question == nil
      ? nil
      : lecture.flatMap {
        $0.current.answer($0.current.logbook)
      }
  }

  private mutating func turnAtDesk(by pages: Int) -> [Effect] {
    if desk?.link == .following { return ask(pages > 0 ? .nextPage : .pageBefore) }
    guard let lecture else { return [] }
    let page = lecture.page + pages
    if lecture.lesson.pages.indices.contains(page) {
      openPageAtDesk(page)
    } else {
      notice = strings[pages > 0 ? .deskLastPage : .deskFirstPage]
    }
    return []
  }

  private mutating func enterAtDesk() -> [Effect] {
    guard let desk, let lecture, let votes = Int(desk.typed) else {
      return self.desk?.link == .following ? ask(.goOn) : turnAtDesk(by: 1)
    }
    let choice = desk.row
    self.desk?.typed = ""
    self.desk?.row = (choice + 1) % max(1, lecture.wholeTally.count)
    if desk.link == .following {
      return ask(.count(votes: votes, choice: choice, page: lecture.page))
    }
    self.lecture?.count(votes, for: choice)
    return []
  }

  private mutating func ask(_ order: DeskOrder) -> [Effect] {
    guard desk?.link == .following else {
      notice = strings(.deskNobody, ["name": lecture?.word ?? ""])
      return []
    }
    return [.post(.order(order))]
  }

  private mutating func typeAtDesk(_ digit: Character) {
    guard isAskingAtDesk, let typed = desk?.typed, typed.count < Desk.digits else { return }
    desk?.typed = typed == "0" ? String(digit) : typed + String(digit)
  }

  private mutating func moveAtDesk(by rows: Int) {
    guard let desk, let lecture, isAskingAtDesk else { return }
    self.desk?.row = min(max(0, desk.row + rows), lecture.wholeTally.count - 1)
    self.desk?.typed = ""
  }

  /// Fills the blanks of notes: those of texts, and `{key.ACTION}` with the key of an action.
  package var notesBlanks: [String: String] {
    var blanks = MapWords.blanks(strings, theme)
    for binding in keymap.all { blanks["key.\(binding.action)"] = keymap.label(of: binding.action) }
    return blanks
  }
}
