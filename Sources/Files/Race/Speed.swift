/// Steps a second, on a ladder of round numbers.
package struct Speed: Hashable, Sendable {
  private static let ladder = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 240, 480, 960, 1920]
  package static let normal = 20
  package static let range = ladder[0]...ladder[ladder.count - 1]

  package private(set) var stepsPerSecond = normal

  /// - Parameter stepsPerSecond: within `range`, not necessarily a rung.
  package init(stepsPerSecond: Int = normal) { self.stepsPerSecond = stepsPerSecond }

  package mutating func faster() {
    stepsPerSecond = Self.ladder.first { $0 > stepsPerSecond } ?? stepsPerSecond
  }

  package mutating func slower() {
    stepsPerSecond = Self.ladder.last { $0 < stepsPerSecond } ?? stepsPerSecond
  }
}
