/// The numbers of the step that a car is about to take: what the navigator speaks from.
///
/// Slopes are in loss per plane unit, moves in plane units. Nothing here judges.
package struct StepFacts: Sendable {
  /// Where the car is.
  package let position: Point<Double>
  /// θₜ₊₁ − θₜ.
  package let move: Point<Double>
  /// θₜ − θₜ₋₁; zero before the first step.
  package let lastMove: Point<Double>

  /// The slope that the rule is shown, and where it feels it; for a rule that asks for none, the
  /// surface's own.
  package let felt: Felt
  /// The surface's own slope under the wheels.
  package let slope: Point<Double>
  /// The surface's own slope where the last step began.
  package let slopeBefore: Point<Double>
  /// The eigenvalues of the surface's Hessian under the wheels.
  package let curvature: (least: Double, greatest: Double)

  /// The way that the memory alone would take, for rules that carry a velocity.
  package let carried: Point<Double>?
  /// What a rule that sizes its steps by past slopes divides the rate by on each axis.
  package let divisors: Point<Double>?

  package struct Felt: Sendable {
    package let slope: Point<Double>
    package let place: Point<Double>
    /// Felt where the velocity would lead, not under the wheels.
    package let isAhead: Bool
    /// Felt, and without batch or noise.
    package let isExact: Bool
    /// How many samples were asked, if not all.
    package let asked: Int?
    /// The slope over those samples alone, without noise; the surface's own if all were asked.
    package let ofBatch: Point<Double>
    /// The surface's own slope at that place.
    package let whole: Point<Double>
  }
}

extension Race {
  /// The numbers of the step that a car is about to take; `nil` if it has crashed.
  package func facts(ofCar index: Int) -> StepFacts? {
    let (car, driver) = (cars[index], drivers[index])
    let anatomy = anatomy(ofCar: index)
    guard let move = anatomy.last?.readings.first?.value,
      let felt = felt(in: anatomy, byCar: index)
    else { return nil }
    let jet = surface.jet(at: driver.position)
    return StepFacts(
      position: driver.position, move: move, lastMove: driver.lastMove, felt: felt,
      slope: jet.gradient, slopeBefore: surface.gradient(at: driver.positionBefore),
      curvature: jet.hessian.eigenvalues, carried: anatomy.carried,
      divisors: car.rule.about.rate == .length ? anatomy.divisors : nil)
  }

  private func felt(in anatomy: [Substep], byCar index: Int) -> StepFacts.Felt? {
    let car = cars[index]
    guard car.rule.about.order != .zeroth else {
      let (place, slope) = (drivers[index].position, surface.gradient(at: drivers[index].position))
      return StepFacts.Felt(
        slope: slope, place: place, isAhead: false, isExact: false, asked: nil, ofBatch: slope,
        whole: slope)
    }
    let ahead = anatomy.first { $0.part == .slopeAhead }
    guard let substep = ahead ?? anatomy.first(where: { $0.part == .slope }),
      let reading = substep.readings.first, case .heading(let place, _) = reading.picture
    else { return nil }
    let batch = car.drawnBatch(on: surface, seed: seed, tick: tick, index: index)
      .flatMap { $0.positions.count < surface.sampleCount ? $0 : nil }
    let whole = surface.gradient(at: place)
    return StepFacts.Felt(
      slope: reading.value, place: place, isAhead: ahead != nil,
      isExact: car.seesExactSlope(on: surface),
      asked: batch?.positions.count,
      ofBatch: batch.map { surface.gradient(at: place, over: $0) } ?? whole, whole: whole)
  }
}

extension [Substep] {
  /// The last way among what is remembered: the velocity as it is carried over.
  fileprivate var carried: Point<Double>? {
    for reading in first(where: { $0.part == .memory })?.readings.reversed() ?? [] {
      if case .way(_, let by) = reading.picture { return by }
    }
    return nil
  }

  /// The first sizes of the scale: the denominator under the rate.
  fileprivate var divisors: Point<Double>? {
    first { $0.part == .scale }?.readings.first { reading in
      if case .perAxis = reading.picture { true } else { false }
    }?.value
  }
}
