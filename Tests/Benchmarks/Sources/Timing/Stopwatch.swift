/// Times pieces of work against each other: in turns, several rounds, so that what else runs on the
/// machine meets all of them alike.
package struct Stopwatch {
  package var rounds = 9

  package init(rounds: Int = 9) { self.rounds = rounds }

  /// The median seconds of each piece of work.
  package func medians(_ works: [() -> Void]) -> [Double] {
    for work in works { work() }
    var seconds = Array(repeating: [Double](), count: works.count)
    for _ in 0..<rounds {
      for (index, work) in works.enumerated() {
        let took = ContinuousClock().measure(work)
        seconds[index].append(took / .seconds(1))
      }
    }
    return seconds.map { $0.sorted()[rounds / 2] }
  }

  package func median(_ work: () -> Void) -> Double {
    withoutActuallyEscaping(work) { medians([$0])[0] }
  }
}

/// Keeps what has been computed from being left out.
@inline(never)
package func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
