/// What the laboratory has found out, and how the screen looks at it.
package struct LabNotes: Sendable {
  /// The findings, the oldest first.
  private var findings: [(task: LabTask, finding: LabFinding)] = []
  /// Enough for a walk back to what has just been looked at.
  private static let capacity = 64

  /// The setting beside the rate on the map of two settings, counted among the car's numbers.
  package var setting = 0
  /// The map of two settings shows the loss at the end, not what became of the car.
  package var showsLoss = false
  /// Where `b` leads back to.
  package var viewBefore = MapView.sideBySide
  /// Every car is to drive at its own best rate as soon as that is known.
  package var awaitsBestRates = false
  /// What the rates of the race have been chosen by.
  package var fairness: Fairness?

  package init() {}

  package subscript(task: LabTask) -> LabFinding? {
    findings.first { $0.task == task }?.finding
  }

  mutating func note(_ finding: LabFinding, of task: LabTask) {
    findings.removeAll { $0.task == task }
    if findings.count >= Self.capacity { findings.removeFirst() }
    findings.append((task, finding))
  }
}

/// What "fair" may mean in a race.
package enum Fairness: String, CaseIterable, Sendable {
  /// The same rate for all.
  case same
  /// Each at its own best rate, as `RateStrip.best` chooses it.
  case best
}
