/// One car mid-drive: a rule, its state and where it is. What a race steps without knowing the
/// rule.
package protocol Particle: Sendable {
  var position: Point<Double> { get }

  /// One update of the rule at a pace.
  mutating func step(on objective: inout Objective<Double>, at pace: Pace)

  /// The updates of a leg of a race.
  mutating func drive(along leg: inout Leg)

  /// The update that `step` would make, moment by moment.
  func anatomy(on objective: inout Objective<Double>, at pace: Pace) -> [Substep]

  /// A particle at the same place under another rule, or under this one with other settings. It
  /// takes over what is remembered if the rules remember the same; otherwise it begins anew.
  func driven(by rule: any Optimizer) -> any Particle

  /// Whether a particle under that rule takes over what this one remembers.
  func sharesMemory(with rule: any Optimizer) -> Bool
}

private struct Drive<Rule: Optimizer>: Particle {
  let rule: Rule
  var state: Rule.One
  var position: Point<Double>

  mutating func step(on objective: inout Objective<Double>, at pace: Pace) {
    position = rule.at(pace).step(from: position, &state, on: &objective)
  }

  mutating func drive(along leg: inout Leg) {
    position = rule.drive(from: position, &state, along: &leg)
  }

  func anatomy(on objective: inout Objective<Double>, at pace: Pace) -> [Substep] {
    rule.at(pace).anatomy(from: position, state, on: &objective)
  }

  func driven(by rule: any Optimizer) -> any Particle { taken(over: rule) }

  private func taken<Other: Optimizer>(over other: Other) -> any Particle {
    let kept = sharesMemory(with: other) ? state as? Other.One : nil
    return Drive<Other>(rule: other, state: kept ?? other.start(at: position), position: position)
  }

  func sharesMemory(with other: any Optimizer) -> Bool {
    remembersAs(other)
  }

  private func remembersAs<Other: Optimizer>(_ other: Other) -> Bool {
    Other.One.self == Rule.One.self && other.memoryForm == rule.memoryForm
  }
}

extension Particle {
  package mutating func step(on objective: inout Objective<Double>) {
    step(on: &objective, at: Pace())
  }
}

extension Optimizer {
  /// The rule as a schedule has it in one step.
  func at(_ pace: Pace) -> Self {
    guard pace != Pace() else { return self }
    var rule = self
    rule.learningRate *= pace.rate
    if let momentum = pace.momentum { rule.cycledMomentum = momentum }
    return rule
  }

  package func particle(at start: Point<Double>) -> any Particle {
    Drive(rule: self, state: self.start(at: start), position: start)
  }
}
