package struct Camera: Hashable, Sendable {
  package var azimuth = 30.0
  package var elevation = 40.0
  package init() {}
  package mutating func turn(azimuth: Double, elevation: Double) {
    self.azimuth = (self.azimuth + azimuth).truncatingRemainder(dividingBy: 360)
    self.elevation = min(80, max(10, self.elevation + elevation))
  }
}
