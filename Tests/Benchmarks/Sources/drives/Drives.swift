import Descent
import Timing

/// What drives cost under every rule, one thread: lines of a name and the nanoseconds of a step;
/// given names choose among them.
///
/// Of the engine it uses only what it has long had, so that older states can be measured too.
@main
enum Drives {
  private static let watch = Stopwatch(rounds: 5)
  private static let steps = 300

  static func main() {
    for rule in Catalog.optimizers {
      // Those that search on their way take a hundred times as long.
      let rows = rule.about.order == .first ? 128 : 4
      measure(rule, on: "rosenbrock", columns: 64, rows: rows, called: rule.about.name)
    }
    let adam = Catalog.optimizer(named: "adam")!
    for surface in ["himmelblau", "rastrigin"] {
      measure(adam, on: surface, columns: 200, rows: 60, called: "basins of \(surface)")
    }
  }

  /// As a map of basins drives: all starts of a lattice, to the end and since when they are there.
  private static func measure(
    _ rule: any Optimizer, on name: String, columns: Int, rows: Int, called title: String
  ) {
    let chosen = CommandLine.arguments.dropFirst()
    guard chosen.isEmpty || chosen.contains(title) else { return }
    let surface = Catalog.surface(named: name)!
    let rule = Lineup.suited(rule, to: surface)
    let trial = Trial(of: Car(name: "car", rule: rule), on: surface, steps: steps, seed: 7)
    let starts = surface.about.window.lattice(columns: columns, rows: rows)
    let seconds = watch.median { keep(trial.outcomes(from: starts)) }
    print(title, seconds / Double(starts.count * steps) * 1e9, separator: "\t")
  }
}
