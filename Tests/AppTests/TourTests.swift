import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

struct TourTests {
  private static let keys: [Key] = [
    .character(" "), .function(3), .character("."), .tab, .function(4), .character("b"),
    .function(6), .character("s"),
  ]

  private func text(_ model: Model) -> String {
    Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
  }

  /// The model after a key, as `Program` has it answered.
  private func press(_ key: Key, _ model: Model) throws -> Model {
    model.after(try #require(Keymap.message(for: .key(key), in: model)))
  }

  @Test func `each of its eight keys leads to the next stop, and does its own work`() throws {
    var model = try model(surface: "himmelblau").after(.step(by: 40), .show(.chart), .toggleTour)
    #expect(model.timeline.tick == 0 && model.view == .sideBySide && !model.isPlaying)
    #expect(Tour.stops(in: model.keymap).count == 8)
    var views: [MapView] = []
    for (place, key) in Self.keys.enumerated() {
      #expect(model.tour?.passed == place)
      let stop = try #require(model.tourStop)
      #expect(text(model).contains("TOUR \(place + 1)/8"))
      #expect(stop.asked(in: model.strings, model.keymap).contains(key.label))
      model = try press(key, model.after(.advance(steps: 1)))
      views.append(model.view)
    }
    #expect(
      views
        == [.sideBySide, .overlay, .overlay, .overlay, .focus, .basins, .terrain, .terrain])
    #expect(model.surface.about.name != "himmelblau" && model.focus == 1)
    // The last words stay until the next key.
    #expect(model.tour != nil && model.tourStop == nil)
    #expect(text(model).contains("That was it:"))
    #expect(model.after(.advance(steps: 3)).tour != nil)
    #expect(model.after(.togglePlay).tour == nil)
  }

  @Test func `another key does its own work, and the tour waits`() throws {
    let begun = try model().after(.toggleTour)
    let away = begun.after(.nextTheme, .show(.chart), .toggleHelp)
    #expect(away.tour == begun.tour && away.view == .chart && away.sheet?.kind == .help)
    #expect(away.after(.close).tour == begun.tour)
    #expect(away.after(.close, .close).tour == nil)
    #expect(away.after(.close, .close).view == .chart)
  }

  @Test func `Esc ends it, and so does its own key`() throws {
    let begun = try model().after(.toggleTour, .togglePlay)
    #expect(begun.tour?.passed == 1)
    #expect(begun.after(.close).tour == nil)
    #expect(begun.after(.close).isPlaying)
    #expect(begun.after(.toggleTour).tour == nil)
  }

  @Test func `a stop counts only once its key has done what it says`() throws {
    var model = try model().after(.toggleTour)
    model.isPlaying = true
    // It pauses.
    #expect(model.after(.togglePlay).tour?.passed == 0)
    #expect(model.after(.togglePlay, .togglePlay).tour?.passed == 1)
    let atBasins = model.after(
      .togglePlay, .togglePlay, .show(.overlay), .step(by: 1), .focusNext, .show(.focus))
    #expect(atBasins.tour?.passed == 5)
    let left = atBasins.after(.show(.basins), .lab(.toggleBasins))
    #expect(left.view != .basins && left.tour?.passed == 5)
    #expect(left.after(.lab(.toggleBasins)).tour?.passed == 6)
  }

  @Test func `the keys are those of the user, and what has none is no stop`() throws {
    var model = try model()
    model.keymap = Config(text: "[keys]\nplay = \"p\"\nbasins = \"disabled\"", file: "c").keymap
    model = model.after(.toggleTour)
    #expect(Tour.stops(in: model.keymap).count == 7)
    #expect(text(model).contains("TOUR 1/7"))
    #expect(text(model).contains("Press p: "))
  }

  @Test func `in a lesson no tour is given, and a lesson ends it`() throws {
    let library = LessonLibrary(Strings("en"), Shelf(folders: []))
    var lesson = try model()
    lesson.give(library.lecture(0))
    let refused = lesson.after(.toggleTour)
    #expect(refused.tour == nil && refused.lecture != nil && refused.notice != nil)
    let chosen = try model().after(.toggleTour, .lesson(.toggleList), .lesson(.openChosen))
    #expect(chosen.lecture != nil && chosen.tour == nil)
  }

  @Test(
    arguments: [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)], Strings.languages)
  func `every stop is there to its last word, and the map stays where it is`(
    size: Size, language: String
  ) throws {
    var model = try model(size: size, language: language).after(.toggleTour)
    let first = try #require(Layout(model)?.tour)
    for (passed, key) in Self.keys.enumerated() {
      let stop = try #require(model.tourStop)
      let seen = text(model).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let told = Tour.told(after: passed, in: model.strings, model.keymap)
      #expect(told.next == stop.asked(in: model.strings, model.keymap))
      // The smallest window has room only for what to press.
      for word in told.next.split(separator: " ")
        + (size.height < 20 ? [] : told.seen.split(separator: " "))
      {
        #expect(seen.contains(word), "\(word)")
      }
      let layout = try #require(Layout(model))
      #expect(layout.tour == first)
      if size.height >= 20 {
        for map in layout.maps { #expect(map.rect.maxY <= first.y) }
      }
      model = try press(key, model)
    }
  }

  @Test func `news stands above it`() throws {
    var model = try model().after(.toggleTour)
    model.notice = "news"
    let rows = Row.all(of: view(of: model, scenery: Scenery()))
    let top = try #require(Layout(model)?.tour?.y)
    #expect(rows[top - 1].text.contains("news") && rows[top].text.contains("TOUR"))
  }
}
