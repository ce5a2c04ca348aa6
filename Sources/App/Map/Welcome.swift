import Descent
import Drawing
import Files
import Texts

/// What is told above the footer until the user does something: what the signs of the maps mean,
/// and, of a race that waits at step 0, what to begin with.
enum Welcome {
  /// - Returns: the row that the next line above the footer stands over.
  static func draw(_ model: Model, _ layout: Layout, on frame: inout Frame) -> Int {
    let bottom = layout.tour?.y ?? layout.footer.y
    guard model.explainsSigns, model.sheet == nil, model.tour == nil, model.lecture == nil else {
      return bottom
    }
    let (theme, width) = (model.theme, layout.footer.width - 2)
    var rows = rows(of: parts(of: model, layout, isShort: false), width: width)
    if rows.count > 1 {
      rows = Self.rows(of: parts(of: model, layout, isShort: true), width: width)
    }
    // A race that plays is not covered for it.
    guard rows.count <= (isWaiting(model) ? mostRows : 1), rows.allSatisfy({ $0.width <= width })
    else { return bottom }
    let top = bottom - rows.count
    for (row, line) in rows.enumerated() {
      // Where there is no row of air, over the last ones of the map, and no wider than the words.
      frame.fill(
        Rect(x: layout.footer.x, y: top + row, width: line.width + 2, height: 1),
        with: Cell(" ", ink: theme.dim, paper: theme.paper))
      frame.write(line, x: layout.footer.x + 1, y: top + row, width: width)
    }
    return top
  }

  private static let mostRows = 3

  private static func isWaiting(_ model: Model) -> Bool {
    !model.isPlaying && model.timeline.tick == 0 && model.view != .tree
      && model.blindDrive == nil
  }

  /// What is told, each part in one row.
  private static func parts(
    of model: Model, _ layout: Layout, isShort: Bool
  ) -> [StyledLine] {
    let (theme, strings, keymap) = (model.theme, model.strings, model.keymap)
    var signs = MapWords.signs(on: layout, of: model)
    var parts: [StyledLine] = []
    if isWaiting(model) {
      let play = strings(.welcome, ["play": keymap.label(of: "play")])
      parts.append(StyledLine(play, theme.ink, .bold))
      signs.removeAll { $0.word == .plainStart }
    }
    for (sign, word) in signs {
      var part = StyledLine(sign, theme.landmark, .bold)
      part.add(" \(strings[word])", theme.dim)
      parts.append(part)
    }
    if isWaiting(model) {
      var offer = StyledLine(keymap.label(of: "tour"), theme.ink, .bold)
      offer.add(" \(isShort ? strings.footer("tour") : strings[.tourOffer])", theme.ink)
      parts.append(offer)
    }
    return parts
  }

  private static func rows(of parts: [StyledLine], width: Int) -> [StyledLine] {
    var rows: [StyledLine] = []
    for part in parts {
      if let last = rows.indices.last, rows[last].width + 3 + part.width <= width {
        rows[last].pad(to: rows[last].width + 3, part.runs[0].ink)
        rows[last].add(part)
      } else {
        rows.append(part)
      }
    }
    return rows
  }
}
