import Descent
import Drawing
import Files
import Texts

/// The cars by loss, the lowest first; in wide rooms with the slope and the last move.
enum StandingsPanel {
  /// Cells of the panel for a column of numbers.
  private struct Column {
    var x: Int
    /// Cells before the point, and from the point on.
    var whole: Int
    var fraction: Int

    func text(_ number: Double) -> String {
      NumberText.aligned(number, whole: whole, fraction: fraction)
    }
  }

  /// Where the numbers stand, from the left of the panel.
  private struct Columns {
    var loss: Column
    var slope: Column?
    var move: Column?

    /// In wide rooms a blank stands between any two numbers as long as slopes are below 100 and
    /// moves below 10.
    init(width: Int) {
      if width >= 38 {
        loss = Column(x: 13, whole: 3, fraction: 7)
        slope = Column(x: 23, whole: 3, fraction: 5)
        move = Column(x: 31, whole: 2, fraction: 5)
      } else if width >= 26 {
        loss = Column(x: width - 10, whole: 3, fraction: 7)
      } else {
        loss = Column(x: width - 8, whole: 2, fraction: 6)
      }
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
      maxWidth: columns.loss.x - 1)
    func head(_ text: String, of column: Column?) {
      guard let column else { return }
      // Above the digit before the point.
      frame.write(text, x: rect.x + column.x + column.whole - 1, y: rect.y, ink: dim)
    }
    head(strings[.standingsLoss], of: columns.loss)
    head("‖∇‖", of: columns.slope)
    head("|Δ|", of: columns.move)
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
      model.race.name(ofCar: car, among: model.shown, cutTo: columns.loss.x - 5), x: rect.x + 4,
      y: y,
      ink: color,
      style: car == model.focus ? [.bold, .underline] : .bold, maxWidth: columns.loss.x - 5)
    if let crash = driver.crash {
      frame.write(
        model.strings(.standingsCrashed, ["step": "\(crash.step)"]), x: rect.x + columns.loss.x + 1,
        y: y, ink: theme.warning, maxWidth: rect.width - columns.loss.x - 1)
      return
    }
    frame.write(
      columns.loss.text(standing.loss), x: rect.x + columns.loss.x, y: y, ink: theme.ink,
      style: car == model.leader ? .bold : [])
    func number(_ value: Double, in column: Column?) {
      guard let column else { return }
      frame.write(column.text(value), x: rect.x + column.x, y: y, ink: theme.ink)
    }
    number(model.surface.gradient(at: driver.position).length, in: columns.slope)
    number(driver.lastMove.length, in: columns.move)
  }
}
