/// 2x² − 1.05x⁴ + x⁶/6 + xy + y²: a deep town between two shallow ones.
///
/// Source: Dixon and Szegő, Towards Global Optimization 2, North-Holland 1978.
struct ThreeHumpCamel: Surface {
  let about = SurfaceAbout(
    name: "three-hump-camel", title: "Three-hump camel",
    formula: "2x² − 1.05x⁴ + x⁶/6 + xy + y²",
    window: Window(x: -2.8...2.8, y: -2.4...2.4), start: Point(-2.2, 2), contours: .logarithmic,
    rates: .init(ofSlope: 0.02, ofLength: 0.08),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 0, 0, value: 0),
      CriticalPoint(
        .localMinimum, -1.7475523458302888, 0.8737761729151444, value: 0.2986384422368598),
      CriticalPoint(
        .localMinimum, 1.7475523458302888, -0.8737761729151444, value: 0.2986384422368598),
      CriticalPoint(.saddle, -1.07054229182366, 0.53527114591183, value: 0.8773615577631402),
      CriticalPoint(.saddle, 1.07054229182366, -0.53527114591183, value: 0.8773615577631402),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let x2 = squared(x)
    let humps = 2 * x2 - 1.05 * squared(x2) + x2 * squared(x2) / 6
    return humps + x * y + squared(y)
  }
}

/// (4 − 2.1x² + x⁴/3) x² + xy + (4y² − 4) y²: six towns, two of them deepest.
///
/// Source: Dixon and Szegő, Towards Global Optimization 2, North-Holland 1978.
struct SixHumpCamel: Surface {
  let about = SurfaceAbout(
    name: "six-hump-camel", title: "Six-hump camel",
    formula: "(4−2.1x²+x⁴/3)x² + xy + (4y²−4)y²",
    window: Window(x: -2.2...2.2, y: -1.4...1.4), start: Point(-1.95, -1.1),
    contours: .logarithmic,
    rates: .init(ofSlope: 0.005, ofLength: 0.04),
    criticalPoints: [
      CriticalPoint(
        .globalMinimum, -0.08984201310031806, 0.7126564030207396, value: -1.0316284534898774),
      CriticalPoint(
        .globalMinimum, 0.08984201310031806, -0.7126564030207396, value: -1.0316284534898774),
      CriticalPoint(
        .localMinimum, -1.703606714969981, 0.7960835686726251, value: -0.21546382438371764),
      CriticalPoint(
        .localMinimum, 1.703606714969981, -0.7960835686726251, value: -0.21546382438371764),
      CriticalPoint(
        .localMinimum, -1.6071047529201972, -0.5686514548841314, value: 2.1042503103112584),
      CriticalPoint(
        .localMinimum, 1.6071047529201972, 0.5686514548841314, value: 2.1042503103112584),
      CriticalPoint(.saddle, 0, 0, value: 0),
      CriticalPoint(
        .saddle, -1.1092053368047865, 0.7682680925095399, value: 0.5437186009781851),
      CriticalPoint(
        .saddle, 1.1092053368047865, -0.7682680925095399, value: 0.5437186009781851),
      CriticalPoint(
        .saddle, -1.6380679841897785, -0.22867406904439408, value: 2.2293571975307147),
      CriticalPoint(
        .saddle, 1.6380679841897785, 0.22867406904439408, value: 2.2293571975307147),
      CriticalPoint(
        .saddle, -1.2960702671671092, -0.6050843880386585, value: 2.22947081802986),
      CriticalPoint(
        .saddle, 1.2960702671671092, 0.6050843880386585, value: 2.22947081802986),
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let (x2, y2) = (squared(x), squared(y))
    let along = (4 - 2.1 * x2 + squared(x2) / 3) * x2
    return along + x * y + (4 * y2 - 4) * y2
  }
}
