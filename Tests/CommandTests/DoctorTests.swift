import Testing

struct DoctorTests {
  @Test func `doctor answers without a terminal, and says what cannot be known`() async throws {
    let outcome = try await Downhill.run("doctor", "--language", "en")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 18)
    #expect(outcome.output.contains("there is no terminal"))
    for name in [
      "colours", "glyphs", "pictures", "background", "theme", "asked", "locale", "size", "cell",
      "terminal type", "themes", "languages", "settings", "version", "processor", "vectors",
      "pixels", "could be better",
    ] {
      #expect(lines.contains { $0.hasPrefix(name + " ") }, "\(name)")
    }
  }

  @Test func `doctor says what was asked for`() async throws {
    let outcome = try await Downhill.run(
      "doctor", "--glyphs", "ascii", "--color", "16", "--language", "en")
    #expect(outcome.output.contains("16: asked for") && outcome.output.contains("ascii: asked for"))
  }

  @Test func `doctor says which theme there would be, and why`() async throws {
    func facts(_ environment: [String: String]) async throws -> [String] {
      let outcome = try await Downhill.run("doctor", "--language", "en", environment: environment)
      return outcome.lines.filter { $0.hasPrefix("background ") || $0.hasPrefix("theme ") }
        .map { $0.split(separator: " ").joined(separator: " ") }
    }
    #expect(
      try await facts([:]) == [
        "background dark: nothing tells, most are",
        "theme night: nobody chose one, and the background is dark",
      ])
    #expect(
      try await facts(["COLORFGBG": "0;15"]) == [
        "background light: COLORFGBG says so",
        "theme day: nobody chose one, and the background is light",
      ])
    try await withFolder(["downhill/config.toml": "theme = \"magma\"\n"]) { folder in
      let found = try await facts(["COLORFGBG": "0;15", "XDG_CONFIG_HOME": folder])
      #expect(found[1] == "theme magma: asked for")
    }
  }
}
