import Descent
package import Drawing
package import Files
package import Texts

/// Whether a lesson does what it says: its races are driven, its statements checked, and its pages
/// laid out, without a screen.
package struct LessonCheck: Sendable {
  /// Everything that is wrong, in the order of the file.
  package let errors: [Fault]

  /// The smallest window in which a page must show whole.
  package static let size = Size(80, 24)

  /// - Parameters:
  ///   - strings: the languages in which the file's lesson must fit.
  ///   - size: the window in which it must.
  package init(_ file: LessonFile, in strings: [Strings], at size: Size = size) {
    var errors = file.errors
    if let lesson = file.lesson {
      for index in lesson.pages.indices {
        errors += Self.faults(ofPage: index, of: lesson)
        for strings in strings {
          errors += Self.misfits(ofPage: index, of: lesson, strings, size)
        }
      }
    }
    var told: [Fault] = []
    for error in errors where !told.contains(error) { told.append(error) }
    self.errors = told.sorted { ($0.line ?? .max) < ($1.line ?? .max) }
  }

  /// Statements that do not hold, and questions without exactly one right answer.
  private static func faults(ofPage index: Int, of lesson: Lesson) -> [Fault] {
    let page = lesson.pages[index]
    let logbook = page.logbook
    func finding(_ statement: Lesson.Statement) -> Claim.Finding {
      statement.claim.finding(in: logbook, at: page.lookedAt)
    }
    var errors: [Fault] = []
    for statement in page.claims {
      let found = finding(statement)
      if !found.holds {
        errors.append(
          Fault(
            .file(lesson.file, line: statement.line, key: statement.key),
            .wrong(
              found: statement.claim.shown(found),
              .init(.expectedTrue, ["claim": statement.claim.text]))))
      }
    }
    // A column of dashes tells nothing.
    for (place, quantity) in page.counters.enumerated() {
      let cars = page.setup.cars.indices.filter { !page.hidden.contains($0) }
      let numbers = cars.map { logbook.value(of: quantity, ofCar: $0, at: page.lookedAt) }
      guard !numbers.contains(where: \.isFinite) else { continue }
      errors.append(
        Fault(
          .file(
            lesson.file, line: page.line, key: "page[\(index + 1)].counters[\(place + 1)]"),
          .wrong(found: quantity.rawValue, .init(.expectedCounter))))
    }
    if let choices = page.question?.choices {
      let found = choices.map { finding($0.claim) }
      if found.count(where: \.holds) != 1, let first = choices.first {
        let shown = zip(choices, found).enumerated().map { place, pair in
          "\(place + 1): \(pair.0.claim.claim.shown(pair.1))"
        }
        errors.append(
          Fault(
            .file(
              lesson.file, line: first.claim.line,
              key: String(first.claim.key.dropLast(".choice[1].holds".count))),
            .wrong(found: shown.joined(separator: "; "), .init(.expectedOneRight))))
      }
    }
    return errors
  }

  /// Text or signs that the smallest full window has no room for, before the drive and after it.
  private static func misfits(
    ofPage index: Int, of lesson: Lesson, _ strings: Strings, _ size: Size
  ) -> [Fault] {
    let page = lesson.pages[index]
    var lecture = Lecture(lesson)
    lecture.page = index
    lecture.votes[index] = [0]
    var model = Model(page.setup, strings: strings, themes: [.night], theme: .night)
    model.size = size
    model.give(lecture)
    var errors: [Fault] = []
    let key = "page[\(index + 1)]"
    let room = ["width": "\(size.width)", "height": "\(size.height)"]
    for _ in 0..<2 {
      let rect = Layout(model)?.lesson
      let rows = rect.map { LessonPanel.lastScroll(of: model, in: $0) } ?? 0
      if rows > 0 {
        errors.append(
          Fault(
            .file(lesson.file, line: page.line, key: key),
            .wrong(
              found: strings(.lessonTooLong, ["rows": "\(rows)", "language": strings.language]),
              .init(.expectedFit, room))))
        break
      }
      model.drive(to: page.lookedAt)
    }
    for (place, sign) in page.signs.enumerated() where !shows(place, model) {
      errors.append(
        Fault(
          .file(lesson.file, line: page.line, key: "\(key).point"),
          .wrong(found: "\"\(sign.text)\"", .init(.expectedSignRoom, room))))
    }
    return errors
  }

  private static func shows(_ sign: Int, _ model: Model) -> Bool {
    let maps = Layout(model)?.maps ?? []
    return maps.isEmpty
      || maps.contains { map in
        MapSigns.placed(on: map, map.viewport(of: model), of: model).contains {
          $0.sign == sign
        }
      }
  }
}

extension Claim {
  /// `loss of gd = 12.3`: what was found, for messages.
  func shown(_ found: Finding) -> String {
    func number(_ value: Double) -> String { NumberText.brief(value) }
    return "\(number(found.left)) \(relation.rawValue) \(number(found.right))"
  }
}
