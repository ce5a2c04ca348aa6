import App
package import Descent
import Drawing
import Files
package import Texts

/// A sweep for people: a sign for each combination, and the best ones.
package struct SweepReport: Sendable {
  private let sweep: Sweep
  private let strings: Strings
  private let results: [Result]

  private struct Result: Sendable {
    /// That of most starts.
    let verdict: Trial.Outcome.Verdict
    /// Starts that came to a minimum, and all their steps.
    let arrived: Int
    let steps: Int
    /// The mean of the losses at the end.
    let loss: Double
  }

  /// - Parameter tell: hears how many combinations are done.
  package init(_ sweep: Sweep, strings: Strings, tell: @Sendable (Int) -> Void = { _ in }) {
    (self.sweep, self.strings) = (sweep, strings)
    results = Parallel.map(sweep.count, inRunsOf: Trial.sideBySide, tell: tell) { cells in
      // The request has tried every value.
      guard let outcomes = try? sweep.outcomes(cells), let trial = try? sweep.trial(0) else {
        preconditionFailure("\(cells)")
      }
      return outcomes.map { Self.result(of: trial, $0) }
    }
  }

  private static func result(of trial: Trial, _ outcomes: [Trial.Outcome]) -> Result {
    let verdicts = outcomes.map(trial.verdict)
    let common = Trial.Outcome.Verdict.allCases.max { a, b in
      verdicts.count { $0 == a } < verdicts.count { $0 == b }
    }
    return Result(
      verdict: common ?? .crawls, arrived: verdicts.count { $0 == .arrives },
      steps: outcomes.map(\.steps).reduce(0, +),
      loss: outcomes.map(\.loss).reduce(0, +) / Double(outcomes.count))
  }

  package func text() -> String {
    var lines = picture()
    let car = sweep.car
    lines.append(
      "\(strings.title(of: sweep.surface.about))  \(car.name): "
        + car.settingsText(on: sweep.surface))
    lines.append(
      Trial.Outcome.Verdict.allCases.compactMap { verdict in
        let count = results.count { $0.verdict == verdict }
        if verdict == .undefined, count == 0 { return nil }
        return "\(verdict.glyph) \(strings[verdict.text]) \(count)"
      }.joined(separator: "   "))
    lines += best()
    return lines.joined(separator: "\n") + "\n"
  }

  /// The last axis from left to right, the one before it from the bottom up; a third one has no
  /// place on paper.
  private func picture() -> [String] {
    guard sweep.axes.count <= 2, let across = sweep.axes.last else { return [] }
    let rows = results.count / across.values.count
    return (0..<rows).reversed().map { row in
      let line = results[row * across.values.count..<(row + 1) * across.values.count]
        .map { String($0.verdict.glyph) }.joined()
      guard sweep.axes.count == 2 else { return line }
      return line + "  " + NumberText.brief(sweep.axes[0].values[row])
    }
  }

  /// The three that bring most starts to a minimum, in the fewest steps; without any, those with
  /// the lowest loss.
  private func best() -> [String] {
    let order = results.indices.sorted { a, b in
      let (one, other) = (results[a], results[b])
      if one.arrived != other.arrived { return one.arrived > other.arrived }
      if one.arrived > 0, one.steps != other.steps { return one.steps < other.steps }
      if one.loss.isNaN || other.loss.isNaN { return other.loss.isNaN && !one.loss.isNaN }
      return one.loss == other.loss ? a < b : one.loss < other.loss
    }
    return order.prefix(3).map { cell in
      let values = zip(sweep.axes, sweep.values(cell))
        .map { "\($0.setting)=\(NumberText.compact($1))" }.joined(separator: ",")
      return strings(
        .sweepBest,
        [
          "settings": values, "arrived": "\(results[cell].arrived)",
          "starts": "\(sweep.starts.count)",
          "steps": NumberText.brief(Double(results[cell].steps) / Double(sweep.starts.count)),
          "loss": NumberText.brief(results[cell].loss),
        ])
    }
  }
}
