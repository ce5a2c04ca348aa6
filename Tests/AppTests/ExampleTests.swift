import App
import Descent
import Files
import FoundationEssentials
import Testing
import Texts

/// The files that come with the program are good, and show what their comments say.
struct ExampleTests {
  @Test func `every file of the folder is an example of its name, as it lies there`() throws {
    let folder = repositoryFolder + "/Sources/Files/Examples/Files"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
      let isKorean = file.hasSuffix("-ko.toml")
      let name = isKorean ? file.replacing("-ko.toml", with: ".toml") : file
      let example = try #require(Example.all.first { $0.file == name }, "\(file)")
      #expect(example.bytes(in: isKorean ? "ko" : "en") == [UInt8](bytes), "\(file)")
    }
  }

  @Test func `names are different, and there is every kind`() {
    #expect(Set(Example.all.map(\.name)).count == Example.all.count)
    #expect(Set(Example.all.map(\.kind)) == Set(Example.Kind.allCases))
  }

  @Test(arguments: Example.all(.race).map(\.name))
  func `a race is good, says how far it goes, and explains itself first`(name: String) throws {
    let example = try #require(Example.named(name, .race))
    let file = try RaceFile(path: name)
    #expect(file.errors.isEmpty && file.steps != nil && example.text().hasPrefix("# "))
    _ = try RaceSetup(file.request)
  }

  @Test(arguments: Strings.languages)
  func `a lesson is right in every language, word for word the same race`(language: String) throws {
    let strings = Strings(language)
    let library = LessonLibrary(strings, Shelf(folders: []))
    for example in Example.all(.lesson) {
      let text = example.text(in: language)
      let check = LessonCheck(LessonFile(text, file: "x.toml"), in: [strings])
      #expect(check.errors.isEmpty)
      let lecture = try library.lecture(example.name).lecture
      let english = LessonFile(example.text(), file: "x.toml").lesson
      #expect(lecture.lesson.pages.map(\.claims.count) == english?.pages.map(\.claims.count))
      #expect((lecture.lesson.title == english?.title) == (language == "en"))
    }
  }

  @Test func `a theme, settings and data are good`() throws {
    for example in Example.all(.theme) {
      let (theme, errors) = try shippedThemes.theme(example.name)
      #expect(errors.isEmpty && theme.name == example.name)
      #expect(!shippedThemes.themes.map(\.name).contains(example.name))
    }
    for example in Example.all(.config) {
      #expect(Config(text: example.text(), file: example.file).errors.isEmpty)
    }
    let pair = /--x (\S+) --y (\S+)/
    for example in Example.all(.data) {
      let words = try #require(example.command.firstMatch(of: pair))
      for file in [example.name, example.file] {
        let request = DataFile.Request(
          file: Asked(file), x: Asked(String(words.1)), y: Asked(String(words.2)),
          standardised: false)
        #expect(try DataFile.read(request).surface.sampleCount > 10)
      }
    }
    for example in Example.all(.grid) {
      for file in [example.name, example.file] {
        _ = try GridFile.read(.init(file: Asked(file)))
      }
    }
  }

  /// What the command line would refuse is refused here.
  private func losses(
    _ name: String, _ change: (inout RaceRequest) -> Void = { _ in }
  ) throws -> [String: Double] {
    let file = try RaceFile(path: name)
    var request = file.request
    change(&request)
    var race = try RaceSetup(request).race
    for _ in 0..<(file.steps ?? 0) { race.step() }
    return Dictionary(
      uniqueKeysWithValues: race.drivers.enumerated().map {
        (race.cars[$0].name, $1.loss)
      })
  }

  @Test func `turning the ravine costs Adam its lead, and GD and Momentum nothing`() throws {
    let turned = try losses("ravine-turned")
    let straight = try losses("ravine-turned") { $0.surface.degrees = nil }
    func ratio(_ car: String) throws -> Double {
      try #require(turned[car]) / (try #require(straight[car]))
    }
    #expect(try ratio("adam") > 10)
    for car in ["gd", "momentum"] { #expect(try abs(ratio(car) - 1) < 1e-6) }
  }

  @Test func `the Adams of three dialects stay together, the AMSGrads part`() throws {
    let losses = try losses("adam-dialects")
    let adams = ["adam", "adam-2", "adam-3"].compactMap { losses[$0] }
    let others = ["amsgrad", "amsgrad-2", "amsgrad-3"].compactMap { losses[$0] }.sorted()
    #expect(adams.count == 3 && adams.allSatisfy { abs($0 - adams[0]) < 1e-3 })
    #expect(others.count == 3 && others[2] > 3 * others[0])
  }

  @Test func `fair rates turn the order round`() throws {
    let guessed = try losses("fair-rates")
    #expect(try #require(guessed["momentum"]) < 0.2 * (try #require(guessed["adam"])))
    let file = try RaceFile(path: "fair-rates")
    var setup = try RaceSetup(file.request)
    setup.makeFair(.best)
    var race = setup.race
    for _ in 0..<120 { race.step() }
    #expect(race.cars.map(\.name) == ["momentum", "adam"])
    #expect(race.drivers[1].loss < race.drivers[0].loss)
  }

  @Test func `CMA-ES passes the waves in which the others stop`() throws {
    let losses = try losses("own-formula")
    #expect(try #require(losses["cma-es"]) < -0.8)
    for car in ["gd", "adam"] { #expect(try #require(losses[car]) > 1) }
  }

  @Test func `small batches have read fewer samples`() throws {
    let file = try RaceFile(path: "minibatches")
    var race = try RaceSetup(file.request).race
    for _ in 0..<(file.steps ?? 0) { race.step() }
    #expect(race.drivers.map(\.evaluations.samples) == [160, 1200, 12000])
  }
}
