import Dispatch
import FoundationEssentials
import Synchronization

/// Work that falls into pieces, on all processors.
package enum Parallel {
  /// What a function makes of 0 ..< count, in this order.
  ///
  /// - Parameters:
  ///   - threads: at most so many at once; `nil` for one a processor.
  ///   - tell: hears how many pieces are done, from one thread at a time.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int? = nil, tell: @Sendable (Int) -> Void = { _ in },
    _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Mutex((done: 0, all: [Result?](repeating: nil, count: count)))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(count, threads ?? processors)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index)
        results.withLock {
          $0.all[index] = result
          $0.done += 1
          tell($0.done)
        }
      }
    }
    return results.withLock { $0.all.compactMap(\.self) }
  }

  /// The same of runs of neighbours, for work that takes less time side by side; what is told are
  /// numbers below `count` that are done.
  package static func map<Result: Sendable>(
    _ count: Int, inRunsOf length: Int, threads: Int? = nil,
    tell: @Sendable (Int) -> Void = { _ in }, _ body: @Sendable (Range<Int>) -> [Result]
  ) -> [Result] {
    map(
      (count + length - 1) / length, threads: threads, tell: { tell(min(count, $0 * length)) }
    ) { run in
      body(run * length..<min(count, (run + 1) * length))
    }.flatMap(\.self)
  }

  private static let processors = ProcessInfo.processInfo.activeProcessorCount
}
