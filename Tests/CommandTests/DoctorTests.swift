import Testing

struct DoctorTests {
  @Test func `doctor answers without a terminal, and says what cannot be known`() async throws {
    let outcome = try await Downhill.run("doctor", "--language", "en")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(outcome.output.contains("there is no terminal"))
    for name in [
      "colours", "glyphs", "locale", "size", "cell", "terminal type", "themes", "languages",
      "settings",
    ] {
      #expect(lines.contains { $0.hasPrefix(name + " ") }, "\(name)")
    }
  }

  @Test func `doctor says what was asked for`() async throws {
    let outcome = try await Downhill.run(
      "doctor", "--glyphs", "ascii", "--color", "16", "--language", "en")
    #expect(outcome.output.contains("16: asked for") && outcome.output.contains("ascii: asked for"))
  }
}
