import App
import Descent
import Drawing
import Files
import Reports
import Testing
import Texts

struct PlainTests {
  /// What is said when these lines are typed.
  private func said(
    typing lines: [String], language: String = "en",
    _ run: (inout Model, PlainTalk) throws -> Void
  ) throws -> [String] {
    var (text, rest) = ("", lines[...])
    let talk = PlainTalk(
      strings: Strings(language), write: { text += $0 }, read: { rest.popFirst() },
      hasEnded: { rest.isEmpty })
    var model = try model(language: language)
    try run(&model, talk)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func race(
    typing lines: [String], every: Int = 10, cars: [String] = ["gd:lr=0.0001", "adam:lr=0.1"]
  ) throws -> [String] {
    try said(typing: lines) { model, talk in
      model = try AppTests.model(cars: cars)
      var race = PlainRace(model, talk, every: every)
      race.run()
    }
  }

  private func lesson(
    typing lines: [String], _ name: String? = nil, language: String = "en", every: Int? = nil
  ) throws -> [String] {
    try said(typing: lines, language: language) { model, talk in
      let lesson =
        name == nil
        ? LessonFile(LessonFileTests.good, file: "mine.toml").lesson
        : LessonLibrary.file(of: name!, Strings(language))?.lesson
      model.give(Lecture(try #require(lesson)))
      var plain = PlainLesson(model, talk, every: every)
      plain.run()
    }
  }

  @Test func `a race is over where every car has arrived, and goes on for who drives on`() throws {
    let cars = ["gd:lr=0.1", "adam:lr=0.1"]
    let alone = try race(typing: [], cars: cars)
    let over = try #require(alone.firstIndex { $0.hasPrefix("the race is over after ") })
    #expect(alone[over - 1].hasPrefix("step "))
    #expect(alone[over + 1].hasPrefix("1: ") && alone[over + 1].contains("lowest minimum after"))
    #expect(alone[over + 2].hasPrefix("2: ") && !alone.contains { $0.hasPrefix("after 200") })
    let on = try race(typing: ["1", "1", "1", "0"], cars: cars)
    #expect(on.filter { $0.hasPrefix("the race is over after ") }.count == 1)
    let last = try #require(on.last { $0.hasPrefix("step ") })
    #expect(last.prefix { $0 != ":" } != alone[over - 1].prefix { $0 != ":" })
  }

  @Test func `a race that nobody answers runs to its end`() throws {
    let lines = try race(typing: [])
    let steps = lines.filter { $0.hasPrefix("step ") }
    #expect(steps.count == 21)
    #expect(steps.last?.hasPrefix("step 200: loss of GD ") == true)
    #expect(lines.contains { $0.hasPrefix("after 200 steps") })
  }

  @Test func `a race does what the numbers say`() throws {
    let lines = try race(typing: ["2", "3", "7", "x", "4", "1", "0"], every: 25)
    let steps = lines.filter { $0.hasPrefix("step ") }.map { $0.prefix { $0 != ":" } }
    #expect(steps == ["step 0", "step 1", "step 0", "step 25", "step 50", "step 75", "step 100"])
    #expect(lines.contains { $0.contains("found \"7\"") })
    #expect(lines.contains { $0.contains("found \"x\"") })
    #expect(lines.contains { $0.contains("∇J (") })
    #expect(lines.filter { $0.hasPrefix("start (") }.count == 2)
  }

  @Test func `a crash is told where it happens`() throws {
    let lines = try said(typing: ["0"]) { model, talk in
      model = try App.Model(
        RaceSetup(surface: "bowl", cars: ["gd:lr=1e200", "adam"]), strings: Strings("en"),
        themes: [.night], theme: .night)
      var race = PlainRace(model, talk, every: 10)
      race.run()
    }
    #expect(!lines.contains { $0.contains("Crashed at step 1") })
    let driven = try said(typing: ["1", "0"]) { model, talk in
      model = try App.Model(
        RaceSetup(surface: "bowl", cars: ["gd:lr=1e200", "adam"]), strings: Strings("en"),
        themes: [.night], theme: .night)
      var race = PlainRace(model, talk, every: 10)
      race.run()
    }
    #expect(driven.contains { $0.hasPrefix("GD: Crashed at step 1") })
  }

  @Test func `a question is answered by its number, or by several for a class`() throws {
    let lines = try lesson(typing: ["1, 2 1", "0"])
    #expect(lines.contains("1: the first") && lines.contains("2: the second"))
    #expect(lines.contains("answer 1: the first"))
    #expect(lines.contains("2 of 3 right"))
    #expect(!lines.contains { $0.contains("Second") })
  }

  @Test func `pages go on, back and again`() throws {
    let lines = try lesson(typing: ["", "1", "1", "2", "0"])
    let pages = lines.filter { $0.hasPrefix("page ") }.map { $0.prefix(6) }
    #expect(pages == ["page 1", "page 2", "page 1", "page 1"])
  }

  @Test func `a lesson that nobody answers is read to its end`() throws {
    let lines = try lesson(typing: [])
    #expect(lines.filter { $0.hasPrefix("page ") }.count == 2)
    #expect(lines.contains("answer 1: the first"))
    #expect(!lines.contains { $0.contains("Type a number") })
  }

  @Test(arguments: [1, 7, 40])
  func `a line comes for every n-th step, and for the last`(every: Int) throws {
    let lines = try lesson(typing: [], every: every)
    let steps = lines.prefix { !$0.hasPrefix("page 2") }.filter { $0.hasPrefix("step ") }
    #expect(steps.count == 1 + (40 + every - 1) / every)
  }

  @Test(arguments: BuiltInLessonTests.names, Strings.languages)
  func `every word of a lesson is read out, and nothing that is only drawn`(
    name: String, language: String
  ) throws {
    let lines = try lesson(typing: [], name, language: language)
    let lesson = try #require(LessonLibrary.file(of: name, Strings(language))?.lesson)
    let all = lines.joined(separator: "\n")
    let blanks = MapWords.blanks(Strings(language), .night)
    for page in lesson.pages {
      let texts = [page.text, page.question?.text].compactMap { $0?.filled(blanks).plain }
      for part in [page.title] + texts {
        for word in part.split(whereSeparator: \.isWhitespace)
        where !word.unicodeScalars.contains(where: Self.isDrawn) {
          #expect(all.contains(word), "\(word)")
        }
      }
    }
    for scalar in all.unicodeScalars { #expect(!Self.isDrawn(scalar), "\(scalar)") }
    #expect(!all.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    [0x2190...0x21FF, 0x2500...0x27BF, 0x2800...0x28FF].contains { $0.contains(scalar.value) }
  }
}
