package import Descent

/// What one car has come to when its race has ended.
package struct Finish: Hashable, Sendable {
  package enum Manner: Hashable, Sendable {
    /// At a labelled minimum, as the navigator says it.
    case arrived(at: Point<Double>, isLowest: Bool)
    /// At no labelled minimum, and it does not move any more.
    case rests
    case crashed
  }

  package let car: Int
  package let manner: Manner
  /// Updates until it had arrived for good, until it moved for the last time, or until it crashed.
  package let step: Int
  /// What those had cost: questions asked of the surface, and samples of data read.
  package let asked: Int
  package let samples: Int
  package let loss: Double

  /// What it came after, by a yardstick.
  package func cost(by yardstick: Yardstick) -> Int {
    switch yardstick {
    case .steps: step
    case .gradients: asked
    case .data: samples
    }
  }
}

extension Timeline {
  /// A car that sees the exact slope has arrived when it has been there for so many steps: a fast
  /// one only passes. One that sees noise or batches never comes to rest, so that now is enough.
  package static let stepsToArrive = 10
  /// A car rests that has not moved for so many steps. A search may keep its best point for some.
  package static let stepsToRest = 100

  /// Whether each of these cars has arrived, rests or has crashed at the tick looked at.
  package func hasEnded(for cars: [Int]) -> Bool { manners(of: cars) != nil }

  /// What each of these cars has come to, in their order; `nil` while one of them still drives.
  package func manners(of cars: [Int]) -> [Finish.Manner]? {
    guard tick > 0, !cars.isEmpty else { return nil }
    let arrivals = Arrivals(from: race.start, on: race.surface)
    var manners: [Finish.Manner] = []
    for car in cars {
      guard let manner = manner(ofCar: car, arrivals) else { return nil }
      manners.append(manner)
    }
    return manners
  }

  /// Who came where, the first one first; `nil` while one of these cars still drives.
  ///
  /// Who has arrived at a lowest minimum comes before who has arrived at another one, and that
  /// before who rests elsewhere, the lowest first; of those that crashed the last comes first.
  package func finishes(of cars: [Int], by yardstick: Yardstick) -> [Finish]? {
    guard let manners = manners(of: cars) else { return nil }
    let arrivals = Arrivals(from: race.start, on: race.surface)
    let finishes = zip(cars, manners).map { finish(ofCar: $0, $1, arrivals) }
    func comesBefore(_ a: Finish, _ b: Finish) -> Bool {
      guard a.manner.rank == b.manner.rank else { return a.manner.rank < b.manner.rank }
      switch a.manner {
      case .arrived:
        let (one, other) = (a.cost(by: yardstick), b.cost(by: yardstick))
        return one == other ? a.car < b.car : one < other
      case .rests: return a.loss == b.loss ? a.car < b.car : a.loss < b.loss
      case .crashed: return a.step == b.step ? a.car < b.car : a.step > b.step
      }
    }
    return finishes.sorted(by: comesBefore)
  }

  private func manner(ofCar index: Int, _ arrivals: Arrivals) -> Finish.Manner? {
    let (car, driver) = (race.cars[index], race.drivers[index])
    guard driver.crash == nil else { return .crashed }
    if let path = car.path { return tick >= path.lastStep ? .rests : nil }
    let seesAll = car.seesExactSlope(on: race.surface)
    if let minimum = arrivals.minimum(at: driver.position, driver.loss) {
      if !seesAll || hasStayed(car: index, at: minimum, arrivals) {
        return .arrived(at: minimum.position, isLowest: minimum.kind == .globalMinimum)
      }
    }
    if tick - driver.stepOfMove >= Self.stepsToRest { return .rests }
    // A rule of slopes has nothing left to drive it where there is none: no need to wait.
    let isStill = tick > driver.stepOfMove && driver.lastMove == Point(0, 0)
    guard isStill, seesAll, car.rule.about.order == .first,
      race.surface.gradient(at: driver.position) == Point(0, 0)
    else { return nil }
    return .rests
  }

  /// Whether every point of a car's path in the last `stepsToArrive` steps is there.
  private func hasStayed(car: Int, at minimum: CriticalPoint, _ arrivals: Arrivals) -> Bool {
    let path = trajectories[car]
    let first = max(0, (tick - Self.stepsToArrive + path.stride - 1) / path.stride)
    let count = path.count(through: tick)
    return (min(first, count)..<count).allSatisfy {
      arrivals.holds(at: Point(path.x[$0], path.y[$0]), path.loss[$0], minimum: minimum)
    }
  }

  /// The tick of the last point of a car's path that was not yet there; `nil` if all of them were.
  private func lastPointAway(
    ofCar car: Int, from minimum: CriticalPoint, _ arrivals: Arrivals
  ) -> Int? {
    let path = trajectories[car]
    let index = (0..<path.count(through: tick)).last {
      !arrivals.holds(at: Point(path.x[$0], path.y[$0]), path.loss[$0], minimum: minimum)
    }
    return index.map { $0 * path.stride }
  }

  private func finish(
    ofCar car: Int, _ manner: Finish.Manner, _ arrivals: Arrivals
  ) -> Finish {
    let driver = race.drivers[car]
    func finish(at step: Int, _ cost: Evaluations) -> Finish {
      Finish(
        car: car, manner: manner, step: step, asked: cost.total, samples: cost.samples,
        loss: driver.loss)
    }
    guard manner != .crashed else {
      return finish(at: driver.crash?.step ?? tick, driver.evaluations)
    }
    var step = driver.stepOfMove
    if case .arrived = manner,
      let minimum = arrivals.minimum(at: driver.position, driver.loss)
    {
      step = lastPointAway(ofCar: car, from: minimum, arrivals).map { $0 + 1 } ?? 0
      // Where a path is kept at every n-th step alone, the steps between are driven again.
      var replay = self
      while step < tick, trajectories[car].stride > 1 {
        replay.seek(to: step)
        let then = replay.race.drivers[car]
        if arrivals.holds(at: then.position, then.loss, minimum: minimum) { break }
        step += 1
      }
    }
    let path = trajectories[car]
    guard step % path.stride == 0, step / path.stride < path.x.count else {
      var replay = self
      replay.seek(to: step)
      return finish(at: step, replay.race.drivers[car].evaluations)
    }
    var cost = Evaluations()
    cost.gradients = Int(path.asked[step / path.stride])
    cost.samples = Int(path.samples[step / path.stride])
    return finish(at: step, cost)
  }
}

extension Finish.Manner {
  fileprivate var rank: Int {
    switch self {
    case .arrived(_, let isLowest): isLowest ? 0 : 1
    case .rests: 2
    case .crashed: 3
    }
  }
}
