package import Descent

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

  private static func car(_ spec: String, on surface: any Surface) throws(InputError) -> Car {
    let parts = spec.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let found = String(parts[0])
    guard let known = Catalog.optimizer(named: found) else {
      throw .unknownName(
        kind: .optimizer, found: found, expected: Catalog.optimizers.map(\.about.name))
    }
    var (rule, sampling) = (known, Sampling())
    var settings: [(name: String, value: String)] = []
    if parts.count == 2 {
      for word in parts[1].split(separator: ",") {
        let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { throw .notASetting(car: found, found: String(word)) }
        settings.append((String(pair[0]), String(pair[1])))
      }
    }
    // A dialect brings defaults along, which the other settings then change.
    let isDialect = { (setting: (name: String, value: String)) in
      kebabCase(setting.name) == "dialect"
    }
    for (name, value) in settings where isDialect((name, value)) {
      try set(name, to: value, &rule, &sampling, car: found)
    }
    rule = Lineup.suited(rule, to: surface)
    for (name, value) in settings where !isDialect((name, value)) {
      try set(name, to: value, &rule, &sampling, car: found)
    }
    return Car(name: known.about.name, rule: rule, sampling: sampling)
  }

  /// Makes one setting of a car: of its rule, or `batch` or `noise`.
  static func set(
    _ name: String, to value: String, _ rule: inout any Optimizer, _ sampling: inout Sampling,
    car: String
  ) throws(InputError) {
    switch kebabCase(name) {
    case "batch":
      guard let batch = Int(value), batch >= 1 else {
        throw .sampling(car: car, setting: name, found: value, expected: .expectedCount)
      }
      sampling.batch = batch
    case "noise":
      guard let noise = Double(value), noise.isFinite, noise >= 0 else {
        throw .sampling(car: car, setting: name, found: value, expected: .expectedNoise)
      }
      sampling.noise = noise
    default:
      do { try rule.set(name, to: value) } catch .unknown(let setting, let expected) {
        throw .setting(
          car: car, .unknown(setting: setting, expected: expected + ["batch", "noise"]))
      } catch {
        throw .setting(car: car, error)
      }
    }
  }
}
