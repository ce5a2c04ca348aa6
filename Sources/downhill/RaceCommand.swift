import App
import ArgumentParser

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
    let setup = try options.setup()
    // Before anything is shown: a misspelt word is refused without a terminal too.
    var model = try display.model(of: setup)
    model.isPlaying = !paused
    if let view { model.view = try word(view, .view) }
    if let speed = try number(speed, "--speed", .expectedSpeed, in: Speed.range) {
      model.speed = Speed(stepsPerSecond: speed)
    }
    let wishes = try display.wishes(asksForTheme: !model.followsBackground)
    let every = try display.steps()
    if display.plain {
      Words.warnOfConfig()
      var race = PlainRace(model, display.talk(), every: every ?? 10)
      return race.run()
    }
    guard isatty(STDOUT_FILENO) == 1 else {
      Words.warnOfConfig()
      let report = RunReport(setup, steps: RunCommand.defaultSteps, strings: Words.strings)
      Words.print(report.table() + "\n" + report.map())
      return
    }
    try display.show(model, wishes)
  }
}
