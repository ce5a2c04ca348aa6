/// −cos x cos y e^(−(x−π)² − (y−π)²): one small well in a desert without slope.
///
/// Source: Easom, "A survey of global optimization techniques", M. Eng. thesis, University of
/// Louisville 1990.
struct Easom: Surface {
  let about = SurfaceAbout(
    name: "easom", title: "Easom", formula: "−cos x cos y e^(−(x−π)²−(y−π)²)",
    window: Window(x: -2...8, y: -2...8), start: Point(1.6, 4.4), contours: .linear,
    rates: .init(ofSlope: 0.2, ofLength: 0.1),
    criticalPoints: [CriticalPoint(.globalMinimum, Double.pi, Double.pi, value: -1)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let far = squared(x - Double.pi) + squared(y - Double.pi)
    return -(cos(x) * cos(y) * exp(-far))
  }
}
