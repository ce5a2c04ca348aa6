/// One car mid-drive: a rule, its state and where it is. What a race steps without knowing the
/// rule.
package protocol Particle: Sendable {
  var position: Point<Double> { get }

  /// One update of the rule.
  mutating func step(on objective: inout Objective<Double>)
}

private struct Drive<Rule: Optimizer>: Particle {
  let rule: Rule
  var state: Rule.One
  var position: Point<Double>

  mutating func step(on objective: inout Objective<Double>) {
    position = rule.step(from: position, &state, on: &objective)
  }
}

extension Optimizer {
  package func particle(at start: Point<Double>) -> any Particle {
    Drive(rule: self, state: self.start(at: start), position: start)
  }

  /// Eight particles driven `steps` updates in step; `visit` sees their positions after each.
  package func driveEight(
    from start: Point<Lanes>, steps: Int, on surface: any Surface,
    visit: (_ step: Int, _ points: Point<Lanes>) -> Void
  ) {
    var (point, state) = (start, self.start(at: start))
    var objective = Objective<Lanes>(surface)
    for step in 1...max(1, steps) {
      point = self.step(from: point, &state, on: &objective)
      visit(step, point)
    }
  }
}
