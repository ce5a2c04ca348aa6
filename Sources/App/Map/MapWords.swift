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

  /// `★ lowest minimum  ✕ saddle  ○ start`: the signs that are on the maps.
  static func signs(on layout: Layout, of model: Model) -> StyledLine? {
    guard model.explainsSigns, model.lecture == nil, model.shownView.isPlane,
      let map = layout.maps.first
    else { return nil }
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
    words.append(("○", .plainStart))
    var line = StyledLine()
    for (place, (sign, word)) in words.enumerated() {
      if place > 0 { line.add("   ", model.theme.dim) }
      line.add(sign, model.theme.landmark, .bold)
      line.add(" \(model.strings[word])", model.theme.dim)
    }
    return line
  }

  /// One line above the footer, until a key is pressed.
  static func drawSigns(_ model: Model, _ layout: Layout, on frame: inout Frame) {
    guard model.sheet == nil, let line = signs(on: layout, of: model) else { return }
    let row = Rect(
      x: layout.footer.x, y: layout.footer.y - 1, width: layout.footer.width, height: 1)
    let width = line.width + 2
    guard width <= row.width else { return }
    // Where there is no row of air, over the last one of the map, and no wider than the words.
    frame.fill(
      Rect(x: row.x, y: row.y, width: width, height: 1),
      with: Cell(" ", ink: model.theme.dim, paper: model.theme.paper))
    frame.write(line, x: row.x + 1, y: row.y, width: width - 1)
  }
}
