/// What students are told before a drive without the map.
package struct FogOffer: Hashable, Sendable {
  /// How many steps everybody has.
  package let budget: Int
  /// How long a step may be, in plane units.
  package let lengths: ClosedRange<Double>
  package let start: Place

  /// - Precondition: there is a step, and lengths are above 0.
  package init(budget: Int, lengths: ClosedRange<Double>, start: Place) {
    precondition(budget > 0 && 0 < lengths.lowerBound, "no steps")
    precondition(lengths.lowerBound < lengths.upperBound, "no lengths")
    (self.budget, self.lengths, self.start) = (budget, lengths, start)
  }
}

/// A step of a drive without the map.
package struct Move: Hashable, Sendable {
  /// Where it leads, in degrees to the right of the map's upper edge, 0 ..< 360.
  package let heading: Int
  /// In plane units.
  package let length: Double

  package init(heading: Int, length: Double) { (self.heading, self.length) = (heading, length) }
}

/// What a driver without the map feels where she is.
package struct Feeling: Hashable, Sendable {
  /// No phone is told it before the fog lifts.
  package let place: Place
  package let height: Double
  /// The gradient.
  package let slope: Place

  package init(at place: Place, height: Double, slope: Place) {
    (self.place, self.height, self.slope) = (place, height, slope)
  }
}

/// One student's drive without the map.
package struct FogDrive: Hashable, Sendable {
  /// How many steps she has asked for.
  package internal(set) var used = 0
  /// The step that the wall has yet to make.
  package internal(set) var pending: Move?
  /// What she feels; `nil` until the wall has told what there is at the start.
  package internal(set) var feeling: Feeling?
  /// Why she cannot go on.
  package internal(set) var crash: Wording?
  /// Heights so far, the start's first.
  package internal(set) var heights: [Double] = []

  /// Whether the wall has something to answer.
  package var waits: Bool { crash == nil && (feeling == nil || pending != nil) }
}
