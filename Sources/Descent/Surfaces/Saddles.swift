/// x² − y²: a saddle and no minimum; whoever leaves the ridge falls for ever.
struct Saddle: Surface {
  let about: SurfaceAbout = {
    var about = SurfaceAbout(
      name: "saddle", title: "Saddle", formula: "x² − y²",
      window: Window(half: 2), start: Point(1.6, 0.02), contours: .linear,
      rates: .init(ofSlope: 0.02, ofLength: 0.03),
      criticalPoints: [CriticalPoint(.saddle, 0, 0, value: 0)])
    about.lowest = .nowhere
    return about
  }()

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { squared(x) - squared(y) }
}

/// x³ − 3xy²: a saddle for three, two legs and a tail. Even its Hessian vanishes in the middle.
struct MonkeySaddle: Surface {
  let about: SurfaceAbout = {
    var about = SurfaceAbout(
      name: "monkey-saddle", title: "Monkey saddle", formula: "x³ − 3xy²",
      window: Window(half: 2), start: Point(1.5, 0.1), contours: .linear,
      rates: .init(ofSlope: 0.01, ofLength: 0.03),
      criticalPoints: [CriticalPoint(.saddle, 0, 0, value: 0, .flat)])
    about.lowest = .nowhere
    return about
  }()

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { x * (squared(x) - 3 * squared(y)) }
}

/// x² − y² − 3.2y: a saddle beside the middle, and no minimum.
struct TiltedSaddle: Surface {
  let about: SurfaceAbout = {
    var about = SurfaceAbout(
      name: "tilted-saddle", title: "Tilted saddle", formula: "x² − y² − 3.2y",
      window: Window(half: 4), start: Point(3, -1.65), contours: .linear,
      rates: .init(ofSlope: 0.02, ofLength: 0.06),
      criticalPoints: [CriticalPoint(.saddle, 0, -1.6, value: 2.56)])
    about.lowest = .nowhere
    return about
  }()

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { squared(x) - squared(y) - 3.2 * y }
}

/// (1 − xy)²: the smallest deep network, two weights in a row that should multiply to 1.
///
/// Its minima are the whole curve xy = 1; some are labelled. The best of them for any one start
/// depends on the rule: there is no "the" minimum.
/// Source: Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in
/// deep linear neural networks", ICLR 2014.
struct TwoWeights: Surface {
  let about = SurfaceAbout(
    name: "two-weights", title: "Two-weight linear net", formula: "(1 − xy)²",
    window: Window(half: 3), start: Point(-2.4, 0.9), contours: .logarithmic,
    rates: .init(ofSlope: 0.01, ofLength: 0.08),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 1, 1, value: 0, .flat),
      CriticalPoint(.globalMinimum, 2, 0.5, value: 0, .flat),
      CriticalPoint(.globalMinimum, 0.5, 2, value: 0, .flat),
      CriticalPoint(.globalMinimum, -1, -1, value: 0, .flat),
      CriticalPoint(.globalMinimum, -2, -0.5, value: 0, .flat),
      CriticalPoint(.globalMinimum, -0.5, -2, value: 0, .flat),
      CriticalPoint(.saddle, 0, 0, value: 1),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { squared(1 - x * y) }
}
