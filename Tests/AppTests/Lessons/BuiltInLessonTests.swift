import App
import Descent
import Drawing
import Files
import Testing
import Texts

/// Every lesson of the program, in every language.
struct BuiltInLessonTests {
  static let names = LessonLibrary.builtIn

  @Test(arguments: names, Strings.languages)
  func `what a lesson says holds, and it fits the smallest full window`(
    name: String, language: String
  ) throws {
    let strings = Strings(language)
    let file = try #require(LessonLibrary.file(of: name, strings))
    let errors = LessonCheck(file, in: [strings]).errors.map(strings.describe)
    #expect(errors.isEmpty, "\(errors)")
    #expect(file.unusedTexts.isEmpty)
  }

  @Test(arguments: names, Strings.languages)
  func `on every page all of the text stands on the screen`(
    name: String, language: String
  ) throws {
    let strings = Strings(language)
    let lesson = try #require(LessonLibrary.file(of: name, strings)?.lesson)
    let scenery = Scenery()
    for size in [LessonCheck.size, Size(140, 42)] {
      var model = Model(
        lesson.pages[0].setup, strings: strings, themes: [.night], theme: .night)
      model.size = size
      model.give(Lecture(lesson, place: (1, 12)))
      for page in lesson.pages {
        let column = try #require(Layout(model)?.lesson)
        let words = Self.words(of: page, MapWords.blanks(strings, model.theme))
        for _ in 0..<2 {
          let shown = Self.text(in: column, of: view(of: model, scenery: scenery))
          for word in words where !shown.contains(word) {
            Issue.record("\(page.name) at \(size.width)×\(size.height): no \(word)")
          }
          // Once more with the answer.
          model = model.after(.lesson(.vote(0)), .advance(steps: page.pause ?? 0))
        }
        model = model.after(.lesson(.turn(pages: 1)))
      }
    }
  }

  @Test(arguments: names)
  func `a race of a lesson stops where its page says, and the answer is the one that holds`(
    name: String
  ) throws {
    let lesson = try #require(LessonLibrary.file(of: name, Strings("en"))?.lesson)
    var model = Model(
      lesson.pages[0].setup, strings: Strings("en"), themes: [.night], theme: .night)
    model.give(Lecture(lesson))
    for (index, page) in lesson.pages.enumerated() {
      #expect(model.lecture?.page == index)
      #expect(model.timeline.tick == page.from)
      #expect(model.isPlaying == page.plays, "\(page.name)")
      if let pause = page.pause {
        model = model.after(.togglePlay, .advance(steps: pause * 2))
        #expect(model.timeline.tick == pause && !model.isPlaying)
        if let question = page.question {
          let answer = try #require(model.lecture?.answer)
          let logbook = Logbook(page.setup.race, steps: pause + 5000)
          let right = question.choices.indices.filter {
            question.choices[$0].claim.claim.finding(in: logbook, at: pause).holds
          }
          #expect(right == [answer], "\(page.name)")
        }
      }
      model = model.after(.lesson(.turn(pages: 1)))
    }
  }

  @Test
  func `the lessons' texts have the same keys in every language, and each belongs to a lesson`() {
    let tables = Strings.languages.map { Set(Strings.lessonTexts(of: $0).keys) }
    for (table, language) in zip(tables, Strings.languages) {
      #expect(table.symmetricDifference(tables[0]).isEmpty, "\(language)")
    }
    for key in tables[0] {
      #expect(Self.names.contains(String(key.split(separator: ".")[1])), "\(key)")
    }
  }

  @Test(arguments: names, Strings.languages)
  func `every page has a few notes for the lecturer, and the keys that they name are there`(
    name: String, language: String
  ) throws {
    let lesson = try #require(LessonLibrary.file(of: name, Strings(language))?.lesson)
    let actions = Set(Keymap.standard.all.map(\.action))
    for page in lesson.pages {
      let notes = try #require(page.notes, "\(page.name)").plain
      let items = notes.split(separator: "\n")
      #expect(2...4 ~= items.count && items.allSatisfy { $0.hasPrefix("- ") }, "\(page.name)")
      for blank in notes.matches(of: /\{(.*?)\}/).map({ String($0.1) }) {
        #expect(blank.hasPrefix("key.") && actions.contains(String(blank.dropFirst(4))), "\(blank)")
      }
    }
  }

  @Test func `Korean lessons are in Korean`() {
    let english = Strings.lessonTexts(of: "en")
    for (key, text) in Strings.lessonTexts(of: "ko") {
      let needsWords = english[key, default: ""].contains { $0.isLetter && $0.isASCII }
      let hangul = text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
      // An answer may be a rule's name, a setting or a number alone.
      #expect(
        hangul || !needsWords || key.contains(".choices.") || key.contains(".points."), "\(key)")
      for sentence in text.split(whereSeparator: { ".;?!:()\n".contains($0) }) {
        #expect(!sentence.hasSuffix("니다"), "\(key)")
      }
    }
  }

  /// Everything that a page says, word by word without spaces.
  private static func words(of page: Lesson.Page, _ blanks: [String: String]) -> [String] {
    ([page.title, page.text.filled(blanks).plain, page.question?.text.filled(blanks).plain ?? ""]
      + (page.question?.choices.map(\.text) ?? []))
      .flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
  }

  /// The rows of a part of the frame one after the other, without spaces.
  private static func text(in rect: Rect, of frame: Frame) -> String {
    var text = ""
    for y in rect.y..<rect.maxY {
      for x in rect.x..<rect.maxX where frame[x, y].glyph != " " {
        if frame[x, y].glyph == Cell.continuation { continue }
        text.unicodeScalars.append(frame[x, y].glyph)
        if let mark = frame[x, y].mark { text.unicodeScalars.append(mark) }
      }
    }
    return text
  }
}
