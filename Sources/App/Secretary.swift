import Drawing
import Files

/// Carries what the program's loop cannot do itself: letters between two terminals, and races,
/// pictures and films to files.
struct Secretary {
  let mail: Mail
  let save: (SavedFile) -> Result<String, SavedFile.Failure>
  private let openFilm: () -> Result<LiveFilm.FilmFile, SavedFile.Failure>
  /// The film that is being made of what is done.
  private var film: LiveFilm?
  private var watch = LectureWatch()
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
  func take(for model: Model) -> [Message] {
    mail.mailbox.take() + (model.desk == nil ? [] : [.desk(.time(mail.clock()))])
  }
}
