import Testing

/// The tour where nothing can be drawn.
@Suite struct TourTests {
  @Test(arguments: ["en", "ko"])
  func `the tour is told in nine lines, each stop with its key`(language: String) async throws {
    for words in [["tour"], ["tour", "--plain"]] {
      let outcome = try await Downhill.run(words + ["--language", language])
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(outcome.lines.count == 9)
      for (place, key) in ["Space", "F3", ".", "Tab", "F4", "b", "F6", "s"].enumerated() {
        let line = outcome.lines[place]
        #expect(line.hasPrefix("\(place + 1): ") && line.contains(" \(key)"), "\(line)")
      }
    }
  }

  @Test func `a race cannot both drive and wait`() async throws {
    let outcome = try await Downhill.run("--play", "--paused")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("found both --play and --paused; expected one of them"))
  }
}
