/// A function of one number that a typed-in formula can call, beside its first two derivatives.
///
/// Where a function has a kink its slope there is 0 (abs, relu, sign, floor); outside of its domain
/// it is NaN.
package enum Function: String, CaseIterable, Sendable {
  case sqrt, cbrt, exp, log, log2, log10
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case abs, sign, floor
  case relu, sigmoid, softplus

  func value(_ x: Double) -> Double {
    switch self {
    case .sqrt: x.squareRoot()
    case .cbrt: Precise.cbrt(x)
    case .exp: .exp(x)
    case .log: .log(x)
    case .log2: Precise.log2(x)
    case .log10: Precise.log10(x)
    case .sin: .sin(x)
    case .cos: .cos(x)
    case .tan: Precise.tan(x)
    case .asin: Precise.asin(x)
    case .acos: Precise.acos(x)
    case .atan: Precise.atan(x)
    case .sinh: Precise.sinh(x)
    case .cosh: Precise.cosh(x)
    case .tanh: Precise.tanh(x)
    case .abs: x.magnitude
    case .sign: .sign(x)
    case .floor: x.rounded(.down)
    case .relu: x > 0 ? x : x.isNaN ? x : 0
    case .sigmoid: Precise.sigmoid(x)
    case .softplus: Precise.softplus(x)
    }
  }

  /// The first and second derivative at x, where the function is `f`.
  @inline(__always)
  func derivatives<L: Lane>(at x: L, value f: L) -> (first: L, second: L) {
    let (one, none) = (L(repeating: 1), L(repeating: 0))
    switch self {
    case .sqrt:
      let slope = L(repeating: 0.5) / f
      return (slope, -0.5 * (slope / x))
    case .cbrt:
      let slope = one / (3 * (f * f))
      return (slope, -2 * (slope / (3 * x)))
    case .exp: return (f, f)
    case .log: return logarithm(of: x, base: 1)
    case .log2: return logarithm(of: x, base: 0.6931471805599453)
    case .log10: return logarithm(of: x, base: 2.302585092994046)
    case .sin: return (L.cos(x), -f)
    case .cos: return (-L.sin(x), -f)
    case .tan:
      let slope = 1 + f * f
      return (slope, 2 * (f * slope))
    case .asin, .acos:
      let slope = one / L.sqrt(1 - x * x)
      let bend = x * (slope * slope * slope)
      return self == .asin ? (slope, bend) : (-slope, -bend)
    case .atan:
      let slope = one / (1 + x * x)
      return (slope, -2 * (x * (slope * slope)))
    case .sinh: return (L.each(x) { Precise.cosh($0) }, f)
    case .cosh: return (L.each(x) { Precise.sinh($0) }, f)
    case .tanh:
      let slope = 1 - f * f
      return (slope, -2 * (f * slope))
    case .abs: return (L.sign(x), none)
    case .sign, .floor: return (none, none)
    case .relu: return (0.5 * (L.sign(x) + L.abs(L.sign(x))), none)
    case .sigmoid:
      let slope = f * (1 - f)
      return (slope, slope * (1 - 2 * f))
    case .softplus:
      let slope = L.each(x) { Precise.sigmoid($0) }
      return (slope, slope * (1 - slope))
    }
  }

  @inline(__always)
  private func logarithm<L: Lane>(of x: L, base: Double) -> (first: L, second: L) {
    let slope = L(repeating: 1) / (base * x)
    return (slope, -(slope / x))
  }
}

/// A function of two numbers that a typed-in formula can call.
package enum BinaryFunction: String, CaseIterable, Sendable {
  /// The smaller or the larger of two numbers, with its derivatives; of two equal ones the first.
  case min, max
  case atan2, hypot
  /// x^y of any numbers; not finite where that is not real.
  case power

  func value(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .min: b < a || b.isNaN ? b : a
    case .max: b > a || b.isNaN ? b : a
    case .atan2: Precise.atan2(a, b)
    case .hypot: Precise.hypot(a, b)
    case .power: Precise.pow(a, b)
    }
  }

  /// The first and second partial derivatives at (a, b), where it is `f`; not of min and max.
  func derivatives<L: Lane>(_ a: L, _ b: L, value f: L) -> (Point<L>, Hessian<L>) {
    switch self {
    case .min, .max: return (.zero, .zero)
    case .atan2:
      let r2 = a * a + b * b
      let (u, v) = (b / r2, -(a / r2))
      return (Point(u, v), Hessian(xx: 2 * (u * v), xy: v * v - u * u, yy: -2 * (u * v)))
    case .hypot:
      // 0 at the origin, where it has a tip.
      let none = L(repeating: 0)
      let u = L.whereZero(f, none, else: a / f)
      let v = L.whereZero(f, none, else: b / f)
      let inverse = L.whereZero(f, none, else: L(repeating: 1) / f)
      return (
        Point(u, v),
        Hessian(xx: inverse * (v * v), xy: -(inverse * (u * v)), yy: inverse * (u * u))
      )
    case .power:
      // At a = 0 and b ≥ 0 stands 0 · ln 0, which counts as 0.
      let (one, none) = (L(repeating: 1), L(repeating: 0))
      func growth(_ part: L) -> L {
        let atZero = L.whereLess(none, b, none, else: L.whereZero(b, none, else: part))
        return L.whereZero(a, atZero, else: part)
      }
      let log = L.log(a)
      let low = L.each(a, b) { Precise.pow($0, $1 - 1) }
      let lower = L.each(a, b) { $1 == 1 ? 0 : Precise.pow($0, $1 - 2) }
      let along = L.whereZero(b, none, else: b * low)
      let bend = L.whereZero(b, none, else: b * ((b - 1) * lower))
      let cross = low * (1 + L.whereZero(b, none, else: b * log))
      let crossAtZero = L.whereLess(b, one, cross, else: low)
      return (
        Point(along, growth(f * log)),
        Hessian(
          xx: bend, xy: L.whereZero(a, crossAtZero, else: cross), yy: growth(f * (log * log)))
      )
    }
  }
}
