/// A place on a page or in a picture; x is to the right, y down. Its unit is said where it is used.
package struct Place: Hashable, Sendable {
  package var x, y: Double

  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

/// A line of a printed page that is drawn as one, where a screen has dots or pixels.
package struct PrintedLine: Hashable, Sendable {
  /// In cells, from the corner of the frame or of the picture that it belongs to.
  package var places: [Place]
  package var ink: Color
  /// In the units of `CellPixels`.
  package var width: Double
  /// What surrounds it, so that it is seen on any ground.
  package var halo: Halo?

  package struct Halo: Hashable, Sendable {
    package var color: Color
    /// From edge to edge, in the units of `CellPixels`.
    package var width: Double
    /// 0…1.
    package var strength: Double

    package init(_ color: Color, width: Double, strength: Double) {
      (self.color, self.width, self.strength) = (color, width, strength)
    }
  }

  package init(_ places: [Place], _ ink: Color, width: Double, halo: Halo? = nil) {
    (self.places, self.ink, self.width, self.halo) = (places, ink, width, halo)
  }
}
