import App
import ArgumentParser
import Descent
import Files
import Reports
import Terminal
import Texts

#if canImport(Glibc)
  import Glibc
#endif

struct RaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "race", abstract: Words.command("race"))

  @OptionGroup var options: RaceOptions
  @OptionGroup(title: Words.command("paths_group")) var paths: PathOptions
  @OptionGroup(title: Words.command("opening_group")) var opening: OpeningOptions
  @OptionGroup(title: Words.command("look_group")) var look: DisplayOptions

  func run() throws {
    let (setup, file) = try options.race(paths)
    let display = look.display
    // Before anything is shown: a misspelt word is refused without a terminal too.
    var model = try display.model(of: setup)
    if let file { model.follow(file) }
    try opening.apply(to: &model, file, plays: options.isSaid || paths.isSaid || opening.isSaid)
    let wishes = try display.wishes(for: model)
    let every = try look.steps()
    if look.plain {
      Words.warnOfConfig()
      Words.warnOfData(setup)
      if model.view == .fog {
        model.beginDrive()
        var drive = PlainDrive(model, look.talk())
        return drive.run()
      }
      var race = PlainRace(model, look.talk(), every: every ?? 10)
      return race.run()
    }
    try Self.show(model, of: setup, on: display, wishes)
  }

  /// The race that opens when nothing is asked for.
  static func open() throws {
    try Words.checkLanguage()
    let (setup, display) = (try RaceSetup(), Display())
    var model = try display.model(of: setup)
    model.isPlaying = Words.config.play ?? false
    try show(model, of: setup, on: display, try display.wishes(for: model))
  }

  /// Shows the race on a terminal, and prints its results elsewhere.
  private static func show(
    _ model: Model, of setup: RaceSetup, on display: Display, _ wishes: TerminalWishes
  ) throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      Words.warnOfConfig()
      Words.warnOfData(setup)
      let report = RunReport(
        setup, steps: setup.steps(orElse: RunCommand.defaultSteps), strings: Words.strings)
      Words.print(report.table() + "\n" + report.map())
      return
    }
    try display.show(model, wishes)
  }
}

/// What is seen first, and how fast it goes.
struct OpeningOptions: ParsableArguments {
  @Option(help: help("view", "VIEW"), completion: .words(MapView.self)) var view: String?
  @Option(help: help("by", "steps|gradients|data"), completion: .words(Yardstick.self)) var by:
    String?
  @Option(parsing: .unconditional, help: help("speed", "NUMBER")) var speed: String?
  @Flag(help: help("play")) var play = false
  @Flag(help: help("paused")) var paused = false

  /// Whether anything is said of how a race is watched.
  var isSaid: Bool { view != nil || by != nil || speed != nil }

  /// - Parameters:
  ///   - file: what the model has been told already.
  ///   - plays: whether the race drives at once where nobody says.
  func apply(to model: inout Model, _ file: RaceFile?, plays: Bool) throws(Fault) {
    guard !play || !paused else {
      throw Fault(
        .flag("--paused"), .errorTwoSurfaces, ["first": "--play", "second": "--paused"])
    }
    if play || paused {
      model.isPlaying = play
    } else if file?.isPaused == nil {
      model.isPlaying = Words.config.play ?? plays
    }
    if let view { model.look(at: try word(view, .errorUnknownView)) }
    if let by { model.yardstick = try word(by, .errorUnknownYardstick) }
    if let speed = try number(speed, "--speed", .expectedSpeed, in: Speed.range) {
      model.speed = Speed(stepsPerSecond: speed)
    }
  }
}
