import Descent
import Drawing
import Files
import Texts

/// The rows of a lesson's page in the width that there is.
struct LessonRows {
  struct Row {
    var line = StyledLine()
    /// The choice of the question that it belongs to.
    var choice: Int?
    /// How readily it is given up where rows are short; 0 for never.
    var spare = 0
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

  /// As many as there is room for, if leaving out what may be left out is enough; all that must
  /// stay otherwise.
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
      var row = StyledLine(line, theme.ink, .bold)
      if place == 0 { row.add(mark, theme.dim, atRight: true) }
      rows.append(Row(line: row))
    }
  }

  private mutating func addBlank(spare: Int = 0) { rows.append(Row(spare: spare)) }

  private mutating func add(_ text: LessonText, _ ink: Color? = nil) {
    let theme = model.theme
    let text = text.filled(MapWords.blanks(model.strings, theme))
    for line in text.lines(width: width) {
      var row = StyledLine()
      for run in line {
        row.add(
          run.text, run.isStrong ? theme.accent : ink ?? theme.ink,
          run.isStrong || model.isPresentation ? .bold : [])
      }
      rows.append(Row(line: row))
    }
  }

  private mutating func addFormula(ofCar car: Int) {
    let theme = model.theme
    addBlank(spare: 3)
    for line in FormulaRows(model: model, car: car).rows(width: width) {
      rows.append(Row(line: line))
    }
    if model.isPresentation { return }
    for line in CarFacts.settings(of: model.race.cars[car], model).wrapped(to: width) {
      rows.append(Row(line: StyledLine(line, theme.dim), spare: 5))
    }
  }

  private mutating func add(_ question: Lesson.Question, _ lecture: Lecture) {
    let theme = model.theme
    addBlank(spare: 2)
    rows.append(
      Row(line: StyledLine(model.strings[.lessonPredict], theme.accent, .bold), spare: 4))
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
      rows.append(Row(line: StyledLine(line, lecture.isAsking ? theme.dim : theme.ink)))
    }
  }

  private mutating func add(
    _ choice: Int, _ text: String, _ tally: [Int], column: Int, bar: Int, _ lecture: Lecture
  ) {
    let theme = model.theme
    let isRight = lecture.answer == choice
    let isWrong = !lecture.isAsking && !isRight
    let ink = isRight ? theme.accent : isWrong ? theme.dim : theme.ink
    for (place, line) in text.wrapped(to: column).enumerated() {
      var row = StyledLine()
      if place == 0 {
        row.add(
          isRight ? "✓\(choice + 1) " : " \(choice + 1) ",
          isWrong ? theme.dim : theme.accentInk, .bold, paper: isWrong ? nil : theme.accent)
      } else {
        row.add("   ", ink)
      }
      row.add(" " + line, ink, isRight || model.isPresentation ? .bold : [])
      let most = tally.max() ?? 0
      if place == 0, most > 0, bar > 0 {
        row.add(String(repeating: " ", count: column - line.cellWidth + 1), ink)
        let length = (tally[choice] * bar + most - 1) / most
        row.add(
          String(repeating: " ", count: length), ink, paper: isWrong ? theme.dim : theme.accent)
        row.add(" \(tally[choice])", ink)
      }
      rows.append(Row(line: row, choice: choice))
    }
  }

  /// How the vote stands, or how it went.
  private func status(_ lecture: Lecture) -> String {
    let (strings, keymap) = (model.strings, model.keymap)
    if let verdict = model.verdict { return verdict }
    let drive = strings(.lessonDrive, ["key": keymap.label(of: "go-on")])
    let votes = lecture.voteCount
    return votes == 0
      ? drive : strings(.lessonVotes, ["count": "\(votes)"]) + " · " + drive
  }
}
