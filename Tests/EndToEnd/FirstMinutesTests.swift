import Testing

/// What somebody sees who opens the program for the first time, in a real pseudo-terminal.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct FirstMinutesTests {
  @Test func `a race that nobody has asked for waits, and says what to do`() async throws {
    try await Scenario.run("firsts", "waits_and_says_what_to_do")
  }

  @Test func `a race that somebody asks for drives at once`() async throws {
    try await Scenario.run("firsts", "drives_at_once_where_a_race_is_asked_for")
  }

  @Test func `the tour is eight keys, each of which does what it says`() async throws {
    try await Scenario.run("firsts", "takes_the_tour")
  }

  @Test func `a drive without the map follows GD to where it ends`() async throws {
    try await Scenario.run("firsts", "drives_without_the_map")
  }
}
