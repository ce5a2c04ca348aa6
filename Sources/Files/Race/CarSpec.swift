package import Descent
import Texts

/// A car as it is asked for, `adam:lr=0.05,beta2=0.99,batch=8,noise=0.1`, taken apart once.
package struct CarSpec: Hashable, Sendable {
  /// As many as there are digit keys and distinct colours.
  package static let limit = 9

  /// The rule as it was named.
  private let name: String
  private let settings: [Assignment]
  /// σ for a car that has no noise of its own.
  var commonNoise: Double?
  let origin: Origin

  /// `lr=0.05`
  struct Assignment: Hashable, Sendable {
    var name, value: String

    /// A dialect and a schedule bring defaults along, which the other settings then change.
    var isLeading: Bool { ["dialect", "schedule"].contains(kebabCase(name)) }
  }

  package init(_ text: String, from origin: Origin = .flag("--car")) throws(Fault) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    settings = try Self.assignments(parts.count == 2 ? String(parts[1]) : "", of: name, origin)
    self.origin = origin
  }

  /// `lr=0.05,beta2=0.99`, those that bring defaults along first.
  static func assignments(
    _ text: String, of car: String, _ origin: Origin
  ) throws(Fault) -> [Assignment] {
    var settings: [Assignment] = []
    for word in text.split(separator: ",") {
      let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        throw Fault(origin, .errorNotASetting, ["found": String(word)], car: car)
      }
      settings.append(Assignment(name: String(pair[0]), value: String(pair[1])))
    }
    return settings.filter(\.isLeading) + settings.filter { !$0.isLeading }
  }

  /// The cars of a race; the standard lineup if there are no specifications. A car given twice
  /// gets a number: `adam`, `adam-2`.
  package static func cars(of specs: [CarSpec], on surface: any Surface) throws(Fault) -> [Car] {
    guard !specs.isEmpty else { return Lineup.standard(on: surface) }
    guard specs.count <= limit else {
      throw Fault(
        specs[0].origin, .errorTooManyCars, ["found": "\(specs.count)", "limit": "\(limit)"])
    }
    var cars: [Car] = []
    for spec in specs {
      var car = try spec.car(on: surface)
      let twins = cars.count { $0.rule.about.name == car.name }
      if twins > 0 { car.name += "-\(twins + 1)" }
      cars.append(car)
    }
    return cars
  }

  /// The same of specifications as they are typed.
  package static func cars(_ texts: [String], on surface: any Surface) throws(Fault) -> [Car] {
    var specs: [CarSpec] = []
    for text in texts { specs.append(try CarSpec(text)) }
    return try cars(of: specs, on: surface)
  }

  private func car(on surface: any Surface) throws(Fault) -> Car {
    guard let known = Catalog.optimizer(named: name) else {
      throw Fault(
        origin,
        .unknown(
          .errorUnknownOptimizer, found: name, names: Catalog.optimizers.map(\.about.name)))
    }
    var car = Car(name: known.about.name, rule: known)
    if let commonNoise { car.sampling.noise = commonNoise }
    for setting in settings where setting.isLeading { try apply(setting, to: &car) }
    car.rule = Lineup.suited(car.rule, to: surface)
    for setting in settings where !setting.isLeading { try apply(setting, to: &car) }
    return car
  }

  private func apply(_ setting: Assignment, to car: inout Car) throws(Fault) {
    do throws(Fault) { try Self.set(setting.name, to: setting.value, of: &car) } catch {
      var fault = error
      (fault.origin, fault.car) = (origin, name)
      throw fault
    }
  }

  /// Makes other settings of a car; those not named stay as they are.
  static func change(_ car: inout Car, by text: Asked<String>) throws(Fault) {
    for setting in try assignments(text.value, of: car.name, text.origin) {
      do throws(Fault) { try set(setting.name, to: setting.value, of: &car) } catch {
        var fault = error
        (fault.origin, fault.car) = (text.origin, car.name)
        throw fault
      }
    }
  }

  /// Makes one setting of a car: of its rule, of its schedule, `batch` or `noise`.
  package static func set(
    _ name: String, to value: String, of car: inout Car
  ) throws(Fault) {
    func wrong(_ expected: Text) -> Fault {
      Fault(.standard, .setting(name, found: value, .init(expected)))
    }
    func count() throws(Fault) -> Int {
      guard let count = Int(value), count >= 1 else { throw wrong(.expectedCount) }
      return count
    }
    switch kebabCase(name) {
    case "batch": car.sampling.batch = try count()
    case "noise":
      guard let noise = DecimalNumber.value(of: value), noise.isFinite, noise >= 0 else {
        throw wrong(.expectedNoise)
      }
      car.sampling.noise = noise
    case "schedule":
      guard let form = Schedule.Form(rawValue: kebabCase(value)) else {
        throw Fault(
          .unknownWord(
            setting: name, found: value, expected: Schedule.Form.allCases.map(\.rawValue)))
      }
      guard form == .constant || car.rule.about.rate != .start else {
        throw Fault(.standard, .errorScheduleWithoutRate)
      }
      car.schedule.change(to: form)
    case "stream": car.stream = try count() - 1
    case "schedule-steps": car.schedule.steps = try count()
    case "schedule-factor":
      guard let factor = DecimalNumber.value(of: value), 0...1 ~= factor else {
        throw wrong(.expectedFraction)
      }
      car.schedule.factor = factor
    case "cycle-momentum" where car.canCycleMomentum:
      guard let cycles = ["on": true, "off": false][kebabCase(value)] else {
        throw Fault(.unknownWord(setting: name, found: value, expected: ["on", "off"]))
      }
      car.schedule.cyclesMomentum = cycles
    default:
      do { try car.rule.set(name, to: value) } catch .unknown(let setting, let expected) {
        let others =
          ["batch", "noise", "schedule", "schedule-steps", "schedule-factor"]
          + (car.canCycleMomentum ? ["cycle-momentum"] : [])
        throw Fault(.unknown(setting: setting, expected: expected + others))
      } catch {
        throw Fault(error)
      }
    }
  }
}

extension Fault {
  /// What is wrong with a setting of a rule; the caller knows the car and where it was asked for.
  package init(_ error: SettingError) {
    switch error {
    case .unknown(let setting, let expected):
      self.init(
        .standard, .unknown(.errorUnknownSetting, found: setting, names: expected))
    case .notANumber(let setting, let found, let expected):
      self.init(
        .standard, .errorSettingNotANumber,
        ["setting": setting, "found": found, "expected": expected.formula])
    case .outside(let setting, let found, let expected):
      self.init(
        .standard, .errorSettingOutside,
        ["setting": setting, "found": found, "expected": expected.formula])
    case .unknownWord(let setting, let found, let expected):
      self.init(
        .standard,
        .unknown(.errorSettingUnknownWord, ["setting": setting], found: found, names: expected))
    }
  }
}
