/// x² + y² − 2 e^(−((x−1)²+y²)/0.2) − 3 e^(−((x+1)²+y²)/0.2): a deep town, a shallow one, a pass
/// between them.
struct TwoGaussianWells: Surface {
  let about = SurfaceAbout(
    name: "two-gaussian-wells", title: "Two Gaussian wells",
    formula: "x² + y² − 2e^(−5((x−1)²+y²)) − 3e^(−5((x+1)²+y²))",
    window: Window(half: 2), start: Point(0.75, 1.7), contours: .linear,
    rates: .init(ofSlope: 0.01, ofLength: 0.05),
    criticalPoints: [
      CriticalPoint(.globalMinimum, -0.9363006340109187, 0, value: -2.063090251768194),
      CriticalPoint(.localMinimum, 0.905317899160115, 0, value: -1.092731999201741),
      CriticalPoint(.saddle, 0.06860243670809657, 0, value: -0.03137427327004572),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let y2 = squared(y)
    let right = exp((squared(x - 1) + y2) / -0.2)
    let left = exp((squared(x + 1) + y2) / -0.2)
    return squared(x) + y2 - 2 * right - 3 * left
  }
}
