/// ½ Σ (t⁴ − 16 t² + 5 t) over x and y: four wells, one of them deepest.
///
/// Source: Styblinski and Tang, "Experiments in nonconvex optimization", Neural Networks 3 (1990).
struct StyblinskiTang: Surface {
  let about = SurfaceAbout(
    name: "styblinski-tang", title: "Styblinski–Tang",
    formula: "½ (x⁴−16x²+5x + y⁴−16y²+5y)",
    window: Window(half: 5), start: Point(0.1, 4.5), contours: .linear,
    rates: .init(ofSlope: 0.015, ofLength: 0.15),
    criticalPoints: [
      CriticalPoint(.globalMinimum, Self.deep, Self.deep, value: -78.33233140754282),
      CriticalPoint(.localMinimum, Self.deep, Self.shallow, value: -64.19561235905536),
      CriticalPoint(.localMinimum, Self.shallow, Self.deep, value: -64.19561235905536),
      CriticalPoint(.localMinimum, Self.shallow, Self.shallow, value: -50.05889331056788),
      CriticalPoint(.saddle, Self.deep, Self.top, value: -38.97055334471606),
      CriticalPoint(.saddle, Self.top, Self.deep, value: -38.97055334471606),
      CriticalPoint(.saddle, Self.shallow, Self.top, value: -24.833834296228584),
      CriticalPoint(.saddle, Self.top, Self.shallow, value: -24.833834296228584),
    ])

  // The three roots of 4t³ − 32t + 5: two wells and the hilltop between them.
  private static let deep = -2.903534027771177
  private static let top = 0.1567312567803401
  private static let shallow = 2.746802770990837

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { 0.5 * (axis(x) + axis(y)) }

  private func axis<F: Field>(_ t: F) -> F {
    let t2 = squared(t)
    return squared(t2) - 16 * t2 + 5 * t
  }
}
