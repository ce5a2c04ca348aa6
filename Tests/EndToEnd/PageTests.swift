import Testing

/// Pictures and handouts in a browser. Where there is none, it is named and they are left out.
@Suite(
  .enabled("not browsed: apt-get install chromium imagemagick") {
    try await Scenario.canBrowse
  })
struct PageTests {
  @Test func `drawings look in a browser as they do in pixels`() async throws {
    try await Scenario.run("pages", "looks_in_a_browser_as_in_pixels")
  }

  @Test func `a Korean handout is printed on A4`() async throws {
    try await Scenario.run("pages", "prints_a_handout")
  }
}
