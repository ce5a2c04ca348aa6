import Files

/// Carries what the program's loop cannot do itself: letters between two terminals, and races and
/// pictures to files.
struct Secretary {
  let mail: Mail
  let save: (SavedFile) -> Result<String, SavedFile.Failure>
  private var watch = LectureWatch()
  /// What the other terminal knows.
  private var reported: LectureReport?

  init(_ mail: Mail, save: @escaping (SavedFile) -> Result<String, SavedFile.Failure>) {
    (self.mail, self.save) = (mail, save)
  }

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
