/// A number as people would say it, in so many digits: the very double that those digits read as.
///
/// - Parameter x: one below 1e-280 stays as it is.
package func said(_ x: Double, digits count: Int) -> Double {
  guard x.isNormal, x > 1e-280 else { return x }
  let exponent = decimalExponent(of: x) - count + 1
  return multiple(of: 1, exponent, nearestTo: x)
}

/// ⌊log₁₀ |x|⌋ of a finite x that is not 0.
package func decimalExponent(of x: Double) -> Int {
  var exponent = Int((Double.log(x.magnitude) / Double.log(10)).rounded(.down))
  // Beside a power of ten the logarithm may fall on the wrong side.
  if x.magnitude >= Double("1e\(exponent + 1)")! { exponent += 1 }
  if x.magnitude < Double("1e\(exponent)")! { exponent -= 1 }
  return exponent
}

/// The multiple of m · 10ⁿ nearest to a number: the very double that its decimal digits read as, so
/// that no negligible digits follow them. A number that is too large for that stays as it is.
///
/// - Parameter mantissa: m, 1, 2 or 5 say.
package func multiple(of mantissa: Int, _ exponent: Int, nearestTo x: Double) -> Double {
  let count = x / Double(mantissa) / Double("1e\(exponent)")!
  guard count.magnitude < 0x1p53 else { return x }
  return Double("\(Int64(count.rounded()) * Int64(mantissa))e\(exponent)") ?? x
}

extension Window {
  /// A point in as many digits as show on a map: to a two-thousandth of the window's shorter side
  /// or better.
  package func said(_ point: Point<Double>) -> Point<Double> {
    let exponent = decimalExponent(of: min(x.width, y.width)) - 3
    return Point(
      multiple(of: 1, exponent, nearestTo: point.x), multiple(of: 1, exponent, nearestTo: point.y))
  }
}
