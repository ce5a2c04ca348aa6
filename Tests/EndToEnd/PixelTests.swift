import Testing

/// Pictures in pixels as they go through a real pseudo-terminal, read back by the Python beside
/// this file.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct PixelTests {
  @Test func `the ground is sent once, and small tiles follow the cars`() async throws {
    try await Scenario.run("pixels", "sends_the_ground_once")
  }

  @Test func `no picture is left, however the program ends`() async throws {
    try await Scenario.run("pixels", "takes_pictures_away_however_it_ends")
  }

  @Test func `pictures come again after a repaint and in another size`() async throws {
    try await Scenario.run("pixels", "shows_pictures_again_after_a_stop")
  }

  @Test func `sixel paints the pieces that have changed`() async throws {
    try await Scenario.run("pixels", "paints_sixels_where_cells_have_none")
  }

  @Test func `where pictures are not sure to be seen there are cells`() async throws {
    try await Scenario.run("pixels", "stays_with_cells")
  }

  @Test func `no answer about pictures is a key`() async throws {
    try await Scenario.run("pixels", "takes_no_answer_for_a_key")
  }
}
