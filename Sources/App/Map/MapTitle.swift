package import Descent
import Drawing
import Files
import Texts

/// The row above a map: whose map it is, or the legend of all cars on it.
enum MapTitle {
  static func draw(_ map: Layout.Map, of model: Model, on frame: inout Frame) {
    guard !map.title.isEmpty else { return }
    if model.isPresentation {
      CarBadge.drawLegend(of: map.cars, in: map.title, model, on: &frame)
    } else if model.view == .sideBySide, let car = map.cars.first {
      drawTitle(of: car, in: map.title, model, on: &frame)
    } else {
      drawLegend(of: map.cars, in: map.title, model, on: &frame)
    }
  }

  /// The place of a car that is hidden: its name, dim, and the key that shows it again.
  static func drawHidden(_ map: Layout.Map, of model: Model, on frame: inout Frame) {
    let (theme, rect, car) = (model.theme, map.title, map.cars[0])
    let own = model.keymap.label(of: "car-\(car + 1)", or: "all-cars")
    let hint = model.strings(.titleHidden, ["key": own])
    let mark = "\(car + 1) \(model.livery[car].glyph) "
    let room = rect.width - mark.cellWidth - hint.cellWidth - 2
    var x = rect.x + frame.write(mark, x: rect.x, y: rect.y, ink: theme.dim, maxWidth: rect.width)
    // Its key is worth more than its name, which its number stands for.
    if room > 4 {
      let name = model.race.cars[car].title(cutTo: room)
      x += 2 + frame.write(name, x: x, y: rect.y, ink: theme.dim)
    }
    frame.write(hint, x: x, y: rect.y, ink: theme.dim, maxWidth: max(0, rect.maxX - x))
  }

  private static func drawTitle(
    of car: Int, in rect: Rect, _ model: Model, on frame: inout Frame
  ) {
    let (theme, strings, race) = (model.theme, model.strings, model.race)
    let (driver, color) = (race.drivers[car], model.livery[car].color)
    // Side by side in a small window every column counts.
    let isTight = rect.width < 24
    var x = rect.x
    x += frame.write(
      isTight ? "\(car + 1)" : " \(car + 1) ", x: x, y: rect.y, ink: theme.accentInk,
      paper: color, style: .bold)
    x += frame.write(
      isTight ? "\(model.livery[car].glyph)" : " \(model.livery[car].glyph) ", x: x, y: rect.y,
      ink: color, style: .bold)
    x += frame.write(
      race.cars[car].title(cutTo: max(0, rect.maxX - x)), x: x, y: rect.y, ink: color,
      style: .bold, maxWidth: max(0, rect.maxX - x))

    let result =
      driver.crash.map { strings(.titleCrashed, ["step": "\($0.step)"]) }
      ?? NumberText.aligned(
        driver.loss, whole: isTight ? 1 : rect.width < 36 ? 2 : 3, fraction: isTight ? 6 : 7)
    let right = rect.maxX - result.cellWidth
    guard right > x else { return }
    let isLeader = car == model.leader
    frame.write(
      result, x: right, y: rect.y, ink: driver.crash == nil ? theme.ink : theme.warning,
      style: isLeader ? .bold : [])

    // What else there is room for, the most telling first.
    var remarks: [(text: String, ink: Color, style: Cell.Style)] = []
    if race.cars[car].isStochasticInName(on: race.surface) {
      remarks.append((strings[.titleSGDIsGD], theme.dim, []))
    }
    if isLeader { remarks.append((strings[.titleLeads], theme.accent, .bold)) }
    remarks.append((settingsText(of: car, model), theme.dim, []))
    for remark in remarks where x + 2 + remark.text.cellWidth < right {
      x += 2
      x += frame.write(remark.text, x: x, y: rect.y, ink: remark.ink, style: remark.style)
    }
  }

  /// The rate; of one of several cars of a rule, what it does otherwise than they.
  private static func settingsText(of index: Int, _ model: Model) -> String {
    if model.race.cars[index].path != nil { return model.strings[.titleRecorded] }
    let differences = model.race.differences(ofCar: index, among: model.shown)
    return differences.isEmpty
      ? model.race.cars[index].rateText(at: model.race.tick) : differences
  }

  private static func drawLegend(
    of cars: [Int], in rect: Rect, _ model: Model, on frame: inout Frame
  ) {
    let names = model.race.legend(of: cars, width: rect.width, apart: 5)
    var x = rect.x
    for (place, car) in cars.enumerated() {
      let color = model.livery[car].color
      let name = names.map { " \($0[place])" } ?? ""
      x += frame.write(
        "\(car + 1)\(model.livery[car].glyph)\(name)", x: x, y: rect.y, ink: color,
        style: .bold)
      x += 2
    }
  }
}

extension Car {
  /// `Adam`, and `Adam 2` for its twin; a recorded path's own name.
  package var title: String {
    if path != nil { return name }
    let number = name.dropFirst(rule.about.name.count + 1)
    return number.isEmpty ? rule.about.title : "\(rule.about.title) \(number)"
  }

  /// The title in fewer cells, its number kept: `Momen… 2`; of a recorded path the end.
  func title(cutTo width: Int) -> String {
    // Of files that were written together the ends of the names tell.
    guard path == nil else {
      guard name.cellWidth > width else { return name }
      var end = name[...]
      while end.count > 0, String(end).cellWidth > width - 1 { end = end.dropFirst() }
      return "…" + end
    }
    let number = title.dropFirst(rule.about.title.count)
    return rule.about.title.cut(to: width - number.count) + number
  }
}
