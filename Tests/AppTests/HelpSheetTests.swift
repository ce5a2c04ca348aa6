import App
import Drawing
import Files
import Testing
import Texts

struct HelpSheetTests {
  private func rows(_ model: Model) -> [String] {
    Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
  }

  @Test func `every key of the race stands in one group of those that the lecture needs`() {
    let titles: [Text] = [
      .helpDrive, .helpLook, .helpChange, .helpLaboratory, .helpLessons, .helpProgram,
    ]
    let groups = HelpSheet.groups(of: .standard).prefix(titles.count)
    #expect(groups.map(\.title) == titles)
    let actions = groups.flatMap(\.lines).flatMap(\.bindings).map(\.action)
    #expect(actions == Keymap.standard.race.map(\.action))
  }

  @Test(arguments: Strings.languages)
  func `what is in force comes first`(language: String) throws {
    let race = try model(size: Size(80, 24), language: language)
    let strings = race.strings
    let cases: [(Model, Text)] = [
      (race, .helpDrive), (race.after(.show(.focus)), .helpWhileFocused),
      (race.after(.show(.chart)), .helpInChart), (race.after(.beginCrosshair), .helpWhileChoosing),
      (race.after(.edit(.toggle)), .helpWhileEditing),
      (race.after(.edit(.toggle), .edit(.type("1"))), .helpWhileTyping),
    ]
    for (model, title) in cases {
      #expect(rows(model.after(.toggleHelp))[3].contains(strings[title]), "\(title)")
    }
    // The lecture's own keys, then those of the page's view, then the race's.
    var lesson = race
    lesson.give(LessonLibrary(strings, Shelf(folders: [])).lecture(0))
    #expect(HelpSheet.titlesInForce(in: lesson).contains(.helpInLesson))
    #expect(rows(lesson.after(.toggleHelp))[3].contains(strings[.helpInLesson]))
  }

  @Test(arguments: Strings.languages)
  func `it has two columns from 100 columns on, and shows every group of the race at once`(
    language: String
  ) throws {
    let wide = try model(size: Size(140, 42), language: language).after(.toggleHelp)
    let text = rows(wide).joined(separator: "\n")
    for group in HelpSheet.groups(of: wide.keymap).prefix(6) {
      #expect(text.contains(wide.strings[group.title]))
      for line in group.lines { #expect(text.contains(" \(line.label) "), "\(line.label)") }
    }
    for (width, count) in [(100, 2), (99, 1)] {
      let model = try model(size: Size(width, 42), language: language).after(.toggleHelp)
      let titles = HelpSheet.groups(of: model.keymap).prefix(6).map { model.strings[$0.title] }
      let first = try #require(rows(model).first { $0.contains("  \(titles[0])") })
      #expect(titles.count { first.contains("  \($0) ") } == count, "\(first)")
    }
  }
}
