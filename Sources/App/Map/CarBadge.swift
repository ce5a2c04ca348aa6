import Descent
import Drawing
import Files
import Texts

/// The letter of a car's rule on its colour: what can be read from the last row of a room.
enum CarBadge {
  static let width = 3

  static func draw(
    _ car: Int, letter: String? = nil, x: Int, y: Int, _ model: Model, on frame: inout Frame
  ) {
    let wear = model.livery[car]
    frame.write(
      text(letter ?? wear.letter), x: x, y: y, ink: model.theme.accentInk, paper: wear.color,
      style: .bold)
  }

  /// A letter, or two, or with a number, in the width of a badge.
  static func text(_ letter: String) -> String {
    letter.cellWidth < width ? " \(letter)".padded(to: width) : letter
  }

  /// Where the letters and names of the cars stand, row after row.
  private static func legend(
    of cars: [Int], width: Int, _ model: Model
  ) -> [(car: Int, x: Int, row: Int)] {
    var (x, row) = (0, 0)
    return cars.map { car in
      let cells = Self.width + 1 + model.race.cars[car].title.cellWidth
      if x > 0, x + cells > width { (x, row) = (0, row + 1) }
      defer { x += cells + 2 }
      return (car, x, row)
    }
  }

  static func legendRows(of cars: [Int], width: Int, _ model: Model) -> Int {
    (legend(of: cars, width: width, model).last?.row ?? -1) + 1
  }

  static func drawLegend(of cars: [Int], in rect: Rect, _ model: Model, on frame: inout Frame) {
    for (car, x, row) in legend(of: cars, width: rect.width, model) where row < rect.height {
      let (x, y) = (rect.x + x, rect.y + row)
      draw(car, x: x, y: y, model, on: &frame)
      frame.write(
        model.race.cars[car].title, x: x + width + 1, y: y, ink: model.livery[car].color,
        style: .bold, maxWidth: rect.maxX - x - width - 1)
    }
  }

  /// The standings of presentations: place, the car's number and letter, name and loss; once the
  /// race has ended, in the order of the result, with what each has come to in the row under it.
  static func drawStandings(
    _ model: Model, _ layout: Layout, in rect: Rect, on frame: inout Frame
  ) {
    let (theme, pitch, finishes) = (model.theme, layout.standingPitch, layout.finishesInStandings)
    if finishes != nil {
      frame.write(
        model.strings[.resultTitle], x: rect.x, y: rect.y, ink: theme.dim, style: .bold,
        maxWidth: rect.width)
    }
    for (place, finish) in (finishes ?? []).enumerated() where 2 + place * pitch < rect.height {
      let blanks = [
        "manner": model.strings.manner(of: finish), "steps": "\(finish.step)",
        "asked": "\(finish.asked)",
      ]
      let facts = model.strings(.resultFacts, blanks)
      let fits = facts.cellWidth <= rect.width - 3 - width
      frame.write(
        fits ? facts : model.strings(.resultFactsShort, blanks), x: rect.x + 3 + width,
        y: rect.y + 2 + place * pitch, ink: theme.dim,
        maxWidth: rect.width - 3 - width)
    }
    let cars = finishes?.map(\.car) ?? model.standings
    for (place, car) in cars.enumerated() where 1 + place * pitch < rect.height {
      let (y, driver) = (rect.y + 1 + place * pitch, model.race.drivers[car])
      frame.write("\(place + 1)", x: rect.x, y: y, ink: theme.ink, style: .bold)
      let letter = model.livery[car].letter
      draw(
        car, letter: "\(car + 1)" + letter.padded(to: width - 1, .right), x: rect.x + 2, y: y,
        model, on: &frame)
      var result =
        driver.crash.map { model.strings(.titleCrashed, ["step": "\($0.step)"]) }
        ?? NumberText.aligned(driver.loss, whole: rect.width < 25 ? 2 : 3)
      if pitch > BlockDigits.height, finishes == nil, driver.crash == nil {
        drawLarge(NumberText.plain(driver.loss), under: y, in: rect, theme.ink, on: &frame)
        result = ""
      }
      let (left, right) = (rect.x + 3 + width, rect.maxX - result.cellWidth)
      frame.write(
        model.race.cars[car].title(cutTo: right - left - 1), x: left, y: y,
        ink: model.livery[car].color,
        style: car == model.focus ? [.bold, .underline] : .bold, maxWidth: right - left - 1)
      frame.write(
        result, x: right, y: y, ink: driver.crash == nil ? theme.ink : theme.warning, style: .bold)
    }
  }

  /// A number in large digits at the right, in the rows under one.
  private static func drawLarge(
    _ number: String, under y: Int, in rect: Rect, _ ink: Color, on frame: inout Frame
  ) {
    guard let width = BlockDigits.width(of: number), width <= rect.width else {
      frame.write(number, x: rect.maxX - number.cellWidth, y: y + 1, ink: ink, style: .bold)
      return
    }
    BlockDigits.draw(number, x: rect.maxX - width, y: y + 1, ink: ink, on: &frame)
  }

  /// Under the standings: the loss chart, and the step in large digits, as far as there is room.
  static func drawBelowStandings(
    _ model: Model, in rect: Rect, scenery: Scenery, on frame: inout Frame
  ) {
    let step = "\(model.race.tick)"
    guard rect.height > BlockDigits.height, let width = BlockDigits.width(of: step) else { return }
    let y = rect.maxY - BlockDigits.height
    frame.write(
      model.strings[.presentationStep], x: rect.x, y: y + 1, ink: model.theme.dim, style: .bold)
    BlockDigits.draw(step, x: rect.maxX - width, y: y, ink: model.theme.ink, on: &frame)
    let chart = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: y - rect.y - 2)
    if chart.height >= 8 {
      LossChartPanel.draw(model, in: chart, scenery: scenery, on: &frame)
    }
  }
}

extension StyledLine {
  /// `● Adam`, in the colour of the car.
  static func name(ofCar car: Int, _ model: Model) -> StyledLine {
    let wear = model.livery[car]
    return StyledLine("\(wear.glyph) \(model.race.cars[car].title)", wear.color, .bold)
  }

  /// ` 3  ● Adam`: the number on the colour of the car, and its name.
  static func badge(ofCar car: Int, _ model: Model) -> StyledLine {
    let (theme, color) = (model.theme, model.livery[car].color)
    var line = StyledLine(" \(car + 1) ", theme.accentInk, .bold, paper: color)
    line.add(" ", color, .bold)
    line.add(.name(ofCar: car, model))
    return line
  }
}
