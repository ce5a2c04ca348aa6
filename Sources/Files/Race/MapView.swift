/// The views of a race.
package enum MapView: String, Hashable, Sendable, CaseIterable {
  case sideBySide = "side-by-side"
  case overlay
  case focus
  /// A relief, seen from aside.
  case terrain
  /// Where each start ends.
  case basins
  /// What each pair of two settings does.
  case map = "settings"

  /// Shows the plane of the parameters from above, so that a cell of it is a place.
  package var isPlane: Bool { self != .terrain && self != .map }
}
