/// 20 + x² + y² − 10 (cos 2πx + cos 2πy): an egg box on a shallow bowl, 121 wells in its window.
///
/// Source: Rastrigin, Systems of Extremal Control, Nauka 1974 (Russian).
struct Rastrigin: Surface {
  let about = SurfaceAbout(
    name: "rastrigin", title: "Rastrigin", formula: "20 + x² + y² − 10 (cos 2πx + cos 2πy)",
    window: Window(half: 5.12), start: Point(-4.4, 3.4), contours: .linear,
    rates: .init(ofSlope: 0.004, ofLength: 0.3),
    criticalPoints: Self.wells)

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { 20 + (axis(x) + axis(y)) }

  @inline(__always)
  private func axis<F: Field>(_ t: F) -> F { squared(t) - 10 * cos(Double.pi2 * t) }

  /// The roots of 2t + 20π sin 2πt near −5, −4 … 5: the wells' coordinates on either axis.
  private static let axisWells: [Double] = {
    let positive = [
      0.9949586376523348, 1.9899122337085495, 2.984855701039481, 3.9797838603007536,
      4.974691390895051,
    ]
    return positive.reversed().map { -$0 } + [0] + positive
  }()

  private static let wells: [CriticalPoint] = axisWells.flatMap { x in
    axisWells.map { y in
      let depth = 20 + Rastrigin.axisDepth(x) + Rastrigin.axisDepth(y)
      return CriticalPoint(x == 0 && y == 0 ? .globalMinimum : .localMinimum, x, y, value: depth)
    }
  }

  private static func axisDepth(_ t: Double) -> Double { t * t - 10 * cos(Double.pi2 * t) }
}
