import App
import ArgumentParser
import Files
import Reports
import Terminal
import Texts

#if canImport(Glibc)
  import Glibc
#endif

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Words.command("run"))

  @OptionGroup var options: RaceOptions
  @OptionGroup(title: Words.command("paths_group")) var paths: PathOptions
  @Option(parsing: .unconditional, help: help("steps", "NUMBER")) var steps: String?
  @Option(help: help("format", "FORMAT"), completion: .words(RunReport.Format.self)) var format:
    String = "table"
  @Option(parsing: .unconditional, help: help("every", "NUMBER")) var every: String?

  @Flag(help: help("costs")) var costs = false

  static let defaultSteps = 200

  /// How far a race drives: as an option says, as its file says, or as is usual for it.
  static func steps(
    _ text: String?, _ flag: String, _ setup: RaceSetup, _ file: RaceFile?
  ) throws(Fault) -> Int {
    try number(text, flag, .expectedSteps) ?? file?.steps ?? setup.steps(orElse: defaultSteps)
  }

  func run() throws {
    let (setup, file) = try options.race(paths)
    Words.warnOfConfig()
    Words.warnOfData(setup)
    let steps = try Self.steps(steps, "--steps", setup, file)
    let every = try number(every, "--every", .expectedCount, in: 1...Int.max) ?? 1
    let format: RunReport.Format = try word(format, .errorUnknownFormat)
    // ^C ends the race, and not what can be told of it.
    Interrupt.expect()
    for setup in setup.atEach(of: file?.starts ?? []) where !Interrupt.hasCome {
      let report = RunReport(setup, steps: steps, strings: Words.strings)
      let progress = Progress(
        of: steps, saying: .runProgress,
        isShown: !options.quiet && (format == .table || isatty(STDOUT_FILENO) == 0))
      func goesOn(at step: Int) -> Bool {
        progress.show(step)
        return !Interrupt.hasCome && !Limits.outputHasFailed
      }
      if format == .table {
        let table = report.table(while: goesOn)
        progress.end()
        Words.print(table)
      } else {
        for note in report.notes { Words.warn(note) }
        if format == .npy {
          try report.writeArray(every: every, costs: costs, to: Words.send, while: goesOn)
        } else {
          report.writeSteps(
            as: format, every: every, costs: costs, to: Words.print, while: goesOn)
        }
        progress.end()
      }
    }
    if Interrupt.hasCome {
      try Words.flush()
      throw ExitCode(Interrupt.status)
    }
  }
}
