/// Where a race on a sampled landscape starts and how fast it goes, from the landscape alone.
///
/// The start is the middle one by height of eight places on a ring, seven tenths of the way to the
/// edge; of those that do not lie in holes, and of the middles of all known cells if all do. The
/// rates are round numbers, one rung of 1, 2, 5, 10 below the largest at which none of the rules
/// that move so leaves the map.
struct Departure {
  let start: Point<Double>
  let rates: SurfaceAbout.Rates

  /// On a square from −1 to 1.
  private static let ring: [Point<Double>] = [
    Point(0.7, 0), Point(0.5, 0.5), Point(0, 0.7), Point(-0.5, 0.5), Point(-0.7, 0),
    Point(-0.5, -0.5), Point(0, -0.7), Point(0.5, -0.5),
  ]

  /// How many steps a car must stay on the map.
  private static let steps = 300

  init(on grid: SampledGrid) {
    let window = grid.about.window
    let ring = Self.ring.map { part in
      Point(
        window.x.middle + part.x / 2 * window.x.width,
        window.y.middle + part.y / 2 * window.y.width)
    }
    .filter { grid.value(at: $0).isFinite }
    let places = (ring.isEmpty ? grid.middlesOfCells : ring)
      .sorted { grid.value(at: $0) < grid.value(at: $1) }
    let start = places[places.count / 2]
    self.start = start
    let width = min(window.x.width, window.y.width)
    let slope = max(grid.gradient(at: start).length, .leastNormalMagnitude)
    func rate(of rules: [any Optimizer], from first: Double) -> Double {
      var rung = Rung(atMost: first)
      func staysAll() -> Bool {
        rules.allSatisfy { Self.stays($0.withRate(rung.rate), start, grid) }
      }
      for _ in 0..<60 where !staysAll() { rung.descend() }
      rung.descend()
      // On rough ground a slower car may leave where a faster one does not.
      for _ in 0..<60 where !staysAll() { rung.descend() }
      return rung.rate
    }
    rates = SurfaceAbout.Rates(
      ofSlope: rate(of: [GradientDescent(), Momentum(), Nesterov()], from: width / slope),
      ofLength: rate(of: [Adagrad(), RMSProp(), Adam()], from: width / 20))
  }

  private static func stays(
    _ rule: any Optimizer, _ start: Point<Double>, _ grid: SampledGrid
  ) -> Bool {
    var particle = rule.particle(at: start)
    for _ in 0..<steps {
      var objective = Objective<Double>(grid)
      particle.step(on: &objective)
      guard grid.value(at: particle.position).isFinite else { return false }
    }
    return true
  }

  /// 1, 2 or 5 times a power of ten.
  private struct Rung {
    private var mantissa = 1
    private var exponent: Int

    /// The highest that is no greater than a positive number, between 1e-200 and 1e300.
    init(atMost number: Double) {
      let number = min(max(number, 1e-200), 1e300)
      exponent = Int((Double.log(number) / Double.log(10)).rounded(.up)) + 1
      while rate > number { descend() }
    }

    // From its digits, as it would be typed.
    var rate: Double { Double("\(mantissa)e\(exponent)") ?? 1 }

    mutating func descend() {
      switch mantissa {
      case 5: mantissa = 2
      case 2: mantissa = 1
      default: (mantissa, exponent) = (5, exponent - 1)
      }
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var middle: Double { lowerBound + width / 2 }
}
