import Dispatch

/// Runs tasks on a queue of their own, one after the other: they wait for nobody else's.
final class OwnQueue: TaskExecutor {
  private let queue = DispatchQueue(label: "lectern")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
