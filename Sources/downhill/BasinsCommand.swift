import App
import ArgumentParser
import Drawing
import Files
import Reports
import Texts

struct BasinsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "basins", abstract: Words.command("basins"))

  @OptionGroup var options: RaceOptions
  @Option(parsing: .unconditional, help: help("width", "NUMBER")) var width: String?
  @Option(parsing: .unconditional, help: help("height", "NUMBER")) var height: String?
  @Option(parsing: .unconditional, help: help("steps", "NUMBER")) var steps: String?
  @Option(help: help("basins_format", "FORMAT"), completion: .words(BasinsReport.Format.self))
  var format: String = "text"

  func run() throws {
    let (setup, file) = try options.race()
    Words.warnOfConfig()
    Words.warnOfData(setup)
    let columns = try number(width, "--width", .expectedCount, in: 1...10_000) ?? 72
    let rows = try number(height, "--height", .expectedCount, in: 1...10_000) ?? 24
    let steps = try number(steps, "--steps", .expectedSteps) ?? file?.steps ?? 300
    let format: BasinsReport.Format = try word(format, .errorUnknownFormat)
    checkLimits()
    let progress = Progress(of: columns * rows, isShown: !options.quiet)
    let report = BasinsReport(
      setup, Size(columns, rows), steps: steps, strings: Words.strings, tell: progress.show)
    progress.end()
    switch format {
    case .text: Words.print(report.text())
    case .csv: report.writeCSV(to: Words.print)
    case .npy: try Words.send(report.npy())
    }
  }
}
