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
  /// What has been changed about cars on the way, by tick.
  package private(set) var changes: [Change] = []
  /// Ticks from one keyframe to the next, at first: few where a step reads many samples, so that a
  /// replay is short, elsewhere many, since to begin a leg costs as much as a dozen steps.
  package let leg: Int
  private var keyframes: [Race]
  private var stride: Int

  /// - Parameter changes: what will be changed on the way, in the order of their ticks.
  package init(_ race: Race, changes: [Change] = []) {
    self.race = race
    self.changes = changes
    keyframes = [race]
    leg = race.surface.sampleCount < 1000 ? 256 : 64
    stride = leg
    trajectories = race.drivers.map { driver in
      var path = Trajectory()
      path.append(driver.position, loss: driver.loss, tick: 0, cost: driver.evaluations)
      return path
    }
  }

  /// Other settings for a car, in force for the steps from `tick` on.
  package struct Change: Sendable {
    package var tick: Int
    package var car: Int
    package var settings: Car

    package init(tick: Int, car: Int, settings: Car) {
      (self.tick, self.car, self.settings) = (tick, car, settings)
    }
  }

  package var tick: Int { race.tick }

  /// Goes to a tick ≥ 0, driving on where the race has not been yet.
  package mutating func seek(to target: Int) {
    let target = max(0, target)
    let keyframe = keyframes[min(target / stride, keyframes.count - 1)]
    if target < race.tick || keyframe.tick > race.tick { race = keyframe }
    while race.tick < target { drive(atMostTo: target) }
  }

  /// Goes on to the next tick at which there is something to do.
  private mutating func drive(atMostTo target: Int) {
    let isKnown = race.tick < end
    var stop = isKnown ? min(target, end) : min(target, (race.tick / stride + 1) * stride)
    let now = race.tick
    let changed = changes.lazy.map(\.tick).filter { $0 > now }
    stop = min(stop, changed.min() ?? stop)
    if isKnown {
      race.drive(to: stop)
    } else {
      race.drive(to: stop, keeping: &trajectories)
      end = stop
    }
    for change in changes where change.tick == stop { apply(change, to: &race) }
    if !isKnown, end % stride == 0 { keep(race) }
  }

  /// Changes a car's settings from the tick looked at on. What had been driven beyond it is no
  /// longer true and is forgotten; going back shows the car as it was before.
  package mutating func change(car: Int, to settings: Car) {
    forgetFuture()
    let change = Change(tick: tick, car: car, settings: settings)
    changes = changes.filter { $0.tick != change.tick || $0.car != car } + [change]
    apply(change, to: &race)
    if keyframes[keyframes.count - 1].tick == tick { keyframes[keyframes.count - 1] = race }
  }

  /// The same, of its rule and what it sees of the slope alone.
  package mutating func change(car: Int, to rule: any Optimizer, _ sampling: Sampling) {
    var settings = race.cars[car]
    (settings.rule, settings.sampling) = (rule, sampling)
    change(car: car, to: settings)
  }

  /// Adds a second car from the very state of another, with its whole past.
  package mutating func fork(car: Int, named name: String) {
    let twin = race.cars.count
    race.addTwin(ofCar: car, named: name)
    for index in keyframes.indices { keyframes[index].addTwin(ofCar: car, named: name) }
    trajectories.append(trajectories[car])
    for var change in changes where change.car == car {
      change.car = twin
      changes.append(change)
    }
  }

  private func apply(_ change: Change, to race: inout Race) {
    race.change(car: change.car, to: change.settings)
  }

  private mutating func forgetFuture() {
    end = tick
    keyframes.removeAll { [end] in $0.tick > end }
    changes.removeAll { [end] in $0.tick > end }
    for index in trajectories.indices { trajectories[index].forget(after: end) }
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

extension Timeline {
  /// A car where it was when it had cost no more than any other has by now.
  package struct Standing: Hashable, Sendable {
    package var car: Int
    package var loss: Double
    /// What had been spent by then.
    package var cost: Double
  }

  /// Some of the cars at the tick looked at, the lowest first, each at the cost that all of them
  /// that still drive have come to; crashed ones last.
  package func standings(of cars: [Int], by yardstick: Yardstick) -> [Standing] {
    let costs = cars.map { car in
      trajectories[car].costs(by: yardstick).prefix(trajectories[car].count(through: tick))
    }
    // Who asks for nothing has come to no cost that the others could be looked at.
    let driving = zip(cars, costs).filter {
      race.drivers[$0.0].crash == nil && race.cars[$0.0].path == nil
    }
    let budget = driving.compactMap(\.1.last).min() ?? .infinity
    let standings = zip(cars, costs).map { car, costs in
      let last = costs.lastIndex { $0 <= budget } ?? 0
      return Standing(car: car, loss: trajectories[car].loss[last], cost: costs[last])
    }
    let order = race.standings(of: cars)
    return standings.sorted { a, b in
      switch (race.drivers[a.car].crash, race.drivers[b.car].crash) {
      case (nil, nil): a.loss < b.loss || a.loss == b.loss && a.car < b.car
      default: order.firstIndex(of: a.car)! < order.firstIndex(of: b.car)!
      }
    }
  }
}
