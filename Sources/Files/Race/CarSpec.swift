package import Descent
import Texts

/// Cars from the command line's words: `adam:lr=0.05,beta2=0.99,batch=8,noise=0.1`.
package enum CarSpec {
  /// As many as there are digit keys and distinct colours.
  package static let limit = 9

  /// The cars of a race; the standard lineup if there are no specifications. A car given twice
  /// gets a number: `adam`, `adam-2`.
  package static func cars(_ specs: [String], on surface: any Surface) throws(InputError) -> [Car] {
    guard !specs.isEmpty else { return Lineup.standard(on: surface) }
    guard specs.count <= limit else { throw .tooManyCars(found: specs.count, limit: limit) }
    var cars: [Car] = []
    for spec in specs {
      var car = try car(spec, on: surface)
      let twins = cars.count { $0.rule.about.name == car.name }
      if twins > 0 { car.name += "-\(twins + 1)" }
      cars.append(car)
    }
    return cars
  }

  /// The specifications, those of the standard lineup if there are none, each with noise if it has
  /// none of its own.
  static func specs(_ specs: [String], withNoise noise: String) throws(InputError) -> [String] {
    guard let number = Double(noise), number.isFinite, number >= 0 else {
      throw .badNumber(flag: "--noise", found: noise, expected: .expectedNoise)
    }
    return (specs.isEmpty ? Lineup.names : specs).map { spec in
      // The last of two settings counts: one of its own comes after.
      let parts = spec.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return "\(parts[0]):noise=\(noise)" + (parts.count == 2 ? ",\(parts[1])" : "")
    }
  }

  private static func car(_ spec: String, on surface: any Surface) throws(InputError) -> Car {
    let parts = spec.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let found = String(parts[0])
    guard let known = Catalog.optimizer(named: found) else {
      throw .unknownName(
        kind: .optimizer, found: found, expected: Catalog.optimizers.map(\.about.name))
    }
    var car = Car(name: known.about.name, rule: known)
    let settings = try settings(of: parts.count == 2 ? String(parts[1]) : "", car: found)
    // These bring defaults along, which the other settings then change.
    let leading = ["dialect", "schedule"]
    for (name, value) in settings where leading.contains(kebabCase(name)) {
      try set(name, to: value, of: &car, named: found)
    }
    car.rule = Lineup.suited(car.rule, to: surface)
    for (name, value) in settings where !leading.contains(kebabCase(name)) {
      try set(name, to: value, of: &car, named: found)
    }
    return car
  }

  /// `lr=0.05,beta2=0.99`
  private static func settings(
    of text: String, car: String
  ) throws(InputError) -> [(name: String, value: String)] {
    var settings: [(name: String, value: String)] = []
    for word in text.split(separator: ",") {
      let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { throw .notASetting(car: car, found: String(word)) }
      settings.append((String(pair[0]), String(pair[1])))
    }
    return settings
  }

  /// Makes other settings of a car; those not named stay as they are.
  static func change(_ car: inout Car, by text: String) throws(InputError) {
    let settings = try settings(of: text, car: car.name)
    let leading = ["dialect", "schedule"]
    for (name, value) in settings where leading.contains(kebabCase(name)) {
      try set(name, to: value, of: &car, named: car.name)
    }
    for (name, value) in settings where !leading.contains(kebabCase(name)) {
      try set(name, to: value, of: &car, named: car.name)
    }
  }

  /// Makes one setting of a car: of its rule, of its schedule, `batch` or `noise`.
  package static func set(
    _ name: String, to value: String, of car: inout Car, named found: String
  ) throws(InputError) {
    func wrong(_ expected: Text) -> InputError {
      .sampling(car: found, setting: name, found: value, expected: expected)
    }
    func count() throws(InputError) -> Int {
      guard let count = Int(value), count >= 1 else { throw wrong(.expectedCount) }
      return count
    }
    switch kebabCase(name) {
    case "batch": car.sampling.batch = try count()
    case "noise":
      guard let noise = Double(value), noise.isFinite, noise >= 0 else {
        throw wrong(.expectedNoise)
      }
      car.sampling.noise = noise
    case "schedule":
      guard let form = Schedule.Form(rawValue: kebabCase(value)) else {
        throw .setting(
          car: found,
          .unknownWord(
            setting: name, found: value, expected: Schedule.Form.allCases.map(\.rawValue)))
      }
      guard form == .constant || car.rule.about.rate != .start else {
        throw .scheduleWithoutRate(car: found)
      }
      car.schedule.change(to: form)
    case "stream": car.stream = try count() - 1
    case "schedule-steps": car.schedule.steps = try count()
    case "schedule-factor":
      guard let factor = Double(value), 0...1 ~= factor else { throw wrong(.expectedFraction) }
      car.schedule.factor = factor
    default:
      do { try car.rule.set(name, to: value) } catch .unknown(let setting, let expected) {
        let others = ["batch", "noise", "schedule", "schedule-steps", "schedule-factor"]
        throw .setting(car: found, .unknown(setting: setting, expected: expected + others))
      } catch {
        throw .setting(car: found, error)
      }
    }
  }
}
