package import Terminal

/// The only loop: waits for events and the clock, and shows what follows from them.
package enum Program {
  /// As fast as the eye needs it.
  private static let framesPerSecond = 30

  /// Runs the model on a screen until the user quits; returns how it stood then.
  @discardableResult
  package static func run(_ model: Model, on screen: any Screen) -> Model {
    var model = model
    let scenery = Scenery()
    var pace = Pace(now: .now)
    _ = update(&model, .resize(screen.size, cellAspect: screen.cellAspect))
    while true {
      screen.show(view(of: model, scenery: scenery))
      var event = screen.event(
        within: model.isPlaying ? pace.secondsToNextFrame(model.speed, now: .now) : nil)
      // A burst of keys (a held arrow) is one change of the picture, not many.
      while let current = event {
        if !handle(current, &model, screen) { return model }
        event = screen.event(within: 0)
      }
      let steps = pace.stepsDue(model.isPlaying, model.speed, now: .now)
      if steps > 0 { _ = update(&model, .advance(steps: steps)) }
    }
  }

  /// Lets the model answer one event; `false` ends the program.
  private static func handle(_ event: Event, _ model: inout Model, _ screen: any Screen) -> Bool {
    let message: Message? =
      if case .resize = event {
        .resize(screen.size, cellAspect: screen.cellAspect)
      } else {
        Keymap.message(for: event, in: model)
      }
    guard let message else { return true }
    for effect in update(&model, message) {
      switch effect {
      case .repaint: screen.invalidate()
      case .suspend: screen.suspend()
      case .useMouse(let on): screen.useMouse(on)
      case .quit: return false
      }
    }
    return true
  }

  /// Turns time into steps. Late frames are dropped, never queued.
  private struct Pace {
    private var last: ContinuousClock.Instant
    /// Steps that time has earned and no frame has shown yet, as a fraction.
    private var owed = 0.0

    init(now: ContinuousClock.Instant) { last = now }

    func secondsToNextFrame(_ speed: Speed, now: ContinuousClock.Instant) -> Double {
      let frame = 1 / Double(min(speed.stepsPerSecond, framesPerSecond))
      return max(0, frame - seconds(since: now))
    }

    mutating func stepsDue(_ playing: Bool, _ speed: Speed, now: ContinuousClock.Instant) -> Int {
      guard playing else {
        (last, owed) = (now, 0)
        return 0
      }
      let frame = 1 / Double(min(speed.stepsPerSecond, framesPerSecond))
      let elapsed = seconds(since: now)
      guard elapsed >= frame else { return 0 }
      // After a stall (suspended, a slow terminal) the race goes on where it was.
      owed += min(elapsed, 3 * frame) * Double(speed.stepsPerSecond)
      last = now
      let steps = Int(owed)
      owed -= Double(steps)
      return steps
    }

    private func seconds(since now: ContinuousClock.Instant) -> Double {
      let (seconds, attoseconds) = (now - last).components
      return Double(seconds) + Double(attoseconds) * 1e-18
    }
  }
}
