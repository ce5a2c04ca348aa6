import Drawing
import Files

/// Carries what the program's loop cannot do itself: letters between two terminals, words to and
/// from a class, and races, pictures and films to files.
struct Secretary {
  let mail: Mail
  let save: (SavedFile) -> Result<String, SavedFile.Failure>
  private let openFilm: () -> Result<LiveFilm.FilmFile, SavedFile.Failure>
  /// The film that is being made of what is done.
  private var film: LiveFilm?
  private var watch = LectureWatch()
  /// When the class was last looked at.
  private var lookedAt: ContinuousClock.Instant?
  /// What the other terminal knows.
  private var reported: LectureReport?

  init(
    _ mail: Mail, save: @escaping (SavedFile) -> Result<String, SavedFile.Failure>,
    openFilm: @escaping () -> Result<LiveFilm.FilmFile, SavedFile.Failure>
  ) {
    (self.mail, self.save, self.openFilm) = (mail, save, openFilm)
  }

  /// Begins a film, or ends the one that is being made.
  mutating func toggleFilm(of size: Size) -> Message {
    if let film {
      film.end()
      self.film = nil
      return .saved(.success(film.name))
    }
    switch openFilm() {
    case .failure(let failure): return .saved(.failure(failure))
    case .success(let file):
      film = LiveFilm(on: file, of: size, now: .now)
      return .filming(file.name)
    }
  }

  /// Adds what is seen to the film, if one is being made; a message if that is over.
  mutating func note(_ frame: Frame) -> Message? {
    guard film?.add(frame, now: .now) == false else { return nil }
    film?.end()
    film = nil
    return .saved(.failure(.noRoom))
  }

  /// Ends the film, if one is being made.
  func close() { film?.end() }

  /// Tells the other terminal how the lesson stands, if that is news.
  mutating func report(_ model: Model) {
    guard model.desk == nil else { return }
    let report = model.lectureReport.map { watch.stamped($0, at: mail.clock().seconds) }
    guard report != reported else { return }
    reported = report
    mail.post(report.map { .report($0) } ?? .noLesson)
  }

  /// What has come from the other terminal; at the lecturer's desk, the time too.
  mutating func take(for model: Model) -> [Message] {
    mail.mailbox.take() + (model.desk == nil ? [] : [.desk(.time(mail.clock()))])
      + classNews(for: model)
  }
}

// The class that joins by phone.
extension Secretary {
  /// Two hundred students say something more often than a picture can show it.
  private static let betweenLooks = Duration.milliseconds(60)

  /// Opens a class, or says why there is none.
  func openClass(_ wish: ClassWish) -> Message {
    switch mail.classLine.open(wish) {
    case .success(let door):
      guard let news = mail.classLine.news() else { return .classroom(.refused(.noNetwork)) }
      return .classroom(.opened(door, news.room))
    case .failure(let refusal): return .classroom(.refused(refusal))
    }
  }

  func tellClass(_ order: ClassOrder, by model: Model) {
    switch order {
    case .teacher(let message): mail.classLine.take(message)
    case .wall(let message): mail.classLine.take(message)
    case .map:
      guard let (dark, light) = ClassDrawing.maps(of: model) else { return }
      mail.classLine.show(dark: dark, light: light)
    case .close: mail.classLine.close()
    }
  }

  /// Seconds until the class may be looked at again; `nil` where there is no class, or it has been
  /// long enough.
  func secondsToNews(of model: Model) -> Double? {
    guard model.classroom != nil, let lookedAt else { return nil }
    let left = Self.betweenLooks - (.now - lookedAt)
    return left > .zero ? left / .seconds(1) : nil
  }

  /// What is new of the class, but not too often: it is never lost, only later.
  private mutating func classNews(for model: Model) -> [Message] {
    guard model.classroom != nil, secondsToNews(of: model) == nil,
      let news = mail.classLine.news()
    else { return [] }
    lookedAt = .now
    return [.classroom(.news(news))]
  }
}
