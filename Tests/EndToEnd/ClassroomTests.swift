import Testing

/// A class with a scripted wall, and those who join it: the program `classroom`, from outside.
struct ClassroomTests {
  @Test(.enabled("not browsed: apt-get install chromium") { try await Scenario.canBrowse })
  func `three students join, vote, race, lose the network and come back`() async throws {
    try await Scenario.run("classes", "plays_three_students")
  }

  @Test(.enabled("not read: apt-get install zbar-tools") { try await Scenario.canReadCodes })
  func `a camera reads the codes`() async throws {
    try await Scenario.run("classes", "draws_codes_that_cameras_read")
  }

  @Test func `of two hundred students no vote is lost`() async throws {
    try await Scenario.run("classes", "bears_two_hundred")
  }

  @Test func `it serves whatever it is sent`() async throws {
    try await Scenario.run("classes", "survives_a_storm")
  }

  @Test func `it serves while others send as slowly as they can`() async throws {
    try await Scenario.run("classes", "survives_slow_ones")
  }

  @Test func `forty students race on the wall, and their results are saved`() async throws {
    try await Scenario.run("walls", "races_forty_students")
  }

  @Test(.enabled("not browsed: apt-get install chromium") { try await Scenario.canBrowse })
  func `phones choose on the map, race on the wall and win points`() async throws {
    try await Scenario.run("walls", "plays_phones_on_the_wall")
  }

  @Test func `a class that cannot be opened is one line on the shell`() async throws {
    try await Scenario.run("walls", "refuses_addresses_that_are_not_ours")
  }
}
