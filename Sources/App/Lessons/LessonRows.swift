import Descent
import Drawing
import Files
import Texts

/// The rows of a lesson's page in the width that there is.
struct LessonRows {
  struct Row {
    var pieces: [Piece] = []
    /// The choice of the question that it belongs to.
    var choice: Int?
    /// How readily it is given up where rows are short; 0 for never.
    var spare = 0
  }

  struct Piece {
    var text: String
    var ink: Color
    var style: Cell.Style = []
    var paper: Color?
    /// Ends where the row does.
    var atRight = false
  }

  private(set) var rows: [Row] = []
  private let model: Model
  private let width: Int

  init(_ model: Model, width: Int, hasFormula: Bool = true) {
    self.model = model
    self.width = width
    guard let lecture = model.lecture else { return }
    addTitle(lecture)
    addBlank()
    add(lecture.current.text)
    if hasFormula, let car = lecture.current.formula { addFormula(ofCar: car) }
    if let question = lecture.current.question { add(question, lecture) }
  }

  /// As many as there is room for, if leaving out what may be left out is enough; all that must stay
  /// otherwise.
  func fitted(to height: Int) -> [Row] {
    var rows = rows
    while rows.count > height, let spare = rows.map(\.spare).max(), spare > 0 {
      rows.remove(at: rows.lastIndex { $0.spare == spare }!)
    }
    return rows
  }

  private mutating func addTitle(_ lecture: Lecture) {
    let theme = model.theme
    let mark = "\(lecture.page + 1) / \(lecture.lesson.pages.count)"
    for (place, line) in lecture.current.title.wrapped(to: width - mark.cellWidth - 2).enumerated()
    {
      var row = Row(pieces: [Piece(text: line, ink: theme.ink, style: .bold)])
      if place == 0 { row.pieces.append(Piece(text: mark, ink: theme.dim, atRight: true)) }
      rows.append(row)
    }
  }

  private mutating func addBlank(spare: Int = 0) { rows.append(Row(spare: spare)) }

  private mutating func add(_ text: LessonText, _ ink: Color? = nil) {
    let theme = model.theme
    for line in text.lines(width: width) {
      rows.append(
        Row(
          pieces: line.map { run in
            run.isStrong
              ? Piece(text: run.text, ink: theme.accent, style: .bold)
              : Piece(
                text: run.text, ink: ink ?? theme.ink, style: model.isPresentation ? .bold : [])
          }))
    }
  }

  private mutating func addFormula(ofCar car: Int) {
    let theme = model.theme
    addBlank(spare: 3)
    for pieces in FormulaRows(model: model, car: car).rows(width: width) {
      rows.append(Row(pieces: pieces))
    }
    if model.isPresentation { return }
    for line in CarFacts.settings(of: model.race.cars[car], model).wrapped(to: width) {
      rows.append(Row(pieces: [Piece(text: line, ink: theme.dim)], spare: 5))
    }
  }

  private mutating func add(_ question: Lesson.Question, _ lecture: Lecture) {
    let theme = model.theme
    addBlank(spare: 2)
    let heading = Piece(text: model.strings[.lessonPredict], ink: theme.accent, style: .bold)
    rows.append(Row(pieces: [heading], spare: 4))
    add(question.text)
    addBlank(spare: 4)
    let tally = lecture.tally
    let texts = question.choices.map(\.text)
    // A badge before, and a bar with its number behind.
    let room = width - 4
    let column = min(room - 8, texts.map(\.cellWidth).max() ?? 0)
    for (choice, text) in texts.enumerated() {
      add(choice, text, tally, column: column, bar: room - column - 5, lecture)
    }
    addBlank(spare: 4)
    for line in status(lecture).wrapped(to: width) {
      rows.append(Row(pieces: [Piece(text: line, ink: lecture.isAsking ? theme.dim : theme.ink)]))
    }
  }

  private mutating func add(
    _ choice: Int, _ text: String, _ tally: [Int], column: Int, bar: Int, _ lecture: Lecture
  ) {
    let theme = model.theme
    let isRight = lecture.answer == choice
    let isWrong = !lecture.isAsking && !isRight
    let badge = Piece(
      text: isRight ? "✓\(choice + 1) " : " \(choice + 1) ",
      ink: isWrong ? theme.dim : theme.accentInk, style: .bold,
      paper: isWrong ? nil : theme.accent)
    for (place, line) in text.wrapped(to: column).enumerated() {
      let ink = isRight ? theme.accent : isWrong ? theme.dim : theme.ink
      let words = Piece(
        text: " " + line, ink: ink, style: isRight || model.isPresentation ? .bold : [])
      guard place == 0 else {
        rows.append(Row(pieces: [Piece(text: "   ", ink: ink), words], choice: choice))
        continue
      }
      var pieces = [badge, words]
      let most = tally.max() ?? 0
      if most > 0, bar > 0 {
        pieces.append(
          Piece(text: String(repeating: " ", count: column - line.cellWidth + 1), ink: ink))
        let length = (tally[choice] * bar + most - 1) / most
        pieces.append(
          Piece(
            text: String(repeating: " ", count: length), ink: ink,
            paper: isWrong ? theme.dim : theme.accent))
        pieces.append(Piece(text: " \(tally[choice])", ink: ink))
      }
      rows.append(Row(pieces: pieces, choice: choice))
    }
  }

  /// How the vote stands, or how it went.
  private func status(_ lecture: Lecture) -> String {
    let (strings, keymap) = (model.strings, model.keymap)
    if let verdict = model.verdict { return verdict }
    let drive = strings(.lessonDrive, ["key": keymap.label(of: "reveal")])
    let votes = lecture.votes[lecture.page].count
    return votes == 0
      ? drive : strings(.lessonVotes, ["count": "\(votes)"]) + " · " + drive
  }
}
