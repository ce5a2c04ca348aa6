/// The cubic spline through equally spaced numbers: two continuous derivatives, and at either end
/// one cubic over two pieces ("not-a-knot"), so that a cubic is met exactly.
///
/// Source: de Boor, A Practical Guide to Splines, Springer 1978 (revised 2001), chapter IV.
enum CubicSpline {
  /// The slopes at numbers of which some are missing, NaN: a spline through each part between them,
  /// NaN at a missing number. Through three numbers goes a parabola, through two a line; alone a
  /// number has the slope 0.
  static func slopes(throughParts f: [Double]) -> [Double] {
    if !f.contains(where: \.isNaN) { return slopes(through: f) }
    var slopes = Array(repeating: Double.nan, count: f.count)
    for part in f.indices.split(whereSeparator: { f[$0].isNaN }) {
      slopes.replaceSubrange(part, with: slopesOfPart(Array(f[part])))
    }
    return slopes
  }

  private static func slopesOfPart(_ f: [Double]) -> [Double] {
    switch f.count {
    case 1: return [0]
    case 2: return [f[1] - f[0], f[1] - f[0]]
    case 3:
      let (first, second) = (f[1] - f[0], f[2] - f[1])
      return [(3 * first - second) / 2, (first + second) / 2, (3 * second - first) / 2]
    default: return slopes(through: f)
    }
  }

  /// Its slope at each number, per step from one to the next. Four numbers at least.
  static func slopes(through f: [Double]) -> [Double] {
    precondition(f.count >= 4, "a spline without knots at its ends needs four numbers")
    let last = f.count - 1
    // mᵢ₋₁ + 4mᵢ + mᵢ₊₁ = 3 (fᵢ₊₁ − fᵢ₋₁), solved from the first row to the last and back.
    var slopes = f
    var above = Array(repeating: 2.0, count: f.count)
    slopes[0] = (f[2] - f[0]) / 2 + 2 * (f[1] - f[0])
    for i in 1..<last {
      let pivot = 4 - above[i - 1]
      above[i] = 1 / pivot
      slopes[i] = (3 * (f[i + 1] - f[i - 1]) - slopes[i - 1]) / pivot
    }
    let end = (f[last] - f[last - 2]) / 2 + 2 * (f[last] - f[last - 1])
    slopes[last] = (end - 2 * slopes[last - 1]) / (1 - 2 * above[last - 1])
    for i in (0..<last).reversed() { slopes[i] -= above[i] * slopes[i + 1] }
    return slopes
  }
}

/// What the two ends of a piece of a cubic weigh at a place 0 ≤ t ≤ 1 between them: Hermite's form.
struct CubicWeights {
  /// Of the heights at the left and the right end.
  let left, right: Double
  /// Of the slopes there, per piece.
  let leftSlope, rightSlope: Double

  /// For the height.
  static func height(_ t: Double) -> CubicWeights {
    let (rest, square) = (1 - t, t * t)
    return CubicWeights(
      left: rest * rest * (1 + 2 * t), right: square * (3 - 2 * t),
      leftSlope: t * (rest * rest), rightSlope: -(square * rest))
  }

  /// For its slope, per piece.
  static func slope(_ t: Double) -> CubicWeights {
    let steepest = 6 * (t * (1 - t))
    return CubicWeights(
      left: -steepest, right: steepest,
      leftSlope: (1 - t) * (1 - 3 * t), rightSlope: t * (3 * t - 2))
  }

  /// For the change of the slope, per piece and piece.
  static func bend(_ t: Double) -> CubicWeights {
    CubicWeights(
      left: 12 * t - 6, right: 6 - 12 * t, leftSlope: 6 * t - 4, rightSlope: 6 * t - 2)
  }
}
