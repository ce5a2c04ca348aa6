/// What a formula is written over: `Double`, `Lanes` and jets of either.
///
/// A formula sees only this protocol, so the same line of mathematics yields one height, eight
/// heights, or a height with its exact gradient and Hessian. The mixed operators with `Double`
/// keep constants cheap: a jet need not carry the zero derivatives of a number.
package protocol Field: Sendable {
  static prefix func - (a: Self) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self

  static func + (a: Self, b: Double) -> Self
  static func + (a: Double, b: Self) -> Self
  static func - (a: Self, b: Double) -> Self
  static func - (a: Double, b: Self) -> Self
  static func * (a: Double, b: Self) -> Self
  static func / (a: Self, b: Double) -> Self

  /// The functions of `Elementary.swift`, which formulas call as `exp(x)`.
  static func sqrt(_ x: Self) -> Self
  static func exp(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func abs(_ x: Self) -> Self
  /// √(x² + y²). At the origin, where it has no slope, its slope is taken to be 0.
  static func norm(_ x: Self, _ y: Self) -> Self

  /// What typed-in formulas call.
  static func apply(_ function: Function, to x: Self) -> Self
  static func apply(_ function: BinaryFunction, _ a: Self, _ b: Self) -> Self
  /// A number that is the same everywhere, in as many lanes as another.
  static func constant(_ number: Double, like other: Self) -> Self

  /// The height of a spline at (x, y); NaN beyond its extent.
  static func height(on spline: BicubicSpline, _ x: Self, _ y: Self) -> Self
}

/// One number, or several in step: a `Field` of plain numbers with a fixed number of lanes.
///
/// IEEE 754 operations only, each rounded once and never contracted, so that eight lanes equal
/// eight single particles bit for bit.
package protocol Lane: Field {
  static var laneCount: Int { get }

  /// The same number in every lane.
  init(repeating value: Double)

  /// A number for each lane.
  init(lanes number: (_ lane: Int) -> Double)

  func lane(_ index: Int) -> Double

  /// A function of each lane.
  static func each(_ x: Self, _ function: (Double) -> Double) -> Self
  static func each(_ a: Self, _ b: Self, _ function: (Double, Double) -> Double) -> Self

  /// −1, 0 or 1; NaN for NaN.
  static func sign(_ x: Self) -> Self
  /// The greater of two numbers; `b` where either is NaN.
  static func greater(_ a: Self, _ b: Self) -> Self
  /// The lesser of two numbers; `b` where either is NaN.
  static func lesser(_ a: Self, _ b: Self) -> Self
  /// `a` where x is 0, elsewhere `b`.
  static func whereZero(_ x: Self, _ a: Self, else b: Self) -> Self
  /// `a` where x is below 0, elsewhere `b`.
  static func whereNegative(_ x: Self, _ a: Self, else b: Self) -> Self

  /// `then` where a < b, elsewhere `other`, also where either is NaN.
  static func whereLess(_ a: Self, _ b: Self, _ then: Self, else other: Self) -> Self
  /// Whether a number in some lane is greater than the limit.
  static func isAny(_ x: Self, above limit: Double) -> Bool
  /// `a` where that bit of the number's significand is 1, elsewhere `b`.
  static func whereBit(_ bit: UInt64, of x: Self, _ a: Self, else b: Self) -> Self
  /// The sign of `a` turned where that bit is 1.
  static func negated(_ a: Self, whereBit bit: UInt64, of x: Self) -> Self
  /// 2ⁿ for whole −1022 ≤ n ≤ 1023.
  static func powerOfTwo(_ n: Self) -> Self
  /// x = 2ᵏ m with √½ ≤ m < √2, for normal x > 0: k and m.
  static func exponentAndSignificand(_ x: Self) -> (Self, Self)

  static func log(_ x: Self) -> Self
  /// Both at little more than the cost of one.
  static func sineAndCosine(_ x: Self) -> (sine: Self, cosine: Self)

  static func jet(on spline: BicubicSpline, at point: Point<Self>) -> Jet<Self>

  /// The surface's door for this number of lanes.
  static func gradient(of surface: any Surface, at point: Point<Self>) -> Point<Self>
  static func gradient(
    of surface: any Surface, at point: Point<Self>, over batch: Batch
  ) -> Point<Self>
  static func value(of surface: any Surface, at point: Point<Self>) -> Self
  static func slopes(
    of surface: any Surface, at places: Span<Point<Self>>,
    into slopes: inout MutableSpan<Point<Self>>)

  /// The rule's.
  static func lead(
    _ convoy: inout Convoy<Self>, by rule: any Optimizer,
    seenBy visit: (Convoy<Self>) -> Void)
}

extension Lane {
  @inline(__always)
  package static func apply(_ function: Function, to x: Self) -> Self {
    switch function {
    // Eight at a time.
    case .sqrt: sqrt(x)
    case .abs: abs(x)
    case .exp: exp(x)
    case .log: log(x)
    case .sin: sin(x)
    case .cos: cos(x)
    default: each(x) { function.value($0) }
    }
  }

  package static func apply(_ function: BinaryFunction, _ a: Self, _ b: Self) -> Self {
    each(a, b) { function.value($0, $1) }
  }

  @inline(__always)
  package static func constant(_ number: Double, like other: Self) -> Self {
    Self(repeating: number)
  }
}

/// Eight numbers in step. Wider vectors are slower: the compiler gives up unrolling them.
package typealias Lanes = SIMD8<Double>

extension Double: Field {}

extension Double: Lane {
  @inline(__always)
  package init(repeating value: Double) { self = value }

  package static var laneCount: Int { 1 }

  @inline(__always)
  package init(lanes number: (_ lane: Int) -> Double) { self = number(0) }

  @inline(__always)
  package func lane(_ index: Int) -> Double { self }

  @inline(__always)
  package static func gradient(of surface: any Surface, at point: Point<Double>) -> Point<Double> {
    surface.gradient(at: point)
  }

  @inline(__always)
  package static func gradient(
    of surface: any Surface, at point: Point<Double>, over batch: Batch
  ) -> Point<Double> {
    surface.gradient(at: point, over: batch)
  }

  package static func value(of surface: any Surface, at point: Point<Double>) -> Double {
    surface.value(at: point)
  }

  @inline(__always)
  package static func slopes(
    of surface: any Surface, at places: Span<Point<Double>>,
    into slopes: inout MutableSpan<Point<Double>>
  ) {
    surface.slopes(at: places, into: &slopes)
  }

  package static func lead(
    _ convoy: inout Convoy<Double>, by rule: any Optimizer,
    seenBy visit: (Convoy<Double>) -> Void
  ) {
    rule.lead(&convoy, seenBy: visit)
  }
}

extension Lanes: Field {}

extension Lanes: Lane {
  package static var laneCount: Int { 8 }

  @inline(__always)
  package init(lanes number: (_ lane: Int) -> Double) {
    self.init()
    for lane in 0..<8 { self[lane] = number(lane) }
  }

  @inline(__always)
  package func lane(_ index: Int) -> Double { self[index] }

  @inline(__always)
  package static func gradient(of surface: any Surface, at point: Point<Lanes>) -> Point<Lanes> {
    surface.gradient(at: point)
  }

  @inline(__always)
  package static func gradient(
    of surface: any Surface, at point: Point<Lanes>, over batch: Batch
  ) -> Point<Lanes> {
    surface.gradient(at: point, over: batch)
  }

  package static func value(of surface: any Surface, at point: Point<Lanes>) -> Lanes {
    surface.value(at: point)
  }

  @inline(__always)
  package static func slopes(
    of surface: any Surface, at places: Span<Point<Lanes>>,
    into slopes: inout MutableSpan<Point<Lanes>>
  ) {
    surface.slopes(at: places, into: &slopes)
  }

  package static func lead(
    _ convoy: inout Convoy<Lanes>, by rule: any Optimizer,
    seenBy visit: (Convoy<Lanes>) -> Void
  ) {
    rule.lead(&convoy, seenBy: visit)
  }
}
