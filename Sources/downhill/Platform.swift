import App
import Files
import FoundationEssentials
import Lectern
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// Where a lesson is given: its socket is opened once there is a lesson, so that nothing else pays
/// for it.
final class Platform {
  private let mailbox = Mailbox(ring: CursesScreen.call)
  private var lectern: Lectern?
  private var isRefused = false

  var mail: Mail { Mail(mailbox, post: post, clock: Moment.now) }

  /// Without a folder of the user's own nobody can follow the lesson, which the class need not
  /// know: the lecturer's terminal says so.
  private func post(_ posting: Posting) {
    if lectern == nil, !isRefused {
      let mailbox = mailbox
      lectern = try? Lectern(in: RuntimeFolder(environment: Words.environment)) { line in
        if let message = Posting(line: line)?.asked { mailbox.put(message) }
      }
      isRefused = lectern == nil
    }
    var posting = posting
    if case .report(var report) = posting {
      report.lesson = report.lesson.absolutePath
      posting = .report(report)
    }
    lectern?.say(posting.line)
  }

  func close() { lectern?.close() }
}

extension String {
  /// A path that every folder leads to the same file from; a name as it is.
  var absolutePath: String {
    guard Shelf.isPath(self), !hasPrefix("/") else { return self }
    return FileManager.default.currentDirectoryPath + "/" + self
  }
}

extension Moment {
  static func now() -> Moment {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Moment(
      seconds: now, secondOfDay: Int(parts.tm_hour * 3600 + parts.tm_min * 60 + parts.tm_sec))
  }
}
