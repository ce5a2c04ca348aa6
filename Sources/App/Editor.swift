package import Descent
import Drawing

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
}

/// One line of the editor: a setting of the car's rule, or of what it sees of the slope.
package enum EditedSetting: Hashable, Sendable {
  case ofRule(Setting)
  case batch(Int, of: Int)
  case noise(Double)

  /// Every setting of a car on a surface, in the order of the editor.
  package static func all(of car: Car, on surface: any Surface) -> [EditedSetting] {
    let count = surface.sampleCount
    let (dialect, numbers) = car.rule.settings.parted { $0.name == "dialect" }
    // Whose convention it is matters least while driving.
    return numbers.map(ofRule)
      + (count > 0 ? [.batch(car.batch(on: surface) ?? count, of: count)] : [])
      + [.noise(car.sampling.noise)] + dialect.map(ofRule)
  }

  package var name: String {
    switch self {
    case .ofRule(let setting): setting.name
    case .batch: "batch"
    case .noise: "noise"
    }
  }

  package var symbol: String {
    switch self {
    case .ofRule(let setting): setting.symbol
    case .batch: "n"
    case .noise: "σ"
    }
  }

  package var valueText: String {
    switch self {
    case .ofRule(let setting): setting.valueText
    case .batch(let size, _): "\(size)"
    case .noise(let sigma): NumberText.compact(sigma)
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
    }
  }

  /// It only says how the memory begins.
  package var isOfTheStart: Bool { name == "initial-accumulator" }

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
        let place = (words.firstIndex(of: word) ?? 0) + (up ? 1 : words.count - 1)
        return words[place % words.count]
      default: return nil
      }
    case .batch(let size, let count):
      return Ladder.step(from: size, up: up, isWide: isWide, of: count).map { "\($0)" }
    case .noise(let sigma):
      return Ladder.step(from: sigma, up: up, isWide: isWide, in: .nonNegative)
        .map(NumberText.compact)
    }
  }
}

extension Array {
  /// The elements for which something holds, and the others.
  fileprivate func parted(by holds: (Element) -> Bool) -> (those: [Element], others: [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}
