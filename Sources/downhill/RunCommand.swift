import App
import ArgumentParser
import Files
import Reports
import Texts

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Words.command("run"))

  @OptionGroup var options: RaceOptions
  @Option(parsing: .unconditional, help: help("steps", "NUMBER")) var steps: String?
  @Option(help: help("format", "FORMAT")) var format: String = "table"
  @Option(parsing: .unconditional, help: help("every", "NUMBER")) var every: String?

  @Flag(help: help("costs")) var costs = false

  static let defaultSteps = 200

  func run() throws {
    let (setup, file) = try options.race()
    Words.warnOfConfig()
    let steps = try number(steps, "--steps", .expectedSteps) ?? file?.steps ?? Self.defaultSteps
    let every = try number(every, "--every", .expectedCount, in: 1...Int.max) ?? 1
    let format: RunReport.Format = try word(format, .errorUnknownFormat)
    for setup in setup.atEach(of: file?.starts ?? []) {
      let report = RunReport(setup, steps: steps, strings: Words.strings)
      if format == .table {
        Words.print(report.table())
      } else {
        for note in report.notes { Words.warn(note) }
        report.writeSteps(as: format, every: every, costs: costs, to: Words.print)
      }
    }
  }
}
