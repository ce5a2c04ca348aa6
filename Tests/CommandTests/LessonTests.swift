import Foundation
import Testing

/// Lessons and plain races without a terminal.
@Suite struct LessonTests {
  @Test(arguments: ["en", "ko"])
  func `lessons are listed with number, name and a line each`(language: String) async throws {
    let outcome = try await Downhill.run("lesson", "--language", language)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.lines.count == 13)
    for (number, line) in outcome.lines.dropFirst().enumerated() {
      #expect(line.firstMatch(of: /^ *(\d+)  [a-z-]+  +\S/)?.1 == "\(number + 1)", "\(line)")
    }
  }

  @Test(arguments: ["en", "ko"])
  func `the lesson to begin with is right as it stands`(language: String) async throws {
    try await withFolder { folder in
      let template = try await Downhill.run("lesson", "new", "--language", language)
      try Data(template.output.utf8).write(to: URL(filePath: "\(folder)/mine.toml"))
      let outcome = try await Downhill.run(
        "lesson", "check", "mine.toml", "--language", language, in: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("mine.toml: "))
      let read = try await Downhill.run("lesson", "mine.toml", in: folder)
      #expect(read.status == 0 && read.output.contains("answer 3"))
    }
  }

  @Test func `the lessons of the program are right`() async throws {
    let outcome = try await Downhill.run("lesson", "check")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.lines.count == 24)
  }

  @Test func `what is wrong with a lesson is told by file and line, with what was found`()
    async throws
  {
    let template = try await Downhill.run("lesson", "new").output
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false)
    func line(of text: String) throws -> Int {
      try #require(lines.firstIndex { $0.contains(text) }) + 1
    }
    let long = String(repeating: "word ", count: 300)
    let broken = template.replacing("turns of gd-2 = 19", with: "turns of gd-2 = 3")
      .replacing("loss of gd ~ loss of gd-2", with: "loss of gd > 1000")
      .replacing("Predict first,", with: long).replacing("plays = true", with: "plays = 1")
    try await withFolder(["x.toml": broken]) { folder in
      let outcome = try await Downhill.run("lesson", "check", "x.toml", "gone.toml", in: folder)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      for (text, message) in [
        ("turns of gd-2 = 19", "page[1].claim[1].holds: found 19 = 3; expected that this holds"),
        ("loss of gd < 0.9", "page[2].question: found 1: "),
        ("plays = true", "page[1].plays: found 1; expected true or false"),
      ] {
        let place = "downhill: x.toml:\(try line(of: text)): \(message)"
        #expect(outcome.errors.contains(place), "\(place)\n\(outcome.errors)")
      }
      #expect(outcome.errors.contains("rows too many (en); expected a page that fits 80×24"))
      #expect(outcome.errors.contains("downhill: gone.toml: "))
    }
  }

  @Test func `a user's own lesson stands in the list, and its mistakes are told`() async throws {
    try await withFolder { folder in
      let lessons = "\(folder)/downhill/lessons"
      try FileManager.default.createDirectory(atPath: lessons, withIntermediateDirectories: true)
      let template = try await Downhill.run("lesson", "new").output
      try Data(template.replacing("labels = true", with: "").utf8)
        .write(to: URL(filePath: "\(lessons)/mine.toml"))
      try Data("title = 3".utf8).write(to: URL(filePath: "\(lessons)/other.toml"))
      let outcome = try await Downhill.run("lesson", environment: ["XDG_CONFIG_HOME": folder])
      #expect(outcome.status == 0)
      #expect(outcome.lines.last?.hasPrefix("13  mine") == true)
      #expect(outcome.errors.contains("other.toml:1: title: found 3; expected"))
    }
  }

  @Test func `a lesson can be had by name and by number, and a misspelt one is refused`()
    async throws
  {
    let (name, number) = (
      try await Downhill.run("lesson", "momentum"), try await Downhill.run("lesson", "5")
    )
    #expect(name.status == 0 && name.output == number.output && !name.output.isEmpty)
    let wrong = try await Downhill.run("lesson", "momentun", "--plain")
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("there is no lesson \"momentun\""))
    #expect(wrong.errors.contains("did you mean \"momentum\"?"))
  }

  @Test func `questions are answered through a pipe, and the rest goes by itself`() async throws {
    let outcome = try await Downhill.shell(
      "printf '1\n3 3 1\n' | \"$downhill\" lesson momentum --plain | cat")
    #expect(outcome.status == 0)
    let pages = outcome.lines.filter { $0.hasPrefix("page ") }
    #expect(pages.count == 8)
    #expect(outcome.lines.contains { $0.contains("of 3 right") })
  }

  @Test(arguments: ["--plain", "race --plain --every 50", "lesson 1 --plain --every 5", "tour"])
  func `what is told line by line has no control codes and no drawing`(words: String) async throws {
    for input in ["< /dev/null", "<&-"] {
      let outcome = try await Downhill.shell("\"$downhill\" \(words) \(input)")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(outcome.lines.count > 8)
      for scalar in outcome.output.unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 32)
        #expect(
          !(0x2190...0x21FF).contains(scalar.value) && !(0x2500...0x28FF).contains(scalar.value))
      }
    }
  }
}
