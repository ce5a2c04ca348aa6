import App
import Files
import Lectern
import Reports
import Terminal
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// The lecturer's notes of a lesson, in a second terminal.
struct NotesOfLesson {
  /// As on the command line; `nil` for whatever lesson is given.
  let name: String?
  let look: DisplayOptions

  func show() throws {
    let (lecture, errors) = try lecture(Words.strings)
    let display = look.display
    let model = try display.model(of: lecture.current.setup)
    if look.plain || isatty(STDOUT_FILENO) != 1 {
      Words.warnOfConfig()
      Words.warn(errors)
      return tell(model, lecture)
    }
    let mailbox = Mailbox(ring: CursesScreen.call)
    var attendance: Attendance?
    defer { attendance?.close() }
    let mail = Mail(
      mailbox, post: { attendance?.say($0.line) }, clock: Moment.now)
    try display.show(model, try display.wishes(for: model), mail: mail) { model in
      if let errors = model.strings.notice(of: errors) { model.warn(errors) }
      // The terminal's letters may have changed the language.
      model.openDesk(try self.lecture(model.strings).lecture)
      _ = update(&model, .desk(.time(.now())))
      do throws(LecternError) {
        attendance = try attend(lecture, mailbox)
      } catch {
        model.warn(model.strings.describe(error))
      }
    }
  }

  private func lecture(_ strings: Strings) throws -> (lecture: Lecture, errors: [Fault]) {
    let library = LessonLibrary(strings, Shelf("lessons"))
    return try library.lecture(name?.absolutePath ?? LessonLibrary.builtIn[0])
  }

  /// Listens to the newest lesson of that name; to the newest of any, if there is none.
  private func attend(
    _ lecture: Lecture, _ mailbox: Mailbox
  ) throws(LecternError) -> Attendance {
    let word = name == nil ? nil : lecture.word
    return Attendance(
      in: try RuntimeFolder(environment: Words.environment),
      isWanted: { line in
        guard case .report(let report) = Posting(line: line) else { return false }
        return word == nil || report.lesson == word
      },
      hear: { news in
        switch news {
        case .line(let line): if let message = Posting(line: line)?.told { mailbox.put(message) }
        case .ended: mailbox.put(.desk(.ended))
        }
      })
  }

  /// Reads the notes out; where somebody listens, as the lesson goes.
  private func tell(_ model: Model, _ lecture: Lecture) {
    var model = model
    model.openDesk(lecture)
    _ = update(&model, .desk(.time(.now())))
    let (lines, mailbox) = (TypedLines(), Mailbox())
    var desk = PlainDesk(model, look.talk())
    guard !lines.hasEnded else { return desk.tellAll() }
    var attendance: Attendance?
    defer { attendance?.close() }
    do throws(LecternError) {
      attendance = try attend(lecture, mailbox)
    } catch {
      Words.warn(Words.strings.describe(error))
    }
    desk.begin()
    while true {
      try? Words.flush()
      var messages = mailbox.take()
      switch lines.next(withinMilliseconds: 200) {
      case .line(let line):
        guard let asked = desk.meaning(of: line) else { return }
        messages += asked
      case .end: return
      case .nothing: break
      }
      for message in messages + [.desk(.time(.now()))] {
        for posting in desk.take(message, find: find) { attendance?.say(posting.line) }
      }
    }
  }

  private func find(_ word: String) -> FoundLesson {
    let library = LessonLibrary(Words.strings, Shelf("lessons"))
    return FoundLesson(word, try? library.lecture(word).lecture)
  }
}

extension Strings {
  fileprivate func describe(_ error: LecternError) -> String {
    switch error {
    case .folderNotOwn(let folder): self(.deskFolderNotOwn, ["folder": folder])
    case .folderMissing(let folder): self(.deskFolderMissing, ["folder": folder])
    case .pathTooLong(let path), .socketRefused(let path): self(.deskNoSocket, ["folder": path])
    }
  }
}
