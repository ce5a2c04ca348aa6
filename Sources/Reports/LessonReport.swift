import Drawing
package import Files
package import Texts

/// What the command line says of lessons.
package struct LessonReport: Sendable {
  private let strings: Strings

  package init(strings: Strings) { self.strings = strings }

  /// The lessons, numbered, with a line each.
  package func list(_ library: LessonLibrary) -> String {
    var table = Table([
      .init("", .right), .init(strings[.listName]), .init(strings[.listTitle]),
      .init(strings[.listSummary]),
    ])
    table.rows = library.lessons.enumerated().map { place, lesson in
      ["\(place + 1)", lesson.name, lesson.title, lesson.summary]
    }
    return table.lines().map { $0.withoutTrailingSpaces + "\n" }.joined()
  }

  /// That nothing is wrong with a lesson.
  package func praise(of lesson: Lesson, as name: String) -> String {
    let claims = lesson.pages.map { $0.claims.count + ($0.question?.choices.count ?? 0) }
    return strings(
      .reportLessonsGood,
      [
        "lessons": name, "pages": "\(lesson.pages.count)", "claims": "\(claims.reduce(0, +))",
      ]) + "\n"
  }
}
