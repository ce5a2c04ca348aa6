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
    /// f at the position itself, not over a batch.
    package private(set) var loss: Double
    package private(set) var crash: Crash?
    package private(set) var evaluations = Evaluations()
    /// The last update, θₜ − θₜ₋₁.
    package private(set) var lastMove = Point<Double>(0, 0)
    /// The update before it.
    package private(set) var moveBefore = Point<Double>(0, 0)
    /// Where the last update began; the start before the first.
    package private(set) var positionBefore: Point<Double>

    package var position: Point<Double> { particle.position }

    init(_ car: Car, at start: Point<Double>, loss: Double) {
      particle = car.rule.particle(at: start)
      positionBefore = start
      self.loss = loss
    }

    /// Goes on under other settings, with all that it remembers.
    mutating func change(to rule: any Optimizer) { particle = particle.driven(by: rule) }

    /// The same place and memory under another rule, for one look ahead.
    func particle(drivenBy rule: any Optimizer) -> any Particle { particle.driven(by: rule) }

    /// Whether that rule would remember what this car's rule does.
    package func sharesMemory(with rule: any Optimizer) -> Bool {
      particle.sharesMemory(with: rule)
    }

    func anatomy(
      on objective: inout Objective<Double>, rateTimes factor: Double
    ) -> [Substep] {
      particle.anatomy(on: &objective, rateTimes: factor)
    }

    mutating func step(
      _ objective: inout Objective<Double>, of car: Car, on surface: any Surface,
      tick: Int
    ) {
      let (before, lossBefore) = (position, loss)
      (moveBefore, positionBefore) = (lastMove, before)
      let factor = car.schedule.factor(at: tick - 1)
      particle.step(on: &objective, rateTimes: factor)
      evaluations += objective.evaluations
      loss = surface.value(at: position)
      lastMove = position.offset(from: before)
      if !(position.isFinite && loss.isFinite) {
        crash = Crash(
          step: tick, rule: car.rule(at: tick - 1), from: before, lossBefore: lossBefore,
          to: position,
          on: surface)
      }
    }
  }

  /// - Parameter start: a point where the loss is finite.
  package init(surface: any Surface, cars: [Car], start: Point<Double>, seed: UInt64) {
    self.surface = surface
    self.cars = cars
    self.start = start
    self.seed = seed
    let loss = surface.value(at: start)
    drivers = cars.map { Driver($0, at: start, loss: loss) }
  }

  /// Moves every car that still drives by one update.
  package mutating func step() {
    for index in drivers.indices where drivers[index].crash == nil {
      var objective = objective(ofCar: index)
      drivers[index].step(&objective, of: cars[index], on: surface, tick: tick + 1)
    }
    tick += 1
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
  mutating func change(car index: Int, to car: Car) {
    cars[index].rule = car.rule
    cars[index].sampling = car.sampling
    cars[index].schedule = car.schedule
    if tick == 0 {
      drivers[index] = Driver(cars[index], at: start, loss: drivers[index].loss)
    } else {
      drivers[index].change(to: car.rule)
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
      on: &objective, rateTimes: cars[index].schedule.factor(at: tick))
  }

  /// The step that another rule would take from a car's very state; empty if it has crashed.
  package func anatomy(of rule: any Optimizer, insteadOfCar index: Int) -> [Substep] {
    guard drivers[index].crash == nil else { return [] }
    var objective = objective(ofCar: index)
    return drivers[index].particle(drivenBy: rule).anatomy(on: &objective, rateTimes: 1)
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
