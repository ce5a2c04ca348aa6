import Descent
import Drawing
import Files
import Texts

/// The cars by loss, the lowest first; in wide rooms with the slope and the last move.
enum StandingsPanel {
  /// Where the numbers stand, from the left of the panel.
  private struct Columns {
    /// Whether there is a column for the sign; without it, a loss below zero has one digit less.
    var hasSignColumn: Bool
    var loss: Int
    var slope: Int?
    var move: Int?

    init(width: Int) {
      hasSignColumn = width >= 26
      loss = width >= 38 ? 13 : width - (hasSignColumn ? 9 : 8)
      slope = width >= 38 ? 23 : nil
      move = width >= 38 ? 31 : nil
    }
  }

  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let columns = Columns(width: rect.width)
    let known = model.timeline.standings(of: model.shown, by: model.yardstick)
    let standings = model.standings.compactMap { car in known.first { $0.car == car } }
    drawHeader(columns, standings, model, in: rect, on: &frame)
    for (place, standing) in standings.enumerated() where place + 1 < rect.height {
      drawRow(of: standing, place: place, columns, model, in: rect, on: &frame)
    }
  }

  private static func drawHeader(
    _ columns: Columns, _ standings: [Timeline.Standing], _ model: Model, in rect: Rect,
    on frame: inout Frame
  ) {
    let (dim, strings) = (model.theme.dim, model.strings)
    let cost = "\(Int(standings.map(\.cost).max() ?? 0))"
    let title =
      switch model.yardstick {
      case .steps: strings[.standings]
      case .gradients: strings(.standingsAtGradients, ["count": cost])
      case .data: strings(.standingsAtData, ["count": cost])
      }
    frame.write(
      title, x: rect.x, y: rect.y, ink: dim, style: .bold,
      maxWidth: columns.loss - 1)
    func head(_ text: String, at column: Int?, width: Int) {
      guard let column else { return }
      frame.write(text.padded(to: width, .right), x: rect.x + column, y: rect.y, ink: dim)
    }
    head(strings[.standingsLoss], at: columns.loss, width: columns.hasSignColumn ? 9 : 8)
    head("‖∇‖", at: columns.slope, width: 7)
    head("|Δ|", at: columns.move, width: 7)
  }

  private static func drawRow(
    of standing: Timeline.Standing, place: Int, _ columns: Columns, _ model: Model, in rect: Rect,
    on frame: inout Frame
  ) {
    let car = standing.car
    let (theme, driver) = (model.theme, model.race.drivers[car])
    let (y, color) = (rect.y + 1 + place, model.livery[car].color)
    frame.write("\(place + 1)", x: rect.x, y: y, ink: theme.ink)
    let mark = driver.crash == nil ? model.livery[car].glyph : "✗"
    frame.write("\(mark)", x: rect.x + 2, y: y, ink: color, style: .bold)
    frame.write(
      model.race.name(ofCar: car, among: model.shown, cutTo: columns.loss - 5), x: rect.x + 4, y: y,
      ink: color,
      style: car == model.focus ? [.bold, .underline] : .bold, maxWidth: columns.loss - 5)
    if let crash = driver.crash {
      frame.write(
        model.strings(.standingsCrashed, ["step": "\(crash.step)"]), x: rect.x + columns.loss + 1,
        y: y, ink: theme.warning, maxWidth: rect.width - columns.loss - 1)
      return
    }
    frame.write(
      columns.hasSignColumn
        ? NumberText.loss(standing.loss) : NumberText.scientific(standing.loss),
      x: rect.x + columns.loss, y: y, ink: theme.ink,
      style: car == model.leader ? .bold : [])
    func number(_ value: Double, at column: Int?) {
      guard let column else { return }
      frame.write(
        NumberText.scientific(value, digits: 2), x: rect.x + column, y: y, ink: theme.ink)
    }
    number(model.surface.gradient(at: driver.position).length, at: columns.slope)
    number(driver.lastMove.length, at: columns.move)
  }
}
