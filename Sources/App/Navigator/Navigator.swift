package import Descent

/// Puts each step into words that are true: from the state of a race alone, no praise, no guesses.
package enum Navigator {
  /// What there is to say of the step that a car is about to take, the most telling first. The
  /// heading is always among it, last, unless the car stands or has crashed.
  package static func remarks(on race: Race, car: Int) -> [Remark] {
    if let crash = race.drivers[car].crash { return [.crashed(crash)] }
    guard let facts = race.facts(ofCar: car) else { return [] }
    let (rule, surface) = (race.rule(ofCar: car), race.surface)
    let next = race.drivers[car].position.moved(by: facts.move)
    let candidates = [
      leaving(race, car, to: next),
      arrival(facts, at: race.drivers[car].loss, from: race.start, on: surface),
      recalculation(facts),
      overshoot(facts),
      speed(facts, rule),
      plateau(facts, at: race.drivers[car].loss, on: surface),
      crawl(facts, rule),
      saddle(facts, on: surface),
      offMap(facts, surface.about.window),
      uphill(facts),
      climb(from: race.drivers[car].loss, to: next, on: surface),
      misleading(facts, of: surface.sampleCount),
      noise(facts, race.cars[car]),
      unevenness(facts),
      carrying(facts),
      slope(facts),
      heading(facts),
    ]
    return candidates.compactMap { $0 }
  }

  /// A car that is as near to a minimum as the laboratory asks for (`Trial.reach`) has arrived if
  /// no more than this part is left of what the start's loss was above it.
  package static let arrivalLoss = 0.001
  /// It is near a minimum nearer than so many of these reaches.
  package static let nearReaches = 5.0
  /// The least angle, in degrees, between a move and the steepest descent that is worth a remark.
  package static let aslantAngle = 45.0
  /// A rule that could move η an axis and moves less than this part of it is crawling.
  package static let crawlShare = 0.1
  /// The ratio of the two axes' rates from which a remark says that they differ.
  package static let unevenRatio = 3.0
  /// Ground is flat where the loss, to second order, changes within `flatReach` of the window's
  /// width by less than `flatShare` of all that it is above the lowest minimum.
  package static let flatReach = 0.1
  package static let flatShare = 0.01
  /// A car is stuck there if it would take more steps than this of the next one's length to drive
  /// those `flatReach`.
  package static let stuckSteps = 1000.0

  // What can be told without the map.

  private static func leaving(_ race: Race, _ car: Int, to next: Point<Double>) -> Remark? {
    guard !(next.isFinite && race.surface.value(at: next).isFinite) else { return nil }
    // On a sampled surface it is because of the edge or a hole.
    guard race.surface.unturned.extent == nil else { return .leavingGrid }
    var ahead = race
    ahead.step()
    return ahead.drivers[car].crash?.fate == .undefined ? .leavingGround : .leavingNumbers
  }

  private static func heading(_ facts: StepFacts) -> Remark? {
    guard facts.move.isFinite else { return nil }
    return facts.move.bearing.map {
      .heading(bearing: $0, length: facts.move.safeLength)
    } ?? .standing
  }

  private static func slope(_ facts: StepFacts) -> Remark? {
    let (slope, isAhead) = (facts.felt.slope, facts.felt.isAhead)
    // Where there is no number there is nothing to say of it.
    guard slope.isFinite else { return nil }
    return slope.reversed.bearing.map {
      .slope(steepness: slope.safeLength, downhill: $0, isAhead: isAhead)
    } ?? .level(isAhead: isAhead)
  }

  private static func carrying(_ facts: StepFacts) -> Remark? {
    let last = facts.lastMove.safeLength
    guard let carried = facts.carried, last > 0 else { return nil }
    return .carrying(share: carried.safeLength / last)
  }

  /// The angle between the move and straight downhill, for rules that feel the slope where they
  /// are.
  private static func aslant(_ facts: StepFacts) -> Double? {
    facts.felt.isAhead ? nil : facts.felt.slope.reversed.turn(to: facts.move).map(abs)
  }

  private static func uphill(_ facts: StepFacts) -> Remark? {
    guard let angle = aslant(facts), angle >= aslantAngle else { return nil }
    return angle > 90 ? .uphill(angle: angle) : .aslant(angle: angle)
  }

  private static func recalculation(_ facts: StepFacts) -> Remark? {
    guard facts.lastMove.turnsBack(to: facts.move) else { return nil }
    return facts.lastMove.turn(to: facts.move).map { .recalculating(turn: $0) }
  }

  private static func overshoot(_ facts: StepFacts) -> Remark? {
    let (move, before, after) = (facts.lastMove, facts.slopeBefore, facts.slope)
    guard move.turnsBack(to: before), move.turnsBack(to: after.reversed) else { return nil }
    func crosses(_ move: Double, _ before: Double, _ after: Double) -> Bool {
      move > 0 ? before < 0 && after > 0 : move < 0 && before > 0 && after < 0
    }
    let x = crosses(move.x, before.x, after.x)
    let y = crosses(move.y, before.y, after.y)
    let axes: Remark.Axes = x && y ? .both : x ? .x : y ? .y : .neither
    return .overshot(axes, isFelt: facts.felt.isExact && !facts.felt.isAhead)
  }

  private static func crawl(_ facts: StepFacts, _ rule: any Optimizer) -> Remark? {
    guard let divisors = facts.divisors, facts.move.safeLength > 0,
      facts.move.safeLength < crawlShare * rule.rate,
      // A divisor below 1 makes a rate greater.
      divisors.x > 1, divisors.y > 1,
      abs(facts.felt.slope.x) < crawlShare * divisors.x,
      abs(facts.felt.slope.y) < crawlShare * divisors.y
    else { return nil }
    return .crawling(divisors: divisors)
  }

  private static func unevenness(_ facts: StepFacts) -> Remark? {
    guard let divisors = facts.divisors else { return nil }
    let ratio = divisors.x / divisors.y
    guard ratio.isFinite, ratio > 0, max(ratio, 1 / ratio) >= unevenRatio else { return nil }
    return .uneven(slower: ratio > 1 ? .x : .y, ratio: max(ratio, 1 / ratio))
  }

  // What takes the map.

  private static func speed(_ facts: StepFacts, _ rule: any Optimizer) -> Remark? {
    let curvature = facts.curvature.greatest
    guard curvature.isFinite, let limit = rule.stableRate(atCurvature: curvature), rule.rate > limit
    else { return nil }
    return .tooFast(rate: rule.rate, limit: limit, curvature: curvature)
  }

  /// The nearest of the labelled points that fit, if it lies nearer than so many reaches.
  private static func nearest(
    _ facts: StepFacts, _ surface: any Surface, reaches: Double = 1,
    where fits: (CriticalPoint) -> Bool = { _ in true }
  ) -> (point: CriticalPoint, distance: Double)? {
    surface.about.criticalPoints.filter(fits)
      .map { ($0, facts.position.offset(from: $0.position).safeLength) }
      .min { $0.1 < $1.1 }
      .flatMap { $0.1 < reaches * Trial.reach(on: surface) ? $0 : nil }
  }

  private static func arrival(
    _ facts: StepFacts, at loss: Double, from start: Point<Double>, on surface: any Surface
  ) -> Remark? {
    func isMinimum(_ point: CriticalPoint) -> Bool { point.kind != .saddle }
    guard let (minimum, distance) = nearest(facts, surface, reaches: nearReaches, where: isMinimum)
    else { return nil }
    let isLowest = minimum.kind == .globalMinimum
    let arrivals = Arrivals(from: start, on: surface)
    if arrivals.holds(distance: distance, loss, at: minimum) {
      return .arrived(at: minimum.position, distance: distance, isLowest: isLowest)
    }
    return .near(
      minimum.position, distance: distance, loss: loss, isLowest: isLowest)
  }

  private static func saddle(_ facts: StepFacts, on surface: any Surface) -> Remark? {
    nearest(facts, surface) { $0.kind == .saddle }.map {
      .atSaddle($0.point.position, distance: $0.distance)
    }
  }

  private static func plateau(
    _ facts: StepFacts, at loss: Double, on surface: any Surface
  ) -> Remark? {
    let minima = surface.about.criticalPoints.filter { $0.kind == .globalMinimum }
    guard let lowest = minima.map(\.value).min(),
      nearest(facts, surface) == nil
    else { return nil }
    let window = surface.about.window
    let reach = flatReach * (window.x.upperBound - window.x.lowerBound)
    let (slope, step) = (facts.slope.safeLength, facts.move.safeLength)
    let bend = max(abs(facts.curvature.least), abs(facts.curvature.greatest))
    guard slope * reach + bend * reach * reach / 2 < flatShare * (loss - lowest),
      step * stuckSteps < reach
    else { return nil }
    return .plateau(slope: slope, step: step)
  }

  private static func offMap(_ facts: StepFacts, _ window: Window) -> Remark? {
    let home = window.nearestPoint(to: facts.position).offset(from: facts.position)
    return home.bearing.map { .offMap(bearing: $0, distance: home.safeLength) }
  }

  private static func climb(
    from loss: Double, to next: Point<Double>, on surface: any Surface
  ) -> Remark? {
    let rise = surface.value(at: next) - loss
    return rise > 0 && rise.isFinite ? .climbing(rise: rise) : nil
  }

  private static func misleading(_ facts: StepFacts, of count: Int) -> Remark? {
    guard let asked = facts.felt.asked, let turn = facts.felt.whole.turn(to: facts.felt.ofBatch)
    else { return nil }
    return .misled(asked: asked, of: count, angle: abs(turn))
  }

  private static func noise(_ facts: StepFacts, _ car: Car) -> Remark? {
    // A rule that asks for no slope is shown none.
    guard car.sampling.noise > 0, car.rule.about.order != .zeroth,
      let turn = facts.felt.ofBatch.turn(to: facts.felt.slope)
    else {
      return nil
    }
    return .noisy(angle: abs(turn))
  }
}

extension Point where L == Double {
  fileprivate var reversed: Point { Point(-x, -y) }

  fileprivate func moved(by move: Point) -> Point { Point(x + move.x, y + move.y) }
}

extension Window {
  fileprivate func nearestPoint(to point: Point<Double>) -> Point<Double> {
    Point(
      min(max(point.x, x.lowerBound), x.upperBound), min(max(point.y, y.lowerBound), y.upperBound))
  }
}
