import App
import Drawing
import Files
import Terminal
import Texts

// The themes, in their colours where there are colours.
extension ListReport {
  func themeTable() -> String {
    let rows = themes.themes.map { [$0.name, strings[$0.isDark ? .listDark : .listLight]] }
    guard colors != .mono else { return rendered([.listName, .listAppearance], rows) }
    let heads = [Text.listName, .listAppearance, .listColors].map { strings[$0] }
    // The swatches come after the table, which measures its cells.
    let table = Table(heads.map { .init($0) }, rows: rows.map { $0 + [""] }).lines()
    let width = table[0].cellWidth - heads[2].cellWidth
    let lines = zip(table.dropFirst(), themes.themes).map { line, theme in
      line.withoutTrailingSpaces.padded(to: width) + swatch(of: theme)
    }
    return ([table[0].withoutTrailingSpaces] + lines).map { $0 + "\n" }.joined()
  }

  /// The main rules as their glyphs on the theme's paper, and the ground from low to high.
  private func swatch(of theme: Theme) -> String {
    var swatch = ColoredText(colors)
    swatch.add(" ", paper: theme.paper)
    for (color, glyph) in zip(theme.cars, theme.glyphs).prefix(Theme.mainRules) {
      swatch.add("\(glyph) ", ink: color, paper: theme.paper)
    }
    swatch.add(" ")
    let ground = theme.ground(in: colors)
    for place in 0..<24 { swatch.add(" ", paper: ground.color(at: (Double(place) + 0.5) / 24)) }
    return swatch.text
  }
}

struct ThemeLine: Encodable {
  var name: String
  var appearance: String

  init(_ theme: Theme) {
    name = theme.name
    appearance = theme.isDark ? "dark" : "light"
  }
}
