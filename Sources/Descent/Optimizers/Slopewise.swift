/// A rule that asks the surface for one slope a step and for nothing else, so that its steps can be
/// worked out for many particles once the slopes of all of them are known.
package protocol Slopewise: Optimizer {
  /// Whether any form of the rule feels the slope elsewhere than where it is.
  static var looksAhead: Bool { get }

  /// Where the step from a point feels the slope.
  func lookout(from point: Point<Double>, _ state: One) -> Point<Double>
  func lookout(from point: Point<Lanes>, _ state: Eight) -> Point<Lanes>

  /// One update by the slope felt there, with the state moved on in place.
  func step(from point: Point<Double>, _ state: inout One, by slope: Point<Double>) -> Point<Double>
  func step(from point: Point<Lanes>, _ state: inout Eight, by slope: Point<Lanes>) -> Point<Lanes>
}

extension Slopewise {
  package static var looksAhead: Bool { false }

  @inline(__always)
  package func lookout<L: Lane, State>(from point: Point<L>, _ state: State) -> Point<L> { point }

  package func step(
    from point: Point<Double>, _ state: inout One, on f: inout Objective<Double>
  ) -> Point<Double> {
    step(from: point, &state, by: f.gradient(at: lookout(from: point, state)))
  }

  package func step(
    from point: Point<Lanes>, _ state: inout Eight, on f: inout Objective<Lanes>
  ) -> Point<Lanes> {
    step(from: point, &state, by: f.gradient(at: lookout(from: point, state)))
  }

  package func lead(_ convoy: inout Convoy<Double>, seenBy visit: (Convoy<Double>) -> Void) {
    convoy.drive(OneBySlope<Self>.self, seenBy: visit)
  }

  package func lead(_ convoy: inout Convoy<Lanes>, seenBy visit: (Convoy<Lanes>) -> Void) {
    convoy.drive(EightBySlope<Self>.self, seenBy: visit)
  }
}

/// A rule's steps by slopes, for one number of lanes. Types and no closures: so the compiler makes
/// of every rule's loop one piece.
private protocol StepBySlope {
  associatedtype Rule: Slopewise
  associatedtype L: Lane
  associatedtype State: Sendable

  static func start(_ rule: Rule, at point: Point<L>) -> State
  static func lookout(_ rule: Rule, from point: Point<L>, _ state: State) -> Point<L>
  static func step(
    _ rule: Rule, from point: Point<L>, _ state: inout State, by slope: Point<L>
  ) -> Point<L>
}

private enum OneBySlope<Rule: Slopewise>: StepBySlope {
  @inline(__always)
  static func start(_ rule: Rule, at point: Point<Double>) -> Rule.One { rule.start(at: point) }
  @inline(__always)
  static func lookout(_ rule: Rule, from point: Point<Double>, _ state: Rule.One) -> Point<Double> {
    rule.lookout(from: point, state)
  }
  @inline(__always)
  static func step(
    _ rule: Rule, from point: Point<Double>, _ state: inout Rule.One, by slope: Point<Double>
  ) -> Point<Double> {
    rule.step(from: point, &state, by: slope)
  }
}

private enum EightBySlope<Rule: Slopewise>: StepBySlope {
  @inline(__always)
  static func start(_ rule: Rule, at point: Point<Lanes>) -> Rule.Eight { rule.start(at: point) }
  @inline(__always)
  static func lookout(_ rule: Rule, from point: Point<Lanes>, _ state: Rule.Eight) -> Point<Lanes> {
    rule.lookout(from: point, state)
  }
  @inline(__always)
  static func step(
    _ rule: Rule, from point: Point<Lanes>, _ state: inout Rule.Eight, by slope: Point<Lanes>
  ) -> Point<Lanes> {
    rule.step(from: point, &state, by: slope)
  }
}

extension Convoy {
  /// Each step in two strides, each of them over all groups: their slopes, then their updates.
  @inline(__always)
  fileprivate mutating func drive<Step: StepBySlope>(
    _ step: Step.Type, seenBy visit: (Convoy) -> Void
  ) where Step.L == L {
    let rules = rules(as: Step.Rule.self)
    var states = zip(rules, places).map { Step.start($0, at: $1) }
    let surface = surface
    var lookouts = Array(repeating: Point<L>.zero, count: Step.Rule.looksAhead ? groups : 0)
    var slopes = Array(repeating: Point<L>.zero, count: groups)
    drive(seenBy: visit) { pace, here, next in
      var found = slopes.mutableSpan
      if Step.Rule.looksAhead {
        for index in here.indices {
          let rule = pace.map(rules[index].at) ?? rules[index]
          lookouts[index] = Step.lookout(rule, from: here[index], states[index])
        }
        L.slopes(of: surface, at: lookouts.span, into: &found)
      } else {
        L.slopes(of: surface, at: here, into: &found)
      }
      if let pace {
        for index in here.indices {
          next[index] = Step.step(
            rules[index].at(pace), from: here[index], &states[index], by: slopes[index])
        }
      } else {
        for index in here.indices {
          next[index] = Step.step(
            rules[index], from: here[index], &states[index], by: slopes[index])
        }
      }
    }
  }
}
