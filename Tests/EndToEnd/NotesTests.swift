import Testing

/// The lecturer's notes beside the lesson: two programs, each in a pseudo-terminal of its own.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct NotesTests {
  @Test func `the notes follow the lesson, and votes stay hidden until the answer`() async throws {
    try await Scenario.run("notes", "follows_the_lesson")
  }

  @Test func `a follower that ends or stands still holds up no lesson`() async throws {
    try await Scenario.run("notes", "survives_its_follower")
  }

  @Test func `what is no order is ignored`() async throws {
    try await Scenario.run("notes", "ignores_what_is_no_order")
  }

  @Test func `a folder that others may open is not used`() async throws {
    try await Scenario.run("notes", "keeps_others_out")
  }

  @Test func `the socket of a killed lesson is taken away`() async throws {
    try await Scenario.run("notes", "takes_what_was_left_away")
  }

  @Test func `the notes are read out line by line as the lesson goes`() async throws {
    try await Scenario.run("notes", "follows_line_by_line")
  }
}
