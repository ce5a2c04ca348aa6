/// (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: flat in the middle, walls at the
/// corners.
///
/// Source: Beale, "On an iterative method for finding a local minimum of a function of more
/// than one variable", Princeton technical report 25 (1958).
struct Beale: Surface {
  let about = SurfaceAbout(
    name: "beale", title: "Beale", formula: "(1.5−x+xy)² + (2.25−x+xy²)² + (2.625−x+xy³)²",
    window: Window(half: 4.5), start: Point(1, 1.6), contours: .logarithmic,
    rates: .init(ofSlope: 0.002, ofLength: 0.1),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 3, 0.5, value: 0),
      CriticalPoint(.saddle, 0, 1, value: 14.203125),
      CriticalPoint(
        .saddle, 0.10053793732415836, -2.644513585023125, value: 9.86451228475556),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let y2 = squared(y)
    let a = squared(1.5 - x + x * y)
    let b = squared(2.25 - x + x * y2)
    let c = squared(2.625 - x + x * (y2 * y))
    return a + b + c
  }
}
