/// A race that can be driven to any tick, forth and back, exactly.
///
/// Keyframes are whole races, kept every `stride` ticks; any tick is replayed from the one before
/// it, at most `stride` steps. Beyond `capacity` keyframes every other one is dropped, so that
/// memory stays bounded in an endless race.
package struct Timeline: Sendable {
  package static let capacity = 1024

  /// The race at the tick looked at.
  package private(set) var race: Race
  /// The furthest tick driven so far.
  package private(set) var end = 0
  /// The path of each car up to `end`.
  package private(set) var trajectories: [Trajectory]
  private var keyframes: [Race]
  private var stride = 64

  package init(_ race: Race) {
    self.race = race
    keyframes = [race]
    trajectories = race.drivers.map { driver in
      var path = Trajectory()
      path.append(driver.position, loss: driver.loss, tick: 0)
      return path
    }
  }

  package var tick: Int { race.tick }

  /// Goes to a tick ≥ 0, driving on where the race has not been yet.
  package mutating func seek(to target: Int) {
    let target = max(0, target)
    let keyframe = keyframes[min(target / stride, keyframes.count - 1)]
    if target < race.tick || keyframe.tick > race.tick { race = keyframe }
    while race.tick < target { step() }
  }

  private mutating func step() {
    race.step()
    guard race.tick > end else { return }
    end = race.tick
    for (index, driver) in race.drivers.enumerated() where driver.crash == nil {
      trajectories[index].append(driver.position, loss: driver.loss, tick: end)
    }
    if end % stride == 0 { keep(race) }
  }

  private mutating func keep(_ race: Race) {
    if keyframes.count == Self.capacity {
      keyframes = Swift.stride(from: 0, to: keyframes.count, by: 2).map { keyframes[$0] }
      stride *= 2
      guard race.tick % stride == 0 else { return }
    }
    keyframes.append(race)
  }
}
