package import Descent
import Drawing

/// A sweep as rows for other programs. Every part of it writes its rows in the order of their
/// numbers, so that sorted together they are the same bytes whatever the parts were.
package struct SweepTable: Sendable {
  package enum Format: String, CaseIterable, Sendable { case text, csv, json }

  private let sweep: Sweep
  private let part: (index: Int, count: Int)
  private let format: Format
  /// Digits of the row numbers: as many as the last one has.
  private let digits: Int

  /// - Parameters:
  ///   - part: those combinations whose number leaves `index` over when divided by `count`.
  ///   - format: `csv` or `json`.
  package init(_ sweep: Sweep, part: (index: Int, count: Int), format: Format) {
    (self.sweep, self.part, self.format) = (sweep, part, format)
    digits = "\(max(0, sweep.count * sweep.starts.count - 1))".count
  }

  /// How many combinations this part has.
  package var count: Int { (sweep.count - part.index + part.count - 1) / part.count }

  /// Lines of each combination.
  package var rowsEach: Int { sweep.starts.count }

  /// The first line; JSON lines have none.
  package var header: String {
    format == .json ? "" : names.joined(separator: ",") + "\n"
  }

  private var names: [String] {
    ["row"] + sweep.axes.map { $0.setting.replacing("-", with: "_") }
      + ["start_x", "start_y", "end", "minimum", "steps", "loss", "x", "y"]
  }

  /// The lines of the combinations at some places of this part, one a start.
  ///
  /// Numbers are the shortest that read back as the same double; a combination that cannot be set
  /// does not occur, since the request has tried every value.
  package func rows(at places: Range<Int>) -> String {
    let cells = places.map { part.index + $0 * part.count }
    guard let outcomes = try? sweep.outcomes(cells), let trial = try? sweep.trial(cells[0]) else {
      return ""
    }
    return zip(cells, outcomes).map { rows(of: $0, $1, verdict: trial.verdict) }.joined()
  }

  private func rows(
    of cell: Int, _ outcomes: [Trial.Outcome],
    verdict: (Trial.Outcome) -> Trial.Outcome.Verdict
  ) -> String {
    let values = sweep.values(cell)
    var text = ""
    for (index, (start, outcome)) in zip(sweep.starts, outcomes).enumerated() {
      let number = "\(cell * sweep.starts.count + index)"
      let row = String(repeating: "0", count: digits - number.count) + number
      let minimum = if case .minimum(let index) = outcome.end { "\(index + 1)" } else { "" }
      let end = verdict(outcome).rawValue
      let results = [outcome.loss, outcome.position.x, outcome.position.y]
      text +=
        format == .json
        ? json(row, values + [start.x, start.y], end, minimum, outcome.steps, results)
        : ([row] + (values + [start.x, start.y]).map(Self.plain)
          + [end, minimum, "\(outcome.steps)"] + results.map(Self.plain)).joined(separator: ",")
          + "\n"
    }
    return text
  }

  private func json(
    _ row: String, _ given: [Double], _ end: String, _ minimum: String, _ steps: Int,
    _ results: [Double]
  ) -> String {
    let cells =
      ["\"\(row)\""] + given.map(Self.plain)
      + ["\"\(end)\"", minimum.isEmpty ? "null" : minimum, "\(steps)"]
      + results.map { $0.isFinite ? Self.plain($0) : "\"\(Self.plain($0))\"" }
    return "{" + zip(names, cells).map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}\n"
  }

  /// NaN has no sign.
  private static func plain(_ number: Double) -> String { number.isNaN ? "nan" : "\(number)" }

  /// All that the rows depend on, a line each: a file that was begun for another sweep is not gone
  /// on with.
  package var identity: String {
    let car = sweep.car
    let start = sweep.starts[0]
    var lines = [
      "surface \(sweep.surface.about.identity)",
      "car \(car.rule.about.name) \(car.sampling) \(car.schedule)",
    ]
    lines += car.rule.settings.map { "setting \($0.name) \($0.exactText)" }
    lines += sweep.axes.map { "axis \($0.setting) \($0.values)" }
    lines += [
      "starts \(sweep.starts.count) \(start) \(sweep.starts[sweep.starts.count - 1])",
      "steps \(sweep.steps)", "seed \(sweep.seed)", "shard \(part.index + 1)/\(part.count)",
      "format \(format.rawValue)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
