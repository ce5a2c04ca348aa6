import Testing

/// Pictures in real terminals, photographed. A terminal that is not there is named and left out.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct PhotoTests {
  @Test(
    .enabled("not photographed: apt-get install xvfb imagemagick xterm") {
      try await Scenario.canPhotograph("xterm")
    })
  func `xterm shows sixels that look like the cells, and keeps nothing of them`() async throws {
    try await Scenario.run("photos", "shows_pixels_in_xterm")
  }

  @Test(
    .enabled("not photographed: apt-get install xvfb imagemagick mlterm") {
      try await Scenario.canPhotograph("mlterm")
    })
  func `mlterm shows sixels that look like the cells, and keeps nothing of them`() async throws {
    try await Scenario.run("photos", "shows_pixels_in_mlterm")
  }

  @Test(
    .enabled("not photographed: apt-get install xvfb imagemagick konsole") {
      try await Scenario.canPhotograph("konsole")
    })
  func `Konsole shows pictures under its text that look like the cells`() async throws {
    try await Scenario.run("photos", "shows_pixels_in_konsole")
  }
}
