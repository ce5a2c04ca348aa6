/// Directions as a compass has them: degrees clockwise from north, which is +y.
extension Point where L == Double {
  /// The direction without its length: the greater component is ±1. `nil` for no direction.
  private var direction: Point? {
    let greater = max(abs(x), abs(y))
    guard greater > 0, isFinite else { return nil }
    return Point(x / greater, y / greater)
  }

  /// The direction as a vector of length 1; `nil` for no direction.
  package var unitVector: Point? { direction.map { $0 / $0.length } }

  /// The length, also where its square would overflow or vanish.
  package var safeLength: Double {
    guard let direction else { return isFinite ? 0 : .infinity }
    return max(abs(x), abs(y)) * direction.length
  }

  /// Where it points, 0 ≤ bearing < 360; `nil` for no direction.
  package var bearing: Double? {
    guard let direction else { return nil }
    let degrees = Double.atan2(direction.x, direction.y) * 360 / .pi2
    return degrees < 0 ? max(0, min(degrees + 360, 360.0.nextDown)) : degrees
  }

  /// How far to turn from this direction to another, −180 < degrees ≤ 180, to the right where
  /// positive; `nil` if either is no direction.
  package func turn(to other: Point) -> Double? {
    guard let a = direction, let b = other.direction else { return nil }
    let degrees = Double.atan2(a.y * b.x - a.x * b.y, a.x * b.x + a.y * b.y) * 360 / .pi2
    return degrees == -180 ? 180 : degrees
  }

  /// Whether the angle between the two directions is more than 90°.
  package func turnsBack(to other: Point) -> Bool {
    guard let a = direction, let b = other.direction else { return false }
    return a.x * b.x + a.y * b.y < 0
  }
}
