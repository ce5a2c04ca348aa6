import Foundation
import Subprocess
import Testing

/// The built program in a real pseudo-terminal, driven by the Python beside this file.
@Suite(
  .enabled("Debian packages are needed: ./downhill test installs them") {
    try await Scenario.isPossible
  })
struct EndToEndTests {
  @Test func `the race plays, pauses and plays on`() async throws {
    try await Scenario.run("driving", "plays_and_pauses")
  }

  @Test func `steps on and back show the same numbers again`() async throws {
    try await Scenario.run("driving", "goes_back_to_the_same_numbers")
  }

  @Test func `a click on a map puts the start there`() async throws {
    try await Scenario.run("driving", "starts_where_it_is_clicked")
  }

  @Test func `a click beyond column 223 puts the start there`() async throws {
    try await Scenario.run("driving", "starts_where_it_is_clicked_far_right")
  }

  @Test func `sheets open and close, and Esc never quits`() async throws {
    try await Scenario.run("driving", "opens_and_closes_sheets")
  }

  @Test func `the screen shows the losses that run prints`() async throws {
    try await Scenario.run("driving", "shows_what_run_prints")
  }

  @Test func `a fork with another rate drives as a car that starts there`() async throws {
    try await Scenario.run("driving", "forks_with_another_rate")
  }

  @Test func `a race is written under the first free name, and nothing is written over`()
    async throws
  {
    try await Scenario.run("driving", "writes_the_race_under_free_names")
  }

  @Test func `a broken theme names its file and line, and the default one is used`() async throws {
    try await Scenario.run("driving", "tells_what_is_wrong_with_a_theme")
  }

  @Test func `every window has a race in it, or says what it needs`() async throws {
    try await Scenario.run("windows", "fits_every_window")
  }

  @Test func `a storm of sizes leaves the race whole`() async throws {
    try await Scenario.run("windows", "survives_a_storm_of_sizes")
  }

  @Test func `sizes that a shell exports are not believed`() async throws {
    try await Scenario.run("windows", "ignores_sizes_that_the_shell_exports")
  }

  @Test func `the terminal is as it was after q and after every signal`() async throws {
    try await Scenario.run("leaving", "gives_the_terminal_back")
  }

  @Test func `the terminal is as it was after every signal that ends the program`() async throws {
    try await Scenario.run("leaving", "gives_the_terminal_back_after_every_signal")
  }

  @Test func `the terminal is as it was after two signals at once`() async throws {
    try await Scenario.run("leaving", "gives_the_terminal_back_after_two_signals")
  }

  @Test func `the terminal is as it was when the time of the processor is over`() async throws {
    try await Scenario.run("leaving", "gives_the_terminal_back_at_the_limit_of_processor_time")
  }

  @Test func `a terminal that controls nothing is as it was`() async throws {
    try await Scenario.run("leaving", "gives_back_a_terminal_that_controls_nothing")
  }

  @Test func `the terminal is as it was after every trap, and the trap's words are on it`()
    async throws
  {
    try await Scenario.run("leaving", "gives_the_terminal_back_after_a_trap")
  }

  @Test func `the program ends with its terminal`() async throws {
    try await Scenario.run("leaving", "ends_with_its_terminal")
  }

  @Test func `nothing is written and nothing computed while paused`() async throws {
    try await Scenario.run("leaving", "rests_while_paused")
  }

  @Test func `the race comes back after being stopped`() async throws {
    try await Scenario.run("leaving", "comes_back_after_being_stopped")
  }

  @Test func `colours are as many as the terminal has`() async throws {
    try await Scenario.run("terminals", "has_colours_where_there_are_some")
  }

  @Test func `a terminal without colours shows the race too`() async throws {
    try await Scenario.run("terminals", "does_without_colours")
  }

  @Test func `terminals unknown to the system are known to the program`() async throws {
    try await Scenario.run("terminals", "knows_terminals_that_the_system_does_not")
  }

  @Test func `what cannot draw is refused by one line`() async throws {
    try await Scenario.run("terminals", "refuses_what_is_no_terminal")
  }

  @Test func `the locale decides the language and the letters`() async throws {
    try await Scenario.run("terminals", "speaks_the_locale")
  }

  @Test func `a terminal's answers count early and late, and none is waited for`() async throws {
    try await Scenario.run("terminals", "believes_answers_early_and_late")
  }

  @Test func `no answer is left behind for the shell`() async throws {
    try await Scenario.run("terminals", "leaves_no_answer_behind")
  }

  @Test func `where ambiguous characters are wide, there are none`() async throws {
    try await Scenario.run("terminals", "keeps_to_narrow_characters")
  }

  @Test func `a light terminal has a light theme, unless somebody chose one`() async throws {
    try await Scenario.run("terminals", "follows_the_background")
  }

  @Test func `another charset than UTF-8 has ASCII`() async throws {
    try await Scenario.run("terminals", "spells_in_the_charset_of_the_locale")
  }

