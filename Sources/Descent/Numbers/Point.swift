/// A position or a vector in the plane of two parameters, for one particle or for eight.
package struct Point<L: Lane>: Sendable {
  package var x: L
  package var y: L

  @inline(__always)
  package init(_ x: L, _ y: L) {
    self.x = x
    self.y = y
  }

  /// The origin.
  @inline(__always)
  static var zero: Point { Point(repeating: 0) }

  @inline(__always)
  init(repeating value: Double) { self.init(L(repeating: value), L(repeating: value)) }

  @inline(__always)
  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  @inline(__always)
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  @inline(__always)
  static prefix func - (a: Point) -> Point { Point(-a.x, -a.y) }
  @inline(__always)
  static func * (a: Double, b: Point) -> Point { Point(a * b.x, a * b.y) }

  // Per axis, as Adagrad and its heirs work.

  @inline(__always)
  static func * (a: Point, b: Point) -> Point { Point(a.x * b.x, a.y * b.y) }
  @inline(__always)
  static func / (a: Point, b: Point) -> Point { Point(a.x / b.x, a.y / b.y) }
  @inline(__always)
  static func / (a: Point, b: Double) -> Point { Point(a.x / b, a.y / b) }
  @inline(__always)
  static func / (a: Double, b: Point) -> Point { Point(repeating: a) / b }
  @inline(__always)
  static func + (a: Point, b: Double) -> Point { Point(a.x + b, a.y + b) }
}

/// The root of each component.
@inline(__always)
func sqrt<L: Lane>(_ a: Point<L>) -> Point<L> { Point(sqrt(a.x), sqrt(a.y)) }

// Component by component, for rules that work axis by axis.

@inline(__always)
func abs<L: Lane>(_ a: Point<L>) -> Point<L> { Point(L.abs(a.x), L.abs(a.y)) }

@inline(__always)
func sign<L: Lane>(_ a: Point<L>) -> Point<L> { Point(L.sign(a.x), L.sign(a.y)) }

@inline(__always)
func greater<L: Lane>(_ a: Point<L>, _ b: Point<L>) -> Point<L> {
  Point(L.greater(a.x, b.x), L.greater(a.y, b.y))
}

/// Each component, kept from `least` to `greatest`.
@inline(__always)
func within<L: Lane>(_ a: Point<L>, _ least: Double, _ greatest: Double) -> Point<L> {
  let (low, high) = (L(repeating: least), L(repeating: greatest))
  return Point(L.lesser(L.greater(a.x, low), high), L.lesser(L.greater(a.y, low), high))
}

/// `a` on the axes where x is below 0, elsewhere `b`.
@inline(__always)
func whereNegative<L: Lane>(_ x: Point<L>, _ a: Point<L>, else b: Point<L>) -> Point<L> {
  Point(L.whereNegative(x.x, a.x, else: b.x), L.whereNegative(x.y, a.y, else: b.y))
}

/// `a` on the axes where x is 0, elsewhere `b`.
@inline(__always)
func whereZero<L: Lane>(_ x: Point<L>, _ a: Point<L>, else b: Point<L>) -> Point<L> {
  Point(L.whereZero(x.x, a.x, else: b.x), L.whereZero(x.y, a.y, else: b.y))
}

/// The square of each component.
@inline(__always)
func squared<L: Lane>(_ a: Point<L>) -> Point<L> { a * a }

extension Point: Equatable where L: Equatable {}
extension Point: Hashable where L: Hashable {}

extension Point where L == Double {
  /// Both coordinates are numbers, neither infinite nor NaN.
  package var isFinite: Bool { x.isFinite && y.isFinite }

  /// √(x² + y²); overflows to infinity above about 1e154.
  package var length: Double { (x * x + y * y).squareRoot() }

  /// The scalar product.
  func dot(_ other: Point) -> Double { x * other.x + y * other.y }

  /// Where this point lies as seen from another.
  package func offset(from other: Point) -> Point { self - other }
}
