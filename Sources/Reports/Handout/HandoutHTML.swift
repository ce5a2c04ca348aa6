import Drawing
import Files
import Texts

/// A handout as one page of hypertext that needs nothing beside it.
package struct HandoutHTML {
  private let handout: Handout

  private var strings: Strings { handout.strings }

  package init(_ handout: Handout) { self.handout = handout }

  package func text() -> String {
    let style = String(decoding: embeddedFile("Handout/handout.css"), as: UTF8.self)
    let title = handout.chapters.count == 1 ? handout.chapters[0].title : strings[.handoutCourse]
    let chapters = handout.chapters.map(chapter).joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="\(strings.language.escapedForXML)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title.escapedForXML)</title>
      <style>
      \(style)</style>
      </head>
      <body>
      \(chapters)
      \(answers())
      </body>
      </html>

      """
  }

  private func chapter(_ chapter: Handout.Chapter) -> String {
    let pages = chapter.pages.map(page).joined(separator: "\n")
    return """
      <article>
      <h1>\(chapter.title.escapedForXML)</h1>
      <p class="summary">\(chapter.summary.escapedForXML)</p>
      \(pages)
      </article>
      """
  }

  private func page(_ page: Handout.Page) -> String {
    var parts = ["<section>", "<h2><span>\(page.number)</span> \(page.title.escapedForXML)</h2>"]
    parts += paragraphs(page.text)
    if !page.formula.isEmpty {
      let lines = page.formula + (page.settings.isEmpty ? [] : [page.settings])
      parts.append("<pre>\(lines.joined(separator: "\n").escapedForXML)</pre>")
    }
    parts.append("<figure>\(page.figure)</figure>")
    if let question = page.question {
      parts += ["<div class=\"question\">", "<h3>\(strings[.lessonPredict].escapedForXML)</h3>"]
      parts += paragraphs(question.text)
      parts +=
        ["<ol>"] + question.choices.map { "<li>\($0.escapedForXML)</li>" } + ["</ol>", "</div>"]
    }
    if let notes = page.notes {
      parts += ["<aside>", "<h3>\(strings[.handoutNotes].escapedForXML)</h3>"]
      parts += paragraphs(notes) + ["</aside>"]
    }
    return (parts + ["</section>"]).joined(separator: "\n")
  }

  /// At the end, where nobody reads them too early.
  private func answers() -> String {
    var parts: [String] = []
    for chapter in handout.chapters {
      let asked = chapter.pages.filter { $0.question != nil }
      guard !asked.isEmpty else { continue }
      parts.append("<h2>\(chapter.title.escapedForXML)</h2>")
      for page in asked {
        guard let question = page.question else { continue }
        parts += ["<section>", "<h3><span>\(page.number)</span> \(page.title.escapedForXML)</h3>"]
        if let answer = question.answer {
          parts.append(
            "<p><strong>\(answer + 1)</strong> \(question.choices[answer].escapedForXML)</p>")
        }
        parts += ["<figure>\(question.figure)</figure>", "</section>"]
      }
    }
    guard !parts.isEmpty else { return "" }
    return
      (["<article class=\"answers\">", "<h1>\(strings[.handoutAnswers].escapedForXML)</h1>"] + parts
      + ["</article>"]).joined(separator: "\n")
  }

  private func paragraphs(_ text: LessonText) -> [String] {
    text.lines(width: .max).filter { !$0.isEmpty }.map { runs in
      let words = runs.map { run in
        run.isStrong ? "<strong>\(run.text.escapedForXML)</strong>" : run.text.escapedForXML
      }
      return "<p>\(words.joined())</p>"
    }
  }
}
