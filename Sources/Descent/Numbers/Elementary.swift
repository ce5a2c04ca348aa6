import CLanes

// Elementary functions as formulas write them. `Double` and `Lanes` both end in the same libm
// function, so lanes agree with one particle to the last bit on any one machine.

@inline(__always) func sqrt<F: Field>(_ x: F) -> F { F.sqrt(x) }
@inline(__always) func exp<F: Field>(_ x: F) -> F { F.exp(x) }
@inline(__always) func sin<F: Field>(_ x: F) -> F { F.sin(x) }
@inline(__always) func cos<F: Field>(_ x: F) -> F { F.cos(x) }
@inline(__always) func abs<F: Field>(_ x: F) -> F { F.abs(x) }
@inline(__always) func norm<F: Field>(_ x: F, _ y: F) -> F { F.norm(x, y) }

/// x²⁰ and the like: products all the way.
@inline(__always) func power<F: Field>(_ x: F, _ exponent: Int) -> F {
  precondition(exponent > 0)
  let half = exponent / 2
  if exponent == 1 { return x }
  let root = power(x, half)
  return exponent.isMultiple(of: 2) ? root * root : root * root * x
}

/// x². A product, like every integer power here: `pow` would round differently.
@inline(__always) func squared<F: Field>(_ x: F) -> F { x * x }

extension Double {
  static let pi2 = 2 * pi

  @inline(__always) package static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  @inline(__always) package static func exp(_ x: Double) -> Double { libm_exp(x) }
  @inline(__always) package static func log(_ x: Double) -> Double { libm_log(x) }
  @inline(__always) package static func sin(_ x: Double) -> Double { libm_sin(x) }
  @inline(__always) package static func cos(_ x: Double) -> Double { libm_cos(x) }
  @inline(__always) package static func abs(_ x: Double) -> Double { x.magnitude }
  @inline(__always) package static func norm(_ x: Double, _ y: Double) -> Double {
    (x * x + y * y).squareRoot()
  }
  @inline(__always)
  package static func each(_ x: Double, _ function: (Double) -> Double) -> Double { function(x) }
  @inline(__always)
  package static func each(
    _ a: Double, _ b: Double, _ function: (Double, Double) -> Double
  ) -> Double {
    function(a, b)
  }
  @inline(__always)
  package static func overRoot(_ m: Double, _ v: Double, plus e: Double) -> Double {
    m / (v.squareRoot() + e)
  }
  @inline(__always) package static func sign(_ x: Double) -> Double {
    x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0
  }
  @inline(__always) package static func greater(_ a: Double, _ b: Double) -> Double {
    a > b ? a : b
  }
  @inline(__always) package static func lesser(_ a: Double, _ b: Double) -> Double {
    a < b ? a : b
  }
  @inline(__always)
  package static func whereZero(_ x: Double, _ a: Double, else b: Double) -> Double {
    x == 0 ? a : b
  }
  @inline(__always)
  package static func whereNegative(_ x: Double, _ a: Double, else b: Double) -> Double {
    x < 0 ? a : b
  }

  /// The angle of the direction (x, y) from the x axis, −π…π.
  static func atan2(_ y: Double, _ x: Double) -> Double { libm_atan2(y, x) }
}

extension Lanes {
  /// The sign of every lane turned, that of 0 too.
  @inline(__always) package static prefix func - (a: Lanes) -> Lanes { lanes8_negated(a) }

  @inline(__always) package static func sqrt(_ x: Lanes) -> Lanes { lanes8_sqrt(x) }
  package static func exp(_ x: Lanes) -> Lanes { x.eachLane(libm_exp) }
  package static func sin(_ x: Lanes) -> Lanes { x.eachLane(libm_sin) }
  package static func cos(_ x: Lanes) -> Lanes { x.eachLane(libm_cos) }

  @inline(__always)
  package static func each(_ x: Lanes, _ function: (Double) -> Double) -> Lanes {
    x.eachLane(function)
  }
  @inline(__always)
  package static func each(
    _ a: Lanes, _ b: Lanes, _ function: (Double, Double) -> Double
  ) -> Lanes {
    var result = a
    for lane in 0..<8 { result[lane] = function(a[lane], b[lane]) }
    return result
  }

  @inline(__always) package static func abs(_ x: Lanes) -> Lanes { lanes8_abs(x) }
  @inline(__always) package static func norm(_ x: Lanes, _ y: Lanes) -> Lanes {
    lanes8_sqrt(x * x + y * y)
  }
  @inline(__always)
  package static func overRoot(_ m: Lanes, _ v: Lanes, plus e: Double) -> Lanes {
    lanes8_over_root(m, v, e)
  }
  @inline(__always) package static func sign(_ x: Lanes) -> Lanes {
    let upper = Lanes.zero.replacing(with: 1, where: x .> 0)
    let both = upper.replacing(with: -1, where: x .< 0)
    return both.replacing(with: x, where: x .!= x)
  }
  @inline(__always) package static func greater(_ a: Lanes, _ b: Lanes) -> Lanes {
    b.replacing(with: a, where: a .> b)
  }
  @inline(__always) package static func lesser(_ a: Lanes, _ b: Lanes) -> Lanes {
    b.replacing(with: a, where: a .< b)
  }
  @inline(__always)
  package static func whereZero(_ x: Lanes, _ a: Lanes, else b: Lanes) -> Lanes {
    b.replacing(with: a, where: x .== 0)
  }
  @inline(__always)
  package static func whereNegative(_ x: Lanes, _ a: Lanes, else b: Lanes) -> Lanes {
    b.replacing(with: a, where: x .< 0)
  }

  @inline(__always)
  private func eachLane(_ function: (Double) -> Double) -> Lanes {
    Lanes(
      function(self[0]), function(self[1]), function(self[2]), function(self[3]),
      function(self[4]), function(self[5]), function(self[6]), function(self[7]))
  }
}
