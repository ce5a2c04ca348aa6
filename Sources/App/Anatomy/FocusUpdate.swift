package import Descent
import Drawing
import Files
import Texts

// What the keys of the focus view do: the rule laid beside the car, the sub-steps, the zoom.

extension Model {
  /// The rule that `ghost` asks for.
  package var ghostRule: (any Optimizer)? {
    let name: String
    switch ghost {
    case .rule(let rule): return rule
    case .named(let found): name = found
    case nil: return nil
    }
    if let car = race.cars.first(where: { $0.rule.about.name == name }) { return car.rule }
    guard let known = Catalog.optimizer(named: name) else { return nil }
    let own = race.cars[focus].rule
    var rule = Lineup.suited(known, to: surface)
    if race.drivers[focus].sharesMemory(with: rule), own.about.rate == rule.about.rate {
      for setting in own.settings where setting.name != "dialect" {
        try? rule.set(setting.name, to: setting.valueText)
      }
    }
    return rule
  }

  /// The names of the others: those that remember what the car in focus does come first.
  private var ghostNames: [String] {
    let own = race.cars[focus].rule.about.name
    let others = Catalog.optimizers.filter { $0.about.name != own }
    let driver = race.drivers[focus]
    return (others.filter(driver.sharesMemory) + others.filter { !driver.sharesMemory(with: $0) })
      .map(\.about.name)
  }

  /// Lays the next rule beside the car; after the last one, none.
  mutating func layNextGhost() {
    let names = ghostNames
    switch ghost {
    case nil: ghost = names.first.map(Ghost.named)
    case .named(let name):
      let next = (names.firstIndex(of: name) ?? -1) + 1
      ghost = next < names.count ? .named(names[next]) : nil
    case .rule: ghost = nil
    }
    notice =
      ghostRule.map { strings(.noticeGhost, ["name": $0.about.title]) } ?? strings[.noticeNoGhost]
  }
}

extension Message {
  /// It ends the look at the parts of one step.
  var movesTime: Bool {
    switch self {
    case .advance, .togglePlay, .step, .toStart, .toEnd, .restart: true
    default: false
    }
  }
}

// The map follows the car: it can be brought nearer, not moved.
extension Model {
  private static let zooms = -12...12

  mutating func moveFocusView(_ message: Message) {
    switch message {
    case .zoomIn: focusZoom = min(focusZoom + 1, Self.zooms.upperBound)
    case .zoomOut: focusZoom = max(focusZoom - 1, Self.zooms.lowerBound)
    case .fit: focusZoom = 0
    default: notice = strings[.noticeFocusFollows]
    }
  }
}

// Sub-steps.
extension Model {
  /// Goes on to the next sub-step; past the last one the step is taken.
  mutating func goToNextSubstep() {
    isPlaying = false
    let parts = race.anatomy(ofCar: focus).map(\.part)
    if let substep, let index = parts.firstIndex(of: substep) {
      if index + 1 < parts.count { return self.substep = parts[index + 1] }
      timeline.seek(to: timeline.tick + 1)
    }
    substep = race.anatomy(ofCar: focus).first?.part
  }

  /// Back to the sub-step before; before the first one the race goes back a step.
  mutating func goToPreviousSubstep() {
    isPlaying = false
    let parts = race.anatomy(ofCar: focus).map(\.part)
    if let substep, let index = parts.firstIndex(of: substep) {
      if index > 0 { return self.substep = parts[index - 1] }
      guard timeline.tick > 0 else { return }
    } else if !parts.isEmpty {
      return substep = parts.last
    }
    timeline.seek(to: timeline.tick - 1)
    substep = race.anatomy(ofCar: focus).last?.part
  }
}
