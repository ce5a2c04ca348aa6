import Descent
import Drawing
package import Files
import Texts

/// What happens in the laboratory.
package enum LabMessage: Hashable, Sendable {
  /// The basins, or back to where one came from.
  case toggleBasins
  /// Gives the car in focus another rate, by so many rungs of the strip.
  case moveRate(Int)
  /// Moves the second setting by so many rows of the map; the layout turns it into `set`.
  case moveSetting(Int)
  /// The value of the second setting.
  case set(Double)
  /// Puts another setting on the second axis of the map.
  case nextSetting
  case toggleLoss
  /// Rates for all cars.
  case race(Fairness)
  case found(LabTask, LabFinding)
}

extension Model {
  mutating func answer(_ message: LabMessage) {
    switch message {
    case .toggleBasins:
      leaveTree()
      toggle(.basins)
    case .moveRate(let rungs): moveRate(by: rungs)
    case .moveSetting: break
    case .set(let value): setMapSetting(to: value)
    case .nextSetting: lab.setting += 1
    case .toggleLoss: lab.showsLoss.toggle()
    case .race(.same): driveAtSameRate()
    case .race(.best):
      guard race.cars.contains(where: { $0.path == nil }) || !sayIfRecorded() else { return }
      lab.awaitsBestRates = true
      notice = strings[.noticeSeekingRates]
      driveAtBestRates()
    case .found(let task, let finding):
      lab.note(finding, of: task)
      if lab.awaitsBestRates { driveAtBestRates() }
    }
  }

  /// What the rates of the race are chosen by; `nil` once they, or the surface, are others.
  package var fairness: Fairness? { lab.isFair(race) ? lab.fairness : nil }

  /// The numbers of a car's rule besides its rate.
  private func otherSettings(ofCar car: Int) -> [Setting] {
    race.cars[car].rule.settings.filter { setting in
      if setting.name == "lr" { return false }
      if case .number = setting.value { return true }
      return false
    }
  }

  /// The map of settings opens on a car that has two.
  mutating func focusCarWithSettings() {
    guard view == .map, mapSetting == nil else { return }
    focus = shown.first { !otherSettings(ofCar: $0).isEmpty } ?? focus
  }

  /// The one on the second axis of the map; `nil` for a rule that has a rate alone.
  var mapSetting: Setting? {
    let settings = otherSettings(ofCar: focus)
    return settings.isEmpty ? nil : settings[lab.setting % settings.count]
  }
}

// Rates.
extension Model {
  private mutating func moveRate(by rungs: Int) {
    guard !sayIfRecorded() else { return }
    let rates = RateStrip.rates
    let now = RateStrip.index(of: race.cars[focus].rule.rate)
    var cars = race.cars
    cars[focus].rule.learningRate = rates[min(max(0, now + rungs), rates.count - 1)]
    driveAgain(cars)
  }

  private mutating func setMapSetting(to value: Double) {
    guard let setting = mapSetting else { return }
    var cars = race.cars
    do throws(SettingError) { try cars[focus].rule.set(setting.name, to: "\(value)") } catch {
      preconditionFailure("\(setting.name) of \(cars[focus].name)")
    }
    driveAgain(cars)
  }

  private mutating func driveAtSameRate() {
    guard !sayIfRecorded() else { return }
    let rate = race.cars[focus].rule.rate
    lab.awaitsBestRates = false
    driveAgain(race.cars.map { $0.driven(at: rate) })
    lab.noteRates(.same, of: race)
    notice = strings(.noticeSameRate, ["rate": NumberText.compact(rate)])
  }

  /// Once the best rate of every car is known.
  private mutating func driveAtBestRates() {
    let strips = race.cars.indices.map { strip(ofCar: $0) }
    // A recorded path has no rates to try.
    guard zip(race.cars, strips).allSatisfy({ $0.path != nil || $1 != nil }) else { return }
    lab.awaitsBestRates = false
    var lost: [String] = []
    let cars = zip(race.cars, strips).map { car, strip in
      guard car.path == nil else { return car }
      guard let rate = strip?.best else {
        lost.append(car.title)
        return car
      }
      return car.driven(at: rate)
    }
    driveAgain(cars)
    lab.noteRates(.best, of: race)
    if lost.isEmpty {
      notice = strings(.noticeBestRates, ["starts": "\(RateStrip.starts)"])
    } else {
      warn(strings(.noticeNoBestRate, ["names": lost.joined(separator: ", ")]))
    }
  }

  /// The race from its start with other settings, to the step where it was.
  private mutating func driveAgain(_ cars: [Car]) {
    let tick = timeline.tick
    passedEnd = nil
    begin(Timeline(Race(surface: surface, cars: cars, start: race.start, seed: race.seed)))
    timeline.seek(to: tick)
  }
}

extension Car {
  func driven(at rate: Double) -> Car {
    var car = self
    car.rule.learningRate = rate
    return car
  }
}
