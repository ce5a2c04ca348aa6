import App
import ArgumentParser
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

struct RaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "race", abstract: Words.strings[.commandRace])

  @OptionGroup var options: RaceOptions
  @OptionGroup var display: DisplayOptions
  @Option(help: help(.commandView, "VIEW")) var view: String?
  @Option(parsing: .unconditional, help: help(.commandSpeed, "NUMBER")) var speed: String?
  @Flag(help: help(.commandPaused)) var paused = false

  func run() throws {
    let (setup, wanted) = (try options.setup(), display.wanted)
    // Before anything is shown: a misspelt word is refused without a terminal too.
    var model = try wanted.model(of: setup)
    model.isPlaying = !paused
    if let view { model.view = try word(view, .view) }
    if let speed = try number(speed, "--speed", .expectedSpeed, in: Speed.range) {
      model.speed = Speed(stepsPerSecond: speed)
    }
    let wishes = try wanted.wishes()
    let every = try display.steps()
    if display.plain {
      Words.warnOfConfig()
      var race = PlainRace(model, display.talk(), every: every ?? 10)
      return race.run()
    }
    try Self.show(model, setup, wanted, wishes)
  }

  /// The race that opens when nothing is asked for.
  static func open() throws {
    let (setup, wanted) = (try RaceSetup(), Display())
    try show(try wanted.model(of: setup), setup, wanted, try wanted.wishes())
  }

  /// On a terminal the race, elsewhere what came of it.
  private static func show(
    _ model: Model, _ setup: RaceSetup, _ wanted: Display, _ wishes: TerminalWishes
  ) throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      Words.warnOfConfig()
      let report = RunReport(setup, steps: RunCommand.defaultSteps, strings: Words.strings)
      Words.print(report.table() + "\n" + report.map())
      return
    }
    try wanted.show(model, wishes)
  }
}
