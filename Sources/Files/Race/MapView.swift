/// The names of the views, as race and lesson files have them.
package enum MapView: String, Hashable, Sendable, CaseIterable {
  case sideBySide = "side-by-side"
  case overlay
  case focus
  /// A quantity of every car over what it cost.
  case chart
  /// A relief, seen from aside.
  case terrain
  /// Where each start ends.
  case basins
  /// What each pair of two settings does.
  case map = "settings"
  /// The data that the loss is about, with each car's model of them.
  case data
  /// The family of the rules.
  case tree
  /// A drive without the map.
  case fog
}
