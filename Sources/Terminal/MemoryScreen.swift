package import Drawing

/// A screen in memory for tests: it plays a script of events and keeps the frames it was shown.
package final class MemoryScreen: Screen {
  package enum Step: Hashable, Sendable {
    case event(Event)
    /// The time to wait runs out.
    case timeOut
    /// The screen has another size from here on, and says so.
    case resize(Size)
    /// The terminal has answered, and this is known from here on.
    case told(TerminalFindings)

    package static func key(_ key: Key) -> Step { .event(.key(key)) }
  }

  package private(set) var size: Size
  package let cellAspect: Double
  /// Every frame shown, the oldest first.
  package private(set) var frames: [Frame] = []
  /// The seconds of every wait for an event.
  package private(set) var waits: [Double?] = []
  package private(set) var invalidations = 0
  package private(set) var suspensions = 0
  package private(set) var usesMouse = false
  private var known: TerminalFindings
  private let answer: TerminalFindings?
  private var script: ArraySlice<Step>

  /// After the last step the screen has hung up, so that a program under test ends.
  ///
  /// - Parameters:
  ///   - findings: what is known at first.
  ///   - answer: what is known when it is looked at for the second time.
  package init(
    _ size: Size = Size(80, 24), cellAspect: Double = 2,
    findings: TerminalFindings = .everything, answer: TerminalFindings? = nil,
    script: [Step] = []
  ) {
    self.size = size
    self.cellAspect = cellAspect
    known = findings
    self.answer = answer
    self.script = script[...]
  }

  package func findings() -> TerminalFindings {
    defer { known = answer ?? known }
    return known
  }

  package func show(_ frame: Frame) { frames.append(frame) }

  package func event(within seconds: Double?) -> Event? {
    waits.append(seconds)
    switch script.popFirst() {
    case nil: return .hangUp
    case .timeOut: return nil
    case .event(let event): return event
    case .resize(let size):
      self.size = size
      return .resize
    case .told(let findings):
      known = findings
      return .told
    }
  }

  package func invalidate() { invalidations += 1 }
  package func useMouse(_ on: Bool) { usesMouse = on }
  package func suspend() { suspensions += 1 }
}
