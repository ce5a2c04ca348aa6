import Descent
package import Files

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
  /// Every car is to drive at its own best rate as soon as that is known.
  package var awaitsBestRates = false
  /// What the rates of the race were last chosen by, and where that was; see `Model.fairness`.
  package internal(set) var fairness: Fairness?
  private var fairRates: [Double] = []
  private var fairSurface: SurfaceAbout.Identity?

  package init() {}

  package subscript(task: LabTask) -> LabFinding? {
    findings.first { $0.task == task }?.finding
  }

  /// The rates of a race have been chosen.
  mutating func noteRates(_ fairness: Fairness?, of race: Race) {
    self.fairness = fairness
    (fairRates, fairSurface) = (race.cars.map(\.rule.rate), race.surface.about.identity)
  }

  /// Whether a race is still the one that they were chosen for.
  func isFair(_ race: Race) -> Bool {
    race.cars.map(\.rule.rate) == fairRates && race.surface.about.identity == fairSurface
  }

  mutating func note(_ finding: LabFinding, of task: LabTask) {
    findings.removeAll { $0.task == task }
    if findings.count >= Self.capacity { findings.removeFirst() }
    findings.append((task, finding))
  }
}
