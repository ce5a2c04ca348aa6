package import Descent
import Drawing
import Files
import Texts

/// What is true of one car now, as text: for the panel beside the map and for its card.
package enum CarFacts {
  /// `η 0.01   γ 0.9   batch 8`.
  package static func settings(of car: Car, _ model: Model) -> String {
    if let path = car.path { return model.strings.describe(path) }
    var parts = car.rule.spokenSettings.map { "\($0.symbol) \($0.valueText)" }
    if let batch = car.batch(on: model.surface) {
      parts.append(
        model.strings(
          .carBatch, ["batch": "\(batch)", "count": "\(model.surface.sampleCount)"]))
    }
    if car.sampling.noise > 0 {
      parts.append("σ \(NumberText.compact(car.sampling.noise))")
    }
    let schedule = car.schedule
    if schedule.form != .constant {
      parts.append("\(schedule.form.rawValue)   T \(schedule.steps)")
      if schedule.form.hasFactor { parts.append("q \(NumberText.compact(schedule.factor))") }
      if let (symbol, value) = car.cycledMomentum(at: model.race.tick) {
        parts.append("\(symbol)(t) \(NumberText.brief(value))")
      }
    }
    return parts.joined(separator: "   ")
  }

  /// Where it is, the slope there, and the last move, in two columns of numbers.
  package static func position(of driver: Race.Driver, _ model: Model) -> [String] {
    guard driver.crash == nil else { return [] }
    let slope = model.surface.gradient(at: driver.position)
    func line(_ name: String, _ p: Point<Double>) -> String {
      let (x, y) = (
        NumberText.aligned(p.x, fraction: 7, sign: .plus),
        NumberText.aligned(p.y, fraction: 7, sign: .plus)
      )
      return "\(name) \(x) \(y)".withoutTrailingSpaces
    }
    return [
      line("θ ", driver.position), line("∇J", slope), line("Δθ", driver.lastMove),
    ]
  }

  /// The same to be read out.
  package static func spokenPosition(of driver: Race.Driver, _ model: Model) -> [String] {
    guard driver.crash == nil else { return [] }
    let slope = model.surface.gradient(at: driver.position)
    return [("θ", driver.position), ("∇J", slope), ("Δθ", driver.lastMove)].map {
      "\($0) (\(NumberText.brief($1.x)), \(NumberText.brief($1.y)))"
    }
  }

  /// What a viewer must know to read the picture right.
  package static func remarks(on car: Car, _ driver: Race.Driver, _ model: Model) -> [String] {
    var remarks = model.strings.remarks(onPathOf: car, in: model.race)
    if car.isStochasticInName(on: model.surface) { remarks.append(stochasticNote(model)) }
    if let crash = driver.crash { remarks.append(model.strings.describe(crash)) }
    return remarks
  }

  /// Why a car that is stochastic by name is not so here.
  static func stochasticNote(_ model: Model) -> String {
    model.strings[model.surface.sampleCount > 0 ? .sgdWholeBatch : .sgdIsGD]
  }
}

extension Strings {
  /// "Crashed at step 12: rate 0.2 is above the limit 0.012 there; last finite loss 1.2e+300."
  package func describe(_ crash: Crash) -> String {
    let reason =
      switch crash.reason {
      case .rateAbove(let limit, let rate):
        self(
          .crashRateAbove,
          [
            "rate": NumberText.said(rate),
            "limit": NumberText.brief(limit),
          ])
      case .zeroByZero: self[.crashZeroByZero]
      case .bottomless: self[.crashBottomless]
      case .offTheNumbers: self[.crashOffTheNumbers]
      case .undefined(let place):
        self(
          .crashUndefined, ["x": NumberText.brief(place.x), "y": NumberText.brief(place.y)])
      case .intoHole: self[.crashIntoHole]
      case .offTheGrid(let extent):
        self(
          .crashOffTheGrid,
          [
            "x0": NumberText.compact(extent.x.lowerBound),
            "x1": NumberText.compact(extent.x.upperBound),
            "y0": NumberText.compact(extent.y.lowerBound),
            "y1": NumberText.compact(extent.y.upperBound),
          ])
      }
    return self(
      .crashed,
      [
        "step": "\(crash.step)", "reason": reason,
        "loss": NumberText.brief(crash.lastFiniteLoss),
      ])
  }
}
