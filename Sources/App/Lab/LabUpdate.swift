import Descent
import Drawing
package import Files
import Texts

/// What happens in the laboratory.
package enum LabMessage: Hashable, Sendable {
  /// The basins, or back to where one came from.
  case toggleBasins
  /// Another rate for the car in focus, by so many rungs of the strip.
  case moveRate(Int)
  /// Another value of the second setting, by so many rows of the map.
  case moveSetting(Int)
  /// Another setting on the second axis of the map.
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
      treeRule = nil
      if view == .basins {
        view = lab.viewBefore
      } else {
        (lab.viewBefore, view) = (view, .basins)
      }
    case .moveRate(let rungs): moveRate(by: rungs)
    case .moveSetting(let rows): moveSetting(by: rows)
    case .nextSetting: lab.setting += 1
    case .toggleLoss: lab.showsLoss.toggle()
    case .race(.same): driveAtSameRate()
    case .race(.best):
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

  /// What there is to find out, the most urgent first.
  package var labJobs: [LabJob] {
    var tasks: [(task: LabTask, car: Int)] = []
    func ask(_ question: LabTask.Question, _ car: Int) {
      tasks.append((LabTask(question, aboutCar: car, in: self), car))
    }
    if lab.awaitsBestRates {
      for car in race.cars.indices { ask(.strip(from: race.start), car) }
    }
    if let layout = Layout(self), treeRule == nil {
      switch view {
      case .basins:
        for map in layout.maps {
          if let task = basinsTask(on: map) { tasks.append((task, map.cars[0])) }
        }
        for car in shown { ask(.strip(from: race.start), car) }
      case .map:
        if let axes = layout.maps.first.flatMap(mapAxes) {
          ask(.map(axes, from: race.start), focus)
        }
      case .sideBySide, .overlay, .focus, .terrain: break
      }
    }
    return tasks.filter { lab[$0.task]?.isComplete != true }.map { task, car in
      LabJob(task: task, surface: surface, car: race.cars[car], seed: race.seed)
    }
  }

  /// The basins that a map shows: a start for each half of a cell.
  func basinsTask(on map: Layout.Map) -> LabTask? {
    guard !map.rect.isEmpty, let car = map.cars.first else { return nil }
    let size = Size(map.rect.width, 2 * map.rect.height)
    return LabTask(.basins(map.viewport(of: self).visible, size), aboutCar: car, in: self)
  }

  func basins(on map: Layout.Map) -> Basins? {
    guard let task = basinsTask(on: map), case .basins(let basins) = lab[task] else { return nil }
    return basins
  }

  func strip(ofCar index: Int) -> RateStrip? {
    let task = LabTask(.strip(from: race.start), aboutCar: index, in: self)
    guard case .strip(let strip) = lab[task] else { return nil }
    return strip
  }

  /// The numbers of the rule in focus besides its rate.
  private var otherSettings: [Setting] {
    race.cars[focus].rule.settings.filter { setting in
      if setting.name == "lr" { return false }
      if case .number = setting.value { return true }
      return false
    }
  }

  /// The one on the second axis of the map; `nil` for a rule that has a rate alone.
  var mapSetting: Setting? {
    let settings = otherSettings
    return settings.isEmpty ? nil : settings[lab.setting % settings.count]
  }

  /// The axes of the map that fills a rectangle; `nil` for a rule that has a rate alone.
  func mapAxes(_ map: Layout.Map) -> SettingsMap.Axes? {
    let rect = SettingsMapPanel.picture(in: map.rect)
    guard !rect.isEmpty, let mapSetting else { return nil }
    return SettingsMap.Axes(mapSetting, columns: rect.width, rows: 2 * rect.height)
  }

  func settingsMap(with axes: SettingsMap.Axes) -> SettingsMap? {
    let task = LabTask(.map(axes, from: race.start), aboutCar: focus, in: self)
    guard case .map(let map) = lab[task] else { return nil }
    return map
  }
}

// Rates.
extension Model {
  private mutating func moveRate(by rungs: Int) {
    let rates = RateStrip.rates
    let now = RateStrip.index(of: race.cars[focus].rule.rate)
    var cars = race.cars
    cars[focus].rule.learningRate = rates[min(max(0, now + rungs), rates.count - 1)]
    driveAgain(cars)
  }

  private mutating func moveSetting(by rows: Int) {
    guard let setting = mapSetting, case .number(let value) = setting.value,
      let axes = Layout(self)?.maps.first.flatMap(mapAxes)
    else { return }
    let row = min(max(0, axes.row(of: value) + rows), axes.values.count - 1)
    var cars = race.cars
    axes.set([cars[focus].rule.rate, axes.values[row]], of: &cars[focus])
    driveAgain(cars)
  }

  private mutating func driveAtSameRate() {
    let rate = race.cars[focus].rule.rate
    lab.awaitsBestRates = false
    driveAgain(race.cars.map { $0.driven(at: rate) })
    lab.noteRates(.same, of: race)
    notice = strings(.noticeSameRate, ["rate": NumberText.compact(rate)])
  }

  /// Once the best rate of every car is known.
  private mutating func driveAtBestRates() {
    let strips = race.cars.indices.map { strip(ofCar: $0) }
    guard !strips.contains(where: { $0 == nil }) else { return }
    lab.awaitsBestRates = false
    var lost: [String] = []
    let cars = zip(race.cars, strips).map { car, strip in
      guard let rate = strip?.best else {
        lost.append(car.title)
        return car
      }
      return car.driven(at: rate)
    }
    driveAgain(cars)
    lab.noteRates(.best, of: race)
    notice =
      lost.isEmpty
      ? strings(.noticeBestRates, ["starts": "\(RateStrip.starts)"])
      : strings(.noticeNoBestRate, ["names": lost.joined(separator: ", ")])
  }

  /// The race from its start with other settings, to the step where it was.
  private mutating func driveAgain(_ cars: [Car]) {
    let tick = timeline.tick
    timeline = Timeline(Race(surface: surface, cars: cars, start: race.start, seed: race.seed))
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
