/// A number as people would say it, in so many digits: the very double that those digits read as.
///
/// - Parameter x: one below 1e-280 stays as it is.
package func said(_ x: Double, digits count: Int) -> Double {
  guard x.isNormal, x > 1e-280 else { return x }
  func power(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { power, _ in exponent > 0 ? power * 10 : power / 10 }
  }
  let (least, greatest) = (power(count - 1), power(count))
  var exponent = 0
  while x * power(exponent) < least { exponent += 1 }
  while x * power(exponent) >= greatest { exponent -= 1 }
  return Double("\(Int((x * power(exponent)).rounded()))e\(-exponent)") ?? x
}
