import Descent
import Drawing
import Files
import Texts

/// The card of the car in focus: formula, idea, settings, source, and how it stands now.
enum CardSheet {
  static func sheet(of model: Model, width: Int) -> SheetText {
    let (strings, theme, race) = (model.strings, model.theme, model.race)
    let (car, driver) = (race.cars[model.focus], race.drivers[model.focus])
    let about = car.rule.about
    let title = "\(model.focus + 1) \(model.livery[model.focus].glyph) \(car.title)"
    var sheet = SheetText(title: title, width: width)
    if let path = car.path {
      sheet.add(strings[.pathAbout], theme.ink)
      sheet.addBlank()
      sheet.add(strings.describe(path), theme.ink)
      for remark in CarFacts.remarks(on: car, driver, model) { sheet.add(remark, theme.ink) }
      sheet.addBlank()
      for line in CarFacts.position(of: driver, model) { sheet.add(line, theme.ink) }
      return sheet
    }

    sheet.add("\(about.authors) \(about.year), \(about.source)", theme.dim)
    sheet.add(about.link, theme.dim)
    sheet.addBlank()
    for formula in car.rule.formula {
      sheet.lines.append(StyledLine(formula, theme.accent, .bold))
    }
    sheet.addBlank()
    for part in Strings.OptimizerPart.allCases {
      sheet.add(strings.optimizer(about.name, part), theme.ink)
    }
    sheet.addBlank()
    let names = car.rule.settings.map(\.name.cellWidth).max() ?? 0
    for setting in car.rule.settings {
      sheet.add(
        setting.name, "\(setting.symbol.padded(to: 5)) \(setting.valueText)", leadWidth: names,
        theme.ink)
    }
    if let batch = car.batch(on: race.surface) {
      sheet.add(
        strings(.carBatch, ["batch": "\(batch)", "count": "\(race.surface.sampleCount)"]),
        theme.ink)
    }
    if car.sampling.noise > 0 {
      sheet.add(
        strings(.cardNoise, ["noise": NumberText.compact(car.sampling.noise)]), theme.ink)
    }
    if car.schedule.form != .constant {
      sheet.add(
        strings(
          .cardSchedule,
          [
            "form": car.schedule.form.rawValue, "steps": "\(car.schedule.steps)",
            "rate": NumberText.brief(car.rule(at: race.tick).rate),
          ]), theme.ink)
      if let (symbol, value) = car.cycledMomentum(at: race.tick) {
        sheet.add(
          strings(.cardMomentum, ["symbol": symbol, "value": NumberText.brief(value)]), theme.ink)
      }
    }
    addDialects(of: car.rule, to: &sheet, model)
    sheet.addBlank()
    for line in CarFacts.position(of: driver, model) { sheet.add(line, theme.ink) }
    sheet.add(
      strings(
        .cardEvaluations,
        [
          "gradients": "\(driver.evaluations.gradients)", "values": "\(driver.evaluations.values)",
          "hessians": "\(driver.evaluations.hessians)",
        ]), theme.dim)
    if driver.evaluations.samples > 0 {
      sheet.add(strings(.cardSamples, ["count": "\(driver.evaluations.samples)"]), theme.dim)
    }
    if let limit = speedLimit(of: race.rule(ofCar: model.focus), driver, race.surface) {
      sheet.add(
        limit.isBroken
          ? strings(.cardAboveLimit, ["limit": limit.text])
          : strings(.cardLimit, ["limit": limit.text]), limit.isBroken ? theme.warning : theme.ink)
    }
    for remark in CarFacts.remarks(on: car, driver, model) { sheet.add(remark, theme.warning) }
    return sheet
  }

  /// Where libraries compute otherwise than the textbook, or begin with other settings.
  private static func addDialects(
    of rule: any Optimizer, to sheet: inout SheetText, _ model: Model
  ) {
    let differences = rule.dialectDifferences
    guard !differences.isEmpty else { return }
    let (strings, theme) = (model.strings, model.theme)
    sheet.addBlank()
    sheet.add(strings[.cardDialects], theme.dim)
    let names = differences.map(\.dialect.rawValue.cellWidth).max() ?? 0
    for difference in differences {
      var lines = difference.formula
      if !difference.settings.isEmpty { lines.append(difference.settingsText) }
      if lines.isEmpty { lines = [strings[.cardSameDialect]] }
      for (row, line) in lines.enumerated() {
        sheet.add(
          row == 0 ? difference.dialect.rawValue : "", line, leadWidth: names, theme.ink)
      }
    }
  }

  private static func speedLimit(
    of rule: any Optimizer, _ driver: Race.Driver, _ surface: any Surface
  ) -> (text: String, isBroken: Bool)? {
    guard driver.crash == nil else { return nil }
    let greatest = surface.jet(at: driver.position).hessian.eigenvalues.greatest
    return rule.stableRate(atCurvature: greatest).map { limit in
      (NumberText.brief(limit), rule.rate > limit)
    }
  }
}
