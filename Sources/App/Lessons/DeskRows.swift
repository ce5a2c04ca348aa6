import Drawing
import Files
import Texts

/// What the lecturer's notes say of a page, in the width that there is.
struct DeskRows {
  /// Title, and how the lesson stands.
  private(set) var top: [StyledLine] = []
  private(set) var notes: [StyledLine] = []
  /// The question with its right answer marked, and the votes; empty where nothing is asked.
  private(set) var question: [StyledLine] = []
  /// The beginning of the next page.
  private(set) var next: [StyledLine] = []
  private let model: Model
  private let width: Int

  init(_ model: Model, width: Int) {
    self.model = model
    self.width = width
    guard let lecture = model.lecture, let desk = model.desk else { return }
    addTop(lecture, desk)
    addNotes(lecture)
    if let question = lecture.current.question { add(question, desk) }
    addNext(lecture)
  }

  private mutating func addTop(_ lecture: Lecture, _ desk: Desk) {
    let (theme, strings) = (model.theme, model.strings)
    let mark = "\(lecture.page + 1) / \(lecture.lesson.pages.count)"
    for (row, line) in lecture.current.title.wrapped(to: width - mark.cellWidth - 2).enumerated() {
      var title = StyledLine(line, theme.ink, .bold)
      if row == 0 { title.add(mark, theme.dim, atRight: true) }
      top.append(title)
    }
    let times = [
      strings(.deskLessonTime, ["time": ClockText.duration(desk.lessonSeconds)]),
      strings(.deskPageTime, ["time": ClockText.duration(desk.pageSeconds)]),
    ]
    let state = desk.follows.map { report in
      strings(report.isPlaying ? .deskPlaying : .deskPaused, ["step": "\(report.step)"])
    }
    let words = ([state] + times).compactMap(\.self).joined(separator: " · ")
    top += StyledLine.wrapped(words, to: width, theme.ink)
    let link = model.linkAtDesk
    let ink = desk.isLost ? theme.warning : desk.link == .following ? theme.dim : theme.accent
    top += StyledLine.wrapped(link, to: width, ink) + [StyledLine()]
  }

  private mutating func addNotes(_ lecture: Lecture) {
    let theme = model.theme
    guard let text = lecture.current.notes, !text.isEmpty else {
      notes += StyledLine.wrapped(model.strings[.deskNoNotes], to: width, theme.dim)
      return
    }
    // Items stand under one another, their signs in a column of their own.
    for runs in text.filled(model.notesBlanks).lines(width: width - 2) {
      let isItem = runs.first?.text.hasPrefix("- ") ?? false
      var line = StyledLine(isItem ? "• " : "  ", theme.accent, .bold)
      for (place, run) in runs.enumerated() {
        let text = isItem && place == 0 ? String(run.text.dropFirst(2)) : run.text
        line.add(text, run.isStrong ? theme.accent : theme.ink, run.isStrong ? .bold : [])
      }
      notes.append(line)
    }
  }

  private mutating func add(_ asked: Lesson.Question, _ desk: Desk) {
    let theme = model.theme
    question.append(StyledLine())
    let text = asked.text.filled(MapWords.blanks(model.strings, theme)).plain
    question += StyledLine.wrapped(text, to: width, theme.ink, .bold)
    let tally = model.tallyAtDesk
    let column = min(width - 18, asked.choices.map(\.text.cellWidth).max() ?? 0)
    for (choice, text) in asked.choices.map(\.text).enumerated() {
      add(choice, text, tally, column: max(8, column), desk)
    }
    let votes = model.strings(.lessonVotes, ["count": "\(tally.reduce(0, +))"])
    let hint = model.isAskingAtDesk ? " · " + model.strings(.deskHint, keys) : ""
    question += StyledLine.wrapped(votes + hint, to: width, theme.dim)
  }

  private var keys: [String: String] { ["key": model.keymap.label(of: "desk-go-on")] }

  /// A choice, and its votes as a number and a bar; in the number's place one that is being typed.
  private mutating func add(
    _ choice: Int, _ text: String, _ tally: [Int], column: Int, _ desk: Desk
  ) {
    let theme = model.theme
    let isRight = desk.answer == choice
    let isChosen = model.isAskingAtDesk && desk.row == choice
    let most = max(1, tally.max() ?? 0)
    for (place, part) in text.wrapped(to: column).enumerated() {
      var line = StyledLine(place == 0 && isChosen ? "▸" : " ", theme.accent, .bold)
      if place == 0 {
        line.add(
          isRight ? "✓\(choice + 1) " : " \(choice + 1) ", isRight ? theme.accentInk : theme.ink,
          .bold, paper: isRight ? theme.accent : nil)
      } else {
        line.add("   ", theme.ink)
      }
      line.add(" " + part, theme.ink, isRight ? .bold : [])
      if place == 0 {
        let isTyping = isChosen && !desk.typed.isEmpty
        line.pad(to: column + 6, theme.ink)
        line.add(
          (isTyping ? "\(desk.typed)_" : "\(tally[choice])").padded(to: 4, .right) + " ",
          isTyping ? theme.accent : theme.ink, .bold)
        let length = (tally[choice] * max(0, width - line.width) + most - 1) / most
        line.add(String(repeating: " ", count: length), theme.ink, paper: theme.accent)
      }
      question.append(line)
    }
  }

  private mutating func addNext(_ lecture: Lecture) {
    let (theme, strings) = (model.theme, model.strings)
    let pages = lecture.lesson.pages
    guard lecture.page + 1 < pages.count else {
      next = StyledLine.wrapped(strings[.deskLastPage], to: width, theme.dim)
      return
    }
    let page = pages[lecture.page + 1]
    next = StyledLine.wrapped(
      strings(.deskNext, ["title": page.title]), to: width, theme.dim, .bold)
    let text = page.text.filled(MapWords.blanks(strings, theme)).plain
    next += StyledLine.wrapped(
      text.split(separator: "\n").first.map(String.init) ?? "", to: width, theme.dim)
  }
}

extension Model {
  /// Whether there is a lesson to follow, in one line.
  package var linkAtDesk: String {
    guard let desk, let lecture else { return "" }
    if desk.isLost, let report = desk.report {
      return strings(.deskLost, ["name": report.lesson])
    }
    return switch desk.link {
    case .waiting: strings(.deskWaits, ["name": lecture.word])
    case .following: strings[.deskFollows]
    case .ended: strings(.deskEnded, ["name": lecture.word])
    }
  }
}
