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
    guard car.seesExactSlope(on: surface) else { return starts.map(outcome) }
    return stride(from: 0, to: starts.count, by: 8).flatMap { first in
      outcomes(ofEight: starts[first..<min(first + 8, starts.count)])
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

// Eight at once: a drive to the end tells where, and the same drive again, which is cheaper than a
// look around for every minimum at every step, tells since when.
extension Trial {
  private func outcomes(ofEight starts: ArraySlice<Point<Double>>) -> [Outcome] {
    let padded = starts + Array(repeating: starts.last!, count: 8 - starts.count)
    let start = Point(Lanes(padded.map(\.x)), Lanes(padded.map(\.y)))
    let last = car.rule.driveEight(
      from: start, steps: steps, on: surface, by: car.drivenSchedule, visit: nil)
    let heights = surface.value(at: last)
    let ends = padded.enumerated().map { lane, start in
      end(at: Point(last.x[lane], last.y[lane]), heights[lane], from: start)
    }
    var watch = Watch(
      start, targets: ends.map { index(of: $0).map { minima[$0].position } }, reach: reach,
      steps: steps)
    if !ends.allSatisfy(\.isLost) {
      _ = car.rule.driveEight(from: start, steps: steps, on: surface, by: car.drivenSchedule) {
        watch.note($0, $1)
      }
    }
    return starts.indices.map { place in
      let lane = place - starts.startIndex
      return Outcome(
        end: ends[lane], steps: watch.arrival(ofLane: lane) ?? steps,
        position: Point(last.x[lane], last.y[lane]), loss: heights[lane],
        turns: watch.turns(ofLane: lane))
    }
  }

  private func index(of end: End) -> Int? {
    if case .minimum(let index) = end { index } else { nil }
  }

  /// - Parameter crash: of the car, if that is known already.
  private func end(
    at point: Point<Double>, _ height: Double, from start: Point<Double>, crash: Crash? = nil
  ) -> End {
    guard point.isFinite, height.isFinite else { return end(ofCrashFrom: start, crash) }
    var (found, least) = (End.elsewhere, reach)
    for (index, minimum) in minima.enumerated() {
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

  /// Sees eight particles go by and knows where they will end.
  private struct Watch {
    private let targets: Point<Lanes>
    private let hasTarget: [Bool]
    private let reach: Double
    private let half: Int
    private let steps: Int
    /// The last step at which each was out of reach, −1 if never.
    private var away: Lanes
    private var turned = Lanes.zero
    private var last: Point<Lanes>
    private var move = Point<Lanes>.zero

    /// - Parameter targets: `nil` for a particle that comes nowhere.
    init(_ start: Point<Lanes>, targets: [Point<Double>?], reach: Double, steps: Int) {
      let nowhere = Point(Double.infinity, Double.infinity)
      self.targets = Point(
        Lanes(targets.map { ($0 ?? nowhere).x }), Lanes(targets.map { ($0 ?? nowhere).y }))
      hasTarget = targets.map { $0 != nil }
      self.reach = reach
      (half, self.steps) = (steps / 2, steps)
      (away, last) = (Lanes(repeating: -1), start)
      note(where: start, at: 0)
    }

    private mutating func note(where points: Point<Lanes>, at step: Int) {
      let d = points - targets
      let isNear = d.x * d.x + d.y * d.y .< reach * reach
      away.replace(with: Double(step), where: .!isNear)
    }

    mutating func note(_ step: Int, _ points: Point<Lanes>) {
      note(where: points, at: step)
      if step >= half {
        let next = points - last
        let turn = next.x * move.x + next.y * move.y
        if step > half { turned.replace(with: turned + 1, where: turn .< 0) }
        move = next
      }
      last = points
    }

    func arrival(ofLane lane: Int) -> Int? { hasTarget[lane] ? Int(away[lane]) + 1 : nil }

    func turns(ofLane lane: Int) -> Double { turned[lane] / Double(max(1, steps - half)) }
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
