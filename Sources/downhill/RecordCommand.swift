import App
import ArgumentParser
import Descent
import Drawing
import Files
import Terminal
import Texts

/// A race as a film to take along.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: Words.command("record"))

  @OptionGroup var options: RaceOptions
  @OptionGroup(title: Words.command("page_group")) var page: PageOptions
  @Option(parsing: .unconditional, help: help("steps", "NUMBER")) var steps: String?
  @Option(parsing: .unconditional, help: help("speed", "NUMBER")) var speed: String?
  @Option(
    name: .shortAndLong, help: help("record_output", "FILE"),
    completion: .file(extensions: FilmKind.allCases.map(\.rawValue))) var output: String

  func run() throws {
    let (setup, file) = try options.race()
    let steps = try RunCommand.steps(steps, "--steps", setup, file)
    let speed = try number(speed, "--speed", .expectedSpeed, in: Speed.range)
    let kind: FilmKind = try kind(ofOutput: output)
    let printed = try page.page(size: "800x600")
    let model = try page.model(of: setup, file)
    Words.warnOfConfig()
    Words.warnOfData(setup)
    checkLimits()
    let reel = Reel(
      steps: steps, stepsPerSecond: speed ?? file?.speed ?? model.speed.stepsPerSecond)
    try Film(model, printed, reel, kind, isQuiet: options.quiet).write(to: output)
  }
}
