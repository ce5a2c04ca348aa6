/// A number that knows why it is none: worked out along a formula, it tells a place where the
/// formula is not defined from one where its numbers only grow too large.
struct Traced: Field {
  let value: Double
  /// `nil` for a finite number.
  let cause: Cause?

  enum Cause: Hashable, Sendable {
    /// An operation has no result for finite numbers: √−1, ln 0, 1/0.
    case undefined
    /// A result for finite numbers is greater than all of them.
    case overflowed
  }

  init(_ value: Double) { self.init(value, of: [], isPole: false) }

  /// - Parameters:
  ///   - parts: what it has been worked out from.
  ///   - isPole: an infinite result for finite parts is none.
  private init(_ value: Double, of parts: [Traced], isPole: Bool) {
    self.value = value
    let causes = parts.compactMap(\.cause)
    if value.isFinite {
      cause = nil
    } else if causes.isEmpty {
      cause = value.isNaN || isPole ? .undefined : .overflowed
    } else {
      cause = causes.contains(.undefined) ? .undefined : .overflowed
    }
  }

  private func mapped(_ value: Double, isPole: Bool = false) -> Traced {
    Traced(value, of: [self], isPole: isPole)
  }

  static prefix func - (a: Traced) -> Traced { a.mapped(-a.value) }
  static func + (a: Traced, b: Traced) -> Traced {
    Traced(a.value + b.value, of: [a, b], isPole: false)
  }
  static func - (a: Traced, b: Traced) -> Traced {
    Traced(a.value - b.value, of: [a, b], isPole: false)
  }
  static func * (a: Traced, b: Traced) -> Traced {
    Traced(a.value * b.value, of: [a, b], isPole: false)
  }
  static func / (a: Traced, b: Traced) -> Traced {
    Traced(a.value / b.value, of: [a, b], isPole: b.value == 0)
  }
  static func + (a: Traced, b: Double) -> Traced { a.mapped(a.value + b) }
  static func + (a: Double, b: Traced) -> Traced { b.mapped(a + b.value) }
  static func - (a: Traced, b: Double) -> Traced { a.mapped(a.value - b) }
  static func - (a: Double, b: Traced) -> Traced { b.mapped(a - b.value) }
  static func * (a: Double, b: Traced) -> Traced { b.mapped(a * b.value) }
  static func / (a: Traced, b: Double) -> Traced { a.mapped(a.value / b, isPole: b == 0) }

  static func sqrt(_ a: Traced) -> Traced { a.mapped(.sqrt(a.value)) }
  static func exp(_ a: Traced) -> Traced { a.mapped(.exp(a.value)) }
  static func sin(_ a: Traced) -> Traced { a.mapped(.sin(a.value)) }
  static func cos(_ a: Traced) -> Traced { a.mapped(.cos(a.value)) }
  static func abs(_ a: Traced) -> Traced { a.mapped(.abs(a.value)) }
  static func norm(_ a: Traced, _ b: Traced) -> Traced {
    Traced(.norm(a.value, b.value), of: [a, b], isPole: false)
  }

  static func apply(_ function: Function, to a: Traced) -> Traced {
    a.mapped(function.value(a.value), isPole: a.value == 0)
  }
  static func apply(_ function: BinaryFunction, _ a: Traced, _ b: Traced) -> Traced {
    Traced(function.value(a.value, b.value), of: [a, b], isPole: a.value == 0)
  }

  static func constant(_ number: Double, like other: Traced) -> Traced { Traced(number) }

  static func height(on spline: BicubicSpline, _ x: Traced, _ y: Traced) -> Traced {
    Traced(.height(on: spline, x.value, y.value), of: [x, y], isPole: true)
  }
}

extension Surface {
  /// Why f is no finite number at a point; `nil` where it is one.
  func cause(at point: Point<Double>) -> Traced.Cause? {
    formula(Traced(point.x), Traced(point.y)).cause
  }
}
