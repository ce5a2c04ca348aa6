import App
import ArgumentParser
import Descent
import Files
import Reports
import Texts

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: Words.command("sweep"),
    discussion: Words.command("sweep_more"))

  @OptionGroup var options: RaceOptions
  @Option(
    parsing: .unconditionalSingleValue, help: help("axis", "SETTING=FROM:TO:COUNT[:log]"))
  var axis: [String] = []
  @Option(parsing: .unconditional, help: help("starts", "COLUMNSxROWS")) var starts: String?
  @Option(parsing: .unconditional, help: help("steps", "NUMBER")) var steps: String?
  @Option(help: help("shard", "K/N")) var shard: String?
  @Option(help: help("output", "FILE"), completion: .file(extensions: ["csv", "json"])) var output:
    String?
  @Option(help: help("sweep_format", "FORMAT"), completion: .words(SweepTable.Format.self))
  var format: String?
  @Option(parsing: .unconditional, help: help("threads", "NUMBER")) var threads: String?
  @Flag(inversion: .prefixedNo, help: help("header")) var header = true

  func run() throws {
    let (setup, file) = try options.race()
    Words.warnOfConfig()
    Words.warnOfData(setup)
    var request = SweepRequest()
    (request.axes, request.starts, request.shard) = (axis, starts, shard)
    request.steps =
      try number(steps, "--steps", .expectedSteps) ?? file?.steps ?? Trial.standardSteps
    let sweep = try request.sweep(of: setup)
    let threads: Int? = try number(threads, "--threads", .expectedCount, in: 1...1024)
    checkLimits()
    let isForFile = output != nil || shard != nil
    let format: SweepTable.Format =
      try format.map { text throws(Fault) in try word(text, .errorUnknownFormat) }
      ?? (isForFile ? .csv : .text)
    guard format != .text else {
      if let flag = output != nil ? "--output" : shard != nil ? "--shard" : nil {
        throw Fault.option(flag, at: .flag(flag), needs: "--format csv")
      }
      let progress = Progress(of: sweep.count, isShown: !options.quiet)
      let report = SweepReport(sweep, strings: Words.strings, tell: progress.show)
      progress.end()
      return Words.print(report.text())
    }
    let table = SweepTable(sweep, part: try request.part(), format: format)
    if let output {
      try SweepFile(output, of: table).write(
        threads: threads, hasHeader: header, isQuiet: options.quiet)
    } else {
      if header { Words.print(table.header) }
      let progress = Progress(of: table.count, isShown: !options.quiet)
      try Batches(of: table.count, threads: threads).forEach(from: 0) { range, rows in
        Words.print(rows)
        // Who reads on the other side may be waiting.
        try Words.flush()
        progress.show(range.upperBound)
      } rows: {
        table.rows(at: $0)
      }
      progress.end()
    }
  }
}

/// The work of a long table: some rows at a time, computed on all processors, handed on in order.
struct Batches {
  private let count: Int
  private let threads: Int?

  init(of count: Int, threads: Int?) { (self.count, self.threads) = (count, threads) }

  /// - Parameters:
  ///   - take: a range of places and their rows.
  ///   - rows: those of a run of places.
  func forEach(
    from first: Int, _ take: (Range<Int>, String) throws -> Void,
    rows: @Sendable (Range<Int>) -> String
  ) throws {
    var (done, size) = (first, 1)
    while done < count {
      let range = done..<min(count, done + size)
      let clock = ContinuousClock()
      let began = clock.now
      let texts = Parallel.map(range.count, inRunsOf: Trial.sideBySide, threads: threads) { run in
        [rows(range.lowerBound + run.lowerBound..<range.lowerBound + run.upperBound)]
      }
      try take(range, texts.joined())
      done = range.upperBound
      // Long enough to keep every processor busy, short enough to lose little.
      let took = clock.now - began
      if took < .milliseconds(50) { size *= 2 }
      if took > .milliseconds(200) { size = max(1, size / 2) }
    }
  }
}
