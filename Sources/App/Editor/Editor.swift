package import Descent
import Drawing
import Files

/// The settings of the car in focus while keys change them.
package struct Editor: Hashable, Sendable {
  /// Which of the car's `EditedSetting`s is chosen, from 0.
  package var row = 0
  /// What has been typed for it so far.
  package var typed = ""
  /// What has been typed was asked for and cannot be.
  package var isRefused = false
  /// The steps that changes at one tick have made untrue.
  package var forgotten: Forgotten?

  package struct Forgotten: Hashable, Sendable {
    package var tick: Int
    package var steps: Int
  }

  package init() {}

  /// The most characters of a value: nobody types more on purpose.
  static let longestValue = 24

  /// What has been typed with pasted text after it; `nil` if that could not have been typed: a
  /// digit comes first, and then what numbers are made of.
  static func typed(_ typed: String, pasting text: String) -> String? {
    let value = typed + text.trimmed
    guard value != typed, value.count <= longestValue, ("0"..."9").contains(value.prefix(1)),
      value.allSatisfy({ "0123456789.e+-".contains($0) })
    else { return nil }
    return value
  }
}

/// One line of the editor: a setting of the car's rule, or of what it sees of the slope.
package enum EditedSetting: Hashable, Sendable {
  case ofRule(Setting)
  case batch(Int, of: Int)
  case noise(Double)
  case schedule(Schedule.Form)
  case scheduleSteps(Int)
  case scheduleFactor(Double)
  case cycleMomentum(Bool)

  /// Every setting of a car on a surface, in the order of the editor; a recorded path has none.
  package static func all(of car: Car, on surface: any Surface) -> [EditedSetting] {
    guard car.path == nil else { return [] }
    let count = surface.sampleCount
    let (dialect, numbers) = car.rule.settings.parted { $0.name == "dialect" }
    // Whose convention it is matters least while driving.
    return numbers.map(ofRule)
      + (count > 0 ? [.batch(car.batch(on: surface) ?? count, of: count)] : [])
      + [.noise(car.sampling.noise)] + schedule(of: car) + dialect.map(ofRule)
  }

  /// Only what means something: a rate that counts at the start alone has no schedule.
  private static func schedule(of car: Car) -> [EditedSetting] {
    guard car.rule.about.rate != .start else { return [] }
    let schedule = car.schedule
    return [.schedule(schedule.form)]
      + (schedule.form == .constant ? [] : [.scheduleSteps(schedule.steps)])
      + (schedule.form.hasFactor ? [.scheduleFactor(schedule.factor)] : [])
      + (car.canCycleMomentum ? [.cycleMomentum(car.cyclesMomentum)] : [])
  }

  package var name: String {
    switch self {
    case .ofRule(let setting): setting.name
    case .batch: "batch"
    case .noise: "noise"
    case .schedule: "schedule"
    case .scheduleSteps: "schedule-steps"
    case .scheduleFactor: "schedule-factor"
    case .cycleMomentum: "cycle-momentum"
    }
  }

  package var symbol: String {
    switch self {
    case .ofRule(let setting): setting.symbol
    case .batch: "n"
    case .noise: "σ"
    case .schedule: "η(t)"
    case .scheduleSteps: "T"
    case .scheduleFactor: "q"
    case .cycleMomentum: "γ(t)"
    }
  }

  package var valueText: String {
    switch self {
    case .ofRule(let setting): setting.valueText
    case .batch(let size, _): "\(size)"
    case .noise(let sigma): NumberText.compact(sigma)
    case .schedule(let form): form.rawValue
    case .scheduleSteps(let steps): "\(steps)"
    case .scheduleFactor(let factor): NumberText.compact(factor)
    case .cycleMomentum(let cycles): cycles ? "on" : "off"
    }
  }

  /// What it may be, the same in every language.
  package var rangeText: String {
    switch self {
    case .ofRule(let setting):
      switch setting.range {
      case .number(let domain): domain.formula
      case .words(let words): words.joined(separator: ", ")
      }
    case .batch(_, let count): "1…\(count)"
    case .noise: Domain.nonNegative.formula
    case .schedule: Schedule.Form.allCases.map(\.rawValue).joined(separator: ", ")
    case .scheduleSteps: "T ≥ 1"
    case .scheduleFactor: Domain.unit.formula
    case .cycleMomentum: "on, off"
    }
  }

  /// It only says how the memory begins.
  package var isOfTheStart: Bool {
    guard case .ofRule(let setting) = self else { return false }
    return setting.isOfTheStart
  }

  /// The word before or after, round and round.
  private static func neighbour(of word: String, _ up: Bool, in words: [String]) -> String {
    let place = (words.firstIndex(of: word) ?? 0) + (up ? 1 : words.count - 1)
    return words[place % words.count]
  }

  /// The next value that a key steps to; `nil` if there is none.
  package func stepped(up: Bool, isWide: Bool) -> String? {
    switch self {
    case .ofRule(let setting):
      switch (setting.range, setting.value) {
      case (.number(let domain), .number(let value)):
        // What keeps a denominator from zero is small; what adds to slopes is not.
        let least = setting.name == "eps" ? 1e-12 : 0.01
        return Ladder.step(from: value, up: up, isWide: isWide, in: domain, least: least)
          .map(NumberText.compact)
      case (.words(let words), .word(let word)):
        return Self.neighbour(of: word, up, in: words)
      default: return nil
      }
    case .batch(let size, let count):
      return Ladder.step(from: size, up: up, isWide: isWide, of: count).map { "\($0)" }
    case .noise(let sigma):
      return Ladder.step(from: sigma, up: up, isWide: isWide, in: .nonNegative)
        .map(NumberText.compact)
    case .schedule(let form):
      return Self.neighbour(of: form.rawValue, up, in: Schedule.Form.allCases.map(\.rawValue))
    case .scheduleSteps(let steps):
      return Ladder.step(from: Double(steps), up: up, isWide: isWide, in: .atLeastOne)
        .map { "\(up ? max(steps + 1, Int($0)) : min(steps - 1, Int($0)))" }
    case .scheduleFactor(let factor):
      return Ladder.step(from: factor, up: up, isWide: isWide, in: .unit).map(NumberText.compact)
    case .cycleMomentum(let cycles): return cycles ? "off" : "on"
    }
  }
}

extension Array {
  /// The elements for which something holds, and the others.
  fileprivate func parted(by holds: (Element) -> Bool) -> (those: [Element], others: [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}
