import Testing

/// The mouse and the user's file of settings, in a real pseudo-terminal.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct ComfortTests {
  @Test func `what takes long has a bar, unless nobody wants one`() async throws {
    try await Scenario.run("comfort", "shows_a_bar_for_what_takes_long")
  }

  @Test func `a drag moves the map under the pointer, and back`() async throws {
    try await Scenario.run("comfort", "drags_the_map")
  }

  @Test func `a click on a car in the standings focuses it`() async throws {
    try await Scenario.run("comfort", "focuses_the_car_that_is_clicked")
  }

  @Test func `the user's file sets language, speed and keys, and says what is wrong in it`()
    async throws
  {
    try await Scenario.run("comfort", "obeys_the_users_file")
  }

  @Test func `a language in one file is spoken in its locale`() async throws {
    try await Scenario.run("comfort", "speaks_a_third_language")
  }

  @Test func `themes are listed in the colours that the terminal has`() async throws {
    try await Scenario.run("comfort", "lists_themes_in_the_colours_that_there_are")
  }
}
