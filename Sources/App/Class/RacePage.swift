import Descent
import Drawing
import Files
import Room
import Texts

/// A round under way: the best ten, and how many drive.
enum RacePage {
  /// Rows of standings.
  static let best = 10

  static func draw(_ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let race = wall.race else { return }
    let (theme, strings) = (model.theme, model.strings)
    let crashed = model.race.drivers.count { $0.crash != nil }
    frame.write(
      strings(
        .wallStep, ["step": "\(model.race.tick)", "last": "\(ClassRace.mostSteps)"]),
      x: rect.x, y: rect.y, ink: theme.ink, style: .bold, maxWidth: rect.width)
    frame.write(
      strings(
        .wallCars, ["count": "\(model.race.cars.count)", "crashed": "\(crashed)"]),
      x: rect.x, y: rect.y + 1, ink: theme.dim, maxWidth: rect.width)
    let rows = rect.inset(top: min(rect.height, 3))
    // Twice as far apart where there is room: it is read from the last row.
    let pitch = rows.height >= 2 * best ? 2 : 1
    for (row, (car, place)) in race.ranking(of: model.race).prefix(best).enumerated()
    where row * pitch < rows.height {
      draw(car, place, race, wall, model, in: rows.inset(top: row * pitch), on: &frame)
    }
  }

  /// What a car has come to: the step of its arrival or its crash, else its loss.
  static func value(of car: Int, _ race: ClassRace, _ model: Model) -> String {
    let driver = model.race.drivers[car]
    if let crash = driver.crash {
      return model.strings(.standingsCrashed, ["step": "\(crash.step)"])
    }
    if let step = race.arrival(of: car) {
      return model.strings(.wallArrived, ["step": "\(step)"])
    }
    return NumberText.brief(driver.loss)
  }

  private static func draw(
    _ car: Int, _ place: Int, _ race: ClassRace, _ wall: ClassWall, _ model: Model, in rect: Rect,
    on frame: inout Frame
  ) {
    let (theme, driver, wear) = (model.theme, model.race.drivers[car], model.livery[car])
    let value = value(of: car, race, model)
    let ink = driver.crash == nil ? theme.ink : theme.warning
    let x = rect.maxX - value.cellWidth
    frame.write("\(place)".padded(to: 2, .right), x: rect.x, y: rect.y, ink: theme.dim)
    frame.write(
      driver.crash == nil ? "\(wear.glyph)" : "✗", x: rect.x + 3, y: rect.y, ink: wear.color,
      style: .bold)
    frame.write(
      wall.name(of: race.seats[car]), x: rect.x + 5, y: rect.y, ink: theme.ink, style: .bold,
      maxWidth: max(0, x - rect.x - 6))
    frame.write(value, x: x, y: rect.y, ink: ink)
  }
}
