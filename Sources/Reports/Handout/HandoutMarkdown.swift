import Files
import Texts

/// A handout in Markdown, its figures in files beside it.
package struct HandoutMarkdown {
  private let handout: Handout
  /// What the names of figures begin with.
  private let stem: String

  private var strings: Strings { handout.strings }

  package init(_ handout: Handout, stem: String) { (self.handout, self.stem) = (handout, stem) }

  package func text() -> String {
    var lines: [String] = []
    for (place, chapter) in handout.chapters.enumerated() {
      lines += ["# \(chapter.title.marked)", "", "*\(chapter.summary.marked)*", ""]
      for page in chapter.pages { lines += self.lines(of: page, chapter: place) }
    }
    return (lines + answers()).joined(separator: "\n") + "\n"
  }

  /// The figures, by the names that the text has for them.
  package func figures() -> [(name: String, drawing: String)] {
    handout.chapters.enumerated().flatMap { place, chapter in
      chapter.pages.flatMap { page in
        [(name(page, chapter: place), page.figure)]
          + (page.question.map { [(name(page, chapter: place, isAnswer: true), $0.figure)] } ?? [])
      }
    }
  }

  private func name(_ page: Handout.Page, chapter: Int, isAnswer: Bool = false) -> String {
    let lesson = handout.chapters.count > 1 ? "-\(chapter + 1)" : ""
    return "\(stem)\(lesson)-\(page.number)\(isAnswer ? "-answer" : "").svg"
  }

  private func lines(of page: Handout.Page, chapter: Int) -> [String] {
    var lines = ["## \(page.number) \(page.title.marked)", ""] + paragraphs(page.text)
    if !page.formula.isEmpty {
      lines += ["```"] + page.formula + (page.settings.isEmpty ? [] : [page.settings])
      lines += ["```", ""]
    }
    lines += ["![\(page.title.marked)](\(name(page, chapter: chapter)))", ""]
    if let question = page.question {
      lines += ["**\(strings[.lessonPredict].marked)**", ""] + paragraphs(question.text)
      lines += question.choices.enumerated().map { "\($0 + 1). \($1.marked)" } + [""]
    }
    if let notes = page.notes {
      let words = paragraphs(notes).map { $0.isEmpty ? ">" : "> \($0)" }
      lines += ["> **\(strings[.handoutNotes].marked)**", ">"] + words.dropLast() + [""]
    }
    return lines
  }

  private func answers() -> [String] {
    var lines: [String] = []
    for (place, chapter) in handout.chapters.enumerated() {
      let asked = chapter.pages.filter { $0.question != nil }
      if !asked.isEmpty { lines += ["## \(chapter.title.marked)", ""] }
      for page in asked {
        lines += ["### \(page.number) \(page.title.marked)", ""]
        if let question = page.question, let answer = question.answer {
          lines += ["**\(answer + 1)** \(question.choices[answer].marked)", ""]
        }
        lines += ["![\(page.title.marked)](\(name(page, chapter: place, isAnswer: true)))", ""]
      }
    }
    return lines.isEmpty ? [] : ["# \(strings[.handoutAnswers].marked)", ""] + lines
  }

  private func paragraphs(_ text: LessonText) -> [String] {
    text.lines(width: .max).filter { !$0.isEmpty }.flatMap { runs in
      [runs.map { $0.isStrong ? "**\($0.text.marked)**" : $0.text.marked }.joined(), ""]
    }
  }
}

extension String {
  /// The text with what Markdown would take for marks escaped.
  fileprivate var marked: String {
    var result = ""
    for character in self {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
