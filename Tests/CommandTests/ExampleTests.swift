import Foundation
import Testing

/// The files that come with the program, from outside.
@Suite struct ExampleTests {
  private struct Line: Decodable {
    var name, kind, file, command: String
  }

  private func examples() async throws -> [Line] {
    try await Downhill.run("list", "examples", "--format", "json").lines.map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test func `each opens with what the list says, from any folder`() async throws {
    for example in try await examples() {
      try await withFolder { folder in
        let words = example.command.dropFirst("downhill".count)
        let outcome = try await Downhill.shell("\"$downhill\"" + words, in: folder)
        #expect(outcome.status == 0, "\(example.command)\n\(outcome.errors)")
        let isCopied = example.command.contains(" > ")
        #expect(isCopied || !outcome.output.isEmpty)
      }
    }
  }

  @Test func `a printed example is the file, byte for byte`() async throws {
    let places = ["Examples/Files", "Data/Samples"]
    for example in try await examples() {
      let paths = places.map { "\(Downhill.checkout)/Sources/Files/\($0)/\(example.file)" }
      let path = try #require(paths.first(where: FileManager.default.fileExists))
      for name in [example.name, example.file] {
        let outcome = try await Downhill.shell(
          "\"$downhill\" list examples \(name) | cmp - \(path)")
        #expect(outcome.status == 0, "\(name)\n\(outcome.output)\(outcome.errors)")
      }
    }
  }

  @Test func `a race drives the same by name, by file name and as a copy`() async throws {
    for example in try await examples() where example.kind == "race" {
      let text = try await Downhill.run("list", "examples", example.name).output
      let named = try await Downhill.run("run", example.name, "--format", "csv", in: "/")
      #expect(named.status == 0 && !named.output.isEmpty)
      try await withFolder(["mine.toml": text]) { folder in
        for file in ["mine.toml", example.file] {
          let outcome = try await Downhill.run("run", file, "--format", "csv", in: folder)
          #expect(outcome.output == named.output, "\(file)")
        }
      }
    }
  }

  @Test func `a file of an example's name comes first`() async throws {
    try await withFolder([
      "ravine-turned": "surface = \"beale\"\n", "braking.csv": "speed_kmh,distance_m\n1,2\n2,4\n",
      "dusk.toml": "name = \"mine\"\nthis is no theme\n", "zigzag.toml": "title = 3\n",
    ]) { folder in
      let race = try await Downhill.run("run", "ravine-turned", in: folder)
      #expect(race.output.hasPrefix("surface  Beale"))
      let data = try await Downhill.run(
        "run", "--data", "braking.csv", "--x", "speed_kmh", "--y", "distance_m", in: folder)
      #expect(data.output.contains("lowest minimum (2.000, "))
      let theme = try await Downhill.run("--theme", "dusk.toml", in: folder)
      #expect(theme.errors.contains("dusk.toml:2"))
      let lesson = try await Downhill.run("lesson", "zigzag.toml", "--plain", in: folder)
      #expect(lesson.status == 2 && lesson.errors.contains("zigzag.toml:1"))
    }
  }

  @Test func `a lesson is given in the language of the program`() async throws {
    let english = try await Downhill.run("lesson", "zigzag", "--plain")
    let korean = try await Downhill.run("lesson", "zigzag", "--plain", "--language", "ko")
    #expect(english.output.contains("Zigzag") || english.output.contains("page 1 of 2"))
    #expect(korean.status == 0 && korean.output.contains("갈지자") || korean.output.contains("가팔라요"))
  }

  @Test(arguments: [
    ("run ravine-turnd", "ravine-turnd: cannot be read", "did you mean \"ravine-turned\"?"),
    ("race ravine-turnd", "one of the examples ravine-turned, adam-dialects", "own-formula"),
    (
      "list examples ravine-turnd", "no example \"ravine-turnd\"", "did you mean \"ravine-turned\"?"
    ),
    (
      "list examples ravine-turned --format json", "\"ravine-turned\" is one word too many",
      "options"
    ),
    ("list surfaces bowl", "\"bowl\" is one word too many", "options or nothing"),
    ("--theme dsk", "no theme \"dsk\"", "did you mean \"dusk\"?"),
    ("lesson zigzug", "no lesson \"zigzug\"", "did you mean \"zigzag\"?"),
    ("run --data brakng --x a --y b", "no such file", "braking.csv"),
    ("run --grid crter", "no such file", "crater.txt"),
  ])
  func `a name that is wrong is answered with those that are right`(
    line: String, found: String, expected: String
  ) async throws {
    let outcome = try await Downhill.run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors.contains(found) && outcome.errors.contains(expected), "\(outcome.errors)")
  }

  @Test func `a fault of a flag beside an example is the flag's`() async throws {
    let outcome = try await Downhill.run("run", "ravine-turned", "--start", "nonsense")
    #expect(outcome.status == 2 && outcome.errors.contains("--start is \"nonsense\""))
  }
}
