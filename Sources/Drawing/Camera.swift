/// Where a relief is seen from, infinitely far away.
package struct Camera: Hashable, Sendable {
  /// Degrees that the ground is turned by, counter-clockwise; 0 has x to the right.
  package private(set) var azimuth = 30.0
  /// Degrees above the ground.
  package private(set) var elevation = 45.0

  /// Flatter than this hills hide all, steeper than this they are none.
  package static let elevations = 15.0...75.0

  package init() {}

  /// Turns on by degrees; the elevation stays within `elevations`.
  package mutating func turn(azimuth: Double, elevation: Double) {
    let turned = (self.azimuth + azimuth).truncatingRemainder(dividingBy: 360)
    self.azimuth = turned < 0 ? turned + 360 : turned
    let range = Self.elevations
    self.elevation = min(max(range.lowerBound, self.elevation + elevation), range.upperBound)
  }
}
