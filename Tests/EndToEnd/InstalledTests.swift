import Testing

/// What `./downhill install` brings, in folders of the tests.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct InstalledTests {
  @Test func `all that was installed goes again, and nothing else`() async throws {
    try await Scenario.run("installed", "installs_and_takes_away_again")
  }

  @Test func `what cannot be installed is told in one line, and nothing is touched`() async throws {
    try await Scenario.run("installed", "refuses_what_it_must_not_touch")
  }

  @Test func `the manual is set without a warning in both languages`() async throws {
    try await Scenario.run("installed", "has_a_manual")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell completes commands, names, settings and files`(shell: String) async throws {
    try await Scenario.run("installed", "completes_in_\(shell)")
  }
}
