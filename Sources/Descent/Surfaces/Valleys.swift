/// (1 − x)² + 20 (3y − x²)²: Rosenbrock's valley, flatter and wider, so that momentum shows.
struct Banana: Surface {
  let about = SurfaceAbout(
    name: "banana", title: "Banana", formula: "(1−x)² + 20 (3y−x²)²",
    window: Window(x: -2...2, y: -0.8...1.6), start: Point(-1.5, 0.4), contours: .logarithmic,
    rates: .init(ofSlope: 0.0005, ofLength: 0.04),
    criticalPoints: [CriticalPoint(.globalMinimum, 1, 1.0 / 3, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    squared(1 - x) + 20 * squared(3 * y - squared(x))
  }
}

/// (x − 1)² + 2 (2y² − x)²: two mirrored towns at the end of a curved valley.
///
/// Source: Dixon and Price, "Truncated Newton method for sparse unconstrained optimization using
/// automatic differentiation", J. Optim. Theory Appl. 60 (1989).
struct DixonPrice: Surface {
  let about = SurfaceAbout(
    name: "dixon-price", title: "Dixon–Price", formula: "(x−1)² + 2 (2y²−x)²",
    window: Window(half: 10), start: Point(7, -4), contours: .logarithmic,
    rates: .init(ofSlope: 0.0003, ofLength: 0.25),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 1, 0.5.squareRoot(), value: 0),
      CriticalPoint(.globalMinimum, 1, -(0.5.squareRoot()), value: 0),
      CriticalPoint(.saddle, 1.0 / 3, 0, value: 2.0 / 3),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    squared(x - 1) + 2 * squared(2 * squared(y) - x)
  }
}

/// x² + y² + (x/2 + y)² + (x/2 + y)⁴: a bowl whose two opposite walls grow ever steeper.
struct Zakharov: Surface {
  let about = SurfaceAbout(
    name: "zakharov", title: "Zakharov", formula: "x² + y² + (x/2+y)² + (x/2+y)⁴",
    window: Window(x: -5...10, y: -5...10), start: Point(8.5, -4), contours: .logarithmic,
    rates: .init(ofSlope: 0.02, ofLength: 0.3),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let wall = squared(0.5 * x + y)
    return squared(x) + squared(y) + wall + squared(wall)
  }
}

/// sin x + y²: the same valley again and again, with a saddle between any two.
struct SineValley: Surface {
  let about = SurfaceAbout(
    name: "sine-valley", title: "Sine valley", formula: "sin x + y²",
    window: Window(x: -4...8, y: -4...4), start: Point(1.4, 3), contours: .linear,
    rates: .init(ofSlope: 0.1, ofLength: 0.15),
    criticalPoints: [
      CriticalPoint(.globalMinimum, -.pi / 2, 0, value: -1),
      CriticalPoint(.globalMinimum, 3 * .pi / 2, 0, value: -1),
      CriticalPoint(.saddle, .pi / 2, 0, value: 1),
      CriticalPoint(.saddle, 5 * .pi / 2, 0, value: 1),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { sin(x) + squared(y) }
}
