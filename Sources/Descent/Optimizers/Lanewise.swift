/// A rule that takes another way for each particle, by a search or a comparison: eight are driven
/// one after another, so that they equal one bit for bit.
package protocol Lanewise: Optimizer where Eight == EightStates<One> {}

/// The states of eight particles.
package struct EightStates<One: Sendable>: Sendable {
  fileprivate var states: [One]
}

extension Lanewise {
  package func start(at point: Point<Lanes>) -> EightStates<One> {
    EightStates(states: (0..<8).map { start(at: Point(point.x[$0], point.y[$0])) })
  }

  package func step(
    from point: Point<Lanes>, _ state: inout EightStates<One>, on f: inout Objective<Lanes>
  ) -> Point<Lanes> {
    var next = point
    for lane in 0..<8 {
      var objective = f.lane(lane)
      let after = step(
        from: Point(point.x[lane], point.y[lane]), &state.states[lane], on: &objective)
      (next.x[lane], next.y[lane]) = (after.x, after.y)
    }
    return next
  }
}
