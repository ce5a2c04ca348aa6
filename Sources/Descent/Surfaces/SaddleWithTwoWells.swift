/// x² − y² + 0.05 y⁴: a saddle in the middle, a town on either side of it.
struct SaddleWithTwoWells: Surface {
  let about = SurfaceAbout(
    name: "saddle-with-two-wells", title: "Saddle with two wells", formula: "x² − y² + 0.05 y⁴",
    window: Window(x: -6...6, y: -5...5), start: Point(-5, 0.01), contours: .linear,
    rates: .init(ofSlope: 0.02, ofLength: 0.2),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 0, 10.0.squareRoot(), value: -5),
      CriticalPoint(.globalMinimum, 0, -10.0.squareRoot(), value: -5),
      CriticalPoint(.saddle, 0, 0, value: 0),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    squared(x) - squared(y) + 0.05 * squared(squared(y))
  }
}
