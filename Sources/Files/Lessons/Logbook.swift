package import Descent

/// What every car of a race did, step by step from the start: what claims are checked against.
package struct Logbook: Sendable {
  private let race: Race
  private let entries: [[Entry]]

  private struct Entry: Sendable {
    var position: Point<Double>
    var loss: Double
    var gradients: Int
    var samples: Int
  }

  /// - Parameter steps: how far it is driven.
  package init(_ race: Race, steps: Int) {
    var race = race
    func entry(_ driver: Race.Driver) -> Entry {
      Entry(
        position: driver.position, loss: driver.loss, gradients: driver.evaluations.gradients,
        samples: driver.evaluations.samples)
    }
    var entries = race.drivers.map { [entry($0)] }
    while race.tick < steps, !race.isOver {
      race.step()
      for (car, driver) in race.drivers.enumerated() where entries[car].count == race.tick {
        // The entry of a crash is the last.
        if driver.crash.map({ $0.step >= race.tick }) ?? true { entries[car].append(entry(driver)) }
      }
    }
    self.entries = entries
    self.race = race
  }

  /// - Parameter step: the step looked at where the term names none.
  func value(of term: Claim.Term, at step: Int) -> Double {
    guard let car = race.cars.firstIndex(where: { $0.name == term.car }) else { return .nan }
    return value(of: term.quantity, ofCar: car, at: term.step ?? step, to: term.place)
  }

  /// - Parameters:
  ///   - car: the index of a car of the race.
  ///   - place: what a distance is to; the nearest lowest minimum if `nil`.
  /// - Returns: infinite for what has not come, NaN where the surface has no such minimum.
  package func value(
    of quantity: Claim.Quantity, ofCar car: Int, at step: Int, to place: Point<Double>? = nil
  ) -> Double {
    let log = entries[car].prefix(step + 1)
    guard let now = log.last else { return .nan }
    let surface = race.surface
    switch quantity {
    case .loss: return now.loss
    case .slope: return surface.gradient(at: now.position).length
    case .move: return moves(log).last?.length ?? 0
    case .x: return now.position.x
    case .y: return now.position.y
    case .distance:
      let places = place.map { [$0] } ?? minima(.globalMinimum)
      return places.map { now.position.offset(from: $0).length }.min() ?? .nan
    case .rate: return race.cars[car].rule(at: step).rate
    case .limit:
      let bend = curvature(at: now.position)
      return bend > 0 ? race.cars[car].rule.stableRate(atCurvature: bend) ?? 2 / bend : .infinity
    case .curvature: return curvature(at: now.position)
    case .turns:
      let moves = moves(log)
      return count(moves[...]) { dot($0, $1) < 0 }
    case .overshoots:
      return count(log) { before, after in
        let move = after.position.offset(from: before.position)
        return dot(move, surface.gradient(at: before.position)) < 0
          && dot(move, surface.gradient(at: after.position)) > 0
      }
    case .climbs: return count(log) { $0.loss < $1.loss }
    case .crash:
      return race.drivers[car].crash.flatMap { $0.step <= step ? Double($0.step) : nil }
        ?? .infinity
    case .arrival: return arrival(log) ?? .infinity
    case .gradients: return Double(now.gradients)
    case .samples: return Double(now.samples)
    case .lowest: return log.lazy.map(\.loss).min() ?? .nan
    case .height: return log.lazy.map(\.loss).max() ?? .nan
    }
  }

  private func moves(_ log: ArraySlice<Entry>) -> [Point<Double>] {
    zip(log, log.dropFirst()).map { $1.position.offset(from: $0.position) }
  }

  /// How many pairs of neighbours are such.
  private func count<T>(_ list: ArraySlice<T>, _ isSuch: (T, T) -> Bool) -> Double {
    Double(zip(list, list.dropFirst()).count { isSuch($0, $1) })
  }

  private func curvature(at place: Point<Double>) -> Double {
    race.surface.jet(at: place).hessian.eigenvalues.greatest
  }

  /// The first step from which a car stays near the minimum that it is near to last.
  private func arrival(_ log: ArraySlice<Entry>) -> Double? {
    func isNear(_ entry: Entry, _ place: Point<Double>) -> Bool {
      entry.position.offset(from: place).length <= Claim.reach
    }
    let places = minima(.globalMinimum) + minima(.localMinimum)
    guard let last = log.last, let goal = places.first(where: { isNear(last, $0) }) else {
      return nil
    }
    let outside = log.lastIndex { !isNear($0, goal) }
    return Double(outside.map { $0 + 1 } ?? 0)
  }

  private func minima(_ kind: CriticalPoint.Kind) -> [Point<Double>] {
    race.surface.about.criticalPoints.filter { $0.kind == kind }.map(\.position)
  }

  private func dot(_ a: Point<Double>, _ b: Point<Double>) -> Double { a.x * b.x + a.y * b.y }
}
