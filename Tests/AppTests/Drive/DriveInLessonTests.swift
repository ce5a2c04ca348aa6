import App
import Descent
import Drawing
import Files
import Reports
import Terminal
import Testing
import Texts

/// A page of a lesson on which the reader drives.
struct DriveInLessonTests {
  private func lesson(_ size: Size = Size(140, 42)) throws -> Model {
    let lesson = try #require(LessonLibrary.file(of: "map", Strings("en"))?.lesson)
    var model = try model(size: size)
    model.give(Lecture(lesson))
    return model
  }

  @Test func `the first lesson begins in the fog, against the cars of its page`() throws {
    let model = try lesson()
    #expect(model.view == .fog && model.blindDrive?.budget == 20 && model.fogCells > 500)
    #expect(model.race.cars.map(\.name) == ["gd", "adam", "you"])
    #expect(model.blindDrive?.rate.value == 0.004 && model.shown == [2])
    let lifted = try model.pressing("x", String(repeating: " ", count: 20))
    #expect(lifted.driveVerdict.first == "You are where GD is, to the last bit.")
    #expect(lifted.lecture?.page == 0 && lifted.fogCells == 0)
  }

  @Test func `Space drives there, and the keys of pages turn them`() throws {
    let model = try lesson().pressing("  ")
    #expect(model.timeline.tick == 2 && model.lecture?.page == 0)
    for key in [Key.enter, .pageDown, .character("n")] {
      let next = try model.pressing([key])
      #expect(next.lecture?.page == 1 && next.blindDrive == nil && next.view == .overlay)
      #expect(!next.race.cars.contains { $0.name == "you" })
      // Back there it begins anew.
      let back = try next.pressing("p")
      #expect(back.view == .fog && back.timeline.tick == 0 && back.blindDrive?.isLifted == false)
    }
    // A value that is being typed is taken first.
    let typed = try model.pressing("2").pressing([.enter])
    #expect(typed.lecture?.page == 0 && typed.blindDrive?.length.value == 2)
  }

  @Test func `there is no leaving it but for another page, or no lesson`() throws {
    let model = try lesson()
    #expect(try model.pressing([.escape]).view == .fog)
    #expect(try model.pressing("d").view == .fog)
    #expect(try model.pressing("n").lecture?.page == 1)
    var left = model.after(.lesson(.toggleList))
    left.chosenRow = left.lessons?.lessons.count ?? 0
    left = left.after(.lesson(.openChosen))
    #expect(left.lecture == nil && left.view == .fog)
    left = try left.pressing([.escape])
    #expect(left.view == .overlay && left.blindDrive == nil)
    #expect(left.race.cars.map(\.name) == ["gd", "momentum", "nesterov", "adam"])
  }

  @Test func `on any other page d leads into the fog and back`() throws {
    let page = try lesson().pressing("n")
    let drive = try page.pressing("d ")
    #expect(drive.view == .fog && drive.timeline.tick == 1 && drive.lecture?.page == 1)
    let back = try drive.pressing([.escape])
    #expect(
      back.view == page.view && back.hidden == page.hidden && back.positions == page.positions)
    #expect(try drive.pressing([.enter]).lecture?.page == 2)
  }

  @Test func `in a small window text and map take turns`() throws {
    let text = try lesson(Size(60, 20))
    #expect(Layout(text)?.maps.isEmpty == true)
    let map = try text.pressing(" ")
    #expect(map.timeline.tick == 0 && Layout(map)?.maps.count == 1 && map.fogCells > 100)
    #expect(try map.pressing(" ").timeline.tick == 1)
  }

  @Test func `such a page stops no race and asks nothing`() {
    let file = LessonFile(
      """
      title = "t"
      [race]
      surface = "bowl"
      cars = ["gd"]
      start = [2, 1]
      [[page]]
      title = "p"
      text = "x"
      view = "fog"
      budget = 0
      pause = 4
      """, file: "mine.toml")
    let told = file.errors.map { Strings("en").describe($0) }
    #expect(told.count == 2)
    #expect(told.contains { $0.contains("budget") && $0.contains("from 1 to 1000") })
    #expect(told.contains { $0.contains("pause") && $0.contains("the reader drives") })
  }
}
