/// Cars on one surface at one tick.
///
/// A pure function of surface, cars, start, seed and the changes made to cars on the way: stepping
/// a copy gives the same bits again.
package struct Race: Sendable {
  package let surface: any Surface
  package private(set) var cars: [Car]
  package let start: Point<Double>
  package let seed: UInt64

  /// How many updates every car that has not crashed has made.
  package private(set) var tick = 0
  /// Where each car is, in the order of `cars`.
  package private(set) var drivers: [Driver]

  /// One car mid-race.
  package struct Driver: Sendable {
    private var particle: any Particle
    private var record: Leg.Record

    package var position: Point<Double> { particle.position }
    /// f at the position itself, not over a batch.
    package var loss: Double { record.loss }
    package var crash: Crash? { record.crash }
    package var evaluations: Evaluations { record.evaluations }
    /// The last update, θₜ − θₜ₋₁.
    package var lastMove: Point<Double> { record.lastMove }
    /// The update before it.
    package var moveBefore: Point<Double> { record.moveBefore }
    /// The last step that moved the car or changed its settings; 0 before the first.
    package var stepOfMove: Int { record.stepOfMove }
    /// Where the last update began; the start before the first.
    package var positionBefore: Point<Double> { record.positionBefore }

    /// - Parameters:
    ///   - start: of the race.
    ///   - loss: there.
    init(_ car: Car, at start: Point<Double>, loss: Double, on surface: any Surface) {
      let own = car.rule.ownStart(on: surface) ?? car.start
      let (start, loss) = (own ?? start, own.map(surface.value) ?? loss)
      particle = car.rule.particle(at: start)
      record = Leg.Record(loss: loss, positionBefore: start)
    }

    /// Goes on under other settings, with all that it remembers.
    mutating func change(to rule: any Optimizer, at tick: Int) {
      particle = particle.driven(by: rule)
      record.stepOfMove = tick
    }

    /// The same place and memory under another rule, for one look ahead.
    func particle(drivenBy rule: any Optimizer) -> any Particle { particle.driven(by: rule) }

    /// Whether that rule would remember what this car's rule does.
    package func sharesMemory(with rule: any Optimizer) -> Bool {
      particle.sharesMemory(with: rule)
    }

    func anatomy(
      on objective: inout Objective<Double>, at pace: Pace
    ) -> [Substep] {
      particle.anatomy(on: &objective, at: pace)
    }

    /// - Parameter path: what of it is kept; `nil` for nothing.
    mutating func drive(
      _ car: Car, at index: Int, of race: (surface: any Surface, seed: UInt64), _ ticks: Range<Int>,
      keeping path: inout Trajectory?
    ) {
      var leg = Leg(
        of: car, at: index, on: race.surface, seed: race.seed, ticks: ticks, record)
      // Handed over and back: two owners would mean a copy of all its points.
      swap(&leg.path, &path)
      particle.drive(along: &leg)
      swap(&leg.path, &path)
      record = leg.record
    }
  }

  /// - Parameter start: a point where the loss is finite, as it must be where a car has a start of
  ///   its own.
  package init(surface: any Surface, cars: [Car], start: Point<Double>, seed: UInt64) {
    self.surface = surface
    self.cars = cars
    self.start = start
    self.seed = seed
    let loss = surface.value(at: start)
    drivers = cars.map { Driver($0, at: start, loss: loss, on: surface) }
  }

  /// Moves every car that still drives by one update.
  package mutating func step() { drive(to: tick + 1) }

  /// Drives on to a later tick and adds to the path of each car.
  mutating func drive(to target: Int, keeping paths: inout [Trajectory]) {
    for index in drivers.indices {
      var path: Trajectory? = Trajectory()
      swap(&path!, &paths[index])
      drive(car: index, to: target, keeping: &path)
      swap(&path!, &paths[index])
    }
    tick = target
  }

  /// The same where the paths are known already.
  mutating func drive(to target: Int) {
    for index in drivers.indices {
      var nothing: Trajectory?
      drive(car: index, to: target, keeping: &nothing)
    }
    tick = target
  }

  private mutating func drive(car index: Int, to target: Int, keeping path: inout Trajectory?) {
    guard drivers[index].crash == nil else { return }
    drivers[index].drive(
      cars[index], at: index, of: (surface, seed), tick..<target, keeping: &path)
  }

  /// What a car sees in the step about to be taken.
  private func objective(ofCar index: Int) -> Objective<Double> {
    cars[index].objective(on: surface, seed: seed, tick: tick, index: index)
  }

  /// A car's rule in the step about to be taken: at the rate that its schedule has come to.
  package func rule(ofCar index: Int) -> any Optimizer { cars[index].rule(at: tick) }

  /// Gives a car other settings from here on; it keeps its state, place, name and streams.
  ///
  /// Before the first step there is nothing to keep: the car starts under the new settings, those
  /// of its memory's beginning among them.
  package mutating func change(car index: Int, to car: Car) {
    cars[index].rule = car.rule
    cars[index].sampling = car.sampling
    cars[index].schedule = car.schedule
    if tick == 0 {
      let loss = surface.value(at: start)
      drivers[index] = Driver(cars[index], at: start, loss: loss, on: surface)
    } else {
      drivers[index].change(to: car.rule, at: tick)
    }
  }

  /// Adds a car that is in everything but its name what another has been from the start.
  mutating func addTwin(ofCar index: Int, named name: String) {
    var twin = cars[index]
    twin.name = name
    twin.stream = twin.stream ?? index
    cars.append(twin)
    drivers.append(drivers[index])
  }

  /// No car is left to move.
  package var isOver: Bool { drivers.allSatisfy { $0.crash != nil } }
}

extension Race {
  /// The mini-batch of the step that a car is about to take; `nil` if it asks all samples, or none.
  package func batch(ofCar index: Int) -> Batch? {
    guard drivers[index].crash == nil else { return nil }
    return cars[index].drawnBatch(on: surface, seed: seed, tick: tick, index: index)
  }

  /// The step that a car is about to take, moment by moment; empty if it has crashed.
  package func anatomy(ofCar index: Int) -> [Substep] {
    guard drivers[index].crash == nil else { return [] }
    var objective = objective(ofCar: index)
    return drivers[index].anatomy(
      on: &objective, at: cars[index].drivenSchedule.pace(at: tick))
  }

  /// The step that another rule would take from a car's very state; empty if it has crashed.
  package func anatomy(of rule: any Optimizer, insteadOfCar index: Int) -> [Substep] {
    guard drivers[index].crash == nil else { return [] }
    var objective = objective(ofCar: index)
    return drivers[index].particle(drivenBy: rule).anatomy(on: &objective, at: Pace())
  }

  /// Some of the cars, the one with the lowest loss first; crashed ones last, the one that held
  /// out longest first.
  package func standings(of cars: [Int]) -> [Int] { cars.sorted(by: isAhead) }

  /// The first of their standings.
  package func first(of cars: [Int]) -> Int? { cars.min(by: isAhead) }

  private func isAhead(_ a: Int, of b: Int) -> Bool {
    switch (drivers[a].crash?.step, drivers[b].crash?.step) {
    case (nil, nil):
      drivers[a].loss < drivers[b].loss || drivers[a].loss == drivers[b].loss && a < b
    case (let one?, let other?): one > other
    case (nil, _): true
    case (_, nil): false
    }
  }
}
