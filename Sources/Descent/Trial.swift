/// What becomes of a car from many starts: its drive without a race around it.
///
/// A car without noise and batches drives eight starts at once; with them each start meets the same
/// noise and batches that the car alone would meet there. Either way a result is a function of
/// surface, car, seed, steps and start alone, whatever else is driven beside it.
package struct Trial: Sendable {
  /// The steps of a trial where nobody asks for another number.
  package static let standardSteps = 300

  package let surface: any Surface
  package let car: Car
  package let steps: Int
  package let seed: UInt64
  /// The labelled minima, the lowest first: what `End.minimum` counts.
  package let minima: [CriticalPoint]
  /// Nearer than this to a minimum a car has arrived there; plane units.
  package let reach: Double

  /// Where a car has come to.
  package enum End: Hashable, Sendable {
    case minimum(Int)
    /// Still on its way, or at rest where no minimum is labelled.
    case elsewhere
    /// It has come where the surface is not defined.
    case undefined
    /// Its numbers have grown too large.
    case overflowed
    /// It has driven away: far out of the window and higher than it began, or at a rate above the
    /// limit, or down for ever.
    case left

    init(_ fate: Crash.Fate) {
      self =
        switch fate {
        case .undefined: .undefined
        case .overflowed: .overflowed
        case .left: .left
        }
    }

    /// It will not arrive any more.
    package var isLost: Bool { self == .undefined || self == .overflowed || self == .left }
  }

  package struct Outcome: Sendable {
    package let end: End
    /// Updates until it was within reach of its minimum for good; all of them for a car that has
    /// not arrived.
    package let steps: Int
    package let position: Point<Double>
    /// f there.
    package let loss: Double
    /// The share of the second half's updates that turned by more than 90°, 0…1.
    package let turns: Double

    /// In words: what a strip of rates shows.
    package enum Verdict: String, CaseIterable, Sendable {
      case crawls, arrives, swings, leaves, undefined
    }
  }

  /// A hundredth of the shorter side of the window that the surface is shown in.
  package static func reach(on surface: any Surface) -> Double {
    let window = surface.about.window
    return 0.01
      * min(
        window.x.upperBound - window.x.lowerBound, window.y.upperBound - window.y.lowerBound)
  }

  /// - Parameter steps: 0 or more.
  package init(of car: Car, on surface: any Surface, steps: Int, seed: UInt64) {
    (self.car, self.surface, self.steps, self.seed) = (car, surface, steps, seed)
    minima = surface.about.criticalPoints.filter { $0.kind != .saddle }
      .sorted { $0.value < $1.value }
    reach = Self.reach(on: surface)
  }

  /// One for each start, in their order.
  package func outcomes(from starts: [Point<Double>]) -> [Outcome] {
    Self.outcomes(of: [self], from: starts)[0]
  }

  /// So many trials from one start, or so many starts of one trial, are driven side by side.
  package static let sideBySide = 8
  package static let startsSideBySide = 32

  /// What becomes of each of several cars from the same starts: what `outcomes(from:)` tells of
  /// each, sooner.
  ///
  /// - Parameter trials: on one surface, of equal length, seed, schedule and sampling, with rules
  ///   of one type.
  package static func outcomes(of trials: [Trial], from starts: [Point<Double>]) -> [[Outcome]] {
    guard let first = trials.first, !starts.isEmpty else { return trials.map { _ in [] } }
    guard first.car.seesExactSlope(on: first.surface) else {
      return trials.map { starts.map($0.outcome) }
    }
    // Eight in step take longer than one or two by themselves.
    let outcomes =
      starts.count > 2
      ? Drive<Lanes>(of: trials, from: starts).outcomes()
      : Drive<Double>(of: trials, from: starts).outcomes()
    return trials.indices.map {
      Array(outcomes[$0 * starts.count..<($0 + 1) * starts.count])
    }
  }

  /// What it came to, from that start.
  package func verdict(on outcome: Outcome) -> Outcome.Verdict {
    switch outcome.end {
    case .minimum: .arrives
    case .left, .overflowed: .leaves
    case .undefined: .undefined
    case .elsewhere: outcome.turns > Self.swinging ? .swings : .crawls
    }
  }

  /// A car that turns back oftener than at every fourth step is not on its way.
  private static let swinging = 0.25

  /// Outside of the window made twice as large.
  private func isFarOut(_ point: Point<Double>) -> Bool {
    let window = surface.about.window
    func isFar(_ x: Double, _ range: ClosedRange<Double>) -> Bool {
      let middle = (range.lowerBound + range.upperBound) / 2
      return abs(x - middle) > range.upperBound - range.lowerBound
    }
    return isFar(point.x, window.x) || isFar(point.y, window.y)
  }
}

extension Trial {
  func index(of end: End) -> Int? {
    if case .minimum(let index) = end { index } else { nil }
  }

  /// - Parameter crash: of the car, if that is known already.
  func end(
    at point: Point<Double>, _ height: Double, from start: Point<Double>, crash: Crash? = nil
  ) -> End {
    guard point.isFinite, height.isFinite else { return end(ofCrashFrom: start, crash) }
    var (found, least) = (End.elsewhere, reach)
    for (index, minimum) in minima.enumerated() {
      // Most are far away on one axis already.
      guard abs(point.x - minimum.position.x) < least, abs(point.y - minimum.position.y) < least
      else { continue }
      let distance = point.offset(from: minimum.position).length
      if distance < least { (found, least) = (.minimum(index), distance) }
    }
    if found == .elsewhere, isFarOut(point), height > surface.value(at: start) { return .left }
    return found
  }

  /// What numbers that are none say no more: why they became so. A crash comes early or never, so
  /// that the drive alone up to it is short.
  private func end(ofCrashFrom start: Point<Double>, _ crash: Crash?) -> End {
    if let crash { return End(crash.fate) }
    var race = Race(surface: surface, cars: [car], start: start, seed: seed)
    for _ in 0..<steps where !race.isOver { race.step() }
    return race.drivers[0].crash.map { End($0.fate) } ?? .overflowed
  }

  /// One start alone, which sees the slope as the car does.
  private func outcome(from start: Point<Double>) -> Outcome {
    var race = Race(surface: surface, cars: [car], start: start, seed: seed)
    // The path of a car that crashes ends before its last step.
    var (path, turned, half) = ([start], 0, steps / 2)
    for step in 0..<steps where !race.isOver {
      race.step()
      let driver = race.drivers[0]
      path.append(driver.position)
      let turn = driver.lastMove.x * driver.moveBefore.x + driver.lastMove.y * driver.moveBefore.y
      if step >= half, turn < 0 { turned += 1 }
    }
    half = max(1, steps - half)
    let (last, loss) = (race.drivers[0].position, race.drivers[0].loss)
    let end = end(at: last, loss, from: start, crash: race.drivers[0].crash)
    let arrival = index(of: end).map { index in
      (path.lastIndex { !($0.offset(from: minima[index].position).length < reach) } ?? -1) + 1
    }
    return Outcome(
      end: end, steps: arrival ?? steps, position: last, loss: loss,
      turns: Double(turned) / Double(half))
  }
}
