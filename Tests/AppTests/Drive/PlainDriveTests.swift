import App
import Descent
import Drawing
import Files
import Reports
import Terminal
import Testing
import Texts

/// A drive without the map, line by line.
struct PlainDriveTests {
  private func said(
    typing lines: [String], surface: String = "ravine", budget: Int = 40, language: String = "en"
  ) throws -> [String] {
    var (text, rest) = ("", lines[...])
    var model = try model(surface: surface, language: language)
    model.beginDrive(budget: budget)
    let talk = PlainTalk(
      strings: model.strings, write: { text += $0 }, read: { rest.popFirst() },
      hasEnded: { rest.isEmpty })
    var drive = PlainDrive(model, talk)
    drive.run()
    return text.split(separator: "\n").map(String.init)
  }

  @Test func `at GD's rate, straight down, it ends where GD does`() throws {
    let lines = try said(typing: ["rate", "go 40"])
    #expect(lines.contains("You are where GD is, to the last bit."))
    #expect(lines.last?.hasPrefix("The lowest minimum") == true)
  }

  @Test func `height, slope and its direction are told before each step`() throws {
    let lines = try said(typing: ["", "right", "length 0.5", "longer", "longer", "go", "quit"])
    let states = lines.filter { $0.contains("gradients left:") }
    #expect(states.count == 7)
    #expect(states[0].hasPrefix("Height ") && states[0].contains("down is to the "))
    #expect(states[0].hasSuffix("gradients left: 40."))
    #expect(states[2].contains("Step: 15° right"))
    #expect(states[3].contains("length 0.5;") && states[5].contains("length 1;"))
    #expect(states[6].hasSuffix("gradients left: 38."))
    // Who quits is told no score.
    #expect(!lines.contains { $0.hasPrefix("1: ") })
  }

  @Test func `it ends with the score where nobody answers any more`() throws {
    let lines = try said(typing: ["go"])
    #expect(lines.filter { $0.contains(", loss ") }.count == 3)
    #expect(lines.last == "You used 1 of 40 gradients.")
  }

  @Test func `words that it does not know change nothing`() throws {
    let lines = try said(typing: ["fly", "rate zero", "length -1", "quit"])
    #expect(lines.contains("unknown word \"fly\""))
    #expect(lines.filter { $0 == "expected a number above 0" }.count == 2)
    let states = lines.filter { $0.contains("gradients left:") }
    #expect(Set(states).count == 1 && states.count == 4)
  }

  @Test func `Korean words are understood, and English ones beside them`() throws {
    let korean = try said(typing: ["학습률", "가기 40"], language: "ko")
    #expect(korean.contains { $0.contains("마지막 비트까지") })
    let english = try said(typing: ["rate", "go 40"], language: "ko")
    #expect(korean.last == english.last && english.contains { $0.contains("마지막 비트까지") })
  }

  @Test func `a page of a lesson is driven too, where somebody answers`() throws {
    let lesson = try #require(LessonLibrary.file(of: "map", Strings("en"))?.lesson)
    func told(_ lines: [String]) throws -> [String] {
      var (text, rest) = ("", lines[...])
      var model = try model()
      model.give(Lecture(lesson))
      let talk = PlainTalk(
        strings: model.strings, write: { text += $0 }, read: { rest.popFirst() },
        hasEnded: { rest.isEmpty })
      var plain = PlainLesson(model, talk, every: nil)
      plain.run()
      return text.split(separator: "\n").map(String.init)
    }
    let driven = try told(["rate", "go 20", "0"])
    #expect(driven.contains("You are where GD is, to the last bit."))
    #expect(driven.count { $0.hasPrefix("page ") } == 1)
    let alone = try told([])
    #expect(!alone.contains { $0.hasPrefix("You ") })
    #expect(alone.count { $0.hasPrefix("page ") } == lesson.pages.count)
  }
}
