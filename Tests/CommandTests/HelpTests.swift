import Foundation
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  @Test func `the version is that of the newest heading of the change log`() async throws {
    let log = try String(contentsOfFile: Downhill.checkout + "/CHANGELOG.md", encoding: .utf8)
    let heading = try #require(log.firstMatch(of: /\n## (\S+)/)).1
    for words in [["--version"], ["run", "--version"]] {
      let outcome = try await Downhill.run(words)
      #expect(outcome.status == 0 && outcome.output == "\(heading)\n" && outcome.errors.isEmpty)
    }
    #expect(heading.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
  }

  /// The lines of examples in a help.
  private func examples(_ help: String, _ title: String) throws -> [String] {
    let start = try #require(help.firstRange(of: "\n\(title)\n")).upperBound
    return help[start...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func `the help has examples, the race's options in groups, and the commands`(
    words: [String]
  ) async throws {
    let outcome = try await Downhill.run(words)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let headings = outcome.lines.filter { $0.hasSuffix(":") && !$0.hasPrefix(" ") }
    #expect(
      headings == [
        "EXAMPLES:", "SURFACE:", "CARS AND START:", "RECORDED PATHS:", "HOW IT OPENS:",
        "HOW IT LOOKS:", "OPTIONS:",
        "SUBCOMMANDS:",
      ])
    let race = try await Downhill.run("race", "--help")
    for line in race.lines where line.hasPrefix("  -") {
      #expect(outcome.lines.contains(line), "\(line)")
    }
  }

  @Test func `every example of the help works, and is the same in every language`() async throws {
    let english = try examples(try await Downhill.run("--help").output, "EXAMPLES:")
    let korean = try examples(
      try await Downhill.run("--help", "--language", "ko").output, "예제:")
    #expect(english.count == 5 && english == korean)
    for command in english {
      try #require(command.hasPrefix("downhill "))
      let outcome = try await Downhill.shell("\"$downhill\"" + command.dropFirst("downhill".count))
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(command)\n\(outcome.errors)")
    }
  }

  /// The commands that a manual page shows.
  private func commands(ofManual language: String) async throws -> [String] {
    let page = try await Downhill.run("manual", "--language", language)
    try #require(page.status == 0)
    return page.lines.filter { $0.hasPrefix(".Dl $ ") }.map { line in
      [("\\-", "-"), ("\\(dq", "\""), ("\\(ha", "^"), ("\\(aq", "'"), ("\\(ti", "~")]
        .reduce(String(line.dropFirst(6))) { $0.replacing($1.0, with: $1.1) }
    }
  }

  @Test func `every example of the manual works, and is the same in every language`() async throws {
    let english = try await commands(ofManual: "en")
    #expect(english.count >= 10)
    #expect(try await commands(ofManual: "ko") == english)
    try await withFolder { folder in
      for command in english {
        try #require(command.hasPrefix("downhill "))
        let outcome = try await Downhill.shell(
          "\"$downhill\"" + command.dropFirst("downhill".count), in: folder)
        #expect(outcome.status == 0, "\(command)\n\(outcome.errors)")
      }
      for file in ["race.svg", "mine.toml"] {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        #expect(text.count > 100, "\(file)")
      }
    }
  }

  @Test(arguments: ["race", "run", "sweep", "basins"])
  func `the options of a race stand in groups under every command that drives`(
    command: String
  ) async throws {
    let help = try await Downhill.run(command, "--help").output
    let surface = try #require(help.firstRange(of: "\nSURFACE:\n  --surface"))
    let cars = try #require(help.firstRange(of: "\nCARS AND START:\n  --car"))
    #expect(surface.lowerBound < cars.lowerBound)
  }
}
