// Surfaces that other teaching programs have made known.

/// x² + Y² − 2 e^(−5((x−1)²+Y²)) − 6 e^(−5((x+1)²+Y²)),  Y = 1.4y: a shallow town and a deep one.
struct LocalMinimum: Surface {
  let about = SurfaceAbout(
    name: "local-minimum", title: "Local minimum",
    formula: "x² + Y² − 2e^(−5((x−1)²+Y²)) − 6e^(−5((x+1)²+Y²)),  Y = 1.4y",
    window: Window(half: 2), start: Point(1.6, 1.3), contours: .linear,
    rates: .init(ofSlope: 0.004, ofLength: 0.05),
    criticalPoints: [
      CriticalPoint(.globalMinimum, -0.9675774464554597, 0, value: -5.032339968658435),
      CriticalPoint(.localMinimum, 0.9053178606008483, 0, value: -1.0927320384810153),
      CriticalPoint(.saddle, 0.12025036405942183, 0, value: -0.03856400986031282),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let y2 = squared(1.4 * y)
    let right = exp((squared(x - 1) + y2) / -0.2)
    let left = exp((squared(x + 1) + y2) / -0.2)
    return squared(x) + y2 - 2 * right - 6 * left
  }
}

/// X² + Y²/2 − e^(−(X²+5Y²)),  X = x/2, Y = y/2: a dent in a bowl, each longer the other way.
struct EllipticBowl: Surface {
  let about = SurfaceAbout(
    name: "elliptic-bowl", title: "Elliptic bowl",
    formula: "X² + Y²/2 − e^(−(X²+5Y²)),  X = x/2, Y = y/2",
    window: Window(half: 2), start: Point(-1.6, 1.5), contours: .linear,
    rates: .init(ofSlope: 0.1, ofLength: 0.05),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: -1)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let (x2, y2) = (squared(0.5 * x), squared(0.5 * y))
    return x2 + 0.5 * y2 - exp(-(x2 + 5 * y2))
  }
}

/// A bowl with two hills in the way and a dent beside one of them; Y = 1.4y.
struct Hills: Surface {
  let about = SurfaceAbout(
    name: "hills", title: "Hills",
    formula: "x² + Y² + 2e^(−5((x−1)²+Y²)) + 6e^(−5((x+1)²+Y²)) − 2e^(−5((x−1)²+(Y+1)²))",
    window: Window(half: 2), start: Point(-1.6, 0.9), contours: .linear,
    rates: .init(ofSlope: 0.005, ofLength: 0.05),
    criticalPoints: [
      CriticalPoint(
        .globalMinimum, 0.9003065222993073, -0.6534011583039486, value: -0.1588086100344146),
      CriticalPoint(
        .localMinimum, 0.04150712569956181, -0.0006403776376543042,
        value: 0.04828496079613093),
      CriticalPoint(
        .saddle, 0.4582929737230109, -0.44998075616155375, value: 0.43776865189343134),
      CriticalPoint(
        .saddle, 1.4852458636525214, 0.0065611916934556124, value: 2.8182018464271112),
      CriticalPoint(
        .saddle, -1.71027297234088, 3.829141752254398e-18, value: 3.4066155215177796),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let z = 1.4 * y
    let (right, z2) = (squared(x - 1), squared(z))
    let hills = 2 * exp((right + z2) / -0.2) + 6 * exp((squared(x + 1) + z2) / -0.2)
    let dent = 2 * exp((right + squared(z + 1)) / -0.2)
    return squared(x) + z2 + hills - dent
  }
}

/// Three towns dug with Gaussian densities, the deepest inside a wide trench; flat outside.
struct GaussianTrenches: Surface {
  let about = SurfaceAbout(
    name: "gaussian-trenches", title: "Gaussian trenches",
    formula: "−N(−.5,−.8; .35) − N(1,−.5; .2) − N(−1,.5; .2) − N(−.5,−.8; .2)",
    window: Window(half: 1.5), start: Point(-0.62, 0.06), contours: .linear,
    rates: .init(ofSlope: 0.002, ofLength: 0.03),
    criticalPoints: [
      CriticalPoint(
        .globalMinimum, -0.5000000000130155, -0.7999999999654078, value: -5.278097602655116),
      CriticalPoint(
        .localMinimum, -0.9999805837604074, 0.49994951777705926, value: -3.9793466353357694),
      CriticalPoint(
        .localMinimum, 0.9999886225942584, -0.5000022754811483, value: -3.9789659960383306),
      CriticalPoint(
        .saddle, -0.785000266811825, -0.05899930628925495, value: -0.145599701442716),
      CriticalPoint(
        .saddle, 0.37204735090079966, -0.625590529819839, value: -0.075324504511301),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let trench = density(x, y, -0.5, -0.8, 0.35) + density(x, y, -0.5, -0.8, 0.2)
    return -(trench + density(x, y, 1, -0.5, 0.2) + density(x, y, -1, 0.5, 0.2))
  }

  /// The normal density about a point, with the same deviation σ on both axes.
  private func density<F: Field>(
    _ x: F, _ y: F, _ centerX: Double, _ centerY: Double, _ sigma: Double
  ) -> F {
    let variance = sigma * sigma
    let distance2 = squared(x - centerX) + squared(y - centerY)
    return 1 / (Double.pi2 * variance) * exp(distance2 / (-2 * variance))
  }
}
