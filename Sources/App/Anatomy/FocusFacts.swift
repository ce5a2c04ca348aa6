import Descent
import Drawing
import Files
import Texts

/// What is true of the car in the focus view beside its step.
struct FocusFacts {
  let model: Model
  let step: StepInFocus
  let width: Int

  private var car: Car { model.race.cars[model.focus] }
  private var driver: Race.Driver { model.race.drivers[model.focus] }

  /// Number, glyph, name, authors and year, and the loss.
  var head: [StyledLine] {
    let theme = model.theme
    let loss = driver.crash == nil ? NumberText.aligned(driver.loss, fraction: 7) : "✗"
    var row = StyledLine()
    row.add(.badge(ofCar: model.focus, model))
    let about = car.rule.about
    let sources =
      car.path == nil
      ? ["\(about.authors) \(about.year)", "\(about.year)"] : [model.strings[.titleRecorded]]
    for text in sources
    where row.width + 2 + text.cellWidth + 1 + loss.cellWidth <= width {
      row.add("  \(text)", theme.dim)
      break
    }
    row.pad(to: width - loss.cellWidth, theme.ink)
    row.add(loss, driver.crash == nil ? theme.ink : theme.warning, .bold)
    return [row]
  }

  var settings: [StyledLine] {
    StyledLine.wrapped(CarFacts.settings(of: car, model), to: width, model.theme.dim)
  }

  var remarks: [StyledLine] {
    let remarks = CarFacts.remarks(on: car, driver, model)
    guard car.path != nil, driver.crash == nil else {
      return remarks.flatMap { StyledLine.wrapped($0, to: width, model.theme.warning) }
    }
    return ([model.strings[.pathNoAnatomy]] + remarks)
      .flatMap { StyledLine.wrapped($0, to: width, model.theme.ink) }
  }

  /// What the map's arrows mean.
  var legend: [StyledLine] {
    guard step.scene.hasHeadings else { return [] }
    return StyledLine.wrapped(model.strings[.stepDirectionOnly], to: width, model.theme.dim)
  }

  /// The rule laid beside the car, with its settings.
  var ghost: [StyledLine] {
    guard let ghost = step.ghost else { return [] }
    let theme = model.theme
    let color = model.wear(of: ghost).color
    let settings = ghost.rule.spokenSettings.map { "\($0.symbol) \($0.valueText)" }
      .joined(separator: "  ")
    var row = StyledLine("\(model.wear(of: ghost).glyph) \(ghost.rule.about.title)", color, .bold)
    row.add("  \(settings)".cut(to: max(0, width - row.width)), theme.dim)
    guard ghost.forgets else { return [row] }
    return [row]
      + StyledLine.wrapped(model.strings[.stepGhostForgets], to: width, theme.dim)
  }

  /// How strongly the surface bends here, the greatest rate that bears, and the rate in force.
  var curvature: [StyledLine] {
    // A recorded path has no rate that a limit could be told of.
    guard driver.crash == nil, car.path == nil else { return [] }
    let (theme, rule) = (model.theme, car.rule)
    let greatest = model.surface.jet(at: driver.position).hessian.eigenvalues.greatest
    guard greatest.isFinite else { return [] }
    let own = rule.stableRate(atCurvature: greatest)
    let plain = greatest > 0 ? 2 / greatest : nil
    var cells = [("λmax \(NumberText.plain(greatest, width: 8))", theme.ink)]
    if let limit = own ?? plain {
      let name = own == nil || own == plain ? "2/λmax" : model.strings[.stepLimit]
      cells.append(("\(name) \(NumberText.plain(limit, width: 8))", theme.ink))
    } else {
      cells.append((model.strings[.stepNoLimit], theme.dim))
    }
    let isBroken = own.map { rule.rate > $0 } ?? false
    cells.append(
      (
        "η \(NumberText.said(rule.rate))\(isBroken ? " !" : "")",
        isBroken ? theme.warning : theme.ink
      ))
    var rows = [StyledLine()]
    for (place, cell) in cells.enumerated() {
      let column = width >= 40 ? place * 16 : place == 0 ? 0 : rows[rows.count - 1].width + 2
      if column + cell.0.cellWidth > width {
        rows.append(StyledLine())
      } else {
        rows[rows.count - 1].pad(to: column, theme.ink)
      }
      rows[rows.count - 1].add(cell.0, cell.1, cell.1 == theme.warning ? .bold : [])
    }
    return rows
  }
}
