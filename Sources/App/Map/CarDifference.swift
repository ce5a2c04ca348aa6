import Descent
import Drawing
import Files

/// What tells cars of one rule apart, among those that are shown.
extension Race {
  /// `γ 0.5`: the settings in which a car differs from the others of its rule; empty if in none.
  func differences(ofCar index: Int, among shown: [Int]) -> String {
    let name = cars[index].rule.about.name
    guard cars[index].path == nil else { return "" }
    let others = shown.filter { $0 != index && cars[$0].rule.about.name == name }
      .map { EditedSetting.all(of: cars[$0], on: surface) }
    guard !others.isEmpty else { return "" }
    return EditedSetting.all(of: cars[index], on: surface)
      .filter { setting in others.contains { !$0.contains(setting) } }
      .map { "\($0.symbol) \($0.valueText)" }.joined(separator: "  ")
  }

  /// What a car is called beside others, in at most so many cells: one that is not the only one of
  /// its rule by what sets it apart, and by its rule too where others drive along: `Moment… γ 0.5`.
  /// Its title, where there is no room for that.
  func name(ofCar index: Int, among shown: [Int], cutTo width: Int = .max) -> String {
    let (car, differences) = (cars[index], differences(ofCar: index, among: shown))
    let hasOneRule = Set(shown.map { cars[$0].rule.about.name }).count == 1
    let room = width - differences.cellWidth - (hasOneRule ? 0 : 1)
    if differences.isEmpty || room < (hasOneRule ? 0 : 4) { return car.title(cutTo: width) }
    return hasOneRule ? differences : "\(car.rule.about.title.cut(to: room)) \(differences)"
  }

  /// What a legend calls its cars, in at most so many cells together, `apart` for each beside its
  /// name; `nil` if even their titles are too long.
  func legend(of cars: [Int], width: Int, apart: Int) -> [String]? {
    [cars.map { name(ofCar: $0, among: cars) }, cars.map { self.cars[$0].title }].first { texts in
      texts.map { $0.cellWidth + apart }.reduce(0, +) <= width
    }
  }
}
