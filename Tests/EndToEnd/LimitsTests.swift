import Testing

/// What the system does not let the program have, in a real pseudo-terminal.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct LimitsTests {
  @Test func `too few files are said in one line`() async throws {
    try await Scenario.run("limits", "says_that_files_are_too_few")
  }

  @Test func `too few threads are said in one line`() async throws {
    try await Scenario.run("limits", "says_that_threads_are_too_few")
  }

  @Test func `too little memory is said in one line`() async throws {
    try await Scenario.run("limits", "says_that_memory_is_too_little")
  }

  @Test func `a race beyond the limit on files is said and not written, and the race goes on`()
    async throws
  {
    try await Scenario.run("limits", "says_that_a_file_may_not_be_so_long")
  }

  @Test func `standard descriptors may be closed, each and together`() async throws {
    try await Scenario.run("limits", "opens_with_descriptors_closed")
  }

  @Test func `^C ends a long run with what it has come to`() async throws {
    try await Scenario.run("limits", "stops_a_long_run_with_what_is_known")
  }

  @Test func `a window larger than anybody reads is drawn in as far as that`() async throws {
    try await Scenario.run("limits", "leaves_the_rest_of_a_huge_window_empty")
  }
}
