/// (x² + y − 11)² + (x + y² − 7)²: four towns of equal height.
///
/// Source: Himmelblau, Applied Nonlinear Programming, McGraw-Hill 1972.
struct Himmelblau: Surface {
  let about = SurfaceAbout(
    name: "himmelblau", title: "Himmelblau", formula: "(x²+y−11)² + (x+y²−7)²",
    window: Window(half: 5), start: Point(0.25, -4.3), contours: .logarithmic,
    rates: .init(ofSlope: 0.001, ofLength: 0.15),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 3, 2, value: 0),
      CriticalPoint(.globalMinimum, -2.805118086952745, 3.131312518250573, value: 0),
      CriticalPoint(.globalMinimum, -3.779310253377747, -3.2831859912861696, value: 0),
      CriticalPoint(.globalMinimum, 3.5844283403304917, -1.8481265269644036, value: 0),
      CriticalPoint(.saddle, 0.08667750455539636, 2.884254701174776, value: 67.71915008752615),
      CriticalPoint(.saddle, 3.385154183607021, 0.07385187983774928, value: 13.31192627040559),
      CriticalPoint(.saddle, -3.0730257507643897, -0.08135304428796751, value: 104.0151629175581),
      CriticalPoint(.saddle, -0.12796134673068008, -1.9537149802445763, value: 178.33723920192747),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    squared(squared(x) + y - 11) + squared(x + squared(y) - 7)
  }
}
