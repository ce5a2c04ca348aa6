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

  /// Where this point lies as seen from another.
  package func offset(from other: Point) -> Point { self - other }
}
