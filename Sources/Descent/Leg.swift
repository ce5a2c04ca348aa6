/// A stretch of one car's race: what its rule drives along without knowing the race, and what is to
/// be known of the car at the end of it.
package struct Leg: Sendable {
  let car: Car
  /// Its place in the race.
  let index: Int
  let surface: any Surface
  let seed: UInt64
  /// Updates made so far, and those at the end of the leg.
  private(set) var tick: Int
  let end: Int
  private(set) var record: Record
  /// Where its points are kept; `nil` where they are known already.
  var path: Trajectory?

  /// What is known of a car besides where it is and what its rule remembers.
  package struct Record: Sendable {
    /// f at the position itself, not over a batch.
    var loss: Double
    var crash: Crash?
    var evaluations = Evaluations()
    /// The last update, θₜ − θₜ₋₁, and the one before it.
    var lastMove = Point<Double>(0, 0)
    var moveBefore = Point<Double>(0, 0)
    /// The last step that moved the car or changed its settings; 0 before the first.
    var stepOfMove = 0
    /// Where the last update began; the start before the first.
    var positionBefore: Point<Double>
  }

  init(
    of car: Car, at index: Int, on surface: any Surface, seed: UInt64, ticks: Range<Int>,
    _ record: Record
  ) {
    (self.car, self.index, self.surface, self.seed) = (car, index, surface, seed)
    (tick, end) = (ticks.lowerBound, ticks.upperBound)
    self.record = record
  }

  @inline(__always)
  var goesOn: Bool { tick < end && record.crash == nil }

  /// Every step of it sees the same surface at the same rate.
  var isUniform: Bool { car.schedule.form == .constant && car.seesExactSlope(on: surface) }

  /// What the car sees in its next step.
  var objective: Objective<Double> {
    var objective = car.objective(on: surface, seed: seed, tick: tick, index: index)
    objective.evaluations = record.evaluations
    return objective
  }

  /// What the schedule makes of its next step.
  var pace: Pace { car.drivenSchedule.pace(at: tick) }

  /// An update has been made.
  @inline(__always)
  mutating func note(_ move: (from: Point<Double>, to: Point<Double>), _ cost: Evaluations) {
    let lossBefore = record.loss
    tick += 1
    record.evaluations = cost
    record.moveBefore = record.lastMove
    record.positionBefore = move.from
    record.lastMove = move.to.offset(from: move.from)
    if move.to != move.from { record.stepOfMove = tick }
    record.loss = surface.value(at: move.to)
    if move.to.isFinite && record.loss.isFinite {
      path?.append(
        move.to, loss: record.loss, tick: tick, cost: cost, move: record.lastMove)
    } else {
      noteCrash(move, lossBefore)
    }
  }

  private mutating func noteCrash(
    _ move: (from: Point<Double>, to: Point<Double>), _ lossBefore: Double
  ) {
    record.crash = Crash(
      step: tick, rule: car.rule(at: tick - 1), from: (move.from, record.moveBefore),
      lossBefore: lossBefore, to: move.to, on: surface)
  }
}

extension Optimizer {
  package func drive(
    from start: Point<Double>, _ state: inout One, along leg: inout Leg
  ) -> Point<Double> {
    var (point, objective) = (start, leg.objective)
    // Two loops: to look at every step for what never changes costs as much as the step.
    if leg.isUniform {
      while leg.goesOn {
        let next = step(from: point, &state, on: &objective)
        leg.note((from: point, to: next), objective.evaluations)
        point = next
      }
    } else {
      while leg.goesOn {
        objective = leg.objective
        let rule = at(leg.pace)
        let next = rule.step(from: point, &state, on: &objective)
        leg.note((from: point, to: next), objective.evaluations)
        point = next
      }
    }
    return point
  }
}
