import Drawing
import Files
import Room
import Texts

/// What came of a round: the best ten with their points.
enum ResultPage {
  static func draw(_ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame) {
    guard case .result(let result) = wall.room.phase else { return }
    let (theme, strings) = (model.theme, model.strings)
    frame.write(
      strings[result.isFog ? .wallFogResult : .resultTitle], x: rect.x, y: rect.y,
      ink: theme.accent, style: .bold, maxWidth: rect.width)
    let rows = rect.inset(top: min(rect.height, 2))
    let pitch = rows.height >= 2 * RacePage.best + 2 ? 2 : 1
    for (place, row) in result.rows.prefix(RacePage.best).enumerated()
    where place * pitch < rows.height {
      draw(row, result, wall, model, in: rows.inset(top: place * pitch), on: &frame)
    }
    let more = result.rows.count - RacePage.best
    let y = rows.y + RacePage.best * pitch
    if more > 0, y < rows.maxY {
      frame.write(
        strings(.wallMore, ["count": "\(more)"]), x: rect.x, y: y, ink: theme.dim,
        maxWidth: rect.width)
    }
  }

  private static func draw(
    _ row: RoundResult.Row, _ result: RoundResult, _ wall: ClassWall, _ model: Model,
    in rect: Rect, on frame: inout Frame
  ) {
    let theme = model.theme
    let points = row.points > 0 ? "+\(row.points)" : "–"
    let car = result.isFog ? nil : wall.race?.seats.firstIndex(of: row.standing.seat)
    let value =
      if let car, let race = wall.race {
        RacePage.value(of: car, race, model)
      } else {
        row.standing.crash == nil ? NumberText.brief(row.standing.loss) : "✗"
      }
    let x = rect.maxX - 5 - value.cellWidth
    frame.write("\(row.standing.place)".padded(to: 2, .right), x: rect.x, y: rect.y, ink: theme.dim)
    if let choice = row.choice {
      let wear = Livery.wear(of: choice.rule, theme)
      frame.write("\(wear.glyph)", x: rect.x + 3, y: rect.y, ink: wear.color, style: .bold)
    }
    frame.write(
      wall.name(of: row.standing.seat), x: rect.x + 5, y: rect.y, ink: theme.ink, style: .bold,
      maxWidth: max(0, x - rect.x - 6))
    frame.write(value, x: x, y: rect.y, ink: theme.dim)
    frame.write(
      points.padded(to: 4, .right), x: rect.maxX - 4, y: rect.y,
      ink: row.points > 0 ? theme.accent : theme.dim, style: .bold)
  }
}
