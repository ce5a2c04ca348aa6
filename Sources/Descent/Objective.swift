/// The surface as a rule sees it during one step: the slope under the wheels, no map.
///
/// On data with a batch, all that is seen is that of this step's mini-batch; with noise, a normal
/// error e is added to each gradient, and e · θ to each value, which is the height that has that
/// slope. Within one step every question meets the same batch and noise.
package struct Objective<L: Lane>: Sendable {
  let surface: any Surface
  /// Everything is seen as it is: what most questions find, asked first.
  let isExact: Bool
  private let samplesEach: Int
  private let batch: Batch?
  private let error: Point<L>?
  /// Where rules that throw dice have them from.
  let luck: Luck

  /// What a rule has asked for.
  package internal(set) var evaluations = Evaluations()

  /// A source of random numbers for one car of one race.
  package struct Luck: Sendable {
    var seed: UInt64 = 0
    var stream = 0

    package init(seed: UInt64 = 0, stream: Int = 0) {
      (self.seed, self.stream) = (seed, stream)
    }

    /// The pair number `index` of normal numbers of a draw.
    func normalPair(_ index: UInt64, ofDraw draw: Int) -> Point<Double> {
      // Not the noise on the gradient of any tick.
      Noise(seed: seed ^ 0x6C75_636B, tick: draw, car: stream).normalPair(index)
    }
  }

  package init(
    _ surface: any Surface, batch: Batch? = nil, error: Point<L>? = nil, luck: Luck = Luck()
  ) {
    self.surface = surface
    self.batch = batch
    self.error = error
    self.luck = luck
    isExact = batch == nil && error == nil
    samplesEach = batch?.positions.count ?? surface.sampleCount
  }

  /// ∇f at a point, as far as this step's batch and noise let one see it.
  @inline(__always)
  mutating func gradient(at point: Point<L>) -> Point<L> {
    evaluations.gradients &+= 1
    evaluations.samples &+= samplesEach
    return isExact ? L.gradient(of: surface, at: point) : seenGradient(at: point)
  }

  @inline(never)
  private func seenGradient(at point: Point<L>) -> Point<L> {
    let slope =
      if let batch { L.gradient(of: surface, at: point, over: batch) } else {
        L.gradient(of: surface, at: point)
      }
    return if let error { slope + error } else { slope }
  }
}

extension Objective where L == Double {
  /// f at a point, likewise.
  mutating func value(at point: Point<Double>) -> Double {
    evaluations.values += 1
    evaluations.samples += samplesEach
    let height = batch.map { surface.value(at: point, over: $0) } ?? surface.value(at: point)
    return height + tilt(at: point)
  }

  /// f, ∇f and the Hessian at a point: three questions.
  mutating func jet(at point: Point<Double>) -> Jet<Double> {
    evaluations.values += 1
    evaluations.gradients += 1
    evaluations.hessians += 1
    evaluations.samples += samplesEach
    let jet = batch.map { surface.jet(at: point, over: $0) } ?? surface.jet(at: point)
    guard let error else { return jet }
    return Jet(jet.value + tilt(at: point), jet.gradient + error, jet.hessian)
  }

  private func tilt(at point: Point<Double>) -> Double {
    error.map { $0.x * point.x + $0.y * point.y } ?? 0
  }
}

extension Objective where L == Double {
  /// f and ∇f at a point; not asked again where a rule still has them from its last step and
  /// nothing has changed since, as it does with another batch or other noise.
  mutating func place(
    at point: Point<Double>, known: WolfeSearch.Place?
  ) -> WolfeSearch.Place {
    if let known, isExact, known.point == point { return known }
    let slope = gradient(at: point)
    return WolfeSearch.Place(point: point, height: value(at: point), slope: slope)
  }
}

extension Objective where L == Lanes {
  /// What one of the lanes sees.
  func lane(_ index: Int) -> Objective<Double> {
    Objective<Double>(
      surface, batch: batch, error: error.map { Point($0.x[index], $0.y[index]) },
      luck: .init(seed: luck.seed, stream: luck.stream))
  }
}

/// How a car's view of the slope differs from the exact gradient.
package struct Sampling: Hashable, Sendable {
  /// Samples a step on a data surface; `nil` leaves it to the rule.
  package var batch: Int?
  /// Standard deviation of the normal error added to each gradient component; 0 for none.
  package var noise: Double

  package init(batch: Int? = nil, noise: Double = 0) {
    self.batch = batch
    self.noise = noise
  }
}
