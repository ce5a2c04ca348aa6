import App
import Descent
import Drawing
import Files
import Testing
import Texts

struct WelcomeTests {
  private func opened(_ size: Size, language: String = "en") throws -> Model {
    var model = try model(surface: "two-gaussian-wells", size: size, language: language)
    model.explainsSigns = true
    return model
  }

  private func text(_ model: Model) -> String {
    Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
  }

  @Test(
    arguments: [Size(140, 42), Size(80, 24), Size(60, 20), Size(40, 12)], Strings.languages)
  func `a race that waits at step 0 says what plays, what its signs are, and the tour's key`(
    size: Size, language: String
  ) throws {
    let waiting = try opened(size, language: language)
    let strings = waiting.strings
    let said = [
      strings(.welcome, ["play": "Space"]),
      "u " + (size.width < 140 ? strings.footer("tour") : strings[.tourOffer]),
      "★ " + strings[.plainLowest], "✕ " + strings[.plainSaddle],
    ]
    for words in said { #expect(text(waiting).contains(words), "\(words)") }
    for message in [Message.togglePlay, .step(by: 1), .close, .nextTheme] {
      #expect(!text(waiting.after(message)).contains(said[1]))
    }
  }

  @Test func `one that plays has its signs told only where they fit in a row`() throws {
    for (size, has) in [(Size(140, 42), true), (Size(40, 12), false)] {
      var playing = try opened(size)
      playing.isPlaying = true
      #expect(text(playing).contains("★ lowest minimum") == has)
      #expect(!text(playing).contains("one minute"))
    }
  }

  @Test func `news stands above it`() throws {
    var model = try opened(Size(140, 42))
    model.notice = "news"
    let rows = Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
    let row = try #require(rows.firstIndex { $0.contains("one minute") })
    #expect(rows[row - 1].contains("news"))
  }

  @Test func `the footer says what the key that plays would do now`() throws {
    func footer(_ model: Model) -> String {
      Row.all(of: view(of: model, scenery: Scenery()))[23].text
    }
    let race = try model(cars: ["gd:lr=0.1"])
    #expect(footer(race).contains("Space play "))
    #expect(footer(race.after(.togglePlay)).contains("Space pause "))
    #expect(
      footer(race.after(.togglePlay, .advance(steps: 5), .togglePlay)).contains("Space go on "))
    // At its end it could drive on.
    var ended = race.after(.togglePlay)
    for _ in 0..<2000 where ended.isPlaying { ended.take(.advance(steps: 1)) }
    #expect(!ended.isPlaying && footer(ended).contains("Space drive on "))
    // Where every car has crashed, nothing would drive.
    var crashed = try model(cars: ["gd:lr=5"]).after(.step(by: 2000))
    #expect(crashed.race.isOver && !footer(crashed).contains("Space"))
    crashed.take(.toStart)
    #expect(footer(crashed).contains("Space play "))
  }

  @Test(arguments: Strings.languages)
  func `in a lesson too`(language: String) throws {
    var lesson = try model(size: Size(140, 42), language: language)
    let strings = lesson.strings
    lesson.give(LessonLibrary(strings, Shelf(folders: [])).lecture(4))
    func footer(_ model: Model) -> String {
      Row.all(of: view(of: model, scenery: Scenery()))[41].text
    }
    lesson.isPlaying = false
    #expect(footer(lesson).contains("Space \(strings.footer("play"))"))
    #expect(footer(lesson.after(.togglePlay)).contains("Space \(strings[.footerPause])"))
    let on = lesson.after(.step(by: 1))
    #expect(footer(on).contains("Space \(strings[.footerGoOn])"))
  }
}
