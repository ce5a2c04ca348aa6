import Testing

/// Lessons in a real pseudo-terminal.
@Suite(
  .enabled("Debian's python3-pyte and tmux are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct LessonTests {
  @Test func `a class votes, drives to the answer, and turns the pages`() async throws {
    try await Scenario.run("lessons", "votes_and_drives")
  }

  @Test func `a lesson is chosen from the list`() async throws {
    try await Scenario.run("lessons", "lists_lessons")
  }

  @Test func `without a name the list of lessons opens`() async throws {
    try await Scenario.run("lessons", "offers_the_list_of_lessons")
  }

  @Test func `a lesson is answered line by line`() async throws {
    try await Scenario.run("lessons", "answers_line_by_line")
  }
}
