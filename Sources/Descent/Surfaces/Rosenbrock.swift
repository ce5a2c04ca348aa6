/// (1 − x)² + 100 (y − x²)²: a curved valley that is easy to find and slow to follow.
///
/// Source: Rosenbrock, "An automatic method for finding the greatest or least value of a
/// function", The Computer Journal 3 (1960).
struct Rosenbrock: Surface {
  let about = SurfaceAbout(
    name: "rosenbrock", title: "Rosenbrock", formula: "(1−x)² + 100 (y−x²)²",
    window: Window(x: -2...2, y: -1...3), start: Point(-1.2, 1), contours: .logarithmic,
    rates: .init(ofSlope: 0.0005, ofLength: 0.1),
    criticalPoints: [CriticalPoint(.globalMinimum, 1, 1, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    squared(1 - x) + 100 * squared(y - squared(x))
  }
}
