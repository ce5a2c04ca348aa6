/// Groups of particles that drive side by side, each group by its own settings of one rule, without
/// batches or noise.
///
/// A step of one group is a chain of operations that wait for each other, its roots and quotients
/// above all; while one group waits, the processor goes on with the next. So the groups take turns
/// step by step, none is driven to its end alone. What a group does is the same beside any others.
package struct Convoy<L: Lane>: Sendable {
  package let surface: any Surface
  package let schedule: Schedule
  package let steps: Int
  /// One for each group, all of the same type.
  let rules: [any Optimizer]
  /// A row for each step of the page, the last one first of all: a place for each group.
  private var rows: [Point<L>]
  private let stepsAPage: Int
  /// Steps that have been driven, and those of them that the last page holds.
  private var done = 0
  private var stepsOfLastPage = 0

  /// - Parameters:
  ///   - rules: one for each group, at least one, all of the same type.
  ///   - starts: as many.
  ///   - stepsAPage: seen together; at least 1.
  package init(
    of rules: [any Optimizer], from starts: [Point<L>], on surface: any Surface,
    by schedule: Schedule = Schedule(), steps: Int, stepsAPage: Int = 64
  ) {
    precondition(!rules.isEmpty && rules.count == starts.count)
    (self.rules, self.surface, self.schedule) = (rules, surface, schedule)
    (self.steps, self.stepsAPage) = (max(0, steps), max(1, min(steps, stepsAPage)))
    rows = Array(repeating: starts[0], count: (self.stepsAPage + 1) * rules.count)
    for index in starts.indices { rows[index] = starts[index] }
  }

  var groups: Int { rules.count }

  /// Whether a page holds all steps.
  package var isOnePage: Bool { steps <= stepsAPage }

  /// The steps that are remembered, counted from 1.
  package var page: Range<Int> { done - stepsOfLastPage + 1..<done + 1 }

  /// Where a group was after a step of the page.
  @inline(__always)
  package func place(ofGroup group: Int, after step: Int) -> Point<L> {
    rows[(step - (done - stepsOfLastPage)) * groups + group]
  }

  /// Where each group is: before a drive at its start, afterwards at its end.
  package var places: [Point<L>] {
    Array(rows[stepsOfLastPage * groups..<(stepsOfLastPage + 1) * groups])
  }

  /// Drives all groups by all steps.
  ///
  /// - Parameter visit: sees every page when it is full.
  package mutating func drive(seenBy visit: (Convoy) -> Void = { _ in }) {
    L.lead(&self, by: rules[0], seenBy: visit)
  }

  /// - Parameter row: drives each group by one step, from the first places to the others; also
  ///   given what the schedule makes of that step, `nil` for a constant one.
  @inline(__always)
  mutating func drive(
    seenBy visit: (Convoy) -> Void,
    row: (Pace?, Span<Point<L>>, inout MutableSpan<Point<L>>) -> Void
  ) {
    precondition(done == 0, "a convoy drives once")
    let groups = groups
    let isConstant = schedule.form == .constant
    while done < steps {
      let count = min(stepsAPage, steps - done)
      let last = stepsOfLastPage * groups
      for group in 0..<groups { rows[group] = rows[last + group] }
      let (done, schedule) = (done, schedule)
      rows.withUnsafeMutableBufferPointer { rows in
        for step in 0..<count {
          let here = UnsafeBufferPointer(rebasing: rows[step * groups..<(step + 1) * groups])
          let next = UnsafeMutableBufferPointer(
            rebasing: rows[(step + 1) * groups..<(step + 2) * groups])
          var places = next.mutableSpan
          row(isConstant ? nil : schedule.pace(at: done + step), here.span, &places)
        }
      }
      (self.done, stepsOfLastPage) = (done + count, count)
      visit(self)
    }
  }

  /// The rules, whose type is known here.
  func rules<Rule: Optimizer>(as: Rule.Type) -> [Rule] {
    rules.map { rule in
      guard let rule = rule as? Rule else {
        preconditionFailure("\(rule) in a convoy of \(Rule.self)")
      }
      return rule
    }
  }
}

// Rules that ask for more than a slope, or for none, drive their groups one by one in every step.
extension Optimizer {
  package func lead(
    _ convoy: inout Convoy<Double>, seenBy visit: (Convoy<Double>) -> Void
  ) {
    let rules = convoy.rules(as: Self.self)
    var states = zip(rules, convoy.places).map { $0.start(at: $1) }
    var objective = Objective<Double>(convoy.surface)
    convoy.drive(seenBy: visit) { pace, here, next in
      for index in here.indices {
        let rule = pace.map(rules[index].at) ?? rules[index]
        next[index] = rule.step(
          from: here[index], &states[index], on: &objective)
      }
    }
  }

  package func lead(
    _ convoy: inout Convoy<Lanes>, seenBy visit: (Convoy<Lanes>) -> Void
  ) {
    let rules = convoy.rules(as: Self.self)
    var states = zip(rules, convoy.places).map { $0.start(at: $1) }
    var objective = Objective<Lanes>(convoy.surface)
    convoy.drive(seenBy: visit) { pace, here, next in
      for index in here.indices {
        let rule = pace.map(rules[index].at) ?? rules[index]
        next[index] = rule.step(
          from: here[index], &states[index], on: &objective)
      }
    }
  }
}
