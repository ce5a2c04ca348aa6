/// Cars on one surface at one tick.
///
/// A pure function of surface, cars, start and seed: stepping a copy gives the same bits again.
package struct Race: Sendable {
  package let surface: any Surface
  package let cars: [Car]
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
    package private(set) var gradientEvaluations = 0
    /// The last update, θₜ − θₜ₋₁.
    package private(set) var lastMove = Point<Double>(0, 0)

    package var position: Point<Double> { particle.position }

    init(_ car: Car, at start: Point<Double>, loss: Double) {
      particle = car.rule.particle(at: start)
      self.loss = loss
    }

    mutating func step(
      _ objective: inout Objective<Double>, of car: Car, on surface: any Surface,
      tick: Int
    ) {
      let (before, lossBefore) = (position, loss)
      particle.step(on: &objective)
      gradientEvaluations += objective.gradientEvaluations
      loss = surface.value(at: position)
      lastMove = position.offset(from: before)
      if !(position.isFinite && loss.isFinite) {
        crash = Crash(
          step: tick, rule: car.rule, from: before, lossBefore: lossBefore, to: position,
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
      var objective = cars[index].objective(on: surface, seed: seed, tick: tick, index: index)
      drivers[index].step(&objective, of: cars[index], on: surface, tick: tick + 1)
    }
    tick += 1
  }

  /// No car is left to move.
  package var isOver: Bool { drivers.allSatisfy { $0.crash != nil } }
}
