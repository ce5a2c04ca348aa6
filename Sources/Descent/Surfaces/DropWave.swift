/// −(1 + cos 12r) / (r²/2 + 2),  r = √(x² + y²): rings of waves round a drop.
///
/// The rings' floors are curves, not points, and are not labelled.
struct DropWave: Surface {
  let about = SurfaceAbout(
    name: "drop-wave", title: "Drop-wave", formula: "−(1 + cos 12r) / (r²/2 + 2),  r = √(x²+y²)",
    window: Window(half: 5.12), start: Point(-2.9, 2.1), contours: .linear,
    rates: .init(ofSlope: 0.002, ofLength: 0.05),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: -1)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let r = norm(x, y)
    return -(1 + cos(12 * r)) / (0.5 * (r * r) + 2)
  }

  /// In the middle r has a tip, which cos 12r = 1 − 72 r² + … smooths away; the chain rule cannot
  /// see that, so the bend there is that of the series.
  func jet<L: Lane>(at point: Point<L>) -> Jet<L> {
    let (x, y) = Jet.variables(at: point)
    var jet = formula(x, y)
    let middle = L.abs(point.x) + L.abs(point.y)
    jet.hessian.xx = L.whereZero(middle, L(repeating: Self.bend), else: jet.hessian.xx)
    jet.hessian.yy = L.whereZero(middle, L(repeating: Self.bend), else: jet.hessian.yy)
    return jet
  }

  /// Of −(2 − 72 r²) / (2 + r²/2) at r = 0: 2 · (36 + ¼).
  private static let bend = 72.5
}
