import Descent
import Drawing
import Files

// What the views of the laboratory ask, and what is known of it.
extension Model {
  /// What there is to find out on this layout, the most urgent first.
  package func labJobs(on layout: Layout?) -> [LabJob] {
    guard classroom?.isShown != true else { return [] }
    var tasks: [(task: LabTask, car: Int)] = []
    if lab.awaitsBestRates { tasks += race.cars.indices.map { (stripTask(ofCar: $0), $0) } }
    if let layout { tasks += shownView.questions(of: self, on: layout) }
    if let map = layout?.lessonColumn?.basins(of: self), let task = basinsTask(on: map) {
      tasks.append((task, focus))
    }
    if layout?.strip != nil { tasks += shown.map { (stripTask(ofCar: $0), $0) } }
    // A recorded path drives nowhere else than where it went.
    tasks.removeAll { race.cars[$0.car].path != nil }
    return tasks.filter { lab[$0.task]?.isComplete != true }.map { task, car in
      LabJob(task: task, surface: surface, car: race.cars[car], seed: race.seed)
    }
  }

  /// The basins that a map shows: a start for each half of a cell, or for each part of one.
  func basinsTask(on map: Layout.Map) -> LabTask? {
    guard !map.rect.isEmpty, let car = map.cars.first else { return nil }
    let fineness = rendition.startsPerHalfCell
    let size = Size(fineness * map.rect.width, 2 * fineness * map.rect.height)
    return LabTask(.basins(map.viewport(of: self).visible, size), aboutCar: car, in: self)
  }

  func basins(on map: Layout.Map) -> Basins? {
    guard let task = basinsTask(on: map), case .basins(let basins) = lab[task] else { return nil }
    return basins
  }

  func stripTask(ofCar index: Int) -> LabTask {
    LabTask(.strip(from: race.start), aboutCar: index, in: self)
  }

  func strip(ofCar index: Int) -> RateStrip? {
    guard case .strip(let strip) = lab[stripTask(ofCar: index)] else { return nil }
    return strip
  }

  /// The axes of the map that fills a rectangle; `nil` for a rule that has a rate alone.
  func mapAxes(_ map: Layout.Map) -> SettingsMap.Axes? {
    let rect = SettingsMapPanel.picture(in: map.rect)
    guard !rect.isEmpty, let mapSetting else { return nil }
    return SettingsMap.Axes(mapSetting, columns: rect.width, rows: 2 * rect.height)
  }

  func settingsMap(with axes: SettingsMap.Axes) -> SettingsMap? {
    guard case .map(let map) = lab[settingsMapTask(with: axes)] else { return nil }
    return map
  }

  func settingsMapTask(with axes: SettingsMap.Axes) -> LabTask {
    LabTask(.map(axes, from: race.start), aboutCar: focus, in: self)
  }
}
