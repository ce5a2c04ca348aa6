import App
import Descent
import Drawing
import Files
import Reports
import Terminal
import Texts
import Timing

/// Prints the table of `README.md`, every figure measured now; given names choose among its parts.
@main
enum Benchmarks {
  private static let watch = Stopwatch()

  static func main() throws {
    print("| what | found | reach |")
    print("|---|---|---|")
    let all: [(String, () throws -> Void)] = [
      ("formula", formula), ("threads", threads), ("car", oneCar), ("basins", basins),
      ("sweep", sweep), ("pictures", pictures),
    ]
    let chosen = CommandLine.arguments.dropFirst()
    for (name, measure) in all where chosen.isEmpty || chosen.contains(name) { try measure() }
  }

  private static func row(_ what: String, _ found: String, _ reach: String = "") {
    print("| \(what) | \(found) | \(reach) |")
  }

  private static func surface(_ name: String) throws -> any Surface {
    try SurfaceRequest.surface(named: Asked(name))
  }

  /// Adam, as the C loop has it.
  private static func car(_ spec: String = "adam:lr=0.01", on surface: any Surface) throws -> Car {
    try CarSpec.cars([spec], on: surface)[0]
  }

  private static func formula() throws {
    let (built, typed) = (
      try surface("rosenbrock"), try FormulaSurface("(1 - x)^2 + 100 (y - x^2)^2")
    )
    let car = try car(on: built)
    func drive(on surface: any Surface) {
      let trial = Trial(of: car, on: surface, steps: 300, seed: 7)
      keep(trial.outcomes(from: built.about.window.lattice(columns: 64, rows: 16)))
    }
    let times = watch.medians([{ drive(on: typed) }, { drive(on: built) }])
    row(
      "a typed-in formula equal to Rosenbrock, against the built-in",
      "\(ratio(times[0] / times[1])) ×", "≤ 3 ×")
  }

  private static func trial(_ name: String, steps: Int) throws -> (Trial, Basins) {
    let surface = try surface(name)
    let trial = Trial(
      of: try car("adam:lr=0.1", on: surface), on: surface, steps: steps, seed: 7)
    return (
      trial, Basins(of: trial, window: surface.about.window, columns: 200, rows: 60)
    )
  }

  private static func map(_ trial: Trial, _ basins: Basins, threads: Int) {
    let starts = basins.starts
    keep(
      Parallel.map(starts.count, inRunsOf: Trial.startsSideBySide, threads: threads) { run in
        trial.outcomes(from: Array(starts[run]))
      })
  }

  private static func threads() throws {
    let (trial, basins) = try trial("himmelblau", steps: 1000)
    let times = watch.medians([
      { map(trial, basins, threads: 1) }, { map(trial, basins, threads: 2) },
    ])
    row("two threads against one", "\(ratio(times[0] / times[1])) ×", "≥ 1.9 ×")
  }

  private static func oneCar() throws {
    let surface = try surface("rosenbrock")
    let count = 100_000
    func race(_ leg: Int) throws -> () -> Void {
      let race = Race(
        surface: surface, cars: [try car(on: surface)], start: surface.about.start, seed: 7)
      return {
        var timeline = Timeline(race)
        for tick in stride(from: leg, through: count, by: leg) { timeline.seek(to: tick) }
        keep(timeline)
      }
    }
    let times = watch.medians([try race(count), try race(1)]).map { $0 / Double(count) * 1e9 }
    row(
      "one car, one step through the race, trail recorded",
      "\(nanoseconds(times[0])) (asked for step by step: \(nanoseconds(times[1])))", "≤ 60 ns")
  }

  private static func basins() throws {
    for name in ["himmelblau", "rastrigin"] {
      let (trial, basins) = try trial(name, steps: 300)
      let time = watch.median { map(trial, basins, threads: 2) }
      row(
        "basins of \(trial.surface.about.title), 200×60 cells, 300 steps, Adam, two threads",
        milliseconds(time), "≤ 150 ms")
    }
  }

  private static func sweep() throws {
    var request = SweepRequest()
    request.axes = ["lr=1e-4:1:32:log", "momentum=0:0.99:32"]
    var race = RaceRequest()
    race.cars = [try CarSpec("momentum")]
    let table = SweepTable(
      try request.sweep(of: try RaceSetup(race)), part: (0, 1), format: .csv)
    let time = watch.median {
      keep(
        Parallel.map(table.count, inRunsOf: Trial.sideBySide, threads: 2) { [table.rows(at: $0)] })
    }
    row(
      "a sweep's rows, 300 steps each, two threads",
      "\(Int(Double(table.count) / time)) a second")
  }

  private static func pictures() throws {
    let surface = try surface("himmelblau")
    let viewport = Viewport(window: PlaneRect(surface.about.window), in: Size(100, 40))
    let field = {
      HeightGrid(under: viewport) { surface.value(at: Point($0, $1)) }
    }
    let grid = field()
    let levels = Contour.levels(min: grid.lowest, max: grid.highest, count: 14, scale: .logarithmic)
    row(
      "contour lines of a map of 100×40 cells",
      milliseconds(
        watch.median {
          keep(Contour.lines(over: grid, at: levels))
        }))
    var race = RaceRequest()
    race.cars = []
    var model = Model(
      try RaceSetup(race), strings: Strings("en"), themes: [.night], theme: .night)
    model.size = Size(200, 60)
    _ = update(&model, .step(by: 1000))
    let scenery = Scenery()
    var frame = view(of: model, scenery: scenery)
    let times = watch.medians([
      {
        _ = update(&model, .step(by: 1))
        let next = view(of: model, scenery: scenery)
        keep(FrameDiff(from: frame, to: next))
        frame = next
      },
      { keep(view(of: model, scenery: Scenery())) },
    ])
    row("view and diff of a steady frame, 200×60", milliseconds(times[0]), "≤ 0.3 ms")
    row("a frame from nothing, 200×60", milliseconds(times[1]))
  }

  private static func ratio(_ number: Double) -> String { NumberText.fixed(number, decimals: 2) }
  private static func nanoseconds(_ number: Double) -> String {
    NumberText.fixed(number, decimals: 1) + " ns"
  }
  private static func milliseconds(_ seconds: Double) -> String {
    NumberText.fixed(1000 * seconds, decimals: 2) + " ms"
  }
}
