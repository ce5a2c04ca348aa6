import Testing

/// A drive without the map where nothing can be drawn.
@Suite struct DriveTests {
  @Test(arguments: [("en", "rate", "You are where GD is"), ("ko", "학습률", "GD와 마지막 비트까지")])
  func `a drive is typed word by word`(language: String, rate: String, verdict: String) async throws
  {
    let outcome = try await Downhill.shell(
      "printf '\(rate)\\ngo 40\\n' | \"$downhill\" drive 2 --plain --language \(language)")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.lines.contains { $0.hasPrefix(verdict) })
  }

  @Test(arguments: ["drive", "drive himmelblau --budget 3", "race --plain --view fog"])
  func `it ends with the score at the end of what is typed`(words: String) async throws {
    let outcome = try await Downhill.shell("\"$downhill\" \(words) < /dev/null")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.lines.last?.hasPrefix("You used 0 of ") == true)
    #expect(outcome.lines.count { $0.contains(", loss ") } == 3)
  }

  @Test func `what is no level, no surface and no budget is refused in one line`() async throws {
    for (words, told) in [
      ("drive 9", "there is no level or surface \"9\""),
      ("drive bowll", "bowl"), ("drive --budget 0", "1000"), ("drive --budget x", "--budget"),
    ] {
      let outcome = try await Downhill.shell("\"$downhill\" \(words) < /dev/null")
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(told) && outcome.errors.count { $0 == "\n" } == 1)
    }
  }
}
