import Dispatch
import Synchronization

/// Finds out, beside the race and on other threads, what the screen wants to know. A task that is
/// no longer wanted is left at once, in the middle of it.
package final class Laboratory: Sendable {
  private struct State {
    var wanted: [LabJob] = []
    /// The wanted tasks that have been carried out.
    var done: Set<LabTask> = []
    var findings: [(task: LabTask, finding: LabFinding)] = []
    var isWorking = false

    var next: LabJob? { wanted.first { !done.contains($0.task) } }
  }

  private let state = Mutex(State())
  /// Rings when there is something new.
  private let bell = DispatchSemaphore(value: 0)

  package init() {}

  /// Takes over what is wanted now, the most urgent first.
  package func follow(_ jobs: [LabJob]) {
    let starts = state.withLock { state in
      state.wanted = jobs
      state.done.formIntersection(jobs.map(\.task))
      state.findings.removeAll { found in !jobs.contains { $0.task == found.task } }
      guard !state.isWorking, state.next != nil else { return false }
      state.isWorking = true
      return true
    }
    if starts { DispatchQueue.global(qos: .userInitiated).async { self.work() } }
  }

  /// What has been found since this was last asked; of each task the last word.
  package func findings() -> [(task: LabTask, finding: LabFinding)] {
    state.withLock { state in
      defer { state.findings = [] }
      return state.findings
    }
  }

  /// Waits for the next news, but not longer.
  package func waitForFinding(milliseconds: Int) {
    guard isWorking, state.withLock({ $0.findings.isEmpty }) else { return }
    while bell.wait(timeout: .now()) == .success {}
    _ = bell.wait(timeout: .now() + .milliseconds(milliseconds))
  }

  package var isWorking: Bool { state.withLock { $0.isWorking || !$0.findings.isEmpty } }

  private func work() {
    while let job = nextJob() {
      job.run(
        tell: { finding in self.note(finding, of: job.task) },
        while: { self.state.withLock { state in state.wanted.contains { $0.task == job.task } } })
    }
  }

  private func nextJob() -> LabJob? {
    state.withLock { state in
      let next = state.next
      if next == nil { state.isWorking = false }
      return next
    }
  }

  private func note(_ finding: LabFinding, of task: LabTask) {
    state.withLock { state in
      guard state.wanted.contains(where: { $0.task == task }) else { return }
      state.findings.removeAll { $0.task == task }
      state.findings.append((task, finding))
      if finding.isComplete { state.done.insert(task) }
    }
    bell.signal()
  }
}
