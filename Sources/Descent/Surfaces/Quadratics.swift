/// x² + y²: equally steep all round, so gradient descent drives straight to the middle.
struct Bowl: Surface {
  let about = SurfaceAbout(
    name: "bowl", title: "Bowl", formula: "x² + y²",
    window: Window(half: 4), start: Point(-3.2, 2.4), contours: .linear,
    rates: .init(ofSlope: 0.02, ofLength: 0.2),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { squared(x) + squared(y) }
}

/// ½ (x² + 25 y²): 25 times steeper across than along, both along the axes.
struct Ravine: Surface {
  let about = SurfaceAbout(
    name: "ravine", title: "Ravine", formula: "½ (x² + 25 y²)",
    window: Window(x: -10...10, y: -4...4), start: Point(-9, 2.5), contours: .logarithmic,
    rates: .init(ofSlope: 0.02, ofLength: 0.3),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { 0.5 * (squared(x) + 25 * squared(y)) }
}

/// (u² + 100 v²) / 20 with u, v turned by 45°: no axis lies along the valley, which takes the
/// per-axis rules' advantage away.
struct RotatedRavine: Surface {
  let about = SurfaceAbout(
    name: "rotated-ravine", title: "Rotated ravine",
    formula: "(u² + 100 v²) / 20,  u, v = x, y turned 45°",
    window: Window(half: 4), start: Point(-3, -1.8), contours: .logarithmic,
    rates: .init(ofSlope: 0.04, ofLength: 0.1),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    // u = (x + y) / √2 and v = (y − x) / √2.
    (0.5 * squared(x + y) + 50 * squared(y - x)) / 20
  }
}

/// x²/20 + y²: the long ravine of textbooks, 20 times steeper across than along.
struct LongRavine: Surface {
  let about = SurfaceAbout(
    name: "long-ravine", title: "Long ravine", formula: "x²/20 + y²",
    window: Window(x: -10...10, y: -4...4), start: Point(-9, 2.8), contours: .linear,
    rates: .init(ofSlope: 0.3, ofLength: 0.3),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { 0.05 * squared(x) + squared(y) }
}

/// (x + 2y − 7)² + (2x + y − 5)²: an ellipse turned by 45°, away from the origin.
struct Booth: Surface {
  let about = SurfaceAbout(
    name: "booth", title: "Booth", formula: "(x+2y−7)² + (2x+y−5)²",
    window: Window(half: 10), start: Point(-7, -6), contours: .logarithmic,
    rates: .init(ofSlope: 0.01, ofLength: 0.4),
    criticalPoints: [CriticalPoint(.globalMinimum, 1, 3, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    squared(x + 2 * y - 7) + squared(2 * x + y - 5)
  }
}

/// 0.26 (x² + y²) − 0.48 xy: a shallow plate along the diagonal.
struct Matyas: Surface {
  let about = SurfaceAbout(
    name: "matyas", title: "Matyas", formula: "0.26 (x²+y²) − 0.48 xy",
    window: Window(half: 10), start: Point(-8, -3), contours: .logarithmic,
    rates: .init(ofSlope: 0.3, ofLength: 0.3),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    0.26 * (squared(x) + squared(y)) - 0.48 * (x * y)
  }
}
