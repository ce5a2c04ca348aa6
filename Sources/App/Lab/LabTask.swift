package import Descent
package import Drawing
import Files

/// Something that takes thousands of drives to find out, and all that the answer depends on: what
/// is shown of it can never belong to another race.
package struct LabTask: Hashable, Sendable {
  package let question: Question
  private let surface: SurfaceAbout.Identity
  /// The rule and its settings, schedule, sampling, stream and seed, in words that differ where
  /// they do.
  private let car: String

  package enum Question: Hashable, Sendable {
    /// Where a car ends from each of columns × rows starts all over a window.
    case basins(PlaneRect, Size)
    /// What it does at each rate.
    case strip(from: Point<Double>)
    /// What it does with each pair of two settings.
    case map(SettingsMap.Axes, from: Point<Double>)
  }

  init(_ question: Question, aboutCar index: Int, in model: Model) {
    self.question = question
    var car = model.race.cars[index]
    // Not what the question itself goes through.
    switch question {
    case .basins: break
    case .strip: car.rule.learningRate = 1
    case .map(let axes, _): axes.set([axes.rates[0], axes.values[0]], of: &car)
    }
    surface = model.surface.about.identity
    self.car = [
      car.rule.about.name, car.rule.exactSettings, "\(car.schedule)", "\(car.sampling)",
      "\(car.stream ?? index)", "\(model.race.seed)",
    ].joined(separator: "|")
  }
}

/// What has been found out about a task, or a first part of it.
package enum LabFinding: Hashable, Sendable {
  case basins(Basins)
  case strip(RateStrip)
  case map(SettingsMap)

  /// Which part of it is known, 0…1.
  package var share: Double {
    switch self {
    case .basins(let basins): Double(basins.count) / Double(basins.cells.count)
    case .strip: 1
    case .map(let map): Double(map.count) / Double(map.cells.count)
    }
  }

  package var isComplete: Bool {
    switch self {
    case .basins(let basins): basins.isComplete
    case .strip: true
    case .map(let map): map.isComplete
    }
  }
}

/// A task with what is needed to carry it out.
package struct LabJob: Sendable {
  package let task: LabTask
  let surface: any Surface
  let car: Car
  let seed: UInt64

  /// Carries the task out, in pieces that are short enough to be stopped between.
  ///
  /// - Parameters:
  ///   - tell: hears what is known so far after each piece.
  ///   - goesOn: asked between pieces; once it says no, the rest is left.
  package func run(tell: (LabFinding) -> Void, while goesOn: () -> Bool) {
    switch task.question {
    case .basins(let window, let size): findBasins(window, size, tell, goesOn)
    case .strip(let start): findStrip(from: start, tell, goesOn)
    case .map(let axes, let start): findMap(axes, from: start, tell, goesOn)
    }
  }

  private func findBasins(
    _ window: PlaneRect, _ size: Size, _ tell: (LabFinding) -> Void, _ goesOn: () -> Bool
  ) {
    let trial = Trial(of: car, on: surface, steps: Trial.standardSteps, seed: seed)
    var basins = Basins(
      of: trial, window: Window(window), columns: size.width, rows: size.height)
    let (order, starts) = (basins.order, basins.starts)
    pieces(of: order.count, eachOf: Trial.startsSideBySide) { range in
      let cells = Array(order[range])
      basins.note(
        cells,
        Parallel.map(cells.count, inRunsOf: Trial.startsSideBySide) { run in
          trial.outcomes(from: run.map { starts[cells[$0]] })
        })
      tell(.basins(basins))
      return goesOn()
    }
  }

  private func findStrip(
    from start: Point<Double>, _ tell: (LabFinding) -> Void, _ goesOn: () -> Bool
  ) {
    var trials: [RateStrip.AtRate] = []
    let isWhole = pieces(of: RateStrip.rates.count, eachOf: 4) { [car, surface, seed] range in
      trials += RateStrip.trials(
        at: RateStrip.rates[range], of: car, on: surface, from: start, seed: seed)
      return goesOn()
    }
    if isWhole { tell(.strip(RateStrip(trials))) }
  }

  private func findMap(
    _ axes: SettingsMap.Axes, from start: Point<Double>, _ tell: (LabFinding) -> Void,
    _ goesOn: () -> Bool
  ) {
    var map = SettingsMap(axes)
    let (order, cars) = (map.order, (0..<map.order.count).map { map.car($0, from: car) })
    pieces(of: order.count, eachOf: Trial.sideBySide) { [surface, seed] range in
      let cells = Array(order[range])
      let found = Parallel.map(cells.count, inRunsOf: Trial.sideBySide) { run in
        let trials = run.map {
          Trial(of: cars[cells[$0]], on: surface, steps: Trial.standardSteps, seed: seed)
        }
        return zip(trials, Trial.outcomes(of: trials, from: [start])).map { trial, outcomes in
          SettingsMap.Cell(
            verdict: trial.verdict(on: outcomes[0]), loss: outcomes[0].loss,
            steps: outcomes[0].steps)
        }
      }
      map.note(cells, found)
      tell(.map(map))
      return goesOn()
    }
  }

  /// Goes through 0 ..< count in pieces, the first ones short, each about as long as an eye waits.
  ///
  /// - Returns: whether it came to the end.
  @discardableResult
  private func pieces(
    of count: Int, eachOf unit: Int, _ work: (Range<Int>) -> Bool
  ) -> Bool {
    var (done, size) = (0, 2 * unit)
    while done < count {
      let range = done..<min(count, done + size)
      var goesOn = true
      let took = ContinuousClock().measure { goesOn = work(range) }
      guard goesOn else { return false }
      done = range.upperBound
      if took < .milliseconds(10) { size *= 2 }
      if took > .milliseconds(40) { size = max(unit, size / 2) }
    }
    return true
  }
}

extension Window {
  init(_ rect: PlaneRect) { self.init(x: rect.minX...rect.maxX, y: rect.minY...rect.maxY) }
}