  @Test func `GNU screen shows the race`() async throws {
    try await Scenario.run("within", "races_in_gnu_screen")
  }

  @Test func `mosh shows the race`() async throws {
    try await Scenario.run("within", "races_over_mosh")
  }

  @Test func `glyphs are those that are asked for`() async throws {
    try await Scenario.run("terminals", "draws_with_the_glyphs_that_are_asked_for")
  }

  @Test func `keys come from the keyboard even if standard input is a pipe`() async throws {
    try await Scenario.run("terminals", "leaves_standard_input_alone")
  }

  @Test func `no reply of a terminal is taken for a key`() async throws {
    try await Scenario.run("faults", "takes_no_reply_for_a_key")
  }

  @Test func `a paste is no keys, with marks around it and without`() async throws {
    try await Scenario.run("pastes", "takes_no_paste_for_keys")
  }

  @Test func `a number is pasted into the value that is being typed`() async throws {
    try await Scenario.run("pastes", "pastes_where_text_is_typed")
  }

  @Test func `held keys are keys, however many come at once`() async throws {
    try await Scenario.run("pastes", "takes_held_keys_for_keys")
  }

  @Test func `a terminal's strings of every kind are swallowed`() async throws {
    try await Scenario.run("pastes", "swallows_strings_of_every_kind")
  }

  @Test func `no paste is left behind for the shell`() async throws {
    try await Scenario.run("pastes", "leaves_no_paste_behind")
  }

  @Test func `what tmux pastes reaches no shell`() async throws {
    try await Scenario.run("pastes", "pastes_in_tmux_reach_no_shell")
  }

  @Test func `a thousand sizes leave the race whole`() async throws {
    try await Scenario.run("faults", "survives_a_thousand_sizes")
  }

  @Test func `a monkey at the keyboard does no harm`() async throws {
    try await Scenario.run("faults", "survives_a_monkey")
  }

  @Test func `a monkey at the keyboard leaves the race as it is without a screen`() async throws {
    try await Scenario.run("faults", "knows_its_race_after_a_monkey")
  }

  @Test func `a frame is three writes at most, and between its marks`() async throws {
    try await Scenario.run("faults", "writes_little")
  }

  @Test func `keys are answered over a slow line`() async throws {
    try await Scenario.run("faults", "answers_keys_over_a_slow_line")
  }

  @Test func `SIGTERM ends the program on a terminal that has stalled`() async throws {
    try await Scenario.run("faults", "ends_on_a_stalled_terminal")
  }

  @Test func `^L repaints what others wrote over`() async throws {
    try await Scenario.run("faults", "repaints_what_was_spoilt")
  }
}

enum Scenario {
  /// The program under test lies beside the tests.
  private static let binary = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    .deletingLastPathComponent().appending(path: "downhill").path

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "scenarios").path

  static var isPossible: Bool {
    get async throws {
      let tools =
        "/usr/bin/python3 -c 'import pyte' && command -v tmux && command -v screen"
        + " && command -v mosh-server && [ -e /usr/share/i18n/locales/ko_KR ]"
      return try await start(["sh", "-c", tools]).status.isSuccess
    }
  }

  /// Whether a screen that nobody sees can be photographed with a terminal on it.
  static func canPhotograph(_ terminal: String) async throws -> Bool {
    let tools = ["Xvfb", "import", terminal].map { "command -v \($0)" }.joined(separator: " && ")
    return try await start(["sh", "-c", tools]).status.isSuccess
  }

  /// Whether there is a browser that needs no screen, and what looks at its pictures.
  static var canBrowse: Bool {
    get async throws {
      try await start(["sh", "-c", "command -v chromium && command -v convert"]).status.isSuccess
    }
  }

  /// Whether there is a camera for codes.
  static var canReadCodes: Bool {
    get async throws { try await start(["sh", "-c", "command -v zbarimg"]).status.isSuccess }
  }

  // More terminals at once would only wait for each other, past their deadlines.
  private static let seats = Seats(4)

  /// Runs one function of a Python file, and shows what it said if it failed.
  static func run(_ file: String, _ name: String) async throws {
    let outcome = try await seats.taking {
      try await start(["/usr/bin/python3", "\(folder)/\(file).py", binary, name])
    }
    #expect(outcome.status.isSuccess, "\(outcome.said)")
  }

  private static func start(
    _ words: [String]
  ) async throws -> (status: TerminationStatus, said: String) {
    // The shell puts both streams in the order in which they were written.
    let result = try await Subprocess.run(
      .name("env"),
      arguments: Arguments(
        [
          "PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8", "sh", "-c", "exec \"$@\" 2>&1",
          "-",
        ]
          + words),
      input: .none, output: .string(limit: 4 << 20), error: .discarded)
    return (result.terminationStatus, result.standardOutput)
  }
}
