/// (x² − 1)² + y²: two towns of equal height and the pass between them.
struct DoubleWell: Surface {
  let about = SurfaceAbout(
    name: "double-well", title: "Double well", formula: "(x²−1)² + y²",
    window: Window(half: 2), start: Point(0.15, 1.6), contours: .logarithmic,
    rates: .init(ofSlope: 0.03, ofLength: 0.05),
    criticalPoints: [
      CriticalPoint(.globalMinimum, -1, 0, value: 0),
      CriticalPoint(.globalMinimum, 1, 0, value: 0),
      CriticalPoint(.saddle, 0, 0, value: 1),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { squared(squared(x) - 1) + squared(y) }
}

/// sin(x + y) + (x − y)² − 1.5x + 2.5y + 1: a trough with two towns; beyond the window it goes
/// lower.
///
/// Source: McCormick, "Computability of global solutions to factorable nonconvex programs: part I",
/// Mathematical Programming 10 (1976).
struct McCormick: Surface {
  let about = SurfaceAbout(
    name: "mccormick", title: "McCormick", formula: "sin(x+y) + (x−y)² − 1.5x + 2.5y + 1",
    window: Window(x: -1.5...4, y: -3...4), start: Point(3.6, -2.4), contours: .logarithmic,
    rates: .init(ofSlope: 0.04, ofLength: 0.1),
    criticalPoints: [
      CriticalPoint(
        .globalMinimum, -0.5471975511965977, -1.5471975511965979, value: -1.9132229549810364),
      CriticalPoint(
        .localMinimum, 2.5943951023931957, 1.5943951023931955, value: 1.2283696986087569),
      CriticalPoint(
        .saddle, 1.5471975511965979, 0.5471975511965977, value: 1.9132229549810364),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    sin(x + y) + squared(x - y) - 1.5 * x + 2.5 * y + 1
  }
}

/// (y − 5.1x²/4π² + 5x/π − 6)² + 10 (1 − 1/8π) cos x + 10: three towns of equal height.
///
/// Source: Branin, "Widely convergent method for finding multiple solutions of simultaneous
/// nonlinear equations", IBM J. Res. Dev. 16 (1972).
struct Branin: Surface {
  let about = SurfaceAbout(
    name: "branin", title: "Branin", formula: "(y−5.1x²/4π²+5x/π−6)² + 10(1−1/8π) cos x + 10",
    window: Window(x: -5...10, y: 0...15), start: Point(-0.5, 14), contours: .logarithmic,
    rates: .init(ofSlope: 0.01, ofLength: 0.25),
    criticalPoints: [
      CriticalPoint(.globalMinimum, -.pi, 12.275, value: 0.3978873577297383),
      CriticalPoint(.globalMinimum, .pi, 2.275, value: 0.3978873577297383),
      CriticalPoint(.globalMinimum, 3 * .pi, 2.475, value: 0.3978873577297383),
      CriticalPoint(.saddle, 0, 6, value: 19.60211264227026),
      CriticalPoint(.saddle, 2 * .pi, 1.1, value: 19.60211264227026),
    ])

  private static let bend = 5.1 / (4 * Double.pi * Double.pi)
  private static let tilt = 5 / Double.pi
  private static let wave = 10 * (1 - 1 / (8 * Double.pi))

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let valley = y - Self.bend * squared(x) + Self.tilt * x - 6
    return squared(valley) + Self.wave * cos(x) + 10
  }
}

/// A product of two polynomials of the fourth degree: four towns, heights from 3 to a million.
///
/// Source: Goldstein and Price, "On descent from local minima", Math. Comp. 25 (1971).
struct GoldsteinPrice: Surface {
  let about = SurfaceAbout(
    name: "goldstein-price", title: "Goldstein–Price",
    formula: "[1+(x+y+1)²(19−14x+3x²−…)] · [30+(2x−3y)²(18−32x+…)]",
    window: Window(half: 2), start: Point(-1.3, 0.3), contours: .logarithmic,
    rates: .init(ofSlope: 0.00001, ofLength: 0.04),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 0, -1, value: 3),
      CriticalPoint(.localMinimum, -0.6, -0.4, value: 30),
      CriticalPoint(.localMinimum, 1.8, 0.2, value: 84),
      CriticalPoint(.localMinimum, 1.2, 0.8, value: 840),
      CriticalPoint(.saddle, -0.4, -0.6, value: 35),
      CriticalPoint(.saddle, 1.2, -0.2, value: 99),
      CriticalPoint(.saddle, 1.4, 0.6, value: 980),
      CriticalPoint(.saddle, 0.6, 0.4, value: 990),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let (x2, y2, xy) = (squared(x), squared(y), x * y)
    let first = 19 - 14 * x + 3 * x2 - 14 * y + 6 * xy + 3 * y2
    let second = 18 - 32 * x + 12 * x2 + 48 * y - 36 * xy + 27 * y2
    return (1 + squared(x + y + 1) * first) * (30 + squared(2 * x - 3 * y) * second)
  }
}
