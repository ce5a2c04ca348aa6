import Descent
import Drawing
package import Files
package import Texts

/// What the signs and colours of a map mean, in words.
package enum MapWords {
  /// Fills the blanks of texts that tell how a theme shows low ground: `{low}` is "dark" or
  /// "light".
  package static func blanks(_ strings: Strings, _ theme: Theme) -> [String: String] {
    ["low": strings[theme.isDark ? .mapLowDark : .mapLowLight]]
  }

  /// `★ lowest minimum`, `✕ saddle`, `○ start`: the signs that are on the maps, each with its word.
  static func signs(on layout: Layout, of model: Model) -> [(sign: String, word: Text)] {
    guard model.shownView.isPlane, let map = layout.maps.first else { return [] }
    let viewport = map.viewport(of: model)
    func isShown(_ kind: CriticalPoint.Kind) -> Bool {
      model.surface.about.criticalPoints.contains {
        $0.kind == kind && viewport.contains(x: $0.position.x, y: $0.position.y)
      }
    }
    var words: [(sign: String, word: Text)] = []
    if isShown(.globalMinimum) { words.append(("★", .plainLowest)) }
    if isShown(.localMinimum) { words.append(("☆", .plainLocal)) }
    if isShown(.saddle), !model.isPresentation { words.append(("✕", .plainSaddle)) }
    return words + [("○", .plainStart)]
  }
}
