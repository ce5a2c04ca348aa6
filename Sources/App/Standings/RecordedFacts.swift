package import Descent
import Drawing
import Files
package import Texts

extension Strings {
  /// `recorded path, 301 points, steps 0–300`: what such a car has in the place of settings.
  package func describe(_ path: RecordedPath) -> String {
    self(
      .pathRecorded,
      [
        "count": "\(path.points.count)", "first": "\(path.steps[0])", "last": "\(path.lastStep)",
      ])
  }

  /// What stands in the place of a car's settings in a table.
  package func settings(of car: Car, on surface: any Surface) -> String {
    car.path.map(describe) ?? car.settingsText(on: surface)
  }

  /// What a viewer must know of a recorded path to compare it with other cars: that it has a start
  /// of its own, and how far its losses lie from the landscape. Nothing of a car with a rule.
  package func remarks(onPathOf car: Car, in race: Race) -> [String] {
    guard let rule = car.rule as? Recorded else { return [] }
    var remarks: [String] = []
    let first = race.surface.image(of: rule.path.first)
    if first != race.start {
      remarks.append(
        self(.pathOwnStart, ["x": NumberText.said(first.x), "y": NumberText.said(first.y)]))
    }
    if let difference = rule.difference { remarks.append(describe(difference)) }
    return remarks
  }

  private func describe(_ difference: RecordedPath.Difference) -> String {
    self(
      .pathDiffers,
      [
        "largest": NumberText.brief(difference.largest), "step": "\(difference.step)",
        "mean": NumberText.brief(difference.mean),
      ])
  }
}

extension Model {
  /// A recorded path has no settings; `true` after saying so of the car in focus.
  mutating func sayIfRecorded() -> Bool {
    guard race.cars[focus].path != nil else { return false }
    warn(strings(.noticeRecorded, ["name": race.cars[focus].title]))
    return true
  }

  /// A recorded path is one of its landscape; `true` after saying so where one drives.
  mutating func sayIfPathsStay() -> Bool {
    guard let car = race.cars.first(where: { $0.path != nil }) else { return false }
    warn(strings(.noticePathStays, ["name": car.title]))
    return true
  }

  /// Why the laboratory has nothing to say of a car.
  func labRefusal(ofCar car: Int) -> String? {
    race.cars[car].path == nil
      ? nil : strings(.labRecorded, ["name": race.cars[car].title])
  }
}
