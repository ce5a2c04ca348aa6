package import Files
package import Terminal

/// The only loop: waits for events and the clock, and shows what follows from them.
package enum Program {
  /// The rate of frames: as fast as an eye needs.
  private static let framesPerSecond = 30
  /// How often a clock on the screen is looked at.
  private static let secondsOfClock = 0.25
  /// A flood of events (a paste, a mouse gone wild) must not keep the picture waiting for ever.
  package static let eventsPerFrame = 256

  /// Runs the model on a screen until the user quits; returns how it stood then.
  ///
  /// - Parameters:
  ///   - mail: how another terminal of the same lecture is talked to.
  ///   - save: writes a file somewhere and returns its name.
  ///   - openFilm: opens a file for a film of what is done.
  @discardableResult
  package static func run(
    _ model: Model, on screen: any Screen, mail: Mail = Mail(),
    save: @escaping (SavedFile) -> Result<String, SavedFile.Failure> = { _ in .failure(.refused) },
    openFilm: @escaping () -> Result<LiveFilm.FilmFile, SavedFile.Failure> = { .failure(.refused) }
  ) -> Model {
    var model = model
    var secretary = Secretary(mail, save: save, openFilm: openFilm)
    defer { secretary.close() }
    let (scenery, laboratory) = (Scenery(), Laboratory())
    var pace = Pace(now: .now)
    _ = update(&model, .resize(screen.size, cellAspect: screen.cellAspect))
    let known = screen.findings()
    _ = update(&model, .learn(known))
    var layout = Layout(model)
    var frame = view(of: model, layout, scenery: scenery)
    // The terminal has answered meanwhile, if it is quick; then nothing else is ever shown.
    if screen.findings() != known {
      _ = update(&model, .learn(screen.findings()))
      layout = Layout(model)
      // Cells are there at once; pixels take their place.
      let pixels = model.rendition.pixels
      model.rendition.pixels = nil
      frame = view(of: model, layout, scenery: scenery)
      model.rendition.pixels = pixels
    }
    var owesPixels = model.rendition.pixels != nil
    while true {
      pace.time { screen.show(frame) }
      if let news = secretary.note(frame) { _ = update(&model, news) }
      secretary.report(model)
      var wait = model.isPlaying ? pace.secondsToNextFrame(model.speed, now: .now) : nil
      if model.desk != nil { wait = secondsOfClock }
      if owesPixels { wait = 0 }
      owesPixels = false
      if let due = secretary.secondsToNews(of: model) { wait = min(wait ?? due, due) }
      if laboratory.isWorking { wait = min(wait ?? 1, 1 / Double(framesPerSecond)) }
      var event = screen.event(within: wait)
      // A burst of keys (a held arrow) is one change of the picture, not many.
      var count = 0
      while let current = event {
        // What is seen now is what a click means.
        if count > 0 { layout = Layout(model) }
        if !handle(current, &model, layout, screen, &secretary) { return model }
        count += 1
        event = count < eventsPerFrame ? screen.event(within: 0) : nil
      }
      for message in secretary.take(for: model) {
        if !answer(message, &model, screen, &secretary) { return model }
      }
      let steps = pace.stepsDue(model.isPlaying, model.speed, now: .now)
      if steps > 0, !answer(.advance(steps: steps), &model, screen, &secretary) { return model }
      layout = Layout(model)
      if consult(laboratory, &model, layout) { layout = Layout(model) }
      frame = view(of: model, layout, scenery: scenery)
    }
  }

  /// Tells the laboratory what the model wants to know now, and the model what is known. What takes
  /// no time is there in the same frame.
  ///
  /// - Returns: whether there was any news.
  private static func consult(
    _ laboratory: Laboratory, _ model: inout Model, _ layout: Layout?
  ) -> Bool {
    let jobs = model.labJobs(on: layout)
    laboratory.follow(jobs)
    if !jobs.isEmpty { laboratory.waitForFinding(milliseconds: 12) }
    let findings = laboratory.findings()
    for (task, finding) in findings { _ = update(&model, .lab(.found(task, finding))) }
    return !findings.isEmpty
  }

  /// Lets the model answer one event; `false` ends the program.
  private static func handle(
    _ event: Event, _ model: inout Model, _ layout: Layout?, _ screen: any Screen,
    _ secretary: inout Secretary
  ) -> Bool {
    let message: Message? =
      switch event {
      case .resize: .resize(screen.size, cellAspect: screen.cellAspect)
      case .told: .learn(screen.findings())
      default: Keymap.message(for: event, in: model)
      }
    guard let message else { return true }
    return answer(
      layout?.meaning(of: message, in: model) ?? message, &model, screen, &secretary)
  }

  /// Lets the model answer a message, and does what it cannot do itself; `false` ends the program.
  private static func answer(
    _ message: Message, _ model: inout Model, _ screen: any Screen,
    _ secretary: inout Secretary
  ) -> Bool {
    for effect in update(&model, message) {
      switch effect {
      case .repaint: screen.invalidate()
      case .suspend: screen.suspend()
      case .useMouse(let on): screen.useMouse(on)
      case .save(let file): _ = update(&model, .saved(secretary.save(file)))
      case .printPage:
        guard let drawing = PrintedPage.slide?.drawing(of: model) else { break }
        let file = SavedFile("downhill-picture", "svg", Array(drawing.utf8))
        _ = update(&model, .saved(secretary.save(file)))
      case .toggleFilm: _ = update(&model, secretary.toggleFilm(of: screen.size))
      case .loadLessons(let shelf):
        let library = LessonLibrary(model.strings, shelf)
        _ = update(&model, .lesson(.loaded(library)))
      case .findLesson(let word):
        let library = LessonLibrary(model.strings, model.lessonShelf)
        let lecture = try? library.lecture(word).lecture
        _ = update(&model, .desk(.found(FoundLesson(word, lecture))))
      case .post(let posting): secretary.mail.post(posting)
      case .openClass(let wish):
        _ = answer(secretary.openClass(wish), &model, screen, &secretary)
      case .tellClass(let order): secretary.tellClass(order, by: model)
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
    /// The seconds that a slow terminal is given for each frame: while it takes four times as long
    /// to the next frame as it held up the last ones, its queue runs dry and keys are answered.
    private var patience = 0.0

    init(now: ContinuousClock.Instant) { last = now }

    /// Shows a frame and remembers how long the terminal held it up.
    mutating func time(_ show: () -> Void) {
      let took = ContinuousClock().measure(show)
      patience = max(4 * seconds(took), 0.9 * patience)
    }

    func secondsToNextFrame(_ speed: Speed, now: ContinuousClock.Instant) -> Double {
      max(0, frame(speed) - seconds(now - last))
    }

    mutating func stepsDue(_ playing: Bool, _ speed: Speed, now: ContinuousClock.Instant) -> Int {
      guard playing else {
        (last, owed) = (now, 0)
        return 0
      }
      let (frame, elapsed) = (frame(speed), seconds(now - last))
      guard elapsed >= frame else { return 0 }
      // After a stall (suspended, a slow terminal) the race goes on where it was.
      owed += min(elapsed, 3 * frame) * Double(speed.stepsPerSecond)
      last = now
      let steps = Int(owed)
      owed -= Double(steps)
      return steps
    }

    /// Seconds from one frame to the next.
    private func frame(_ speed: Speed) -> Double {
      max(1 / Double(min(speed.stepsPerSecond, framesPerSecond)), min(patience, 1))
    }

    private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }
  }
}
